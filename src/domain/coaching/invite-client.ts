import { and, count, eq, gt, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { inviteTokens, users } from '../../../db/schema/index.ts';
import { asOwner } from '../as-owner.ts';
import type { Context, Transaction } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { createCode, createToken, hashOf } from '../users/typed-code.ts';
import { type Consent, tidyConsent } from './scopes.ts';

/** How long an invitation can be used. */
const inviteDays = 7;
const mostOpen = 50;

export interface InviteInput extends Consent {
  /** Whom it is for, in the coach's words. */
  readonly name: string | null;
  readonly email: string | null;
}

/** An invitation with its secrets, which are said once and kept nowhere. */
export interface Invite {
  readonly id: number;
  /** For a link. */
  readonly token: string;
  /** To be typed: `ABCD-EFGH`. */
  readonly code: string;
  readonly expiresAt: Temporal.Instant;
}

/** Invites somebody to be coached by whoever asks, once. Throws DomainError for somebody who is no coach. */
export async function inviteClient(ctx: Context, { name, email, ...asked }: InviteInput): Promise<Invite> {
  const { db, now, user } = ctx;
  const { canRead, canWrite } = tidyConsent(asked);
  return asOwner(db, async () => {
    if (!(await isCoach(db, user.id)))
      throw new DomainError(
        'not-allowed',
        'Only coaches invite people. If you are one, ask whoever runs this bot to make you a coach.',
      );
    const i = inviteTokens;
    const [open] = await db
      .select({ times: count() })
      .from(i)
      .where(and(eq(i.coachId, user.id), isNull(i.usedAt), isNull(i.revokedAt), gt(i.expiresAt, now)));
    if (open && open.times >= mostOpen)
      throw new DomainError(
        'invalid',
        `You have ${mostOpen} invitations open already. Take some back first: “invite list” shows them.`,
      );
    const [token, code] = [createToken(), createCode()];
    const expiresAt = now.add({ hours: 24 * inviteDays });
    const [row] = await db
      .insert(i)
      .values({
        ...{ coachId: user.id, tokenHash: hashOf(token), codeHash: hashOf(code), name, email },
        ...{ canRead: [...canRead], canWrite: [...canWrite], expiresAt, createdAt: now },
      })
      .returning({ id: i.id });
    if (!row) throw new Error('The invitation was not returned');
    return { id: row.id, token, code, expiresAt };
  });
}

/** Whether somebody may coach. Runs as owner. */
export async function isCoach(db: Transaction, userId: number): Promise<boolean> {
  const [row] = await db.select({ role: users.role }).from(users).where(eq(users.id, userId));
  return row !== undefined && row.role !== 'client';
}
