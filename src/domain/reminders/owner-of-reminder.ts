import { eq } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { reminders } from '../../../db/schema/index.ts';

/** Whose reminder it is; null when it has gone. Runs as owner. */
export async function ownerOfReminder(db: Database, id: number): Promise<number | null> {
  const [row] = await db.select({ userId: reminders.userId }).from(reminders).where(eq(reminders.id, id));
  return row?.userId ?? null;
}
