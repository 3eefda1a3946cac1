import { and, eq, notInArray, sql } from 'drizzle-orm';
import { streaks } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import { dayOf } from './day-number.ts';
import { readStreakFacts } from './streak-facts.ts';
import { followStreaks } from './streak-standing.ts';

/**
 * Keeps a person's streaks as they stand, from their entries alone: doing it twice, or after whatever was undone, moved
 * or told late, ends the same. A streak of which nothing is left goes.
 */
export async function refreshStreaks(ctx: PersonContext): Promise<void> {
  const { db, now, user } = ctx;
  const followed = followStreaks(await readStreakFacts(ctx), now, user);
  const rows = followed.map(({ kind, run }) => ({
    userId: user.id,
    kind,
    currentDays: run.current,
    bestDays: run.best,
    startedDay: run.startedDay === null ? null : dayOf(run.startedDay),
    lastDoneDay: run.lastDoneDay === null ? null : dayOf(run.lastDoneDay),
    freezes: run.freezes,
    strength: Math.round(run.strength * 1e6) / 1e6,
    createdAt: now,
    updatedAt: now,
  }));
  const s = streaks;
  const kept = rows.map(({ kind }) => kind);
  await db.delete(s).where(and(eq(s.userId, user.id), kept.length > 0 ? notInArray(s.kind, kept) : undefined));
  if (rows.length === 0) return;
  const names = ['current_days', 'best_days', 'started_day', 'last_done_day', 'freezes', 'strength'];
  const both = (table: string) => sql.raw(names.map((name) => `${table}.${name}`).join(', '));
  await db
    .insert(s)
    .values(rows)
    .onConflictDoUpdate({
      target: [s.userId, s.kind],
      set: {
        ...Object.fromEntries(
          (['currentDays', 'bestDays', 'startedDay', 'lastDoneDay', 'freezes', 'strength'] as const).map((key, i) => [
            key,
            sql.raw(`excluded.${names[i]}`),
          ]),
        ),
        updatedAt: now,
      },
      setWhere: sql`(${both('streaks')}) is distinct from (${both('excluded')})`,
    });
}
