import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { coachingSessions } from '../../../db/schema/index.ts';
import { type Partner, partnerOf } from '../check-ins/partner.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { clientDay } from './client-day.ts';
import { type CoachingSession, heldStill, isStanding } from './session.ts';
import { replanSession } from './session-reminders.ts';

export interface SessionInput {
  readonly clientId: number;
  readonly startsAt: Temporal.Instant;
  readonly durationMin: number | null;
  readonly topics: readonly string[];
}

/** Plans a session of the asking coach with a client, and what reminds both of it, as one action. Throws DomainError for the past, or for anybody else. */
export async function planSession(
  ctx: Context,
  { clientId, startsAt, durationMin, topics }: SessionInput,
): Promise<{ session: CoachingSession; partner: Partner; actionId: number }> {
  const partner = await clientOnly(ctx, clientId);
  checkAhead(ctx, startsAt);
  const actionId = await recordAction(ctx, `the session with ${partner.name}`);
  const [session] = await ctx.db
    .insert(coachingSessions)
    .values({
      ...{ clientId, coachId: ctx.user.id, startsAt, day: await clientDay(ctx, clientId, startsAt), durationMin },
      ...{ topics: [...topics], createdAt: ctx.now, updatedAt: ctx.now },
    })
    .returning();
  if (!session) throw new Error('The session was not returned');
  await replanSession(ctx, session.id);
  return { session, partner, actionId };
}

/** Moves a session to another time; both are reminded by that. Either may, while it is still to come or to be held. */
export async function moveSession(ctx: Context, id: number, startsAt: Temporal.Instant): Promise<CoachingSession> {
  const session = await standing(ctx, id);
  checkAhead(ctx, startsAt);
  const day = await clientDay(ctx, session.clientId, startsAt);
  return change(ctx, id, { startsAt, day }, 'the new time of a session', true);
}

/** Calls a session off. */
export async function cancelSession(ctx: Context, id: number): Promise<CoachingSession> {
  await standing(ctx, id);
  return change(ctx, id, { cancelledAt: ctx.now }, 'a session called off', true);
}

/** Changes what is on record of a session, as one action called `summary`, and plans its reminders anew where `isReplanned`. */
export async function change(
  ctx: Context,
  id: number,
  values: Partial<CoachingSession>,
  summary: string,
  isReplanned = false,
): Promise<CoachingSession> {
  await recordAction(ctx, summary);
  const [row] = await ctx.db
    .update(coachingSessions)
    .set({ ...values, updatedAt: ctx.now })
    .where(eq(coachingSessions.id, id))
    .returning();
  if (!row) throw new DomainError('not-found', 'That session is no longer there.');
  if (isReplanned) await replanSession(ctx, id);
  return row;
}

async function standing(ctx: Context, id: number): Promise<CoachingSession> {
  const session = await heldStill(ctx, id);
  if (!isStanding(session))
    throw new DomainError('too-late', session.cancelledAt ? 'That session was called off.' : 'That session is over.');
  await partnerOf(ctx, session.clientId === ctx.user.id ? session.coachId : session.clientId);
  return session;
}

async function clientOnly(ctx: Context, clientId: number): Promise<Partner> {
  const partner = await partnerOf(ctx, clientId);
  if (partner.isCoach) throw new DomainError('not-allowed', 'Your coach plans the sessions; I can ask them for one.');
  return partner;
}

function checkAhead(ctx: Context, startsAt: Temporal.Instant): void {
  if (Temporal.Instant.compare(startsAt, ctx.now) <= 0)
    throw new DomainError('invalid', 'That time has gone by. Name one that is still to come.');
}
