import { and, eq, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { coachings } from '../../../db/schema/index.ts';
import { asOwner } from '../as-owner.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { type Coaching, coachingsOf, runningCoachingId } from './coachings-of.ts';
import { type Consent, tidyConsent } from './scopes.ts';

/** The coaching that whoever asks is in as a client now; null when nobody coaches them. */
export async function myCoaching({ db, now, user }: Context): Promise<Coaching | null> {
  const id = await runningCoachingId(db, user.id, now);
  const [coaching] = id === null ? [] : await asOwner(db, () => coachingsOf(db, { id }));
  return coaching ?? null;
}

/** All coachings of whoever asks, newest first: as a client, or as a coach. */
export function coachingHistory({ db, user }: Context, as: 'client' | 'coach'): Promise<Coaching[]> {
  return asOwner(db, () => coachingsOf(db, as === 'client' ? { clientId: user.id } : { coachId: user.id }));
}

/** What a client changes about what they agreed to; what is left out stays. `until` null: until somebody ends it. */
export interface ConsentChange {
  readonly consent?: Consent;
  readonly until?: Temporal.Instant | null;
}

/**
 * Changes what the asker's coach may see and change, or for how long: at once, and in the rights of the coach's own
 * requests. Returns the coaching as it is now. Throws DomainError when nobody coaches them.
 */
export async function changeConsent(ctx: Context, { consent, until }: ConsentChange): Promise<Coaching> {
  const { db, now, user } = ctx;
  const running = await myCoaching(ctx);
  if (!running) throw new DomainError('not-found', 'Nobody coaches you at the moment.');
  if (until && until.epochNanoseconds <= now.epochNanoseconds)
    throw new DomainError('invalid', 'That day is over. Name one to come, or say “end coaching” to end it now.');
  const tidy = consent && tidyConsent(consent);
  const rows = await db
    .update(coachings)
    .set({
      ...(tidy ? { canRead: [...tidy.canRead], canWrite: [...tidy.canWrite] } : {}),
      ...(until === undefined ? {} : { until }),
      updatedAt: now,
    })
    .where(and(eq(coachings.id, running.id), eq(coachings.clientId, user.id), isNull(coachings.endedAt)))
    .returning({ id: coachings.id });
  if (rows.length === 0) throw new DomainError('too-late', 'That coaching has just ended.');
  return { ...running, ...(tidy ?? {}), ...(until === undefined ? {} : { until }) };
}
