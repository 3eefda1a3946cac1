import type { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { change } from './plan-session.ts';
import { type CoachingSession, heldStill } from './session.ts';

/** What a coach writes down of a session. */
export interface SessionNotes {
  readonly topics?: readonly string[];
  readonly discussionNotes?: string;
  readonly coachFeedback?: string;
  readonly nextSessionDay?: Temporal.PlainDate;
}

/** Writes down what a session is or was about. Topics are both's to name, the rest is the coach's. */
export async function noteSession(
  ctx: Context,
  id: number,
  { topics, ...notes }: SessionNotes,
): Promise<CoachingSession> {
  const session = await heldStill(ctx, id);
  if (Object.keys(notes).length > 0) coachOnly(ctx, session);
  if (session.cancelledAt) throw new DomainError('too-late', 'That session was called off.');
  return change(ctx, id, { ...notes, ...(topics ? { topics: [...topics] } : {}) }, 'what was noted of a session');
}

/** Completes a session, once. */
export async function completeSession(
  ctx: Context,
  id: number,
  completionNotes: string | null,
): Promise<CoachingSession> {
  const session = await heldStill(ctx, id);
  coachOnly(ctx, session);
  if (session.cancelledAt) throw new DomainError('too-late', 'That session was called off.');
  if (session.completedAt && completionNotes === null)
    throw new DomainError('too-late', 'That session is completed already.');
  const notes = completionNotes ?? session.completionNotes;
  return change(
    ctx,
    id,
    { completedAt: session.completedAt ?? ctx.now, completionNotes: notes },
    'a session held',
    true,
  );
}

/** The client's word on a session that was held: 1 to 10. It may be changed. */
export async function rateSession(ctx: Context, id: number, rating: number): Promise<CoachingSession> {
  const session = await heldStill(ctx, id);
  if (session.clientId !== ctx.user.id)
    throw new DomainError('not-allowed', 'The client rates a session, not the coach.');
  if (!session.completedAt) throw new DomainError('invalid', 'A session is rated once it has been held.');
  if (!Number.isInteger(rating) || rating < 1 || rating > 10)
    throw new DomainError('invalid', 'Choose a number from 1 to 10.');
  return change(ctx, id, { rating }, 'your rating of a session');
}

export function coachOnly(ctx: Context, { coachId }: CoachingSession): void {
  if (coachId !== ctx.user.id) throw new DomainError('not-allowed', 'Only the coach can write that down.');
}
