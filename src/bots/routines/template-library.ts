import { diffPlans } from '../../domain/routines/diff-plans.ts';
import {
  allHolders,
  archiveTemplate,
  type CurrentTemplate,
  findVersion,
  holdersOf,
  listTemplates,
  saveTemplate,
  type TemplateVersion,
} from '../../domain/routines/templates.ts';
import { count } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { Button } from '../reply.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import { action, leave, type Of } from './template-actions.ts';
import { changesText, howToPaste, planText, sizeWords } from './template-card.ts';

/** A button a template. */
export const templateButtons = (all: readonly CurrentTemplate[]): Button[][] =>
  all
    .slice(0, 5)
    .map(({ template }) => [{ label: quoted(template.name, 60), action: action({ kind: 'open', id: template.id }) }]);

/** All templates, with who has them. */
export async function listCard(ctx: CommandContext): Promise<Answer> {
  const all = await listTemplates(ctx);
  if (all.length === 0) return { text: lines('You have no template yet.', howToPaste) };
  const holding = await allHolders(ctx);
  const rows: Text[] = [];
  for (const { template, version } of all.slice(0, 20)) {
    const holders = holding.filter(({ templateId }) => templateId === template.id);
    const who =
      holders.length === 0
        ? ''
        : `, with ${new Intl.ListFormat('en-GB').format(holders.slice(0, 3).map(({ name }) => quoted(name, 40)))}${holders.length > 3 ? ` and ${holders.length - 3} more` : ''}`;
    rows.push(`${quoted(template.name)}: version ${version.version}, ${sizeWords(version.exercises)}${who}`);
  }
  return { text: lines(bold('Your training templates'), ...rows), buttons: templateButtons(all) };
}

/** One template as it is now, with who has it. */
export async function card(ctx: CommandContext, { template, version }: CurrentTemplate): Promise<Answer> {
  const holders = await holdersOf(ctx, template.id);
  const name = quoted(template.name).toLowerCase();
  return {
    text: lines(
      bold(`${quoted(template.name)}, version ${version.version}`),
      template.description === null ? null : quoted(template.description, 200),
      planText(version.exercises, ctx.user.unitSystem),
      holders.length === 0
        ? null
        : `With: ${holders.map((one) => `${quoted(one.name, 40)} (version ${one.version})`).join(', ')}.`,
      ['Give it with ', code(`assign ${name} to anna from monday`), '.'],
    ),
    buttons: [
      [
        { label: 'Edit', action: action({ kind: 'edit', name: template.name }) },
        ...(version.version > 1
          ? [{ label: 'What changed', action: action({ kind: 'diff', name: template.name, from: null, to: null }) }]
          : []),
      ],
      ...outdated(template.id, version, holders),
    ],
  };
}

const outdated = (
  templateId: number,
  version: TemplateVersion,
  holders: readonly { clientId: number; versionId: number }[],
): Button[][] => {
  const behind = holders.filter(({ versionId }) => versionId !== version.id);
  if (behind.length === 0) return [];
  const clientIds = behind.map(({ clientId }) => clientId);
  return [
    [
      {
        label: `Move ${count(behind.length, 'client')} to version ${version.version}`,
        action: action({ kind: 'move', templateId, versionId: version.id, clientIds }),
      },
    ],
  ];
};

/** A template’s text, to be copied. */
export const editCard = ({ template, version }: CurrentTemplate): Answer => ({
  text: lines('Copy this, change it and send it back:', code(`template ${template.name}\n${version.sourceText}`)),
});

/** What is another between two versions. */
export async function diffCard(
  ctx: CommandContext,
  { template, version }: CurrentTemplate,
  said: Of<'diff'>,
): Promise<Answer> {
  const to = said.to === null ? version : await findVersion(ctx, template.id, said.to);
  const from = await findVersion(ctx, template.id, said.from ?? (to?.version ?? 1) - 1);
  if (!to || !from)
    return { text: `${quoted(template.name)} is at version ${version.version}; there is nothing to compare it with.` };
  return {
    text: lines(
      bold(`${quoted(template.name)}, version ${from.version} to ${to.version}`),
      changesText(diffPlans(from.exercises, to.exercises), ctx.user.unitSystem),
    ),
  };
}

