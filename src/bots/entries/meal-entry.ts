import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { IndexedFood } from '../../domain/foods/food-index.ts';
import { nutritionOf } from '../../domain/foods/nutrition.ts';
import { massG } from '../../domain/foods/portion.ts';
import { portionFor } from '../../domain/foods/portion-for.ts';
import { logMeals, type MealInput } from '../../domain/meals/log-meals.ts';
import { wordKey } from '../../domain/users/word-meaning.ts';
import type { CommandContext, Given } from '../command.ts';
import type { Heard } from '../corrections/lesson.ts';
import { foodMeant } from '../language/open-food.ts';
import type { MealReading } from '../language/read-meals.ts';
import { learn } from '../learn.ts';
import { mealCard } from '../meal-card.ts';
import { quoted } from '../text.ts';
import type { EntryKind, Recorded } from './entry-kind.ts';

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
  /** Whether `nearest` are what its words may mean, and not only what comes near them. */
  isOpen: z.boolean().optional(),
  /** Whether its food was chosen when it was asked: it is what the words mean from then on. */
  isChosen: z.boolean().optional(),
  /** What of their own recipe is left out this time. */
  without: z.array(z.string()).optional(),
});

const mealEntry = z.object({
  kind: z.literal('meal'),
  slot: z.string().nullable(),
  day: z.iso.date(),
  isDaySaid: z.boolean(),
  time: z.iso.time().nullable(),
  items: z.array(item),
  /** Plain water that was drunk with it. */
  waterMl: z.number().nullable(),
});

type Food = z.infer<typeof food>;
type Item = z.infer<typeof item>;
export type MealEntry = z.infer<typeof mealEntry>;

/** More than this of one food nobody eats at once, in grams. */
const mostG = 10_000;

/** How many choices an unknown food is given. */
const nearestShown = 4;

/** What was eaten or drunk at one time. */
export const mealEntries: EntryKind<MealEntry> = {
  schema: mealEntry,
  name: ({ items, waterMl }) =>
    [...items.map(({ words, food: known }) => known?.name ?? words), ...(waterMl === null ? [] : ['water'])].join(', '),
  async record(ctx, meals): Promise<Recorded> {
    const known = meals.map(toVerb).filter(({ items, waterMl }) => items.length > 0 || waterMl !== null);
    const asked = askUnknown(ctx, meals);
    const asks = asked ? { asks: asked } : {};
    if (known.length === 0) return { actionId: null, text: null, ...asks };
    const logged = await logMeals(ctx, known);
    const notes = await learn({ ...ctx, actionId: logged.actionId }, chosenIn(meals));
    return { actionId: logged.actionId, text: mealCard(ctx, logged).text, notes, ...asks };
  },
  toContract: ({ slot, day, time, items, waterMl }) => [
    ...(items.length === 0
      ? []
      : [{ do: 'log-meal', slot, day, time: time?.slice(0, 5) ?? null, items: items.map(shown) }]),
    ...(waterMl === null ? [] : [{ do: 'log-metric', day, metric: 'water', value: waterMl, value2: null, unit: 'ml' }]),
  ],
};

/** What the language read, as it is kept. */
export function toMealEntry(read: MealReading, given: Given): MealEntry {
  return {
    kind: 'meal',
    slot: read.slot,
    day: read.day.toString(),
    isDaySaid: read.isDaySaid,
    time: read.time?.toString() ?? null,
    waterMl: read.waterMl,
    items: read.items.map((one) => {
      const { food: meant, choices } = foodMeant(one, given);
      const nearest = one.match ? choices.map((hit) => hit.food) : one.candidates.slice(0, nearestShown);
      const item: Item = {
        quantity: one.quantity,
        unit: one.unit,
        words: quoted(one.words),
        food: meant ? weighed(meant, one) : null,
        nearest: nearest.map((candidate) => weighed(candidate, one)),
      };
      if (choices.length > 0) item.isOpen = true;
      if (one.without) item.without = one.without.map((words) => quoted(words));
      return item;
    }),
  };
}

/** A kind sentence on amounts that cannot be; null when all can. */
export function mealProblem(meals: readonly MealEntry[]): string | null {
  const items = meals.length === 1 && meals[0] ? meals[0].items : meals.flatMap((meal) => meal.items);
  const nothing = items.find(({ quantity }) => quantity !== null && quantity <= 0);
  if (nothing)
    return `I read an amount of nothing for “${quoted(nothing.words)}”. Write it again with how much it was.`;
  const heaviest = items.find(({ food: known }) => (known?.grams ?? 0) > mostG)?.food;
  return heaviest
    ? `That would be ${Math.round(heaviest.grams / 1000)} kg of ${heaviest.name}. Write it again with how much it was.`
    : null;
}

