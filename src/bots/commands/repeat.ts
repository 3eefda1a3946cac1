import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { nutritionOf } from '../../domain/foods/nutrition.ts';
import { portionFor } from '../../domain/foods/portion-for.ts';
import { findRepeated, type WhichMeal } from '../../domain/meals/find-repeated.ts';
import type { PastMeal } from '../../domain/meals/past-meals.ts';
import { repeatMeal } from '../../domain/meals/repeat-meal.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { capital } from '../format.ts';
import { type RepeatReading, readRepeat } from '../language/read-repeat.ts';
import { mealCard } from '../meal-card.ts';
import { mealLabel, offerMeals } from '../offer-meals.ts';
import { withRatingRow } from '../rating-row.ts';
import { lines, quoted } from '../text.ts';

const plus = z.object({
  foodId: z.number().nullable(),
  foodName: z.string(),
  words: z.string(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  grams: z.number(),
  portionRule: z.string(),
  isAmountAssumed: z.boolean(),
  energyKcal: z.number(),
  proteinG: z.number(),
  carbsG: z.number(),
  fatG: z.number(),
});

const eaten = {
  /** The day it is eaten on. */
  day: z.iso.date(),
  isDaySaid: z.boolean(),
  /** What is left out this time, and what is eaten with it. */
  without: z.array(z.string()),
  plus: z.array(plus),
};

const input = z.discriminatedUnion('kind', [
  /** What was said of it; `slot` is the one it is eaten in, `fromSlot` and `from` where it is taken from. */
  z.object({
    kind: z.literal('find'),
    what: z.enum(['last', 'slot', 'day', 'whole', 'usual']),
    slot: z.string().nullable(),
    fromSlot: z.string().nullable(),
    from: z.iso.date().nullable(),
    ...eaten,
  }),
  /** These entries, or only some of their items. Without a slot each keeps its own. */
  z.object({
    kind: z.literal('meal'),
    mealIds: z.array(z.number()).min(1),
    itemIds: z.array(z.number()).nullable(),
    slot: z.string().nullable().optional(),
    ...eaten,
  }),
  z.object({ kind: z.literal('offer') }),
]);

type Input = z.infer<typeof input>;
type Meal = Extract<Input, { kind: 'meal' }>;
type Find = Extract<Input, { kind: 'find' }>;

export const repeat = defineCommand<Input>({
  name: 'repeat',
  summary: 'Eat the same again',
  examples: ['same breakfast as yesterday', 'again', 'my usual lunch'],
  effect: 'record',
  options: z.object({
    what: z.string().max(100).optional().describe("yesterday's dinner, same lunch as monday, my usual lunch"),
  }),
  input,
  cues: /same|again|usual|regular|standard|normal|go-to|default|always|copy|duplicate|repeat|clone|redo|re-?log|ditto|\b(?:as|like|once)\b/,
  parse(text, given) {
    const [, slash, rest = ''] = /^\s*(\/repeat\b)?\s*(.*)$/isu.exec(text) ?? [];
    if (slash && rest === '') return { input: { kind: 'offer' } };
    const read = readRepeat(rest, given) ?? (slash ? readRepeat(`repeat ${rest}`, given) : null);
    if (read) return { input: toInput(read) };
    return slash ? { problem: 'What shall I repeat? Write it like: same breakfast as yesterday' } : null;
  },
  async run(ctx, value) {
    switch (value.kind) {
      case 'offer':
        return (
          (await offerMeals(ctx)) ?? {
            text: 'I know too little of your meals yet. Write what you ate: 200g rice lunch',
          }
        );
      case 'meal':
        return eat(ctx, value);
      case 'find':
        return find(ctx, value);
    }
  },
  toContract(value) {
    if (value.kind !== 'find') return [];
    const { slot, fromSlot, from, day } = value;
    const items = value.plus.map(({ words, foodName, portionRule, isAmountAssumed, foodId, ...item }) => ({
      food: words,
      foodName,
      ...item,
    }));
    const also = items.length > 0 ? [{ do: 'log-meal', slot, day, time: null, items }] : [];
    return [{ do: 'repeat', slot: slot ?? fromSlot, from, day }, ...also];
  },
});

function toInput({ day, from, without, plus: added, ...read }: RepeatReading): Find {
  return {
    kind: 'find',
    ...read,
    from: from?.toString() ?? null,
    day: day.toString(),
    without: without.map((words) => quoted(words)),
    plus: added.flatMap((item) => {
      if (!item.match) return [];
      const isWeighed = item.grams !== null && item.portionRule !== null;
      const portion = isWeighed
        ? { grams: item.grams, rule: item.portionRule, isAssumed: item.isAmountAssumed }
        : portionFor(item.match, item);
      return [
        {
          foodId: item.match.id,
          foodName: item.match.name,
          words: quoted(item.words),
          quantity: item.quantity,
          unit: item.unit,
          grams: portion.grams,
          portionRule: portion.rule,
          isAmountAssumed: portion.isAssumed,
          ...nutritionOf(item.match.per100g, portion.grams),
        },
      ];
    }),
  };
}

async function find(ctx: CommandContext, value: Find): Promise<Answer> {
  const found = await findRepeated(ctx, whichOf(ctx, value));
  const { day, isDaySaid, without, plus: added } = value;
  // Said without a slot, each meal stays what it was; "same as lunch" is no lunch.
  const keepsSlot = value.slot === null && value.what !== 'slot';
  const mealOf = (meals: readonly PastMeal[]): Meal => ({
    ...{ kind: 'meal', mealIds: meals.flatMap(({ mealIds }) => mealIds), itemIds: null },
    ...(keepsSlot ? {} : { slot: value.slot }),
    ...{ day, isDaySaid, without, plus: added },
  });
  if ('meals' in found) return eat(ctx, mealOf(found.meals));
  const isUsual = value.what === 'usual';
  const choices = found.options.map((option) => ({
    label: mealLabel(option, ctx.user, !isUsual && option.slot !== null ? `${capital(option.slot)}: ` : ''),
    action: { command: 'repeat', input: mealOf([option]) },
  }));
  const all = { label: 'All of it', action: { command: 'repeat', input: mealOf(found.options) } };
  return {
    text: isUsual
      ? `You have no clear usual ${value.slot ?? 'meal'} yet. Which one was it?`
      : 'Which meal of that day?',
    question: { about: 'meaning', choices: isUsual ? choices : [...choices, all] },
  };
}

function whichOf(ctx: CommandContext, { what, fromSlot, from }: Find): WhichMeal {
  const day = from === null ? null : Temporal.PlainDate.from(from);
  if (what === 'usual') return { what, slot: fromSlot };
  if (what === 'whole' && day) return { what, day };
  if (what === 'day' && day) return { what, day, slot: fromSlot };
  if (what === 'slot' && fromSlot !== null) return { what, slot: fromSlot };
  return { what: 'last', messageId: ctx.repliesToId };
}

async function eat(ctx: CommandContext, value: Meal): Promise<Answer> {
  const repeated = await repeatMeal(ctx, {
    ...value,
    day: Temporal.PlainDate.from(value.day),
    plus: value.plus.map(({ foodName, energyKcal, proteinG, carbsG, fatG, ...item }) => item),
  });
  const card = mealCard(ctx, repeated);
  const meals = repeated.meals.map(({ day, slot, items }) => ({
    slot,
    day: day.toString(),
    energyKcal: items.reduce((sum, { energyKcal }) => sum + energyKcal, 0),
  }));
  const { notThere } = repeated;
  const note = notThere.length === 0 ? null : `There was no ${notThere.join(' or ')} in it to leave out.`;
  return withRatingRow(ctx, { ...card, text: lines(card.text, note) }, meals);
}
