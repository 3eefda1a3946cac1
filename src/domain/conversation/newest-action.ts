import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { actions } from '../../../db/schema/index.ts';
import type { Context, PersonContext } from '../context.ts';

/** The newest action of a written message that is not undone; null when it has none. */
export async function newestActionOf(ctx: Context, sourceMessageId: number): Promise<number | null> {
  const a = actions;
  const [row] = await ctx.db
    .select({ id: a.id })
    .from(a)
    .where(and(eq(a.userId, ctx.user.id), eq(a.inboundMessageId, sourceMessageId), isNull(a.undoneAt)))
    .orderBy(desc(a.id))
    .limit(1);
  return row?.id ?? null;
}

/** When they last did anything that can be undone; null where they never did, or took it all back. */
export async function lastDoneAt({ db, user }: PersonContext): Promise<Temporal.Instant | null> {
  const a = actions;
  const [row] = await db
    .select({ doneAt: a.doneAt })
    .from(a)
    .where(and(eq(a.userId, user.id), isNull(a.undoneAt)))
    .orderBy(desc(a.id))
    .limit(1);
  return row?.doneAt ?? null;
}
