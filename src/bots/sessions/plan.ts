import type { Temporal } from 'temporal-polyfill';
import { findPartner, forPartner, ownName } from '../../domain/check-ins/partner.ts';
import { inAction } from '../../domain/conversation/record-action.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { cancelSession, moveSession, planSession, type SessionInput } from '../../domain/sessions/plan-session.ts';
import { type CoachingSession, sessionOf } from '../../domain/sessions/session.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Answer, CommandContext } from '../command.ts';
import { askedNotice, declinedNotice, plannedNotice, remindedWords, type SessionTurn } from '../notices/session.ts';
import { momentWords } from '../schedule-words.ts';
import { owe } from '../speak.ts';
import { lines, quoted } from '../text.ts';
import { withUndo } from '../undo-button.ts';
import { bothTimes, sessionCard } from './session-card.ts';

/** Plans a session; the client is told in their own time. */
export async function plan(ctx: CommandContext, input: SessionInput, isAsked = false): Promise<Answer> {
  const { session, actionId } = await planSession(ctx, input);
  const told = await tellOther(ctx, session, isAsked ? 'agreed' : 'planned');
  const reminded = remindedWords(session, ctx.now);
  const card = await sessionCard(ctx, session, `Planned.${reminded ? ` I remind you both ${reminded} before.` : ''}`);
  return { ...withUndo(card, actionId), ...told };
}

export async function move(
  ctx: CommandContext,
  id: number,
  startsAt: Temporal.Instant,
  isAsked = false,
): Promise<Answer> {
  const acting = await inAction(ctx, 'the new time of a session');
  const session = await moveSession(acting, id, startsAt);
  const told = await tellOther(ctx, session, isAsked ? 'agreed' : 'moved');
  return { ...withUndo(await sessionCard(ctx, session, 'Moved.'), acting.actionId), ...told };
}

export async function cancel(ctx: CommandContext, id: number): Promise<Answer> {
  const acting = await inAction(ctx, 'a session called off');
  const session = await cancelSession(acting, id);
  const told = await tellOther(ctx, session, 'cancelled');
  return { ...withUndo(await sessionCard(ctx, session), acting.actionId), ...told };
}

/** Tells the other one, in their own words for the time. */
async function tellOther(
  ctx: CommandContext,
  session: CoachingSession,
  what: SessionTurn,
): Promise<Pick<Answer, 'notifies'>> {
  const me = { id: ctx.user.id, name: await ownName(ctx) };
  const other = session.clientId === ctx.user.id ? session.coachId : session.clientId;
  const notified = await forPartner(ctx, other, (person) =>
    owe(person, plannedNotice(what, session, me, ctx.now, zoneOf(person.user))),
  );
  return notified === null ? {} : { notifies: [notified] };
}

/** A client would like a session: it is planned when their coach agrees. */
export async function askFor(
  ctx: CommandContext,
  { startsAt, durationMin, topics }: Pick<SessionInput, 'startsAt' | 'durationMin' | 'topics'>,
): Promise<Answer> {
  return ask(ctx, { startsAt, durationMin, topics, sessionId: null });
}

/** A client would like another time: it is moved when their coach agrees. */
export async function askToMove(ctx: CommandContext, id: number, startsAt: Temporal.Instant): Promise<Answer> {
  const { durationMin, topics } = await sessionOf(ctx, id);
  return ask(ctx, { startsAt, durationMin, topics, sessionId: id });
}

async function ask(
  ctx: CommandContext,
  asked: Pick<SessionInput, 'startsAt' | 'durationMin' | 'topics'> & { sessionId: number | null },
): Promise<Answer> {
  const coach = await findPartner(ctx, null);
  if (!coach) throw new DomainError('not-found', 'You have no coach here to ask for a session.');
  if (asked.startsAt.epochNanoseconds <= ctx.now.epochNanoseconds)
    throw new DomainError('invalid', 'That time has gone by. Name one that is still to come.');
  const me = { id: ctx.user.id, name: await ownName(ctx), key: String(ctx.now.epochMilliseconds) };
  const notified = await forPartner(ctx, coach.id, (person) => {
    const when = momentWords(asked.startsAt, ctx.now, zoneOf(person.user));
    return owe(person, askedNotice(me, { ...asked, when }));
  });
  const when = await bothTimes(ctx, asked.startsAt, coach);
  return {
    text: `I have asked ${quoted(coach.name, 60)} for ${asked.sessionId === null ? 'a session' : 'the session to be'} ${when}. I will tell you when they answer.`,
    ...(notified === null ? {} : { notifies: [notified] }),
  };
}

/** The coach cannot at the time a client asked for. */
export async function decline(ctx: CommandContext, clientId: number, startsAt: Temporal.Instant): Promise<Answer> {
  const name = await ownName(ctx);
  const notified = await forPartner(ctx, clientId, (person, { isCoach }) => {
    if (isCoach) throw new DomainError('not-allowed', 'Only a coach can decline.');
    const when = momentWords(startsAt, ctx.now, zoneOf(person.user));
    return owe(person, declinedNotice(name, ctx.user.id, when, `${clientId}-${ctx.now.epochMilliseconds}`));
  });
  return {
    text: lines('Declined, and they are told. Offer another time with /session and their name.'),
    ...(notified === null ? {} : { notifies: [notified] }),
  };
}
