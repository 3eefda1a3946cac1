import { and, eq, isNull } from 'drizzle-orm';
import { coachings } from '../../../db/schema/index.ts';
import { asOwner } from '../as-owner.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { findUser } from '../users/find-user.ts';
import type { User } from '../users/user.ts';
import { type Coaching, coachingsOf } from './coachings-of.ts';

export interface EndedCoaching {
  readonly coaching: Coaching;
  /** The other of the two, who is to be told. */
  readonly other: User;
}

/**
 * Ends a coaching of the asker's, as its client or its coach: from this moment the coach sees nothing of the client any
 * more. The row stays, with who ended it and why. Throws DomainError when it has ended already.
 */
export async function endCoaching(ctx: Context, coachingId: number, reason: string | null): Promise<EndedCoaching> {
  const { db, now, user } = ctx;
  const c = coachings;
  const rows = await db
    .update(c)
    .set({ endedAt: now, endedById: user.id, endReason: reason, updatedAt: now })
    .where(and(eq(c.id, coachingId), isNull(c.endedAt)))
    .returning({ id: c.id });
  if (rows.length === 0) throw new DomainError('too-late', 'That coaching has ended already.');
  return asOwner(db, async () => {
    const [coaching] = await coachingsOf(db, { id: coachingId });
    const otherId = coaching?.coachId === user.id ? coaching.clientId : coaching?.coachId;
    const other = otherId === undefined ? null : await findUser(db, otherId);
    if (!coaching || !other) throw new Error('The coaching was not returned');
    return { coaching, other };
  });
}
