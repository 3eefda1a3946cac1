import { and, eq, isNull } from 'drizzle-orm';
import { coachings, inviteTokens, users } from '../../../db/schema/index.ts';
import { asOwner } from '../as-owner.ts';
import type { Context } from '../context.ts';
import { forgetSecret } from '../conversation/forget-secret.ts';
import { findUser } from '../users/find-user.ts';
import { hashOf } from '../users/typed-code.ts';
import type { User } from '../users/user.ts';
import { type Coaching, coachingsOf, isRunning, runningCoachingId } from './coachings-of.ts';
import { isCoach } from './invite-client.ts';
import { type Consent, tidyConsent } from './scopes.ts';

/** Why an invitation leads nowhere. */
export type DeadInvite = 'unknown' | 'expired' | 'revoked' | 'used' | 'used-by-you' | 'own' | 'already' | 'no-coach';

/** An invitation that whoever holds it may accept. */
export interface LiveInvite extends Consent {
  readonly id: number;
  readonly coachId: number;
  readonly coachName: string | null;
  readonly coachBio: string | null;
  /** Who coaches them so far, and would not any more. */
  readonly current: Coaching | null;
}

export type FoundInvite =
  | { readonly state: 'live'; readonly invite: LiveInvite }
  | { readonly state: DeadInvite; readonly coachName: string | null };

/** By which an invitation is found: a link's token, a typed code, or the row a person was shown already. */
export type InviteKey = { readonly token: string } | { readonly code: string } | { readonly id: number };

/** Looks at an invitation for whoever asks. Nothing is agreed to by it, and the coach learns nothing. */
export function lookAtInvite(ctx: Context, key: InviteKey): Promise<FoundInvite> {
  return asOwner(ctx.db, async () => {
    if (!('id' in key)) await forgetSecret(ctx.db, ctx.eventId);
    return find(ctx, key);
  });
}

export type Redeemed =
  | {
      readonly state: 'begun';
      readonly coaching: Coaching;
      readonly coach: User;
      readonly ended: (Coaching & { readonly coach: User }) | null;
    }
  /** Somebody else coaches them: they have to say that they mean to change. */
  | { readonly state: 'coached'; readonly invite: LiveInvite }
  | { readonly state: DeadInvite; readonly coachName: string | null };

/**
 * Accepts an invitation with what the person allows: the coaching begins, and the invitation is used up. Of two who
 * redeem one at once the first has it. With `isChange` a coaching by somebody else ends at that moment.
 */
export function redeemInvite(ctx: Context, inviteId: number, consent: Consent, isChange: boolean): Promise<Redeemed> {
  const { db, now, user } = ctx;
  const { canRead, canWrite } = tidyConsent(consent);
  return asOwner(db, async () => {
    // Whoever comes second waits here and then finds it used.
    await db.select({ id: inviteTokens.id }).from(inviteTokens).where(eq(inviteTokens.id, inviteId)).for('update');
    const found = await find(ctx, { id: inviteId });
    if (found.state !== 'live') return found;
    const { invite } = found;
    if (invite.current && !isChange) return { state: 'coached', invite };
    const ended = invite.current;
    const c = coachings;
    // One that was agreed for a time that is over ends when that was.
    const open = await db
      .select({ id: c.id, until: c.until })
      .from(c)
      .where(and(eq(c.clientId, user.id), isNull(c.endedAt)))
      .for('update');
    for (const { id, until } of open) {
      const isOver = until !== null && id !== ended?.id;
      await db
        .update(c)
        .set({
          ...(isOver
            ? { endedAt: until }
            : { endedAt: now, endedById: user.id, endReason: 'changed to another coach' }),
          updatedAt: now,
        })
        .where(eq(c.id, id));
    }
    await db.update(inviteTokens).set({ usedAt: now, usedById: user.id }).where(eq(inviteTokens.id, inviteId));
    const [begun] = await db
      .insert(c)
      .values({
        ...{ coachId: invite.coachId, clientId: user.id, canRead: [...canRead], canWrite: [...canWrite] },
        ...{ inboundMessageId: ctx.sourceMessageId, startedAt: now, createdAt: now, updatedAt: now },
      })
      .returning({ id: c.id });
    const [coaching] = begun ? await coachingsOf(db, begun) : [];
    const coach = await findUser(db, invite.coachId);
    if (!coaching || !coach) throw new Error('The coaching was not returned');
    const formerCoach = ended && (await findUser(db, ended.coachId));
    return { state: 'begun', coaching, coach, ended: ended && formerCoach && { ...ended, coach: formerCoach } };
  });
}

async function find(ctx: Context, key: InviteKey): Promise<FoundInvite> {
  const { db, now, user } = ctx;
  const i = inviteTokens;
  const [row] = await db
    .select({ invite: i, coachName: users.fullName, coachBio: users.bio })
    .from(i)
    .innerJoin(users, eq(users.id, i.coachId))
    .where(
      'id' in key
        ? eq(i.id, key.id)
        : 'token' in key
          ? eq(i.tokenHash, hashOf(key.token))
          : eq(i.codeHash, hashOf(key.code)),
    );
  if (!row) return { state: 'unknown', coachName: null };
  const { invite, coachName, coachBio } = row;
  const { id, coachId, canRead, canWrite } = invite;
  const dead = (state: DeadInvite): FoundInvite => ({ state, coachName });
  if (coachId === user.id) return dead('own');
  const runningId = await runningCoachingId(db, user.id, now);
  const [current = null] = runningId === null ? [] : await coachingsOf(db, { id: runningId });
  if (invite.usedAt) {
    if (invite.usedById !== user.id) return dead('used');
    return dead(current?.coachId === coachId ? 'already' : 'used-by-you');
  }
  if (invite.revokedAt) return dead('revoked');
  if (invite.expiresAt.epochNanoseconds <= now.epochNanoseconds) return dead('expired');
  if (!(await isCoach(db, coachId))) return dead('no-coach');
  if (current && isRunning(current, now) && current.coachId === coachId) return dead('already');
  return { state: 'live', invite: { id, coachId, coachName, coachBio, canRead, canWrite, current } };
}
