import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { coachThreads, users } from '../../../db/schema/index.ts';
import type { Context, Database } from '../context.ts';

type Platform = (typeof coachThreads.$inferSelect)['platform'];

/** A thread or topic within a chat; a null `threadId` is the chat itself. */
export interface Thread {
  readonly chatId: string;
  readonly threadId: string | null;
}

/**
 * From now on the coach who asks has a thread for each client in this chat; threads they had elsewhere are left. Returns
 * whether the chat was free: another coach's threads may be there.
 */
export async function openThreadsIn(ctx: Context, platform: Platform, chatId: string): Promise<boolean> {
  await leaveThreads(ctx, platform);
  const rows = await ctx.db
    .insert(coachThreads)
    .values({ coachId: ctx.user.id, platform, chatId, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: coachThreads.id });
  return rows.length > 0;
}

/** The coach who asks has no threads on this platform any more. Returns whether they had. */
export async function leaveThreads(ctx: Context, platform: Platform): Promise<boolean> {
  const t = coachThreads;
  const rows = await ctx.db
    .delete(t)
    .where(and(eq(t.coachId, ctx.user.id), eq(t.platform, platform)))
    .returning({ id: t.id });
  return rows.length > 0;
}

/** The client whose thread something was said in by the coach who asks; null elsewhere. */
export async function clientOfThread(
  ctx: Context,
  platform: Platform,
  chatId: string,
  threadId: string | null,
): Promise<number | null> {
  const t = coachThreads;
  // A thread on Discord is a chat of its own, on Telegram a part of one.
  const isHere = threadId === null ? eq(t.threadId, chatId) : and(eq(t.chatId, chatId), eq(t.threadId, threadId));
  const [row] = await ctx.db
    .select({ clientId: t.clientId })
    .from(t)
    .where(and(eq(t.coachId, ctx.user.id), eq(t.platform, platform), isHere, isNotNull(t.clientId)));
  return row?.clientId ?? null;
}

/** Where a coach talks with a client on a platform: their thread, or the chat in which to open one. Runs as owner. */
export async function threadFor(
  db: Database,
  coachId: number,
  clientId: number,
  platform: Platform,
): Promise<{ readonly place: Thread; readonly clientName: string } | null> {
  const t = coachThreads;
  const [row] = await db
    .select({
      chatId: t.chatId,
      threadId: t.threadId,
      clientName: sql<string>`(select coalesce(nullif(trim(u.full_name), ''), 'A client') from ${users} u where u.id = ${clientId})`,
    })
    .from(t)
    .where(and(eq(t.coachId, coachId), eq(t.platform, platform), or(eq(t.clientId, clientId), isNull(t.clientId))))
    .orderBy(sql`${t.clientId} nulls last`)
    .limit(1);
  return row ? { place: { chatId: row.chatId, threadId: row.threadId }, clientName: row.clientName } : null;
}

/** Keeps the thread that was opened for a client. Runs as owner. */
export async function keepThread(
  db: Database,
  { coachId, clientId, platform }: { coachId: number; clientId: number; platform: Platform },
  { chatId, threadId }: Thread,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .insert(coachThreads)
    .values({ coachId, clientId, platform, chatId, threadId, createdAt: now })
    .onConflictDoUpdate({
      target: [coachThreads.coachId, coachThreads.platform, coachThreads.clientId],
      set: { chatId, threadId },
    });
}

/** Forgets a thread that is no longer there, or the chat that takes none. Runs as owner. */
export async function forgetThread(
  db: Database,
  coachId: number,
  clientId: number | null,
  platform: Platform,
): Promise<void> {
  const t = coachThreads;
  const which = clientId === null ? isNull(t.clientId) : eq(t.clientId, clientId);
  await db.delete(t).where(and(eq(t.coachId, coachId), eq(t.platform, platform), which));
}
