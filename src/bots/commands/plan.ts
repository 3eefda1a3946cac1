import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { recordAction } from '../../domain/conversation/record-action.ts';
import { daysName } from '../../domain/diets/diet-days.ts';
import { eatPlanned } from '../../domain/diets/eat-planned.ts';
import { plannedMeals } from '../../domain/diets/planned-meals.ts';
import { setOwnPlan } from '../../domain/diets/set-own-plan.ts';
import { settlePlan } from '../../domain/diets/settle-plan.ts';
import { portionFor } from '../../domain/foods/portion-for.ts';
import { answerPlan } from '../answers/answer-standing.ts';
import { onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext, Given, Reading } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { plannedFood } from '../diet-input.ts';
import { capital } from '../format.ts';
import { compileDiet, compileMeal } from '../language/diet-compile.ts';
import { type PlanRequest, readPlan } from '../language/diet-plan.ts';
import type { ReadItem } from '../language/read-meals.ts';
import { mealCard } from '../meal-card.ts';
import { adherenceText, planMeals } from '../plan-card.ts';
import { withRatingRow } from '../rating-row.ts';
import { faultsText } from '../template-faults.ts';
import { bold, code, lines, quoted } from '../text.ts';

const eatenFood = z.object({
  foodId: z.number().nullable(),
  words: z.string(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  grams: z.number(),
  portionRule: z.string(),
  isAmountAssumed: z.boolean(),
});

const slot = z.string().max(40);
const weekdays = z.array(z.number().int().min(1).max(7)).min(1);
const kept = { weekdays, slot, text: z.string().max(1000), items: z.array(plannedFood) };

const input = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('show'), day: z.iso.date() }),
  z.object({ kind: z.literal('week') }),
  z.object({ kind: z.literal('adherence') }),
  /** Without slots it is asked which; an empty list is all of the day. */
  z.object({
    kind: z.literal('eat'),
    slots: z.array(slot).nullable(),
    day: z.iso.date(),
    isDaySaid: z.boolean(),
    option: z.number().int().nonnegative(),
    swaps: z.array(z.object({ instead: z.string(), item: eatenFood })),
    /** Whether it is a button of the plan's card: the meal is then of no message, and the card goes on. */
    isOfCard: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('set'), meals: z.array(z.object(kept)).min(1) }),
  z.object({ kind: z.literal('clear'), weekdays, slot: slot.nullable() }),
]);

type Input = z.infer<typeof input>;
type Eat = Extract<Input, { kind: 'eat' }>;

export const plan = defineCommand<Input>({
  name: 'plan',
  summary: 'See your plan, log it as eaten, or write your own',
  examples: [
    '/plan',
    'ate as planned',
    'lunch as planned but tofu instead of chicken',
    'my plan monday breakfast: 80g oats',
  ],
  effect: 'record',
  options: z.object({
    what: z.string().max(300).optional().describe('tomorrow, week, adherence, monday breakfast: 80g oats'),
  }),
  input,
  parse(text, given) {
    const read = readPlan(text, given);
    if (read) return toReading(read, given);
    return /^\s*\/plan\b/i.test(text)
      ? {
          problem: [
            'Write it like ',
            code('/plan tomorrow'),
            ', ',
            code('/plan week'),
            ' or ',
            code('/plan monday breakfast: 80g oats'),
            '.',
          ],
        }
      : null;
  },
  async run(ctx, value) {
    switch (value.kind) {
      case 'show': {
        await settlePlan(ctx);
        const day = Temporal.PlainDate.from(value.day);
        const answer = await answerPlan(ctx, { from: day, to: day });
        const hasPlan = (await planMeals(ctx, day)).texts.length > 0 || ctx.given.hasCoach === true;
        return hasPlan ? answer : { ...answer, text: lines(answer.text, writeOwn) };
      }
      case 'week': {
        await settlePlan(ctx);
        const today = todayOf(ctx);
        const monday = today.subtract({ days: today.dayOfWeek - 1 });
        return answerPlan(ctx, { from: monday, to: monday.add({ days: 6 }) });
      }
      case 'adherence':
        return { text: (await adherenceText(ctx)) ?? noPlan };
      case 'eat':
        return eat(ctx, value);
      case 'set':
        return set(ctx, value.meals);
      case 'clear': {
        const { actionId } = await setOwnPlan(ctx, { ...value, meal: null });
        const what = value.slot === null ? 'The plan' : capital(quoted(value.slot));
        return {
          text: `${what} is cleared${ofDays(value.weekdays)}. What you have logged stays.`,
          buttons: undoRow(actionId),
        };
      }
    }
  },
  toContract: (value) => [{ do: 'command', name: 'plan', input: value }],
});

const writeOwn = ['Write a plan of your own like ', code('my plan monday breakfast: 80g oats, banana'), '.'];
const noPlan = ['There is no plan yet. ', writeOwn];

const undoRow = (actionId: number): NonNullable<Answer['buttons']> => [
  [{ label: 'Undo', action: { command: 'undo', input: { actionId } } }],
];

/** " on weekdays", " on Monday, Friday"; nothing for every day. */
function ofDays(days: readonly number[]): string {
  if (days.length === 7) return '';
  const name = daysName(days);
  return ` on ${name.startsWith('Week') ? name.toLowerCase() : name}`;
}

