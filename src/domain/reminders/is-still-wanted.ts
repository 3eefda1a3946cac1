import { eq } from 'drizzle-orm';
import { notifications, reminderOccurrences, reminders } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import { isDoneAlready } from './is-done-already.ts';
import { pauseOf } from './reminder.ts';

/** What the key of a reminder that was put off begins with. */
export const putOffKey = 'occurrence-';

/**
 * Whether a notification that waited, as one does that was put off, is still to be said. It is unless the reminder it says has
 * been answered, removed or paused, or what it is about was done meanwhile. What says no reminder is always wanted.
 */
export async function isStillWanted(ctx: PersonContext, notificationId: number): Promise<boolean> {
  const [row] = await ctx.db
    .select({ key: notifications.key, occurrence: reminderOccurrences, reminder: reminders })
    .from(notifications)
    .leftJoin(reminderOccurrences, eq(reminderOccurrences.notificationId, notifications.id))
    .leftJoin(reminders, eq(reminders.id, reminderOccurrences.reminderId))
    .where(eq(notifications.id, notificationId));
  // Putting it off was undone, or it was put off to another time.
  if (!row?.occurrence || !row.reminder) return !row?.key.startsWith(putOffKey);
  const { occurrence, reminder } = row;
  if (occurrence.state !== 'sent' && occurrence.state !== 'snoozed') return false;
  if (reminder.removedAt || pauseOf(reminder, ctx.now)) return false;
  return (await isDoneAlready(ctx, reminder, occurrence.dueAt)) === null;
}