/** What is known of its energy, in kcal. */
export const mealEnergy = ({ items }: MealEntry): number =>
  items.reduce((sum, { food: one }) => sum + (one ? (one.energyKcal * one.grams) / 100 : 0), 0);

function shown({ quantity, unit, words, food: known }: Item) {
  const figures = known ? nutritionOf(known, known.grams) : null;
  return {
    quantity,
    unit,
    food: words,
    foodName: known?.name ?? null,
    // What was weighed weighs so much, whatever it is.
    grams: known?.grams ?? massG(quantity, unit),
    energyKcal: figures?.energyKcal ?? null,
    proteinG: figures?.proteinG ?? null,
    carbsG: figures?.carbsG ?? null,
    fatG: figures?.fatG ?? null,
  };
}

function weighed(known: IndexedFood, one: MealReading['items'][number]): Food {
  const isWeighed = known === one.match && one.grams !== null && one.portionRule !== null;
  const portion = isWeighed
    ? { grams: one.grams, rule: one.portionRule, isAssumed: one.isAmountAssumed }
    : portionFor(known, one);
  const { energyKcal, proteinG, carbsG, fatG } = known.per100g;
  return {
    id: known.id,
    name: known.name,
    energyKcal,
    proteinG,
    carbsG,
    fatG,
    grams: portion.grams,
    portionRule: portion.rule,
    isAmountAssumed: portion.isAssumed,
  };
}

function toVerb({ slot, day, isDaySaid, time, waterMl, items }: MealEntry): MealInput {
  return {
    slot,
    isDaySaid,
    waterMl,
    day: Temporal.PlainDate.from(day),
    time: time === null ? null : Temporal.PlainTime.from(time),
    items: items.flatMap(({ words, quantity, unit, food: known, without = [] }) => {
      if (!known?.id) return [];
      const { id: foodId, grams, portionRule, isAmountAssumed } = known;
      return [{ foodId, words, quantity, unit, grams, portionRule, isAmountAssumed, without }];
    }),
  };
}

/** What was chosen when it was asked what some words mean. */
const chosenIn = (meals: readonly MealEntry[]): Heard[] =>
  meals.flatMap(({ items }) =>
    items.flatMap(({ words, food: known, isChosen }): Heard[] =>
      isChosen && known?.id ? [{ lesson: { kind: 'food', words, id: known.id, name: known.name }, isSure: true }] : [],
    ),
  );

/** Asks which food was meant by the first unknown one; an answer records it and goes on with the other unknown ones. */
function askUnknown({ given }: CommandContext, meals: readonly MealEntry[]): NonNullable<Recorded['asks']> | null {
  const [open, ...later] = meals
    .map((one) => ({ ...one, waterMl: null, items: one.items.filter((each) => each.food === null) }))
    .filter(({ items }) => items.length > 0);
  const [unknown, ...rest] = open?.items ?? [];
  if (!open || !unknown) return null;
  const words = quoted(unknown.words);
  const isDismissed = !unknown.isOpen && given.words?.asked.has(wordKey(words));
  if (unknown.nearest.length === 0 || isDismissed)
    return { text: `I do not know “${words}” yet. Your words are kept; try another name for it.` };
  return askFood(unknown, (answered) => [{ ...open, items: [answered, ...rest] }, ...later]);
}

/** The lone item of a message, where it has to be asked what its words mean before anything is recorded. */
export function askOpen(meals: readonly MealEntry[]): NonNullable<Recorded['asks']> | null {
  const [meal, another] = meals;
  const [open, more] = meal?.items ?? [];
  if (!meal || another || !open?.isOpen || more) return null;
  return askFood(open, (answered) => [{ ...meal, items: [answered] }]);
}

function askFood(open: Item, entriesWith: (answered: Item) => readonly MealEntry[]): NonNullable<Recorded['asks']> {
  const { words, nearest, isOpen = false } = open;
  const choices = nearest.map((candidate) => {
    const answered: Item = { ...open, food: candidate, nearest: [], isOpen: false, isChosen: true };
    return {
      label: quoted(candidate.name),
      action: { command: 'log', input: { entries: entriesWith(answered) } },
    };
  });
  const text = isOpen
    ? `What do you mean by “${words}”? I ask this only once.`
    : `I do not know “${words}”. Which of these comes nearest?`;
  return { text, question: { about: 'food', words, choices, ...(isOpen ? { isOnce: true } : {}) } };
}
