import { eq } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { notifications } from '../../../db/schema/index.ts';

/** Whose notification it is; null when it has gone. Runs as owner. */
export async function ownerOfNotification(db: Database, id: number): Promise<number | null> {
  const [row] = await db.select({ userId: notifications.userId }).from(notifications).where(eq(notifications.id, id));
  return row?.userId ?? null;
}
