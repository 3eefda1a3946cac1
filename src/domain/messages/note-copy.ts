import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../../db/client.ts';

/**
 * Notes that a message lies in the chat of whom it is for, by the delivery that has just brought it, or a part of it:
 * replies find it by that. With its last part it is sent. Runs as owner.
 */
export async function noteCopy(
  tx: Transaction,
  messageId: number,
  deliveryId: number,
  now: Temporal.Instant,
): Promise<void> {
  const at = now.toString();
  await tx.execute(sql`
    with copied as (
      insert into message_copies
        (message_id, user_id, platform, chat_id, platform_message_id, delivery_id, is_original, created_at)
      select m.id, d.user_id, d.platform, d.chat_id, d.platform_message_id, d.id, false, ${at}::timestamptz
      from deliveries d join messages m on m.id = ${messageId} and m.receiver_id = d.user_id
      where d.id = ${deliveryId} and d.kind = 'send'
      on conflict do nothing
      returning message_id)
    update messages set sent_at = ${at}::timestamptz where sent_at is null and id in (select message_id from copied)
      and not exists (select from deliveries d join deliveries part using (notification_id)
        where d.id = ${deliveryId} and part.state = 'due' and part.id <> d.id)`);
}
