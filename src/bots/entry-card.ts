import { Temporal } from 'temporal-polyfill';
import { weightTrend } from '../domain/body/weight-trend.ts';
import { findCardOf } from '../domain/conversation/find-source.ts';
import { entryOfMessage } from '../domain/entries/entry-of-message.ts';
import { targetFor } from '../domain/goals/target-for.ts';
import { dayOverview } from '../domain/meals/day-overview.ts';
import type { RecordedMeal } from '../domain/meals/meals-of-message.ts';
import { workoutOverview } from '../domain/training/workout-overview.ts';
import { localDay } from '../domain/users/local-day.ts';
import { zoneOf } from '../domain/users/user.ts';
import type { Answer, CommandContext } from './command.ts';
import { dayLine } from './format.ts';
import { mealCard } from './meal-card.ts';
import { metricsCard } from './metrics-card.ts';
import { type RateableMeal, withRatings } from './rating-row.ts';
import { lines, type Text } from './text.ts';
import { undoButton } from './undo-button.ts';
import { workoutCard } from './workout-card.ts';

type Day = Temporal.PlainDate;

/**
 * The card of all that a written message records now, as the database has it; `actionId` is what its button undoes.
 * `left` are days that something of it was moved from or taken off, whose sums are shown as well. Null where the message
 * records nothing any more.
 */
export async function entryCard(
  ctx: CommandContext,
  messageId: number,
  actionId: number,
  left: readonly Day[] = [],
): Promise<Answer | null> {
  const entry = await entryOfMessage(ctx, messageId);
  if (!entry) return null;
  const { meals, workouts, measurements } = entry;
  const texts: (Text | null)[] = [];
  if (measurements.length > 0) {
    const water = measurements.filter(({ metric }) => metric === 'water').map(({ day }) => day);
    const trend = measurements.some(({ metric }) => metric === 'weight') ? await weightTrend(ctx) : null;
    const logged = { actionId, measurements, trend, water: await waterOf(ctx, distinct(water)) };
    texts.push(metricsCard(ctx, logged).text);
  }
  if (workouts.length > 0) {
    const overviews = [];
    for (const { id } of workouts) {
      const overview = await workoutOverview(ctx, id);
      if (overview) overviews.push(overview);
    }
    texts.push(workoutCard(ctx, actionId, overviews).text);
  }
  const days = await daysOf(ctx, distinct([...left, ...meals.map(({ day }) => day)]));
  if (meals.length > 0) texts.push(mealCard(ctx, { actionId, meals: [...meals], days }).text);
  else texts.push(...dayLines(ctx, days));
  const card: Answer = {
    text: lines(...texts),
    buttons: [[undoButton(actionId)]],
  };
  return withRatings(ctx, card, messageId, meals.map(rateable));
}

const rateable = ({ day, slot, items }: RecordedMeal): RateableMeal => ({
  slot,
  day: day.toString(),
  energyKcal: items.reduce((sum, { energyKcal }) => sum + energyKcal, 0),
});

/** The card that shows what a written message records, to be replaced, where it can be changed from here. */
export async function cardInPlace(ctx: CommandContext, messageId: number): Promise<{ replaces?: number }> {
  const card = await findCardOf(ctx, messageId);
  const isHere = card?.platform === ctx.message.platform && card.accountId === ctx.accountId;
  return card && isHere ? { replaces: card.id } : {};
}

/** Where days stand now, a line each. */
export function dayLines(ctx: CommandContext, days: Awaited<ReturnType<typeof daysOf>>): (Text | null)[] {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  return days.map(({ day, totals, target }) => dayLine(day, today, totals, target, ctx.user));
}

/** The sums and targets of days. */
export async function daysOf(ctx: CommandContext, days: readonly Day[]) {
  const standing = [];
  for (const day of days) {
    const { totals, target } = await dayOverview(ctx, day);
    standing.push({ day, totals, target });
  }
  return standing;
}

async function waterOf(ctx: CommandContext, days: readonly Day[]) {
  const water = [];
  for (const day of days) {
    const { totals } = await dayOverview(ctx, day);
    water.push({ day, waterMl: totals.waterMl, targetMl: (await targetFor(ctx, day))?.waterMl ?? null });
  }
  return water;
}

/** Each day once, the earliest first. */
export const distinct = (days: readonly Day[]): Day[] =>
  [...new Map(days.map((day) => [day.toString(), day])).values()].sort((a, b) => Temporal.PlainDate.compare(a, b));
