import { Temporal } from 'temporal-polyfill';
import { eatPlanned } from '../../domain/diets/eat-planned.ts';
import { plannedMeals } from '../../domain/diets/planned-meals.ts';
import { settlePlan } from '../../domain/diets/settle-plan.ts';
import { answerPlan } from '../answers/answer-standing.ts';
import { onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { capital } from '../format.ts';
import { mealCard } from '../meal-card.ts';
import { withRatingRow } from '../rating-row.ts';
import { lines, quoted } from '../text.ts';
import type { PlanInput } from './plan-input.ts';

type Eat = Extract<PlanInput, { kind: 'eat' }>;

/** Logs what was planned as eaten; which of it is asked where it is not said. */
export async function eat(ctx: CommandContext, value: Eat): Promise<Answer> {
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
