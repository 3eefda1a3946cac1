import { eq } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { deliveries, inboundMessages } from '../../../db/schema/index.ts';

/** The account or chat that a due row belongs to: a delivery by its account, a message by its chat. */
export async function accountOfDue(db: Database, kind: 'delivery' | 'message', id: number): Promise<string | null> {
  const [row] =
    kind === 'delivery'
      ? await db.select({ of: deliveries.accountId }).from(deliveries).where(eq(deliveries.id, id))
      : await db.select({ of: inboundMessages.chatId }).from(inboundMessages).where(eq(inboundMessages.id, id));
  return row?.of ?? null;
}
