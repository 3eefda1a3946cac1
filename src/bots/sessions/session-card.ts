import { Temporal } from 'temporal-polyfill';
import { asOwner } from '../../domain/as-owner.ts';
import { findPartner, type Partner } from '../../domain/check-ins/partner.ts';
import { zoneOfPartner } from '../../domain/sessions/client-day.ts';
import { type CoachingSession, isStanding } from '../../domain/sessions/session.ts';
import { nameOfUser } from '../../domain/users/name-of-user.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Answer, CommandContext } from '../command.ts';
import { sessionAction, topicsLine } from '../notices/session.ts';
import { fullDate } from '../profile-card.ts';
import type { Button } from '../reply.ts';
import { clockTime, longDay, momentWords } from '../schedule-words.ts';
import { bold, code, italic, lines, quoted, type Text } from '../text.ts';

/** The other one of a session, as far as they are still known. */
export const otherOf = (ctx: CommandContext, { clientId, coachId }: CoachingSession): Promise<Partner | null> =>
  findPartner(ctx, clientId === ctx.user.id ? coachId : clientId);

export const otherName = (partner: Partner | null, isCoach: boolean): string =>
  partner ? quoted(partner.name, 60) : isCoach ? 'your client' : 'your coach';

/** What the other one of a session is called, also where the two no longer work together: it was theirs. */
async function calledThen(ctx: CommandContext, { clientId, coachId }: CoachingSession): Promise<string> {
  const id = clientId === ctx.user.id ? coachId : clientId;
  return quoted(await asOwner(ctx.db, () => nameOfUser(ctx.db, id)), 60);
}

/** "on Friday 6 March at 17:00 (18:00 for anna)": where the other one reads another clock, that too. */
export async function bothTimes(
  ctx: CommandContext,
  startsAt: Temporal.Instant,
  partner: Partner | null,
): Promise<string> {
  const zone = zoneOf(ctx.user);
  const own = momentWords(startsAt, ctx.now, zone);
  if (!partner) return own;
  const { timeZone } = await zoneOfPartner(ctx, partner.id);
  const [here, there] = [zone, timeZone].map((one) => startsAt.toZonedDateTimeISO(one));
  if (!here || !there || here.toPlainDateTime().equals(there.toPlainDateTime())) return own;
  const day = here.toPlainDate().equals(there.toPlainDate()) ? '' : `${longDay(there.toPlainDate().toString())} `;
  return `${own} (${day}${clockTime(there.toPlainTime())} for ${quoted(partner.name, 60)})`;
}

/** One session with all that is on record of it, and what can be done about it. */
export async function sessionCard(
  ctx: CommandContext,
  session: CoachingSession,
  note: Text | null = null,
): Promise<Answer> {
  const partner = await otherOf(ctx, session);
  const name = await calledThen(ctx, session);
  const isCoach = session.coachId === ctx.user.id;
  const long = session.durationMin === null ? '' : `, ${session.durationMin} min`;
  const { discussionNotes, coachFeedback, actionItems, nextSessionDay, completionNotes, rating } = session;
  const said = (lead: string, text: string | null): Text | null =>
    text ? [bold(`${lead}: `), quoted(text, 1500)] : null;
  return {
    text: lines(
      note,
      [bold(`Session with ${name}`), ` ${await bothTimes(ctx, session.startsAt, partner)}${long}`],
      stateLine(ctx, session),
      topicsLine(session),
      said('Notes', discussionNotes),
      said('Feedback', coachFeedback),
      actionItems.length > 0 ? [bold('To do: '), actionItems.map((item) => quoted(item, 120)).join(' · ')] : null,
      nextSessionDay ? [bold('Next: '), longDay(nextSessionDay.toString())] : null,
      said('Afterwards', completionNotes),
      rating === null ? null : [bold('Rating: '), `${rating} of 10${isCoach ? `, by ${name}` : ''}`],
    ),
    buttons: buttonsOf(ctx, session, isCoach),
  };
}

function stateLine(ctx: CommandContext, { completedAt, cancelledAt, startsAt }: CoachingSession): Text | null {
  if (cancelledAt) return italic('Called off.');
  if (completedAt) return italic('Held.');
  return Temporal.Instant.compare(startsAt, ctx.now) <= 0 ? italic('Not marked as held yet.') : null;
}

function buttonsOf(ctx: CommandContext, session: CoachingSession, isCoach: boolean): Button[][] {
  const { id } = session;
  const cancel: Button = { label: 'Call it off', action: sessionAction({ do: 'cancel', id }) };
  const list: Button = { label: 'All sessions', action: sessionAction({ do: 'list', clientId: null }) };
  const isOver = Temporal.Instant.compare(session.startsAt, ctx.now) <= 0;
  const held: Button = { label: 'Held', action: sessionAction({ do: 'done', id, text: '' }) };
  if (!isStanding(session)) return [[list]];
  return [[...(isCoach && isOver ? [held] : [cancel]), list]];
}

const mostShown = 5;

/** What comes and what was, with a button for each. */
export async function sessionList(
  ctx: CommandContext,
  { coming, past }: { readonly coming: readonly CoachingSession[]; readonly past: readonly CoachingSession[] },
): Promise<Answer> {
  const how: Text | null =
    ctx.user.role === 'client'
      ? ctx.given.hasCoach
        ? ['Ask your coach for one: ', code('/session friday 17:00'), '.']
        : null
      : ['Plan one: ', code('/session anna friday 17:00 topics squats, sleep'), '.'];
  if (coming.length + past.length === 0) return { text: lines('No sessions yet.', how) };
  const ahead = coming.slice(0, mostShown);
  const behind = past.slice(0, mostShown);
  const shown = [...ahead, ...behind];
  const rows: Text[] = [];
  for (const [i, session] of shown.entries()) rows.push([`${i + 1}. `, await listed(ctx, session)]);
  const buttons = shown.map(
    ({ id }, i): Button => ({ label: String(i + 1), action: sessionAction({ do: 'show', id }) }),
  );
  return {
    text: lines(
      ahead.length > 0 ? bold('Coming sessions') : 'No session is planned.',
      ...rows.slice(0, ahead.length),
      behind.length > 0 ? bold('Past sessions') : null,
      ...rows.slice(ahead.length),
      how,
    ),
    buttons: [buttons.slice(0, 5), buttons.slice(5, 10)].filter((row) => row.length > 0),
  };
}

async function listed(ctx: CommandContext, session: CoachingSession): Promise<Text> {
  const partner = await otherOf(ctx, session);
  const isPast = Temporal.Instant.compare(session.startsAt, ctx.now) <= 0;
  const local = session.startsAt.toZonedDateTimeISO(zoneOf(ctx.user));
  const when = isPast ? `on ${fullDate(local.toPlainDate())}` : await bothTimes(ctx, session.startsAt, partner);
  const rating = session.rating === null ? '' : ` · ${session.rating} of 10`;
  const open = isPast && isStanding(session) ? ' · not marked as held' : '';
  return `${await calledThen(ctx, session)} ${when}${rating}${open}`;
}
