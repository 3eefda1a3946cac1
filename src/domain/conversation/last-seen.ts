import { sql } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';

/** The private chats of a platform with the newest message of the person's that is stored, by its numeric id. */
export async function lastSeen(
  db: Database,
  platform: 'discord' | 'telegram',
): Promise<{ channelId: string; messageId: string }[]> {
  const { rows } = await db.execute<{ channelId: string; messageId: string }>(sql`
    select a.chat_id as "channelId", max(m.message_id::numeric)::text as "messageId"
    from chat_accounts a join inbound_messages m on m.platform = a.platform and m.chat_id = a.chat_id
    where a.platform = ${platform} and m.kind = 'text' and m.message_id ~ '^[0-9]+$'
    group by a.chat_id`);
  return rows;
}
