import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../../db/client.ts';
import { deliveries } from '../../../db/schema/index.ts';
import { leaseMs } from '../conversation/claim-message.ts';
import type { DeliveryInput, LeasedDelivery } from './deliveries.ts';

/** A new message of ours by ourselves; `messageId` is the message between two people that it brings. */
type OwnDelivery = Pick<DeliveryInput, 'platform' | 'accountId' | 'chatId' | 'reply'> &
  Pick<LeasedDelivery, 'userId' | 'aboutUserId' | 'messageId'> & { notificationId: number };

/**
 * As `storeDelivery`, for whoever sends it as soon as this is committed: leased to them from `now` on. Its id alone where
 * an earlier one to the same account has to go first.
 */
export async function storeLeased(
  tx: Transaction,
  { messageId, ...input }: OwnDelivery,
  now: Temporal.Instant,
): Promise<LeasedDelivery | number> {
  const { userId, notificationId, aboutUserId, platform, accountId, chatId, reply } = input;
  const isFirst = sql`not exists (select from ${deliveries} e where e.platform = ${platform}
    and e.account_id = ${accountId} and e.state = 'due')`;
  const at = now.toString();
  const until = now.add({ milliseconds: leaseMs }).toString();
  const { rows } = await tx.execute<{ id: string; attempts: number }>(sql`
    insert into ${deliveries} (user_id, notification_id, about_user_id, platform, account_id, chat_id, reply, due_at,
      created_at, leased_until, attempts)
    values (${userId}, ${notificationId}, ${aboutUserId}, ${platform}, ${accountId}, ${chatId}, ${JSON.stringify(reply)},
      ${at}, ${at}, case when ${isFirst} then ${until}::timestamptz end, case when ${isFirst} then 1 else 0 end)
    returning id, attempts`);
  const [row] = rows;
  if (!row) throw new Error('The delivery was not returned');
  const [id, { attempts }] = [Number(row.id), row];
  if (attempts === 0) return id;
  const answersNothing = { inboundMessageId: null, answers: null, editsId: null, edits: null };
  return { ...input, ...answersNothing, id, attempts, messageId, kind: 'send' };
}
