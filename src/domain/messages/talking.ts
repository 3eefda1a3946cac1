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

/** The other end of the conversation that runs in an account of the person who asks; null when none does. */
export async function talkingTo(ctx: Context, { platform, accountId }: Account): Promise<number | null> {
  const a = chatAccounts;
  const [row] = await ctx.db
    .select({ id: a.talkingToId })
    .from(a)
    .where(and(eq(a.userId, ctx.user.id), eq(a.platform, platform), eq(a.accountId, accountId)));
  return row?.id ?? null;
}
