import { sql } from 'drizzle-orm';
import type { Transaction } from '../context.ts';

/** Where something is said to a person: an account of theirs, a chat (null: their private one), and what it answers. */
export interface SayingPlace {
  readonly platform: 'telegram' | 'discord' | 'terminal';
  readonly accountId: string;
  readonly chatId: string | null;
  readonly inboundMessageId: number | null;
}

/**
 * Where the answer to what a person wrote belongs; without that, the private chat they used first. Null for somebody
 * without any account. Runs as owner.
 */
export async function inboundPlace(
  tx: Transaction,
  inboundMessageId: number | null,
  userId: number,
): Promise<SayingPlace | null> {
  const { rows } = await tx.execute<{ place: SayingPlace }>(sql`
    select json_build_object('platform', a.platform, 'accountId', a.account_id, 'chatId', a.chat_id,
      'inboundMessageId', m.id) as place
    from chat_accounts a
    left join inbound_messages m on m.id = ${inboundMessageId} and m.platform = a.platform
      and m.payload -> 'sender' ->> 'id' = a.account_id
    where a.user_id = ${userId}
    order by m.id nulls last, a.unreachable_at nulls first, a.id
    limit 1`);
  return rows[0]?.place ?? null;
}
