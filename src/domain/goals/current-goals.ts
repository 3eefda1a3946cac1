import { and, asc, eq } from 'drizzle-orm';
import { userGoals } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

export type CurrentGoal = Pick<
  typeof userGoals.$inferSelect,
  'title' | 'metric' | 'startValue' | 'currentValue' | 'targetValue' | 'targetUnit' | 'progressPct' | 'targetDay'
>;

/** The goals a person is at, the oldest first. */
export async function currentGoals(ctx: Context): Promise<CurrentGoal[]> {
  const g = userGoals;
  return ctx.db
    .select({
      title: g.title,
      metric: g.metric,
      startValue: g.startValue,
      currentValue: g.currentValue,
      targetValue: g.targetValue,
      targetUnit: g.targetUnit,
      progressPct: g.progressPct,
      targetDay: g.targetDay,
    })
    .from(g)
    .where(and(eq(g.userId, ctx.user.id), eq(g.status, 'active')))
    .orderBy(asc(g.startDay), asc(g.id));
}
