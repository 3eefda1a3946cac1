import { eq, inArray } from 'drizzle-orm';
import { mealItems, mealLogs } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { refreshDay } from './refresh-day.ts';

export interface RemovedMeals {
  actionId: number;
  /** What was removed, in words. */
  names: string[];
}

/** Whether the written message this request is about has anything recorded. */
export async function hasMeals(ctx: Context): Promise<boolean> {
  if (ctx.sourceMessageId === null) return false;
  const [meal] = await ctx.db
    .select({ id: mealLogs.id })
    .from(mealLogs)
    .where(eq(mealLogs.inboundMessageId, ctx.sourceMessageId))
    .limit(1);
  return meal !== undefined;
}

/**
 * Removes what a written message recorded, as one action with the given summary, and derives its days anew. Null when
 * it recorded nothing. Items go before their meals, so that undoing brings meals back before their items.
 */
export async function removeMealsOf(
  ctx: Context,
  sourceMessageId: number,
  summary: string,
): Promise<RemovedMeals | null> {
  const meals = await ctx.db
    .select({ id: mealLogs.id, day: mealLogs.day, waterMl: mealLogs.waterMl })
    .from(mealLogs)
    .where(eq(mealLogs.inboundMessageId, sourceMessageId));
  if (meals.length === 0) return null;
  const actionId = await recordAction(ctx, summary);
  const ids = meals.map(({ id }) => id);
  const items = await ctx.db
    .delete(mealItems)
    .where(inArray(mealItems.mealLogId, ids))
    .returning({ id: mealItems.id, foodName: mealItems.foodName });
  await ctx.db.delete(mealLogs).where(inArray(mealLogs.id, ids));
  for (const day of new Map(meals.map(({ day }) => [day.toString(), day])).values()) await refreshDay(ctx, day);
  // A deletion returns rows in no order.
  const named = items.sort((a, b) => a.id - b.id);
  const water = meals.some(({ waterMl }) => waterMl !== null) ? ['water'] : [];
  return { actionId, names: [...named.map(({ foodName }) => foodName), ...water] };
}
