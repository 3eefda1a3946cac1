import { sql } from 'drizzle-orm';
import type { Transaction } from '../context.ts';

/** A file of a message as it is passed on. */
export interface MessageFile {
  readonly mediaId: number;
  readonly mime: string;
  /** Its name as the sender had it, cleaned; null for a picture. */
  readonly name: string | null;
}

/** All that is said of a message to whoever gets it. */
export interface MessageWords {
  readonly id: number;
  readonly senderId: number;
  readonly receiverId: number;
  readonly senderName: string;
  readonly content: string;
  readonly isEdited: boolean;
  readonly isDeleted: boolean;
  /** The words it answers, and whether those are the receiver's own. */
  readonly answers: { readonly content: string; readonly isTheirs: boolean } | null;
  readonly files: readonly MessageFile[];
  /** Whether the receiver is in a conversation with the sender already: no button need lead there. */
  readonly isInTalk: boolean;
}

/** A message with what is needed to say it; null when it has gone. Runs as owner. */
export async function messageWords(tx: Transaction, id: number): Promise<MessageWords | null> {
  const { rows } = await tx.execute<{ words: MessageWords }>(sql`
    select json_build_object('id', m.id, 'senderId', m.sender_id, 'receiverId', m.receiver_id,
      'senderName', coalesce(nullif(trim(s.full_name), ''), 'Somebody'), 'content', m.content,
      'isEdited', m.edited_at is not null, 'isDeleted', m.deleted_at is not null,
      'answers', (select json_build_object('content', r.content, 'isTheirs', r.sender_id = m.receiver_id)
        from messages r where r.id = m.reply_to_id and r.deleted_at is null),
      'files', coalesce((select json_agg(json_build_object('mediaId', f.id, 'mime', f.mime, 'name', f.alt_text)
        order by x.order_index) from message_media x join media f on f.id = x.media_id where x.message_id = m.id), '[]'),
      'isInTalk', exists (select from chat_accounts a where a.user_id = m.receiver_id and a.talking_to_id = m.sender_id)
        or exists (select from coach_threads t where t.coach_id = m.receiver_id
          and (t.client_id = m.sender_id or t.client_id is null))) as words
    from messages m join users s on s.id = m.sender_id
    where m.id = ${id}`);
  return rows[0]?.words ?? null;
}

/** Under this key a message is owed to whom it is for; what changes it later has the key with more behind it. */
export const messageKey = (id: number): string => `message-${id}`;

/** What a notification's key says of a message: which one, and whether it only tells a change of it. */
export function messageOfKey(key: string): { readonly id: number; readonly isChange: boolean } | null {
  const [, id, change] = /^message-(\d+)(-change-\d+)?$/.exec(key) ?? [];
  return id === undefined ? null : { id: Number(id), isChange: change !== undefined };
}
