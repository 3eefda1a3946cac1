import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { deliveries, messages, notifications, users } from '../../../db/schema/index.ts';
import type { Transaction } from '../context.ts';
import { messageKey } from './message-words.ts';

/** A delivery that brings a message, or a part of it. */
export type Copy = Pick<typeof deliveries.$inferSelect, 'id' | 'platform' | 'accountId' | 'chatId' | 'aboutUserId'>;

export interface Copies {
  /** In the order of the message's parts; none where it has not been said yet. */
  readonly copies: readonly Copy[];
  readonly notificationId: number | null;
  readonly isDeleted: boolean;
  readonly senderName: string;
}

/** The copies of a message in the chat of whom it is for, on their way or sent. Runs as owner. */
export async function copiesOf(tx: Transaction, receiverId: number, messageId: number): Promise<Copies> {
  const [said] = await tx
    .select({
      notificationId: notifications.id,
      isDeleted: sql<boolean>`${messages.deletedAt} is not null`,
      senderName: sql<string>`coalesce(nullif(trim(${users.fullName}), ''), 'Somebody')`,
    })
    .from(messages)
    .innerJoin(users, eq(users.id, messages.senderId))
    .innerJoin(
      notifications,
      and(eq(notifications.userId, messages.receiverId), eq(notifications.key, messageKey(messageId))),
    )
    .where(and(eq(messages.id, messageId), eq(messages.receiverId, receiverId)));
  if (!said) return { copies: [], notificationId: null, isDeleted: true, senderName: 'Somebody' };
  const d = deliveries;
  const copies = await tx
    .select({ id: d.id, platform: d.platform, accountId: d.accountId, chatId: d.chatId, aboutUserId: d.aboutUserId })
    .from(d)
    .where(and(eq(d.notificationId, said.notificationId), eq(d.kind, 'send'), inArray(d.state, ['due', 'sent'])))
    .orderBy(asc(d.id));
  return { copies, ...said };
}

/** Lets the inbox tell what a message says now. Runs as owner. */
export async function rewordNotification(tx: Transaction, id: number | null, message: string): Promise<void> {
  if (id !== null) await tx.update(notifications).set({ message }).where(eq(notifications.id, id));
}
