import { sql } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { messageKey } from './message-words.ts';

/**
 * How far a message got.
 * - `waiting`: on its way, or for its time.
 * - `held`: nobody can be reached there; it is passed on when they write again.
 * - `refused`: not passed on, since the other takes none through us now.
 * - `ended`: not passed on, since the two no longer work together, or the client has withdrawn their consent.
 * - `failed`: no account of theirs took it.
 */
export type MessageProgress = 'waiting' | 'sent' | 'read' | 'held' | 'refused' | 'ended' | 'failed' | 'removed';

export interface MessageState {
  readonly progress: MessageProgress;
  readonly senderId: number;
  readonly receiverName: string;
  /** When it goes out, an ISO instant. */
  readonly dueAt: string;
  readonly inboundMessageId: number | null;
}

/** How a message stands; null when it has gone. Holds off whoever else tells of it. Runs as owner. */
export async function messageState(tx: Transaction, id: number): Promise<MessageState | null> {
  await tx.execute(sql`select from messages where id = ${id} for update`);
  const { rows } = await tx.execute<{ state: MessageState }>(sql`
    select json_build_object(
      'progress', case
        when m.deleted_at is not null then 'removed'
        when m.read_at is not null then 'read'
        when m.sent_at is not null then 'sent'
        when not r.is_active then 'refused'
        when n.state = 'suppressed' then 'ended'
        when n.state = 'failed' then 'failed'
        when not exists (select from chat_accounts a where a.user_id = m.receiver_id and a.unreachable_at is null)
          then 'held'
        else 'waiting' end,
      'senderId', m.sender_id, 'receiverName', coalesce(nullif(trim(r.full_name), ''), 'Somebody'),
      'dueAt', m.due_at, 'inboundMessageId', m.inbound_message_id) as state
    from messages m join users r on r.id = m.receiver_id
    left join notifications n on n.user_id = m.receiver_id and n.key = ${messageKey(id)}
    where m.id = ${id}`);
  return rows[0]?.state ?? null;
}

/** Our line under a message that tells how it fares: the delivery it came by, and what it says now, as JSON. */
export interface StatusCard {
  readonly id: number;
  readonly platform: 'telegram' | 'discord' | 'terminal';
  readonly accountId: string;
  readonly chatId: string | null;
  readonly reply: unknown;
}

/** The line that tells its sender of a message they wrote; null where there is none. Runs as owner. */
export async function statusCardOf(
  tx: Transaction,
  { senderId, inboundMessageId }: MessageState,
  messageId: number,
): Promise<StatusCard | null> {
  if (inboundMessageId === null) return null;
  const { rows } = await tx.execute<{ card: StatusCard }>(sql`
    select json_build_object('id', coalesce(first.edits_id, first.id), 'platform', first.platform, 'accountId', first.account_id,
      'chatId', first.chat_id, 'reply', (select e.reply from deliveries e
        where e.id in (first.id, first.edits_id) or e.edits_id = coalesce(first.edits_id, first.id)
        order by e.id desc limit 1)) as card
    from deliveries first
    where (first.inbound_message_id = ${inboundMessageId} or first.source_message_id = ${inboundMessageId})
      and first.user_id = ${senderId}
      and first.reply -> 'tells' ->> 'messageId' = ${String(messageId)}
    order by first.id desc limit 1`);
  return rows[0]?.card ?? null;
}
