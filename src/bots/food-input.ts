import { z } from 'zod';
import { fromLabel, type Label } from '../domain/foods/label.ts';
import { portionFor } from '../domain/foods/portion-for.ts';
import type { Given, Reading } from './command.ts';
import { capital, kcal } from './format.ts';
import { type OwnFoodReading, readOwnFood } from './language/read-own-food.ts';
import { readOwnSlot } from './language/read-own-slot.ts';
import { type RecipeReading, readRecipe } from './language/read-recipe.ts';
import { code, lines, quoted, type Text } from './text.ts';

const figure = z.number().nonnegative().nullable();
const name = z.string().max(80);
const whole = { name, yieldG: z.number().positive().nullable(), servings: z.number().positive().nullable() };

const label = z.object({
  name,
  energyKcal: figure,
  proteinG: figure,
  carbsG: figure,
  fatG: figure,
  fiberG: figure,
  sugarG: figure,
  saturatedFatG: figure,
  alcoholG: figure,
  sodiumMg: figure,
  amount: z.object({ quantity: z.number().positive(), unit: z.string().nullable(), grams: figure, ml: figure }),
  servings: z.array(z.object({ unit: z.string().nullable(), grams: z.number().positive() })),
});

const part = z.object({
  foodId: z.number().nullable(),
  foodName: z.string(),
  grams: z.number().positive(),
  isAssumed: z.boolean(),
});

export const foodInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list') }),
  z.object({ kind: z.literal('show'), name }),
  z.object({ kind: z.literal('forget'), name }),
  /** `isAsLabelled`: they have said that energy and macros are so, though they do not match. */
  z.object({ kind: z.literal('keep'), label, isAsLabelled: z.boolean() }),
  z.object({ kind: z.literal('weigh'), name, unit: z.string().nullable(), grams: z.number().positive() }),
  z.object({ kind: z.literal('serves'), name, servings: z.number().positive() }),
  z.object({ kind: z.literal('cooked'), name, grams: z.number().positive() }),
  z.object({ kind: z.literal('recipe'), ...whole, parts: z.array(part).min(1) }),
  z.object({ kind: z.literal('save'), ...whole, slot: z.string().nullable(), day: z.iso.date().nullable() }),
  z.object({ kind: z.literal('keep-slot'), name, startsAt: z.iso.time().nullable() }),
  z.object({ kind: z.literal('list-slots') }),
  z.object({ kind: z.literal('forget-slot'), name }),
  z.object({ kind: z.literal('leave') }),
]);

/** What is to be done with foods, recipes and meal names of one's own. */
export type FoodInput = z.infer<typeof foodInput>;
type Input = FoodInput;

/** What the language makes of such words; null for everything else. */
export function readFoodInput(text: string, given: Given): Reading<FoodInput> {
  const slot = readOwnSlot(text, given);
  if (slot) return slotReading(slot);
  const recipe = readRecipe(text, given);
  if (recipe) return recipeReading(recipe);
  const own = readOwnFood(text, given);
  return own && foodReading(own, given.isGentle ?? false);
}

/** A label as it is kept behind buttons. */
export const kept = (said: Label) => ({ ...said, servings: [...said.servings] });

function foodReading(read: OwnFoodReading, isGentle: boolean): Reading<Input> {
  switch (read.kind) {
    case 'unfinished':
      return { problem: noEnergy(read.name) };
    case 'keep':
      return labelReading({ ...read.label, name: quoted(read.label.name) }, isGentle);
    case 'list':
      return { input: read };
    default:
      return { input: { ...read, name: quoted(read.name) } };
  }
}

/** A kind sentence on a food whose figures are missing. */
export const noEnergy = (of: string): Text => [
  `How many calories does ${quoted(of)} have, and in how much? Write it like `,
  code(`new food: ${quoted(of).toLowerCase()} 220 kcal 30p 12c 4f per 100g`),
  '.',
];

