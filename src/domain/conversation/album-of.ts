import { and, asc, eq, sql } from 'drizzle-orm';
import { inboundMessages } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

/**
 * A written message with those that were sent with it as one album, in the order they came, as they are stored. The
 * message alone where it was sent alone.
 */
export async function albumOf(
  ctx: Context,
  messageId: number,
): Promise<{ readonly id: number; readonly payload: unknown }[]> {
  const m = inboundMessages;
  const [own] = await ctx.db
    .select({ id: m.id, platform: m.platform, chatId: m.chatId, payload: m.payload, album })
    .from(m)
    .where(eq(m.id, messageId));
  if (!own) return [];
  const { id, payload, platform, chatId, album: albumId } = own;
  if (albumId === null) return [{ id, payload }];
  return ctx.db
    .select({ id: m.id, payload: m.payload })
    .from(m)
    .where(and(eq(m.platform, platform), eq(m.chatId, chatId), eq(m.kind, 'text'), sql`${album} = ${albumId}`))
    .orderBy(asc(m.id));
}

const album = sql<string | null>`${inboundMessages.payload} ->> 'albumId'`;
