import { and, eq } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { inboundMessages } from '../../../db/schema/index.ts';

/** Where a message waits that has not been dealt with yet; null when it has. */
export async function findWaiting(db: Database, inboundMessageId: number) {
  const m = inboundMessages;
  const [row] = await db
    .select({ platform: m.platform, chatId: m.chatId })
    .from(m)
    .where(and(eq(m.id, inboundMessageId), eq(m.state, 'pending')));
  return row ?? null;
}
