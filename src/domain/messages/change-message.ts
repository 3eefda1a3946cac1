import { and, eq, isNull } from 'drizzle-orm';
import { messages } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

/** Gives a message of the person who asks other words. Runs as owner. Returns whether anything changed. */
export async function changeMessage(ctx: Context, id: number, content: string): Promise<boolean> {
  return change(ctx, id, { content, editedAt: ctx.now });
}

/** Takes a message of the person who asks back. Runs as owner. Returns whether it was there still. */
export async function removeMessage(ctx: Context, id: number): Promise<boolean> {
  return change(ctx, id, { deletedAt: ctx.now });
}

async function change(ctx: Context, id: number, to: Partial<typeof messages.$inferInsert>): Promise<boolean> {
  const m = messages;
  const rows = await ctx.db
    .update(m)
    .set(to)
    .where(and(eq(m.id, id), eq(m.senderId, ctx.user.id), isNull(m.deletedAt)))
    .returning({ id: m.id });
  return rows.length > 0;
}
