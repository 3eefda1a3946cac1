import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { inviteTokens } from '../../../db/schema/index.ts';
import { asOwner } from '../as-owner.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import type { Consent } from './scopes.ts';

/** An invitation that can still be used. */
export interface OpenInvite extends Consent {
  readonly id: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

/** The asking coach's invitations that can still be used, newest first. */
export function openInvites({ db, now, user }: Context): Promise<OpenInvite[]> {
  const i = inviteTokens;
  const { id, name, email, canRead, canWrite, createdAt, expiresAt } = i;
  return asOwner(db, () =>
    db
      .select({ id, name, email, canRead, canWrite, createdAt, expiresAt })
      .from(i)
      .where(and(eq(i.coachId, user.id), isNull(i.usedAt), isNull(i.revokedAt), gt(i.expiresAt, now)))
      .orderBy(desc(i.id)),
  );
}

/** Takes an invitation of the asking coach's back. Throws DomainError when it is not open any more. */
export async function revokeInvite({ db, now, user }: Context, id: number): Promise<void> {
  const i = inviteTokens;
  const rows = await asOwner(db, () =>
    db
      .update(i)
      .set({ revokedAt: now })
      .where(and(eq(i.id, id), eq(i.coachId, user.id), isNull(i.usedAt), isNull(i.revokedAt)))
      .returning({ id: i.id }),
  );
  if (rows.length === 0) throw new DomainError('too-late', 'That invitation was used or taken back already.');
}
