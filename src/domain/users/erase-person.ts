import { and, eq, lte, or, sql } from 'drizzle-orm';
import { chatAccounts, inboundMessages, media, users } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { forgetName } from './forget-name.ts';

/**
 * Erases the person who asks: every row of theirs, what they wrote, and their values in the audit log. Acts as owner
 * from here to the end of the transaction. Of their events nothing stays but the platform's keys, so that one that is
 * delivered again does not bring them back. Returns the paths of their files, to be removed once that is committed.
 */
export async function erasePerson(ctx: Context): Promise<string[]> {
  const { db, user } = ctx;
  await db.execute(sql`select set_config('role', 'none', true)`);
  const m = inboundMessages;
  const accounts = await db
    .select({ platform: chatAccounts.platform, chatId: chatAccounts.chatId })
    .from(chatAccounts)
    .where(eq(chatAccounts.userId, user.id));
  // What was written in private after this event waits to be read as a new person's first words.
  const privately = accounts.flatMap(({ platform, chatId }) =>
    chatId === null ? [] : [and(eq(m.platform, platform), eq(m.chatId, chatId), lte(m.id, ctx.eventId))],
  );
  await db
    .update(m)
    .set({
      userId: null,
      chatId: 'erased',
      messageId: null,
      payload: {},
      error: null,
      state: 'done',
      leasedUntil: null,
    })
    .where(or(eq(m.userId, user.id), ...privately));
  // Lists of clients carry several; whom they name is in their buttons.
  const names = sql`'$.**.input.clientId ? (@ == $id)', jsonb_build_object('id', ${user.id}::bigint)`;
  await db.execute(sql`delete from notifications where jsonb_path_exists(payload, ${names})`);
  await db.execute(sql`delete from deliveries where jsonb_path_exists(reply, ${names})`);
  // Several notices said as one are about whomever their parts are about.
  await db.execute(sql`delete from notifications where id in
    (select digest_id from notifications where about_user_id = ${user.id})`);
  await forgetName(db, user.id);
  const files = await db.select({ path: media.path }).from(media).where(eq(media.userId, user.id));
  await db.delete(users).where(eq(users.id, user.id));
  return files.map(({ path }) => path);
}
