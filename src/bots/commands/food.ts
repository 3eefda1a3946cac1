import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { recordAction } from '../../domain/conversation/record-action.ts';
import { findOwnFood, ownFoodsOf, recipeLinesOf } from '../../domain/foods/find-own-food.ts';
import { forgetOwnFood } from '../../domain/foods/forget-own-food.ts';
import { keepOwnFood } from '../../domain/foods/keep-own-food.ts';
import { keepRecipe, partsOf } from '../../domain/foods/keep-recipe.ts';
import { fromLabel, type Label } from '../../domain/foods/label.ts';
import { portionFor } from '../../domain/foods/portion-for.ts';
import { weighOwnFood } from '../../domain/foods/weigh-own-food.ts';
import { forgetMealSlot, keepMealSlot, mealSlotsOf } from '../../domain/meals/keep-meal-slot.ts';
import { mealParts } from '../../domain/meals/meal-parts.ts';
import type { Answer, CommandContext, Reading } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { foodDetails, foodList, keptFoodCard, keptRecipeCard, slotList } from '../food-card.ts';
import { capital, kcal } from '../format.ts';
import { type OwnFoodReading, readOwnFood } from '../language/read-own-food.ts';
import { readOwnSlot } from '../language/read-own-slot.ts';
import { type RecipeReading, readRecipe } from '../language/read-recipe.ts';
import { code, lines, quoted, type Text } from '../text.ts';

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