function toReading(read: PlanRequest, given: Given): Reading<Input> {
  switch (read.kind) {
    case 'show':
      return { input: { kind: 'show', day: read.day.toString() } };
    case 'week':
    case 'adherence':
      return { input: { kind: read.kind } };
    case 'clear':
      return { input: { ...read, weekdays: [...read.weekdays] } };
    case 'eat':
      return {
        input: {
          ...{ kind: 'eat', day: read.day.toString(), isDaySaid: read.isDaySaid, option: 0 },
          slots: read.slots === null ? null : [...read.slots],
          swaps: read.swaps.flatMap(({ instead, item }) => {
            const eaten = toEaten(item);
            return eaten ? [{ instead: quoted(instead), item: eaten }] : [];
          }),
        },
      };
    case 'set': {
      const compiled = compileMeal(read.text, given);
      if ('faults' in compiled) return { problem: faultsText(compiled.faults) };
      const { text, items } = compiled;
      return {
        input: { kind: 'set', meals: [{ weekdays: [...read.weekdays], slot: read.slot, text, items: [...items] }] },
      };
    }
    case 'write': {
      const compiled = compileDiet(read.text, given, read.firstLine);
      if ('faults' in compiled) return { problem: faultsText(compiled.faults) };
      if (compiled.diet.meals.length === 0) return { problem: 'There is no meal in that plan.' };
      // Days of their own come after every day's, so they take the place of those.
      const meals = compiled.diet.meals.map(({ weekday, slot: of, text, items }) => ({
        ...{ weekdays: weekday === null ? [1, 2, 3, 4, 5, 6, 7] : [weekday], slot: of, text: text ?? '' },
        items: [...items],
      }));
      return { input: { kind: 'set', meals } };
    }
  }
}

function toEaten(item: ReadItem): z.infer<typeof eatenFood> | null {
  const { match, words, quantity, unit } = item;
  if (!match) return null;
  const portion =
    item.grams !== null && item.portionRule !== null
      ? { grams: item.grams, rule: item.portionRule, isAssumed: item.isAmountAssumed }
      : portionFor(match, item);
  const { grams, rule, isAssumed } = portion;
  return {
    foodId: match.id,
    words: quoted(words),
    quantity,
    unit,
    grams,
    portionRule: rule,
    isAmountAssumed: isAssumed,
  };
}

async function set(ctx: CommandContext, meals: Extract<Input, { kind: 'set' }>['meals']): Promise<Answer> {
  const actionId = await recordAction(
    ctx,
    meals.length === 1 ? `plan for ${meals[0]?.slot}` : `plan of ${meals.length} meals`,
  );
  for (const { weekdays: days, slot: of, ...meal } of meals)
    await setOwnPlan({ ...ctx, actionId }, { weekdays: days, slot: of, meal });
  const [only] = meals;
  const said =
    only && meals.length === 1
      ? [
          bold(`Planned for ${quoted(only.slot)}${ofDays(only.weekdays)}: `),
          quoted(only.text.replaceAll('\n', ' · '), 300),
        ]
      : `I have put ${meals.length} meals into your plan.`;
  const today = todayOf(ctx);
  const { texts } = await planMeals(ctx, today);
  return {
    text: lines(said, ...(texts.length > 0 ? [bold('Planned for today:'), ...texts] : [])),
    buttons: undoRow(actionId),
  };
}

async function eat(ctx: CommandContext, value: Eat): Promise<Answer> {
  await settlePlan(ctx);
  const day = Temporal.PlainDate.from(value.day);
  if (value.slots === null) {
    const open = (await plannedMeals(ctx, day)).filter(({ eaten, items }) => eaten === null && items.length > 0);
    if (open.length > 1) {
      const all = open.map((meal) => meal.slot);
      const choose = (label: string, slots: readonly string[]) => ({
        label,
        action: { command: 'plan', input: { ...value, slots } },
      });
      return {
        text: `Which of it ${onDay(day, todayOf(ctx))}?`,
        question: {
          about: 'meaning',
          choices: [...all.slice(0, 4).map((of) => choose(capital(quoted(of, 60)), [of])), choose('All of it', all)],
        },
      };
    }
    return ate(ctx, { ...value, slots: open.map((meal) => meal.slot) }, day);
  }
  return ate(ctx, value, day);
}

async function ate(ctx: CommandContext, value: Eat, day: Temporal.PlainDate): Promise<Answer> {
  const slots = value.slots && value.slots.length > 0 ? value.slots : null;
  const about = value.isOfCard ? { ...ctx, sourceMessageId: null } : ctx;
  const logged = await eatPlanned(about, { ...value, day, slots });
  const left = logged.left.map((one) => quoted(one)).join(', ');
  const card = mealCard(about, logged);
  const told =
    left === '' ? card : { ...card, text: lines(card.text, `Not logged, since I no longer know it: ${left}.`) };
  if (value.isOfCard) return { ...told, isBelow: true, sourceMessageId: null, ...(await planGoesOn(ctx, day)) };
  const meals = logged.meals.map((meal) => ({
    slot: meal.slot,
    day: meal.day.toString(),
    energyKcal: meal.items.reduce((sum, { energyKcal }) => sum + energyKcal, 0),
  }));
  return withRatingRow(ctx, told, meals);
}

/** The plan's card as it is now, in its place. */
async function planGoesOn(ctx: CommandContext, day: Temporal.PlainDate): Promise<Pick<Answer, 'changes'>> {
  if (ctx.pressedId === undefined) return {};
  const { text, buttons = [] } = await answerPlan(ctx, { from: day, to: day });
  return { changes: { deliveryId: ctx.pressedId, sourceMessageId: ctx.sourceMessageId, text, buttons } };
}
