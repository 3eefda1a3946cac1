import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { notifications } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

type Notification = typeof notifications.$inferSelect;

export type InboxEntry = Pick<Notification, 'id' | 'title' | 'message' | 'type' | 'linkUrl' | 'dueAt' | 'isSilent'> & {
  readonly isNew: boolean;
};

export interface Inbox {
  /** The newest first. */
  readonly entries: readonly InboxEntry[];
  /** Whether there are older ones. */
  readonly hasMore: boolean;
}

/**
 * What a person has been told, newest first: at most `limit`, from before the entry `before` on. What a digest said is
 * listed by its parts. All that is listed is read from then on.
 */
export async function readInbox(
  ctx: Context,
  { before, limit }: { before: number | null; limit: number },
): Promise<Inbox> {
  const n = notifications;
  const told = sql`(${n.state} = 'sent' and ${n.type} <> 'digest'
    or exists (select from ${notifications} whole where whole.id = notifications.digest_id and whole.state = 'sent'))`;
  const rows = await ctx.db
    .select({
      id: n.id,
      title: n.title,
      message: n.message,
      type: n.type,
      linkUrl: n.linkUrl,
      dueAt: n.dueAt,
      isSilent: n.isSilent,
      isNew: sql<boolean>`${n.readAt} is null`,
    })
    .from(n)
    .where(and(eq(n.userId, ctx.user.id), told, before === null ? undefined : lt(n.id, before)))
    .orderBy(desc(n.id))
    .limit(limit + 1);
  const entries = rows.slice(0, limit);
  const unread = entries.filter(({ isNew }) => isNew).map(({ id }) => id);
  if (unread.length > 0)
    await ctx.db
      .update(n)
      .set({ readAt: ctx.now })
      .where(and(inArray(n.id, unread), isNull(n.readAt)));
  return { entries, hasMore: rows.length > limit };
}
