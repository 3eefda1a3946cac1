import { clientsOf } from '../../domain/coaching/clients.ts';
import { type DietHolder, holdersOf } from '../../domain/diets/assignments.ts';
import { compareDiets } from '../../domain/diets/compare-diets.ts';
import { archiveDiet, dietsOf, dietVersion, type KnownDiet } from '../../domain/diets/find-diet.ts';
import { keepDiet } from '../../domain/diets/keep-diet.ts';
import { count } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { dietText, differenceText } from '../diet-card.ts';
import { example } from '../diet-input.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import { act, leave, type Of } from './diet-actions.ts';
import { askMove, heldBefore } from './move-diet.ts';

/** All diets, with how many have them. */
export async function list(ctx: CommandContext): Promise<Answer> {
  const diets = await dietsOf(ctx);
  if (diets.length === 0) return { text: lines('You have no diet template yet. Paste one like this:', code(example)) };
  return {
    text: lines(
      bold('Your diets:'),
      ...diets.map(({ name, version, clients }): Text => {
        const held = clients === 0 ? '' : `, given to ${count(clients, 'client')}`;
        return [bold(quoted(name)), ` · version ${version}${held}`];
      }),
      ['Show one with ', code('/diet its name'), ', give it with ', code('/diet assign its name to anna'), '.'],
    ),
  };
}

/** One diet as it is now, with who has it. */
export async function show(ctx: CommandContext, known: KnownDiet): Promise<Answer> {
  const held = await holdersOf(ctx, { templateId: known.templateId });
  const names = await namesOf(ctx, held);
  return {
    text: lines(
      [bold(quoted(known.name)), ` · version ${known.version}`],
      await dietText(ctx, known.diet),
      names.length > 0 ? `Given to ${names.join(', ')}.` : null,
    ),
    buttons: [[{ label: 'Edit', action: { command: 'diet', input: { kind: 'edit', name: known.name } } }]],
  };
}

async function namesOf(ctx: CommandContext, held: readonly DietHolder[]): Promise<string[]> {
  const clients = await clientsOf(ctx);
  const shown = new Map<number, string>();
  for (const { clientId, version } of held) {
    const name = clients.find(({ user }) => user.id === clientId)?.name;
    if (name) shown.set(clientId, `${quoted(name, 60)} (version ${version})`);
  }
  return [...shown.values()];
}

/** What is another in the newest version. */
export async function diff(ctx: CommandContext, known: KnownDiet): Promise<Answer> {
  if (known.version === 1) return { text: `${quoted(known.name)} has only its first version.` };
  const before = await dietVersion(ctx, known.templateId, known.version - 1);
  return {
    text: lines(
      bold(`${quoted(known.name)}, version ${before.version} to ${known.version}:`),
      differenceText(compareDiets(before.diet, known.diet)),
    ),
  };
}

/** What would be kept, and what is another by it. */
export async function preview(ctx: CommandContext, value: Of<'keep'>): Promise<Answer> {
  const known = (await dietsOf(ctx)).find(({ name }) => name.toLowerCase() === value.name.toLowerCase());
  const before = known && (await dietVersion(ctx, known.id));
  const changes = before && differenceText(compareDiets(before.diet, { ...value.diet }));
  return {
    text: lines(
      [bold(quoted(value.name)), before ? `, as version ${before.version + 1}` : ', a new diet'],
      await dietText(ctx, value.diet),
      changes ? lines(bold('Changed since the last version:'), changes) : null,
      'Keep it like this?',
    ),
    question: {
      about: 'diet',
      isRow: true,
      choices: [act('Keep it', { ...value, isSure: true }), leave('Not now')],
    },
  };
}

/** Keeps a version, and asks who is to move to it. */
export async function keep(ctx: CommandContext, { name, source, diet: said }: Of<'keep'>): Promise<Answer> {
  const made = await keepDiet(ctx, name, source, said);
  const kept = [bold(quoted(name)), ` is kept as version ${made.version}.`];
  const held = await heldBefore(ctx, made.templateId, made.version);
  if (held.length === 0)
    return {
      text: lines(kept, ['Give it with ', code(`/diet assign ${name} to anna from monday`), '.']),
      buttons: made.actionId === null ? [] : [[undoButton(made.actionId)]],
    };
  return askMove(made.templateId, held, lines(kept, 'Whom shall I move to it, from today on?'));
}

/** Shows a diet's text, to be changed. */
export const edit = ({ name, sourceText }: KnownDiet): Answer => ({
  text: lines('Change it and send the whole of it back:', code(`diet: ${name}\n${sourceText}`)),
});

/** Puts a diet away. */
export async function forget(ctx: CommandContext, known: KnownDiet): Promise<Answer> {
  const actionId = await archiveDiet(ctx, known);
  return {
    text: `${quoted(known.name)} is put away. Who has it keeps it until you end it.`,
    buttons: [[undoButton(actionId)]],
  };
}
