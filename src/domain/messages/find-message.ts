import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { deliveries, messageCopies, messages, notifications } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import type { Place } from './keep-message.ts';

/** A message as one of its two ends knows it. */
export type KnownMessage = Pick<
  typeof messages.$inferSelect,
  'id' | 'senderId' | 'receiverId' | 'content' | 'dueAt' | 'sentAt' | 'deletedAt'
>;

const columns = {
  id: messages.id,
  senderId: messages.senderId,
  receiverId: messages.receiverId,
  content: messages.content,
  dueAt: messages.dueAt,
  sentAt: messages.sentAt,
  deletedAt: messages.deletedAt,
};

/** The message that lies at a place in a chat of the person who asks: their own words, or a copy passed on to them. */
export async function messageAt(ctx: Context, { platform, chatId, messageId }: Place): Promise<KnownMessage | null> {
  const c = messageCopies;
  const [row] = await ctx.db
    .select(columns)
    .from(c)
    .innerJoin(messages, eq(messages.id, c.messageId))
    .where(
      and(
        eq(c.platform, platform),
        eq(c.chatId, chatId),
        eq(c.platformMessageId, messageId),
        eq(c.userId, ctx.user.id),
      ),
    );
  return row ?? null;
}

/** Who speaks in a notice of ours that lies at a place in a chat of the person who asks; null where that is nobody else. */
export async function speakerAt(ctx: Context, { platform, chatId, messageId }: Place): Promise<number | null> {
  const [d, n] = [deliveries, notifications];
  const [row] = await ctx.db
    .select({ aboutUserId: n.aboutUserId })
    .from(d)
    .innerJoin(n, eq(n.id, d.notificationId))
    .where(
      and(
        eq(d.platform, platform),
        eq(d.chatId, chatId),
        eq(d.platformMessageId, messageId),
        eq(d.userId, ctx.user.id),
        eq(n.type, 'message'),
      ),
    );
  return row?.aboutUserId ?? null;
}

/** What the person who asks sent by a written message of theirs; null when that was no message to anybody. */
export async function messageSaidBy(ctx: Context, inboundMessageId: number): Promise<KnownMessage | null> {
  const [row] = await ctx.db
    .select(columns)
    .from(messages)
    .where(and(eq(messages.inboundMessageId, inboundMessageId), eq(messages.senderId, ctx.user.id)))
    .orderBy(desc(messages.id))
    .limit(1);
  return row ?? null;
}

/** Marks what somebody wrote to the person who asks as read. Returns the ids of those that were not before. */
export async function markRead(ctx: Context, senderId: number): Promise<number[]> {
  const m = messages;
  const unread = and(isNull(m.readAt), isNotNull(m.sentAt), isNull(m.deletedAt));
  const rows = await ctx.db
    .update(m)
    .set({ readAt: ctx.now })
    .where(and(eq(m.receiverId, ctx.user.id), eq(m.senderId, senderId), unread))
    .returning({ id: m.id });
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}
