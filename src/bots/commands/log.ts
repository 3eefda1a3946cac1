import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { IndexedFood } from '../../domain/foods/food-index.ts';
import { nutritionOf } from '../../domain/foods/nutrition.ts';
import { portionFor } from '../../domain/foods/portion-for.ts';
import { logMeal, type MealItemInput } from '../../domain/meals/log-meal.ts';
import { noteZoneAsked } from '../../domain/users/settings.ts';
import type { Answer, CommandContext, Question } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { type MealReading, readMeal } from '../language/read-meal.ts';
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

const input = z.object({
  slot: z.string().nullable(),
  day: z.iso.date(),
  isDaySaid: z.boolean(),
  time: z.iso.time().nullable(),
  items: z.array(item).min(1),
});

type Food = z.infer<typeof food>;
type Item = z.infer<typeof item>;
type Input = z.infer<typeof input>;

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
  input,
  parse(text, given) {
    const [, slash, rest = ''] = /^(\/log\b)?\s*([^]*)$/iu.exec(text) ?? [];
    if (slash && rest === '') return { problem: 'Say what you ate, for example: 200g rice, 2 eggs' };
    const read = readMeal(slash ? `ate ${rest}` : text, given);
    if (read === null) return slash ? { problem: 'I did not find a food in that. For example: /log 200g rice lunch' } : null;
    if ('question' in read) return { question: { about: read.question.about, choices: [] }, text: read.question.text };
    return { input: toInput(read) };
  },
  async run(ctx, meal) {
    const known = meal.items.flatMap((one) => (one.food?.id ? [toVerb(one, one.food, one.food.id)] : []));
    const unknown = meal.items.find((one) => one.food === null);
    const question = unknown ? whichFood(meal, unknown) : null;
    if (known.length === 0) return question ?? { text: 'I did not find a food in that.' };
    const logged = await logMeal(ctx, {
      slot: meal.slot,
      day: Temporal.PlainDate.from(meal.day),
      isDaySaid: meal.isDaySaid,
      time: meal.time === null ? null : Temporal.PlainTime.from(meal.time),
      items: known,
    });
    const card = mealCard(ctx, logged);
    if (question) return { ...card, ...question, text: lines(card.text, '', question.text) };
    return askZoneOnce(ctx, card);
  },
  toContract(meal) {
    return {
      do: 'log-meal',
      slot: meal.slot,
      day: meal.day,
      time: meal.time?.slice(0, 5) ?? null,
      items: meal.items.map(({ quantity, unit, words, food: known }) => {
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
      }),
    };
  },
});

function toInput(read: MealReading): Input {
  return {
    slot: read.slot,
    day: read.day.toString(),
    isDaySaid: read.isDaySaid,
    time: read.time?.toString() ?? null,
    items: read.items.map((one) => ({
      quantity: one.quantity,
      unit: one.unit,
      words: quoted(one.words),
      food: one.match ? weighed(one.match, one) : null,
      nearest: one.match ? [] : one.candidates.slice(0, nearestShown).map((candidate) => weighed(candidate, one)),
    })),
  };
}

function weighed(known: IndexedFood, amount: MealReading['items'][number]): Food {
  const portion = portionFor(known, amount);
  return {
    id: known.id,
    name: known.name,
    ...known.per100g,
    grams: portion.grams,
    portionRule: portion.rule,
    isAmountAssumed: portion.isAssumed,
  };
}

const toVerb = ({ words, quantity, unit }: Item, known: Food, foodId: number): MealItemInput => ({
  foodId,
  words,
  quantity,
  unit,
  grams: known.grams,
  portionRule: known.portionRule,
  isAmountAssumed: known.isAmountAssumed,
});

/** Asks which food was meant by the first unknown one; each answer records it and goes on with the other unknown ones. */
function whichFood(meal: Input, unknown: Item): Answer {
  const rest = meal.items.filter((one) => one.food === null && one !== unknown);
  const choices = unknown.nearest.map((candidate) => ({
    label: quoted(candidate.name),
    action: { command: 'log', input: { ...meal, items: [{ ...unknown, food: candidate, nearest: [] }, ...rest] } },
  }));
  const words = quoted(unknown.words);
  if (choices.length === 0)
    return { text: `I do not know “${words}” yet. Your words are kept; try another name for it.` };
  const question: Question = { about: 'food', choices };
  return { text: `I do not know “${words}”. Which of these comes nearest?`, question };
}

/** The first card asks, once, where the person's days begin and end. */
async function askZoneOnce(ctx: CommandContext, card: Answer): Promise<Answer> {
  if (ctx.user.timeZone !== null || ctx.user.zoneAskedAt !== null) return card;
  await noteZoneAsked(ctx);
  return {
    ...card,
    text: lines(card.text, '', 'Which city are you in? Then your days start and end with yours; until I know, they are in UTC.'),
    question: { about: 'time', choices: [], template: '/settings city %' },
  };
}
