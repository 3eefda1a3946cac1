import { and, asc, eq, gte, or, sql } from 'drizzle-orm';
import { reminderOccurrences } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import type { Occurrence } from './answer-occurrence.ts';

const open = ['due', 'sent', 'snoozed'];
export const isOpen = ({ state }: Occurrence): boolean => open.includes(state);

/**
 * What has come of a reminder, the earliest first: all of the newest day that has anything and of the day before it, and
 * all that is open.
 */
export function cameBefore({ db }: PersonContext, reminderId: number): Promise<Occurrence[]> {
  const o = reminderOccurrences;
  // Written out: as parameters, no plan that is kept could use the index of what is open.
  const isOpenRow = sql`${o.state} in ('due', 'sent', 'snoozed')`;
  const newest = sql`(select max(n.day) - 1 from ${o} n where n.reminder_id = ${reminderId})`;
  return db
    .select()
    .from(o)
    .where(and(eq(o.reminderId, reminderId), or(gte(o.day, newest), isOpenRow)))
    .orderBy(asc(o.dueAt));
}
