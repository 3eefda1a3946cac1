import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { achievements, streaks, userAchievements } from '../../../db/schema/index.ts';
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

export interface EarnedAchievement {
  readonly name: string;
  readonly description: string;
  readonly day: (typeof userAchievements.$inferSelect)['day'];
}

/** What a person has earned and kept, the newest first. */
export async function earnedAchievements(ctx: Context): Promise<EarnedAchievement[]> {
  const u = userAchievements;
  return ctx.db
    .select({ name: achievements.name, description: achievements.description, day: u.day })
    .from(u)
    .innerJoin(achievements, eq(achievements.id, u.achievementId))
    .where(and(eq(u.userId, ctx.user.id), isNull(u.revokedAt)))
    .orderBy(desc(u.day), desc(u.id));
}
