import { eq } from 'drizzle-orm';
import { mealLogs } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { refreshDay } from './refresh-day.ts';

/** More plain water than this nobody drinks in a day. */
const mostMl = 20_000;

/** Changes how much plain water was drunk with a meal, as one action, and derives its day anew. */
export async function changeMealWater(ctx: Context, mealId: number, waterMl: number, summary: string): Promise<number> {
  if (!(waterMl > 0 && waterMl <= mostMl)) throw new DomainError('invalid', 'That much water cannot be right.');
  const actionId = await recordAction(ctx, summary);
  const [meal] = await ctx.db
    .update(mealLogs)
    .set({ waterMl, updatedAt: ctx.now })
    .where(eq(mealLogs.id, mealId))
    .returning({ day: mealLogs.day });
  if (!meal) throw new DomainError('not-found', 'That meal is no longer there.');
  await refreshDay(ctx, meal.day);
  return actionId;
}
