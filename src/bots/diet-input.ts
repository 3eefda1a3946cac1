import { z } from 'zod';
import type { Diet } from '../domain/diets/diet.ts';
import type { Given, Reading } from './command.ts';
import { compileDiet } from './language/diet-compile.ts';
import { type DietRequest, readDietRequest } from './language/diet-requests.ts';
import { faultsText } from './template-faults.ts';
import { code, lines, quoted } from './text.ts';

const figure = z.number().nonnegative().nullable();
const name = z.string().min(1).max(60);

/** A food of a plan as it is kept. */
export const plannedFood = z.object({
  words: z.string(),
  foodId: z.number().nullable(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  grams: z.number().nullable(),
  portionRule: z.string().optional(),
  isAmountAssumed: z.boolean().optional(),
  option: z.number().int().positive().optional(),
  isInstead: z.boolean().optional(),
});

const diet = z.object({
  description: z.string().nullable(),
  targets: z.object({ energyKcal: figure, proteinG: figure, carbsG: figure, fatG: figure }).nullable(),
  meals: z.array(
    z.object({
      weekday: z.number().int().min(1).max(7).nullable(),
      slot: z.string().max(40),
      text: z.string().max(1000).nullable(),
      items: z.array(plannedFood),
    }),
  ),
});

const day = z.iso.date();
/** `from` null: from each client's own today on. */
const gift = {
  version: z.number().nullable(),
  templateId: z.number(),
  from: day.nullable(),
  weeks: z.number().nullable(),
};

export const dietInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list') }),
  z.object({ kind: z.literal('show'), name }),
  z.object({ kind: z.literal('edit'), name }),
  z.object({ kind: z.literal('diff'), name }),
  z.object({ kind: z.literal('forget'), name }),
  /** Shown first; `isSure`: they have seen it. */
  z.object({ kind: z.literal('keep'), name, source: z.string(), diet, isSure: z.boolean() }),
  z.object({
    kind: z.literal('assign'),
    name,
    to: z.array(z.string().max(60)).min(1),
    from: day.nullable(),
    weeks: z.number().int().min(1).max(52).nullable(),
  }),
  z.object({ kind: z.literal('give'), ...gift, clientIds: z.array(z.number()).min(1) }),
  /** To the newest version, from today on; who is left is asked about again. */
  z.object({
    kind: z.literal('move'),
    templateId: z.number(),
    clientIds: z.array(z.number()),
    rest: z.array(z.number()),
  }),
  /** One diet of theirs, or all that the coach has given them. */
  z.object({
    kind: z.literal('end'),
    who: z.string().max(60),
    clientId: z.number().optional(),
    templateId: z.number().optional(),
    from: day.nullable(),
  }),
  z.object({ kind: z.literal('follow'), who: z.string().max(60), clientId: z.number().optional() }),
  z.object({ kind: z.literal('leave') }),
]);

/** What is to be done with diet templates. */
export type DietInput = z.infer<typeof dietInput>;

/** What the language makes of a coach's words about diets; null for everything else, and for whoever is no coach. */
export function readDietInput(text: string, given: Given): Reading<DietInput> {
  const isSlash = /^\s*\/diet\b/i.test(text);
  const isCoach = given.role === 'coach' || given.role === 'admin';
  if (!isCoach)
    return isSlash
      ? {
          problem: [
            'Diet templates are for coaches. Your own plan is written like ',
            code('my plan monday breakfast: 80g oats, banana'),
            '.',
          ],
        }
      : null;
  const read = readDietRequest(text, given);
  if (read) return toReading(read, given);
  return isSlash ? { problem: lines('Paste a diet like this:', code(example)) } : null;
}

/** A diet as a coach may write it. */
export const example = [
  'diet: lean cut',
  '2200 kcal, 160 p, 220 c, 70 f',
  'Every day',
  'Breakfast: 80 g oats, 250 ml milk, 1 banana',
  'Lunch: 150 g chicken breast or 200 g tofu, 200 g rice',
  'Sunday',
  'Breakfast: 3 eggs, 2 slices of toast',
  'or 200 g greek yogurt, 40 g granola',
  'Note: coffee as you like',
].join('\n');

function toReading(read: DietRequest, given: Given): Reading<DietInput> {
  switch (read.kind) {
    case 'list':
      return { input: read };
    case 'paste': {
      const compiled = compileDiet(read.source, given, read.firstLine);
      if ('faults' in compiled) return { problem: faultsText(compiled.faults) };
      return {
        input: {
          kind: 'keep',
          name: quoted(read.name, 60),
          source: read.source,
          diet: kept(compiled.diet),
          isSure: false,
        },
      };
    }
    case 'assign':
      return {
        input: {
          ...read,
          name: quoted(read.name, 60),
          to: read.to.map((one) => quoted(one, 60)),
          from: read.from?.toString() ?? null,
        },
      };
    case 'end':
      return { input: { kind: 'end', who: quoted(read.who, 60), from: read.from?.toString() ?? null } };
    case 'follow':
      return { input: { kind: 'follow', who: quoted(read.who, 60) } };
    default:
      return { input: { kind: read.kind, name: quoted(read.name, 60) } };
  }
}

const kept = ({ meals, ...rest }: Diet) => ({
  ...rest,
  meals: meals.map((meal) => ({ ...meal, items: [...meal.items] })),
});
