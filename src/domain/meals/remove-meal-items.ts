import { and, eq, inArray, isNull, notExists } from 'drizzle-orm';
import { mealItems, mealLogs } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { refreshDay } from './refresh-day.ts';

export interface MealParts {
  itemIds: readonly number[];
  /** Meals whose water goes. */
  waterOf: readonly number[];
}

/**
 * Removes items and water of meals, as one action, and derives their days anew. A meal goes with the last of what it
 * held.
 */
export async function removeMealItems(ctx: Context, { itemIds, waterOf }: MealParts, summary: string): Promise<number> {
  const actionId = await recordAction(ctx, summary);
  const gone =
    itemIds.length === 0
      ? []
      : await ctx.db
          .delete(mealItems)
          .where(inArray(mealItems.id, [...itemIds]))
          .returning({ mealId: mealItems.mealLogId });
  const ids = [...new Set([...gone.map(({ mealId }) => mealId), ...waterOf])];
  if (ids.length === 0) return actionId;
  if (waterOf.length > 0)
    await ctx.db
      .update(mealLogs)
      .set({ waterMl: null })
      .where(inArray(mealLogs.id, [...waterOf]));
  const meals = await ctx.db
    .update(mealLogs)
    .set({ updatedAt: ctx.now })
    .where(inArray(mealLogs.id, ids))
    .returning({ day: mealLogs.day });
  const left = ctx.db.select().from(mealItems).where(eq(mealItems.mealLogId, mealLogs.id));
  await ctx.db.delete(mealLogs).where(and(inArray(mealLogs.id, ids), isNull(mealLogs.waterMl), notExists(left)));
  for (const day of new Map(meals.map((meal) => [meal.day.toString(), meal.day])).values()) await refreshDay(ctx, day);
  return actionId;
}
