import { and, eq, lt, sql } from 'drizzle-orm';
import { chatAccounts, inboundMessages, users } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

/**
 * Erases the person who asks: every row of theirs, what they wrote, and their values in the audit log. Acts as owner
 * from here to the end of the transaction. The event that asked for it stays as an empty row, so that a redelivery of
 * it does not bring them back.
 */
export async function erasePerson(ctx: Context): Promise<void> {
  const { db, user } = ctx;
  await db.execute(sql`select set_config('role', 'none', true)`);
  const m = inboundMessages;
  const accounts = await db
    .select({ platform: chatAccounts.platform, chatId: chatAccounts.chatId })
    .from(chatAccounts)
    .where(eq(chatAccounts.userId, user.id));
  await db.update(m).set({ userId: null, chatId: 'erased', messageId: null, payload: {} }).where(eq(m.id, ctx.eventId));
  // What was written after it waits to be read as a new person's first words.
  for (const { platform, chatId } of accounts)
    if (chatId !== null)
      await db.delete(m).where(and(eq(m.platform, platform), eq(m.chatId, chatId), lt(m.id, ctx.eventId)));
  await db.delete(users).where(eq(users.id, user.id));
}
