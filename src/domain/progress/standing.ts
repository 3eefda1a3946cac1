import { asc, desc, eq } from 'drizzle-orm';
import { streaks } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

export type StreakStanding = Pick<typeof streaks.$inferSelect, 'kind' | 'currentDays' | 'bestDays' | 'freezes'>;

/** A person's streaks, the longest first. */
export async function streakStanding(ctx: Context): Promise<StreakStanding[]> {
  const s = streaks;
  return ctx.db
    .select({ kind: s.kind, currentDays: s.currentDays, bestDays: s.bestDays, freezes: s.freezes })
    .from(s)
    .where(eq(s.userId, ctx.user.id))
    .orderBy(desc(s.currentDays), asc(s.kind));
}
