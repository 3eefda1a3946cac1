import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { reminders } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import type { Reminder } from './reminder.ts';
import { isOneOff } from './reminder-rule.ts';

/** The reminders a person has, the one due next first. What is over is left out. */
export async function listReminders({ db, user }: PersonContext): Promise<Reminder[]> {
  const r = reminders;
  return db
    .select()
    .from(r)
    .where(and(eq(r.userId, user.id), isNull(r.removedAt), sql`(${r.nextDueAt} is not null or ${r.isPaused})`))
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
