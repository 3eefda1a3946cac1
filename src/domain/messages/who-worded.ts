import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Place } from './keep-message.ts';

/** A message to the person who asks: who sent it, in how many words of ours. */
export interface Worded {
  readonly senderName: string;
  /** Whether Spotter worded it; its sender chose to send it all the same. */
  readonly isDrafted: boolean;
  readonly content: string;
}

/** The message to the person who asks that lies at a place, or where none is named the newest one; null for none. */
export async function whoWorded(ctx: Context, place: Place | null): Promise<Worded | null> {
  const which = place
    ? sql`exists (select from message_copies c where c.message_id = m.id and c.user_id = ${ctx.user.id}
        and c.platform = ${place.platform} and c.chat_id = ${place.chatId}
        and c.platform_message_id = ${place.messageId})`
    : sql`true`;
  const { rows } = await ctx.db.execute<{ worded: Worded }>(sql`
    select json_build_object('senderName', coalesce(nullif(trim(k.full_name), ''), 'Your coach'),
      'isDrafted', m.is_drafted, 'content', m.content) as worded
    from messages m left join known_people k on k.id = m.sender_id
    where m.receiver_id = ${ctx.user.id} and m.sent_at is not null and m.deleted_at is null and ${which}
    order by m.sent_at desc, m.id desc limit 1`);
  return rows[0]?.worded ?? null;
}
