import { and, desc, eq, lte } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { nutritionTargets } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';

export type NutritionTarget = Pick<
  typeof nutritionTargets.$inferSelect,
  'energyKcal' | 'proteinG' | 'carbsG' | 'fatG' | 'fiberG' | 'waterMl'
>;

/** The target in force on a day, or null when there is none. */
export async function targetFor(ctx: PersonContext, day: Temporal.PlainDate): Promise<NutritionTarget | null> {
  const t = nutritionTargets;
  const [row] = await ctx.db
    .select({
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
    .limit(1);
  // One without any figure says that there is none from that day on.
  return row && Object.values(row).some((value) => value !== null) ? row : null;
}
