import { and, desc, eq, gte, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { messages } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { type Partner, talkPartners } from './talk-partners.ts';

/** Which of a coach's clients wrote to them last, since then; null where none did. */
export async function lastWriter(ctx: Context, since: Temporal.Instant): Promise<Partner | null> {
  const m = messages;
  const [row] = await ctx.db
    .select({ senderId: m.senderId })
    .from(m)
    .where(and(eq(m.receiverId, ctx.user.id), gte(m.sentAt, since), isNull(m.deletedAt)))
    .orderBy(desc(m.sentAt), desc(m.id))
    .limit(1);
  const partner = row && (await talkPartners(ctx)).find(({ id }) => id === row.senderId);
  return partner?.side === 'client' && partner.hasAgreed ? partner : null;
}
