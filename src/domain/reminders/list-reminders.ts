import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { reminders } from '../../../db/schema/index.ts';
import { runsAt } from '../coaching/runs-at.ts';
import type { PersonContext } from '../context.ts';
import type { Reminder } from './reminder.ts';
import { isOneOff } from './reminder-rule.ts';

/**
 * The reminders a person has, the one due next first. What is over is left out, and so are a check-in for a coach they have
 * no more, and a session with them.
 */
export async function listReminders({ db, now, user }: PersonContext): Promise<Reminder[]> {
  const r = reminders;
  const runs = runsAt(now);
  const isAsked = sql`case ${r.kind}
    when 'check_in' then coalesce(${r.setById}, ${user.id}) = ${user.id} or exists (
      select from coachings c where c.client_id = ${user.id} and c.coach_id = ${r.setById} and ${runs})
    when 'coaching_session' then exists (
      select from coaching_sessions s join coachings c on c.client_id = s.client_id and c.coach_id = s.coach_id
      where s.id = (${r.subject} ->> 'sessionId')::bigint and ${runs})
    else true end`;
  return db
    .select()
    .from(r)
    .where(and(eq(r.userId, user.id), isNull(r.removedAt), sql`(${r.nextDueAt} is not null or ${r.isPaused})`, isAsked))
    .orderBy(asc(r.nextDueAt), asc(r.id));
}

/** Those that were removed and would come again, the one removed last first. */
export async function removedReminders({ db, user }: PersonContext): Promise<Reminder[]> {
  const r = reminders;
  const rows = await db
    .select()
    .from(r)
    .where(and(eq(r.userId, user.id), isNotNull(r.removedAt)))
    .orderBy(desc(r.removedAt), desc(r.id));
  return rows.filter((row) => !isOneOff(row));
}

/** A reminder of the asking person's, or null. */
export async function findReminder({ db, user }: PersonContext, id: number): Promise<Reminder | null> {
  const [row] = await db
    .select()
    .from(reminders)
    .where(and(eq(reminders.id, id), eq(reminders.userId, user.id)));
  return row ?? null;
}
