import { and, eq } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { chatAccounts, messageCopies } from '../../../db/schema/index.ts';
import type { Place } from './keep-message.ts';

/** Whether what lies at a place was passed on to the person behind an account. Asked before anybody is named. */
export async function isPassedTo(
  db: Database,
  { platform, chatId, messageId }: Place,
  accountId: string,
): Promise<boolean> {
  const [c, a] = [messageCopies, chatAccounts];
  const [row] = await db
    .select({ id: c.id })
    .from(c)
    .innerJoin(a, eq(a.userId, c.userId))
    .where(
      and(
        ...[eq(c.platform, platform), eq(c.chatId, chatId), eq(c.platformMessageId, messageId)],
        ...[eq(c.isOriginal, false), eq(a.platform, platform), eq(a.accountId, accountId)],
      ),
    );
  return row !== undefined;
}