/** Puts a template away. */
export async function forget(ctx: CommandContext, { template }: CurrentTemplate): Promise<Answer> {
  const actionId = await archiveTemplate(ctx, template);
  return {
    text: `Put away: ${quoted(template.name)}. Whoever has it keeps it; send it again under this name, and it is back.`,
    buttons: [[undoButton(actionId)]],
  };
}

/** What would be saved, and what is another by it. */
export async function preview(ctx: CommandContext, { kind: _, ...content }: Of<'preview'>): Promise<Answer> {
  const known = (await listTemplates(ctx)).find(
    ({ template }) => template.name.toLowerCase() === content.name.toLowerCase(),
  );
  const units = ctx.user.unitSystem;
  const isSame = known?.version.sourceText === content.text;
  if (known && isSame) return { text: `That is ${quoted(known.template.name)} as it is; nothing to save.` };
  return {
    text: lines(
      bold(`${quoted(content.name)}: ${sizeWords(content.exercises)}`),
      planText(content.exercises, units),
      ...(known
        ? [
            bold(`Against version ${known.version.version}:`),
            changesText(diffPlans(known.version.exercises, content.exercises), units),
          ]
        : []),
    ),
    buttons: [
      [
        {
          label: known ? `Save as version ${known.version.version + 1}` : 'Save',
          action: action({ kind: 'save', ...content }),
        },
        leave,
      ],
    ],
  };
}

/** Begins to give a template to whom it was written for. */
const giveButton = (name: string, whom: string): Button => ({
  label: `Give it to ${quoted(whom, 40)}`,
  action: action({ kind: 'assign', name, to: [whom], from: null, weeks: null, weekdays: [], time: null }),
});

/** Saves a version, and asks who is to move to it. */
export async function save(ctx: CommandContext, said: Of<'save'>): Promise<Answer> {
  const { name, text, description, exercises, forWhom } = said;
  const { template, version, actionId } = await saveTemplate(ctx, { name, sourceText: text, description, exercises });
  const holders =
    actionId === null ? [] : (await holdersOf(ctx, template.id)).filter((one) => one.versionId !== version.id);
  const whom = forWhom === undefined ? 'anna' : quoted(forWhom, 40);
  const assign = code(`assign ${quoted(template.name).toLowerCase()} to ${whom} from monday for 8 weeks`);
  if (holders.length === 0)
    return {
      text: lines(`Saved: ${quoted(template.name)}, version ${version.version}.`, ['Give it with ', assign, '.']),
      buttons: [
        ...(forWhom === undefined ? [] : [[giveButton(template.name, forWhom)]]),
        ...(actionId === null ? [] : [[undoButton(actionId)]]),
      ],
    };
  const give = (label: string, clientIds: number[]): Button => ({
    label,
    action: action({ kind: 'move', templateId: template.id, versionId: version.id, clientIds }),
  });
  return {
    text: lines(
      `Saved: ${quoted(template.name)}, version ${version.version}.`,
      `Who shall move to it from today on? What is logged or done stays as it was.`,
      ...holders.slice(0, 10).map((one) => `${quoted(one.name, 40)} has version ${one.version}.`),
    ),
    buttons: [
      ...(holders.length > 1
        ? [
            [
              give(
                `All ${holders.length}`,
                holders.map(({ clientId }) => clientId),
              ),
            ],
          ]
        : []),
      ...holders.slice(0, 3).map((one) => [give(quoted(one.name, 60), [one.clientId])]),
      [{ label: 'Nobody', action: action({ kind: 'leave' }) }],
    ],
  };
}
