import { and, eq } from 'drizzle-orm';
import { chatAccounts } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

type Account = Pick<typeof chatAccounts.$inferSelect, 'platform' | 'accountId'>;

/** Opens a running conversation of the person who asks in one account of theirs, or ends it (null). */
export async function talkTo(ctx: Context, { platform, accountId }: Account, partnerId: number | null): Promise<void> {
  const a = chatAccounts;
  await ctx.db
    .update(a)
    .set({ talkingToId: partnerId, updatedAt: ctx.now })
    .where(and(eq(a.userId, ctx.user.id), eq(a.platform, platform), eq(a.accountId, accountId)));
}
