import { and, asc, eq, gte, isNull, or } from 'drizzle-orm';
import { pauses } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';

export type Pause = Pick<typeof pauses.$inferSelect, keyof typeof pauseColumns>;

export const pauseColumns = {
  id: pauses.id,
  fromDay: pauses.fromDay,
  untilDay: pauses.untilDay,
  reason: pauses.reason,
};

/** The pauses of a person that run today or are to come, the earliest first. */
export async function currentPauses({ db, now, user }: PersonContext): Promise<Pause[]> {
  const p = pauses;
  const today = localDay(now, zoneOf(user), user.dayStartHour);
  return db
    .select(pauseColumns)
    .from(p)
    .where(and(eq(p.userId, user.id), or(isNull(p.untilDay), gte(p.untilDay, today))))
    .orderBy(asc(p.fromDay), asc(p.id));
}
