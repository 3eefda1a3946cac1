import { and, eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../../db/client.ts';
import { inboundMessages } from '../../../db/schema/index.ts';

/** How long a claimed row is left alone; a process that died gives it up by then. */
export const leaseMs = 30_000;

export type ClaimedMessage = Pick<
  typeof inboundMessages.$inferSelect,
  'id' | 'platform' | 'kind' | 'chatId' | 'messageId' | 'payload' | 'attempts'
> & {
  /** Whether an edit or the deletion of this very message came before it: then that one has the last word. */
  isOvertaken: boolean;
};

/** Leases the oldest pending event of a chat, or nothing while another process holds it: order per chat is kept. */
export async function claimMessage(
  db: Database,
  platform: ClaimedMessage['platform'],
  chatId: string,
  now: Temporal.Instant,
): Promise<ClaimedMessage | null> {
  const m = inboundMessages;
  const until = now.add({ milliseconds: leaseMs });
  const [row] = await db
    .update(m)
    .set({ leasedUntil: until, attempts: sql`${m.attempts} + 1` })
    .where(
      and(
        eq(
          m.id,
          sql`(select id from ${m} where platform = ${platform} and chat_id = ${chatId} and state = 'pending' order by id limit 1)`,
        ),
        eq(m.state, 'pending'),
        sql`(${m.leasedUntil} is null or ${m.leasedUntil} <= ${now.toString()})`,
      ),
    )
    .returning({
      id: m.id,
      platform: m.platform,
      kind: m.kind,
      chatId: m.chatId,
      messageId: m.messageId,
      payload: m.payload,
      attempts: m.attempts,
      isOvertaken: sql<boolean>`${m.kind} = 'text' and exists (select from inbound_messages e
        where e.platform = inbound_messages.platform and e.chat_id = inbound_messages.chat_id
        and e.message_id = inbound_messages.message_id and e.kind in ('edit', 'delete') and e.id < inbound_messages.id)`,
    });
  return row ?? null;
}
