import { eq } from 'drizzle-orm';
import { reminderOccurrences, reminders } from '../../../db/schema/index.ts';
import { isDoneAlready } from './is-done-already.ts';
import { type PersonContext, pauseOf } from './reminder.ts';

/**
 * Whether a notification that waited, as one does that was put off, is still to be said. It is unless the reminder it says has
 * been answered, removed or paused, or what it is about was done meanwhile. What says no reminder is always wanted.
 */
export async function isStillWanted(ctx: PersonContext, notificationId: number): Promise<boolean> {
  const o = reminderOccurrences;
  const [row] = await ctx.db
    .select({ occurrence: o, reminder: reminders })
    .from(o)
    .innerJoin(reminders, eq(reminders.id, o.reminderId))
    .where(eq(o.notificationId, notificationId));
  if (!row) return true;
  const { occurrence, reminder } = row;
  if (occurrence.state !== 'sent' && occurrence.state !== 'snoozed') return false;
  if (reminder.removedAt || pauseOf(reminder, ctx.now)) return false;
  return (await isDoneAlready(ctx, reminder, occurrence.dueAt)) === null;
}
