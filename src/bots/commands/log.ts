import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { IndexedFood } from '../../domain/foods/food-index.ts';
import { nutritionOf } from '../../domain/foods/nutrition.ts';
import { portionFor } from '../../domain/foods/portion-for.ts';
import { logMeals, type MealInput } from '../../domain/meals/log-meals.ts';
import { noteZoneAsked } from '../../domain/users/settings.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { type MealReading, readMeals } from '../language/read-meals.ts';
import { mealCard } from '../meal-card.ts';
import { lines, quoted } from '../text.ts';

const food = z.object({
  id: z.number().nullable(),
  name: z.string(),
  energyKcal: z.number(),
  proteinG: z.number(),
  carbsG: z.number(),
  fatG: z.number(),
  grams: z.number(),
  portionRule: z.string(),
  isAmountAssumed: z.boolean(),
});

const item = z.object({
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  words: z.string(),
  /** Null: nothing we know has that name; `nearest` has what comes close. */
  food: food.nullable(),
  nearest: z.array(food),
});

const meal = z.object({
  slot: z.string().nullable(),
  day: z.iso.date(),
  isDaySaid: z.boolean(),
  time: z.iso.time().nullable(),
  items: z.array(item),
  /** Plain water that was drunk with it. */
  waterMl: z.number().nullable(),
});

const input = z.object({ meals: z.array(meal).min(1) });

type Food = z.infer<typeof food>;
type Item = z.infer<typeof item>;
type Meal = z.infer<typeof meal>;
type Input = z.infer<typeof input>;

/** More than this of one food nobody eats at once, in grams. */
const mostG = 10_000;

/** How many choices an unknown food is given. */
const nearestShown = 4;

export const log = defineCommand<Input>({
  name: 'log',
  summary: 'Record what you ate or drank',
  examples: ['ate 200g rice lunch', '2 eggs, toast and a coffee for breakfast', 'yesterday dinner: steak 250g, fries'],
  effect: 'record',
  options: z.object({
    food: z.string().describe('What it was, with its amount: 200g rice, 2 eggs').meta({ suggests: true }),
    meal: z.enum(['breakfast', 'lunch', 'dinner', 'snack', 'drink']).optional().describe('Which meal'),
    day: z.string().max(40).optional().describe('Which day: yesterday, monday'),
  }),
  // Bare, "coffee drink" would be the name of a food.
  sayOption: (name, value) => (name === 'meal' ? `for ${value}` : value),
  input,
  parse(text, given) {
    const [, slash, rest = ''] = /^(\/log\b)?\s*(.*)$/isu.exec(text) ?? [];
    if (slash && rest === '') return { problem: 'Say what you ate, for example: 200g rice, 2 eggs' };
    const read = readMeals(slash ? `ate ${rest}` : text, given);
    if (read === null)
      return slash ? { problem: 'I did not find a food in that. Write it like: 200g rice lunch' } : null;
    if ('about' in read)
      return { text: 'What was it? Write the food with its amount.', question: { about: read.about, choices: [] } };
    const nothing = read.flatMap(({ items }) => items).find(({ quantity }) => quantity !== null && quantity <= 0);
    if (nothing)
      return {
        problem: `I read an amount of nothing for “${quoted(nothing.words)}”. Write it again with how much it was.`,
      };
    const meals = read.map(toMeal);
    const heaviest = meals.flatMap(({ items }) => items).find(({ food: known }) => (known?.grams ?? 0) > mostG);
    if (heaviest?.food)
      return {
        problem: `That would be ${Math.round(heaviest.food.grams / 1000)} kg of ${heaviest.food.name}. Write it again with how much it was.`,
      };
    return { input: { meals } };
  },
  async run(ctx, { meals }) {
    const known = meals.map(toVerb).filter(({ items, waterMl }) => items.length > 0 || waterMl !== null);
    const question = askUnknown(meals);
    if (known.length === 0) return question ?? { text: 'I did not find a food in that.' };
    const card = mealCard(ctx, await logMeals(ctx, known));
    return question ? { ...card, ...question, text: lines(card.text, '', question.text) } : askZoneOnce(ctx, card);
  },
  toContract: ({ meals }) =>
    meals.flatMap(({ slot, day, time, items, waterMl }) => [
      ...(items.length === 0
        ? []
        : [{ do: 'log-meal', slot, day, time: time?.slice(0, 5) ?? null, items: items.map(shown) }]),
      ...(waterMl === null
        ? []
        : [{ do: 'log-metric', day, metric: 'water', value: waterMl, value2: null, unit: 'ml' }]),
    ]),
});

