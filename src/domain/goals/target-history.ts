import { and, desc, eq, lte } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { nutritionTargets } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

export type PastTarget = Pick<
  typeof nutritionTargets.$inferSelect,
  'fromDay' | 'setById' | 'goalId' | 'energyKcal' | 'proteinG' | 'carbsG' | 'fatG' | 'fiberG' | 'waterMl'
>;

/** The targets up to a day, the one in force first, at most `limit`. */
export async function targetHistory(ctx: Context, day: Temporal.PlainDate, limit: number): Promise<PastTarget[]> {
  const t = nutritionTargets;
  return ctx.db
    .select({
      fromDay: t.fromDay,
      setById: t.setById,
      goalId: t.goalId,
      energyKcal: t.energyKcal,
      proteinG: t.proteinG,
      carbsG: t.carbsG,
      fatG: t.fatG,
      fiberG: t.fiberG,
      waterMl: t.waterMl,
    })
    .from(t)
    .where(and(eq(t.userId, ctx.user.id), lte(t.fromDay, day)))
    .orderBy(desc(t.fromDay))
    .limit(limit);
}
