import { and, eq } from 'drizzle-orm';
import { notifications } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { messageKey } from './message-words.ts';

/** A message that was taken back before it was said is owed no longer. Runs as owner. */
export async function dropNotification(ctx: Context, messageId: number): Promise<void> {
  const n = notifications;
  await ctx.db
    .update(n)
    .set({ state: 'suppressed', reason: 'taken back', settledAt: ctx.now })
    .where(and(eq(n.key, messageKey(messageId)), eq(n.aboutUserId, ctx.user.id), eq(n.state, 'due')));
}
