import { eq, inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { mealItems, mealLogs } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { refreshDay } from './refresh-day.ts';

export interface MealMove {
  mealId: number;
  /** Only these items, which become a meal of their own; null moves the whole meal. */
  itemIds: readonly number[] | null;
  /** Null: as it was. */
  slot: string | null;
  day: Temporal.PlainDate | null;
  time: Temporal.PlainTime | null;
}

/**
 * Moves a meal, or some of its items, to another slot, day or time, as one action, and derives both days anew. It still
 * belongs to the message it came from. Throws DomainError `not-found` for a meal that is not there.
 */
export async function moveMeal(ctx: Context, move: MealMove, summary: string): Promise<number> {
  const [meal] = await ctx.db.select().from(mealLogs).where(eq(mealLogs.id, move.mealId));
  if (!meal) throw new DomainError('not-found', 'That meal is no longer there.');
  const actionId = await recordAction(ctx, summary);
  const to = {
    slot: move.slot ?? meal.slot,
    day: move.day ?? meal.day,
    time: move.time ?? (move.day === null || move.day.equals(meal.day) ? meal.time : null),
    isDaySaid: meal.isDaySaid || move.day !== null || move.time !== null,
    updatedAt: ctx.now,
  };
  const items = await ctx.db.select({ id: mealItems.id }).from(mealItems).where(eq(mealItems.mealLogId, meal.id));
  const moved = items.filter(({ id }) => move.itemIds?.includes(id));
  if (move.itemIds === null || (moved.length === items.length && meal.waterMl === null)) {
    await ctx.db.update(mealLogs).set(to).where(eq(mealLogs.id, meal.id));
  } else {
    const { id, waterMl, ...kept } = meal;
    const [own] = await ctx.db
      .insert(mealLogs)
      .values({ ...kept, ...to, createdAt: ctx.now })
      .returning({ id: mealLogs.id });
    if (!own) throw new Error('The meal was not returned');
    const ids = moved.map((item) => item.id);
    await ctx.db.update(mealItems).set({ mealLogId: own.id }).where(inArray(mealItems.id, ids));
  }
  await refreshDay(ctx, to.day);
  if (!to.day.equals(meal.day)) await refreshDay(ctx, meal.day);
  return actionId;
}
