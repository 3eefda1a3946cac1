import { and, eq, ne } from 'drizzle-orm';
import { checkIns } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { type CheckIn, findCheckIn } from './check-in.ts';

/**
 * A check-in that was handed in to the asking coach. Throws DomainError for any other, also one of a client who no
 * longer lets them read along.
 */
export async function handedInTo(ctx: Context, id: number): Promise<CheckIn> {
  const checkIn = await findCheckIn(ctx, id);
  if (!checkIn || checkIn.row.coachId !== ctx.user.id || checkIn.row.state === 'open')
    throw new DomainError('not-found', 'That check-in is no longer there for you.');
  return checkIn;
}

/**
 * Marks a check-in as reviewed by the asking coach, as one action, with words for the client where there are any; further words take
 * the place of earlier ones. Throws DomainError where the client does not let them answer.
 */
export async function reviewCheckIn(ctx: Context, id: number, reply: string | null): Promise<CheckIn> {
  const before = await handedInTo(ctx, id);
  const { row } = before;
  await recordAction(ctx, reply === null ? 'a check-in reviewed' : 'your answer to a check-in');
  const [changed] = await ctx.db
    .update(checkIns)
    .set({
      state: 'reviewed',
      coachReply: reply ?? row.coachReply,
      reviewedAt: row.reviewedAt ?? ctx.now,
      updatedAt: ctx.now,
    })
    .where(and(eq(checkIns.id, id), eq(checkIns.coachId, ctx.user.id), ne(checkIns.state, 'open')))
    .returning();
  if (!changed)
    throw new DomainError('not-allowed', 'They let you read their check-ins, but not answer them. Nothing was sent.');
  return { ...before, row: changed };
}