/** Labels whose energy and macros do not match are asked about once. */
function labelReading(said: Label, isGentle: boolean): Reading<Input> {
  const read = fromLabel(said);
  if (!read) return { problem: noEnergy(said.name) };
  const [problem] = read.problems;
  const value: Input = { kind: 'keep', label: kept(said), isAsLabelled: false };
  if (problem !== 'energy-mismatch') return { input: value };
  const given = kcal(said.energyKcal ?? 0);
  const expected = kcal(
    4 * (said.proteinG ?? 0) + 4 * (said.carbsG ?? 0) + 9 * (said.fatG ?? 0) + 7 * (said.alcoholG ?? 0),
  );
  const action = (answered: Input) => ({ command: 'food', input: answered });
  return {
    text: isGentle
      ? 'Its energy and what its protein, carbs and fat come to do not match. Keep it as on the label?'
      : `You say ${given}, but its protein, carbs and fat give about ${expected}. Keep it as on the label?`,
    question: {
      about: 'amount',
      choices: [
        { label: 'Yes, keep it so', action: action({ ...value, isAsLabelled: true }) },
        {
          label: isGentle ? 'Take what they come to' : `Take ${expected}`,
          action: action({ ...value, label: { ...value.label, energyKcal: null } }),
        },
        { label: 'Leave it', action: action({ kind: 'leave' }) },
      ].filter((choice) => read.missing.length === 0 || !choice.label.startsWith('Take')),
    },
  };
}

function recipeReading(read: RecipeReading): Reading<Input> {
  const of = quoted(read.name);
  if (read.kind === 'unfinished')
    return {
      problem: [
        'What is in it? Write it like ',
        code(`recipe: ${of}: 500g beef mince, 2 onions, cooked 900 g, serves 4`),
        '.',
      ],
    };
  const { yieldG, servings } = read;
  if (read.kind === 'save')
    return { input: { kind: 'save', name: of, yieldG, servings, slot: read.slot, day: read.day?.toString() ?? null } };
  const unknown = read.items.filter(({ match }) => match === null);
  if (unknown.length > 0) {
    const words = unknown.map((item) => `“${quoted(item.words)}”`).join(', ');
    return {
      problem: lines(
        `I do not know ${words} yet, so I cannot add up the recipe. Try another name for it, or make it a food first:`,
        code(`new food: ${quoted(unknown[0]?.words ?? '')} 120 kcal per 100g`),
      ),
    };
  }
  const parts = read.items.flatMap((item) => {
    if (item.match === null) return [];
    const portion =
      item.grams === null ? portionFor(item.match, item) : { grams: item.grams, isAssumed: item.isAmountAssumed };
    if (!(portion.grams > 0)) return [];
    return [{ foodId: item.match.id, foodName: item.match.name, grams: portion.grams, isAssumed: portion.isAssumed }];
  });
  const water =
    read.waterMl === null ? [] : [{ foodId: null, foodName: 'water', grams: read.waterMl, isAssumed: false }];
  if (parts.length === 0) return { problem: `What is in ${of}, and how much of each?` };
  return { input: { kind: 'recipe', name: of, yieldG, servings, parts: [...parts, ...water] } };
}

function slotReading(read: NonNullable<ReturnType<typeof readOwnSlot>>): Reading<Input> {
  switch (read.kind) {
    case 'list':
      return { input: { kind: 'list-slots' } };
    case 'forget':
      return { input: { kind: 'forget-slot', name: quoted(read.name) } };
    case 'taken':
      return {
        problem:
          read.by === 'meal'
            ? `I know ${quoted(read.name)} already; just use it.`
            : `${capital(quoted(read.name))} is also a food, and I could not tell them apart. Take another name, like ${quoted(read.name)} time.`,
      };
    case 'keep':
      return { input: { kind: 'keep-slot', name: quoted(read.name), startsAt: read.startsAt?.toString() ?? null } };
  }
}
