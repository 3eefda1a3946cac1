import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { messages } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

export type PlannedMessage = Pick<typeof messages.$inferSelect, 'id' | 'receiverId' | 'content' | 'dueAt'>;

/** What the person who asks has written to be sent later, the next one first. */
export function plannedMessages(ctx: Context): Promise<PlannedMessage[]> {
  const m = messages;
  return ctx.db
    .select({ id: m.id, receiverId: m.receiverId, content: m.content, dueAt: m.dueAt })
    .from(m)
    .where(and(eq(m.senderId, ctx.user.id), isNull(m.sentAt), isNull(m.deletedAt), gt(m.dueAt, ctx.now)))
    .orderBy(asc(m.dueAt), asc(m.id));
}
