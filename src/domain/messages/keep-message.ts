import { and, eq, gte, ne, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { messageCopies, messageMedia, messages } from '../../../db/schema/index.ts';
import { asOwner } from '../as-owner.ts';
import type { Context } from '../context.ts';

export interface MessageInput {
  readonly receiverId: number;
  /** Empty where there are only files. */
  readonly content: string;
  /** The message it answers. */
  readonly replyToId?: number | null;
  /** The group it goes to, with others like it. */
  readonly groupId?: number | null;
  /** When it goes out; at once unless told. */
  readonly dueAt?: Temporal.Instant | undefined;
  /** Whether we worded it. */
  readonly isDrafted?: boolean;
  readonly mediaIds?: readonly number[];
  /** Where the sender's own words lie, where they wrote it as a message of its own. */
  readonly original?: Place | null;
}

/** A message on a platform. */
export interface Place {
  readonly platform: (typeof messageCopies.$inferSelect)['platform'];
  readonly chatId: string;
  readonly messageId: string;
}

/**
 * Keeps a message of the person who asks. The database lets it through only to their coach, or to a client who has
 * agreed to messages. Returns its id.
 */
export async function keepMessage(ctx: Context, input: MessageInput): Promise<number> {
  const { receiverId, content, replyToId = null, groupId = null, isDrafted = false, mediaIds = [] } = input;
  const [row] = await ctx.db
    .insert(messages)
    .values({
      ...{ senderId: ctx.user.id, receiverId, content, replyToId, groupId, isDrafted },
      ...{ inboundMessageId: ctx.sourceMessageId, dueAt: input.dueAt ?? ctx.now, createdAt: ctx.now },
    })
    .returning({ id: messages.id });
  if (!row) throw new Error('The message was not returned');
  const { id } = row;
  if (mediaIds.length > 0)
    await ctx.db
      .insert(messageMedia)
      .values(mediaIds.map((mediaId, orderIndex) => ({ messageId: id, mediaId, orderIndex })));
  const { original } = input;
  if (original) {
    const { platform, chatId, messageId } = original;
    const lies = { platform, chatId, platformMessageId: messageId, isOriginal: true };
    await asOwner(ctx.db, () =>
      ctx.db
        .insert(messageCopies)
        .values({ messageId: id, userId: ctx.user.id, ...lies, createdAt: ctx.now })
        .onConflictDoNothing(),
    );
  }
  return id;
}

/** Whether the person who asks has written to somebody since then, this message aside. */
export async function hasWrittenSince(
  ctx: Context,
  receiverId: number,
  since: Temporal.Instant,
  messageId: number,
): Promise<boolean> {
  const m = messages;
  const [row] = await ctx.db
    .select({ one: sql`1` })
    .from(m)
    .where(and(eq(m.senderId, ctx.user.id), eq(m.receiverId, receiverId), gte(m.createdAt, since), ne(m.id, messageId)))
    .limit(1);
  return row !== undefined;
}
