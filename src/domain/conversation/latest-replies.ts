import { desc, eq } from 'drizzle-orm';
import { deliveries } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

/** What we said to the asking person last, as it reads now, newest first: at most `most`. */
export async function latestReplies({ db, user }: Context, most: number): Promise<unknown[]> {
  const rows = await db
    .select({ id: deliveries.id, editsId: deliveries.editsId, reply: deliveries.reply })
    .from(deliveries)
    .where(eq(deliveries.userId, user.id))
    .orderBy(desc(deliveries.id))
    .limit(most);
  const edited = new Set(rows.map(({ editsId }) => editsId));
  return rows.filter(({ id }) => !edited.has(id)).map(({ reply }) => reply);
}