function shown({ quantity, unit, words, food: known }: Item) {
  const figures = known ? nutritionOf(known, known.grams) : null;
  return {
    quantity,
    unit,
    food: words,
    foodName: known?.name ?? null,
    grams: known?.grams ?? null,
    energyKcal: figures?.energyKcal ?? null,
    proteinG: figures?.proteinG ?? null,
    carbsG: figures?.carbsG ?? null,
    fatG: figures?.fatG ?? null,
  };
}

function toMeal(read: MealReading): Meal {
  return {
    slot: read.slot,
    day: read.day.toString(),
    isDaySaid: read.isDaySaid,
    time: read.time?.toString() ?? null,
    waterMl: read.waterMl,
    items: read.items.map((one) => ({
      quantity: one.quantity,
      unit: one.unit,
      words: quoted(one.words),
      food: one.match ? weighed(one.match, one) : null,
      nearest: one.match ? [] : one.candidates.slice(0, nearestShown).map((candidate) => weighed(candidate, one)),
    })),
  };
}

function weighed(known: IndexedFood, one: MealReading['items'][number]): Food {
  const isWeighed = known === one.match && one.grams !== null && one.portionRule !== null;
  const portion = isWeighed
    ? { grams: one.grams, rule: one.portionRule, isAssumed: one.isAmountAssumed }
    : portionFor(known, one);
  return {
    id: known.id,
    name: known.name,
    ...known.per100g,
    grams: portion.grams,
    portionRule: portion.rule,
    isAmountAssumed: portion.isAssumed,
  };
}

function toVerb({ items, ...said }: Meal): MealInput {
  return {
    ...said,
    day: Temporal.PlainDate.from(said.day),
    time: said.time === null ? null : Temporal.PlainTime.from(said.time),
    items: items.flatMap(({ words, quantity, unit, food: known }) => {
      if (!known?.id) return [];
      const { id: foodId, grams, portionRule, isAmountAssumed } = known;
      return [{ foodId, words, quantity, unit, grams, portionRule, isAmountAssumed }];
    }),
  };
}

/** Asks which food was meant by the first unknown one; an answer records it and goes on with the other unknown ones. */
function askUnknown(meals: readonly Meal[]): Answer | null {
  const [open, ...later] = meals
    .map((one) => ({ ...one, waterMl: null, items: one.items.filter((each) => each.food === null) }))
    .filter(({ items }) => items.length > 0);
  const [unknown, ...rest] = open?.items ?? [];
  if (!open || !unknown) return null;
  const words = quoted(unknown.words);
  if (unknown.nearest.length === 0)
    return { text: `I do not know “${words}” yet. Your words are kept; try another name for it.` };
  const choices = unknown.nearest.map((candidate) => {
    const answered = { ...open, items: [{ ...unknown, food: candidate, nearest: [] }, ...rest] };
    return { label: quoted(candidate.name), action: { command: 'log', input: { meals: [answered, ...later] } } };
  });
  return { text: `I do not know “${words}”. Which of these comes nearest?`, question: { about: 'food', choices } };
}

/** The first card asks, once, where the person's days begin and end. */
async function askZoneOnce(ctx: CommandContext, card: Answer): Promise<Answer> {
  if (ctx.user.timeZone !== null || ctx.user.zoneAskedAt !== null) return card;
  await noteZoneAsked(ctx);
  return {
    ...card,
    text: lines(
      card.text,
      '',
      'Which city are you in? Then your days start and end with yours; until I know, they are in UTC.',
    ),
    question: { about: 'time', choices: [], template: '/settings here %' },
  };
}
