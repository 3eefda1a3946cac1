import { eq } from 'drizzle-orm';
import { reminderOccurrences } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';

/** Ties a time a reminder came to the notification that says so: answering the one settles the other. */
export async function tieToNotification(
  { db }: Pick<PersonContext, 'db'>,
  occurrenceId: number,
  notificationId: number | null,
): Promise<void> {
  if (notificationId === null) return;
  await db.update(reminderOccurrences).set({ notificationId }).where(eq(reminderOccurrences.id, occurrenceId));
}