const input = z.discriminatedUnion('kind', [
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

type Input = z.infer<typeof input>;

export const food = defineCommand<Input>({
  name: 'food',
  summary: 'Foods, recipes and meal names of your own',
  examples: ['new food: my shake 220 kcal 30p 12c 4f per 300ml', 'save that as chili', 'my foods'],
  effect: 'record',
  options: z.object({
    text: z
      .string()
      .max(1000)
      .optional()
      .describe('my shake 220 kcal 30p per 300ml, forget my shake; empty: all of them'),
  }),
  input,
  parse(text, given) {
    const slot = readOwnSlot(text, given);
    if (slot) return slotReading(slot);
    const recipe = readRecipe(text, given);
    if (recipe) return recipeReading(recipe);
    const own = readOwnFood(text, given);
    if (own) return foodReading(own);
    return /^\/food\b/i.test(text)
      ? { problem: ['I did not understand that. Write it like ', code(example), '.'] }
      : null;
  },
  run: (ctx, value) => runs[value.kind](ctx, value as never),
  toContract: (value) => (value.kind === 'leave' ? [] : [{ do: 'command', name: 'food', input: value }]),
});

const example = 'new food: my shake 220 kcal 30p 12c 4f per 300ml';

type Run<Kind extends Input['kind']> = (ctx: CommandContext, value: Extract<Input, { kind: Kind }>) => Promise<Answer>;

const runs: { readonly [Kind in Input['kind']]: Run<Kind> } = {
  list: async (ctx) => ({ text: foodList(ctx, await ownFoodsOf(ctx)) }),
  async show(ctx, value) {
    const found = await findOwnFood(ctx, value.name);
    return { text: foodDetails(ctx, found, await recipeLinesOf(ctx, found.id)) };
  },
  async forget(ctx, value) {
    const { actionId, ...forgotten } = await forgetOwnFood(ctx, value.name);
    return done(`${capital(forgotten.name)} is off your list. What you have eaten of it stays.`, actionId);
  },
  keep,
  weigh: (ctx, { name: of, unit, grams }) => weighed(ctx, of, { kind: 'weigh', unit, grams }),
  serves: (ctx, { name: of, servings }) => weighed(ctx, of, { kind: 'serves', servings }),
  cooked: (ctx, { name: of, grams }) => weighed(ctx, of, { kind: 'cooked', grams }),
  async recipe(ctx, { parts, ...recipe }) {
    const figured = await partsOf(
      ctx,
      parts.map(({ foodId, foodName, grams }) => ({ foodId, foodName, grams })),
    );
    const made = await keepRecipe(ctx, { ...recipe, parts: figured });
    return keptRecipeCard(ctx, { ...made, name: recipe.name }, parts);
  },
  save,
  async 'keep-slot'(ctx, { name: slot, startsAt }) {
    const time = startsAt === null ? null : Temporal.PlainTime.from(startsAt);
    const { actionId } = await keepMealSlot(ctx, { name: slot, startsAt: time });
    const when = time ? ` at ${time.toString({ smallestUnit: 'minute' })}` : '';
    return done(
      [`${capital(slot)}${when} is one of your meals now. Log it like `, code(`${slot}: coffee and toast`), '.'],
      actionId,
    );
  },
  'list-slots': async (ctx) => ({ text: slotList(await mealSlotsOf(ctx)) }),
  async 'forget-slot'(ctx, value) {
    const { actionId, name: slot } = await forgetMealSlot(ctx, value.name);
    return done(`${capital(slot)} is no meal of yours any more. What you have logged under it stays.`, actionId);
  },
  leave: async () => ({ text: 'Nothing was kept. Write it again with the right figures whenever you like.' }),
};

const done = (text: Text, actionId: number): Answer => ({
  text,
  buttons: [[{ label: 'Undo', action: { command: 'undo', input: { actionId } } }]],
});

async function keep(ctx: CommandContext, value: Extract<Input, { kind: 'keep' }>): Promise<Answer> {
  const read = fromLabel(value.label);
  if (!read) return { text: noEnergy(value.label.name) };
  const macrosMissing = read.missing.filter((one) => one !== 'energy');
  const energyNote =
    macrosMissing.length > 0 ? `without ${macrosMissing.join(' and ')}` : value.isAsLabelled ? 'as on the label' : null;
  const actionId = await recordAction(ctx, value.label.name);
  const { version } = await keepOwnFood({ ...ctx, actionId }, { ...read.food, energyNote });
  return keptFoodCard(ctx, value.label, read, { actionId, version });
}

/** A meal that was eaten, as a recipe; where something of it has no weight, as a food known by the serving. */
async function save(ctx: CommandContext, value: Extract<Input, { kind: 'save' }>): Promise<Answer> {
  const day = value.day === null ? null : Temporal.PlainDate.from(value.day);
  const { parts, unweighed } = await mealParts(ctx, { messageId: ctx.repliesToId, slot: value.slot, day });
  if (unweighed.length === 0) {
    const servings = value.servings ?? (value.yieldG === null ? 1 : null);
    const made = await keepRecipe(ctx, { name: value.name, parts, yieldG: value.yieldG, servings });
    return keptRecipeCard(ctx, { ...made, name: value.name }, parts);
  }
  const all = [...parts, ...unweighed];
  const sum = (of: 'energyKcal' | 'proteinG' | 'carbsG' | 'fatG'): number =>
    all.reduce((total, one) => total + one[of], 0);
  // A macro that was not stated is not known of the whole either.
  const known = (of: 'proteinG' | 'carbsG' | 'fatG'): number | null =>
    all.every(({ nutrients }) => of in nutrients) ? sum(of) : null;
  const count = value.servings ?? 1;
  const served: Label = {
    ...nothing,
    name: value.name,
    energyKcal: sum('energyKcal'),
    proteinG: known('proteinG'),
    carbsG: known('carbsG'),
    fatG: known('fatG'),
    amount: { quantity: count, unit: 'serving', grams: value.yieldG, ml: null },
  };
  return keep(ctx, { kind: 'keep', label: kept(served), isAsLabelled: true });
}

const nothing = { fiberG: null, sugarG: null, saturatedFatG: null, alcoholG: null, sodiumMg: null, servings: [] };

async function weighed(ctx: CommandContext, of: string, weighing: Parameters<typeof weighOwnFood>[2]): Promise<Answer> {
  const { actionId, food: known } = await weighOwnFood(ctx, of, weighing);
  return done(lines(foodDetails(ctx, known, []), 'What you have eaten of it stays as it was.'), actionId);
}

const kept = (said: Label) => ({ ...said, servings: [...said.servings] });

function foodReading(read: OwnFoodReading): Reading<Input> {
  switch (read.kind) {
    case 'unfinished':
      return { problem: noEnergy(read.name) };
    case 'keep':
      return labelReading({ ...read.label, name: quoted(read.label.name) });
    case 'list':
      return { input: read };
    default:
      return { input: { ...read, name: quoted(read.name) } };
  }
}

const noEnergy = (of: string): Text => [
  `How many calories does ${quoted(of)} have, and in how much? Write it like `,
  code(`new food: ${quoted(of).toLowerCase()} 220 kcal 30p 12c 4f per 100g`),
  '.',
];

/** Labels whose energy and macros do not match are asked about once. */
function labelReading(said: Label): Reading<Input> {
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
    text: `You say ${given}, but its protein, carbs and fat give about ${expected}. Keep it as on the label?`,
    question: {
      about: 'amount',
      choices: [
        { label: 'Yes, keep it so', action: action({ ...value, isAsLabelled: true }) },
        { label: `Take ${expected}`, action: action({ ...value, label: { ...value.label, energyKcal: null } }) },
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
