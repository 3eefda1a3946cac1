import { dietNamed, type NamedDiet } from '../../domain/diets/find-diet.ts';
import { named } from '../../domain/routines/find-routines.ts';
import { listTemplates } from '../../domain/routines/templates.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { DietInput } from '../diet-input.ts';
import { end as endDiet } from '../diets/end-diet.ts';
import { assign as assignDiet } from '../diets/give-diet.ts';
import { quoted } from '../text.ts';
import { action, type Of } from './template-actions.ts';

type Said = Of<'assign'> | Of<'end'>;

/**
 * What a coach gives or ends by a name alone may be a diet: then that is done. A name that a training template has as well
 * is asked about, unless it is the whole name of but one of them. Null: it is about training.
 */
export async function dietInstead(ctx: CommandContext, said: Said): Promise<Answer | null> {
  const diet = said.isTraining ? null : await dietNamed(ctx, said.name);
  if (!diet) return null;
  const asDiet = toDiet(said, diet);
  const fits = named(await listTemplates(ctx), said.name, ({ template }) => template.name);
  if (!asDiet) return fits.length > 0 ? null : { text: notSayable(said, quoted(diet.name, 60)) };
  const isWhole = fits.some(({ template }) => template.name.toLowerCase() === said.name.toLowerCase());
  if (isWhole && !diet.isWhole) return null;
  if (fits.length === 0 || (diet.isWhole && !isWhole))
    return asDiet.kind === 'assign' ? assignDiet(ctx, asDiet) : endDiet(ctx, asDiet);
  const name = quoted(fits[0]?.template.name ?? said.name, 60);
  return {
    text:
      name.toLowerCase() === diet.name.toLowerCase()
        ? `You have a training template and a diet called ${name}. Which one?`
        : `Which one: the training template ${name}, or the diet ${quoted(diet.name, 60)}?`,
    question: {
      about: 'meaning',
      isRow: true,
      choices: [
        { label: 'The training', action: action({ ...said, isTraining: true }) },
        { label: 'The diet', action: { command: 'diet', input: asDiet } },
      ],
    },
  };
}

/** The same said of a diet; null where that cannot be meant. */
function toDiet(said: Said, { templateId, name }: NamedDiet): Extract<DietInput, { kind: 'assign' | 'end' }> | null {
  if (said.kind === 'assign') {
    const { to, from, weeks } = said;
    const isSayable = said.weekdays.length === 0 && said.time === null;
    return isSayable ? { kind: 'assign', name, to: [...to], from, weeks } : null;
  }
  const [who, another] = said.to;
  return who && !another ? { kind: 'end', who, templateId, from: null } : null;
}

const notSayable = (said: Said, name: string): string =>
  said.kind === 'end'
    ? `${name} is a diet, and I end a diet for one client at a time: end ${name} for ${quoted(said.to[0] ?? 'anna', 40)}.`
    : `${name} is a diet, and a diet is for every day: leave out the weekdays and the time.`;
