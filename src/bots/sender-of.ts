import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../domain/context.ts';
import { findWrittenMessage } from '../domain/conversation/find-source.ts';
import { findUser } from '../domain/users/find-user.ts';
import { identify } from '../domain/users/identify.ts';
import type { User } from '../domain/users/user.ts';
import type { Message } from './message.ts';

/** Who an event comes from, and the account of theirs we answer to. */
export interface Sender {
  readonly user: User;
  readonly accountId: string;
}

/** The person behind an event; null for the deletion of a message we never had. */
export async function senderOf(db: Database, message: Message, now: Temporal.Instant): Promise<Sender | null> {
  const { platform, chatId, isPrivate, sender, timeZone } = message;
  if (sender) {
    const { id: accountId, name, locale } = sender;
    const privateChatId = isPrivate ? chatId : null;
    return { accountId, user: await identify(db, { platform, accountId, name, locale, timeZone, privateChatId }, now) };
  }
  if (message.messageId === null) return null;
  // A deletion does not say who deleted: it can only have been whoever wrote.
  const original = await findWrittenMessage(db, platform, chatId, message.messageId);
  const accountId = (original?.payload as Message | undefined)?.sender?.id;
  const user = original?.userId && accountId ? await findUser(db, original.userId) : null;
  return user && accountId ? { user, accountId } : null;
}
