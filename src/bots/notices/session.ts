import type { Temporal } from 'temporal-polyfill';
import type { PersonContext } from '../../domain/context.ts';
import type { FiredReminder } from '../../domain/reminders/fire-reminders.ts';
import { subjectOf } from '../../domain/reminders/reminder.ts';
import { remindedSession } from '../../domain/sessions/reminded-session.ts';
import type { CoachingSession } from '../../domain/sessions/session.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Button } from '../reply.ts';
import { clockTime, longDay, momentWords } from '../schedule-words.ts';
import { bold, italic, lines, quoted, type Text } from '../text.ts';
import type { Notice } from './notice.ts';

/** An action of the command `session`. */
export const sessionAction = (input: Readonly<Record<string, unknown>>) => ({ command: 'session', input });

/** Opens a session. */
export const showSession = (id: number): Button => ({ label: 'Show', action: sessionAction({ do: 'show', id }) });

/** What a session is to be about, in a line; null where nobody said. */
export const topicsLine = ({ topics }: Pick<CoachingSession, 'topics'>): Text | null =>
  topics.length === 0 ? null : [bold('Topics: '), topics.map((topic) => quoted(topic, 80)).join(', ')];

/** A session comes: said to each of the two where they are. Null where it has gone meanwhile. */
export async function sessionDueNotice(
  ctx: PersonContext,
  { reminder, occurrenceId }: FiredReminder,
): Promise<Notice | null> {
  const found = await remindedSession(ctx, subjectOf(reminder).sessionId ?? 0);
  if (!found) return null;
  const { session, otherName } = found;
  const when = soonWords(session.startsAt, ctx.now, zoneOf(ctx.user));
  const long = session.durationMin === null ? '' : `, ${session.durationMin} min`;
  return {
    key: `reminder-${occurrenceId}`,
    type: 'reminder',
    title: 'Coaching session',
    text: lines([bold(`Session with ${quoted(otherName, 60)}`), ` ${when}${long}.`], topicsLine(session)),
    buttons: [[showSession(session.id)]],
    ignoresQuietHours: reminder.ignoresQuietHours,
  };
}

/** "a day and an hour": what of it is still to come; null where nothing is. */
export function remindedWords({ startsAt }: Pick<CoachingSession, 'startsAt'>, now: Temporal.Instant): string | null {
  const hours = startsAt.since(now).total('hours');
  return hours > 24 ? 'a day and an hour' : hours > 1 ? 'an hour' : null;
}

const soonMin = 90;

/** "in an hour, at 13:30"; further ahead the day. */
function soonWords(at: Temporal.Instant, now: Temporal.Instant, timeZone: string): string {
  const minutes = Math.round(at.since(now).total('minutes'));
  if (minutes < 1 || minutes > soonMin) return momentWords(at, now, timeZone);
  const ahead = minutes >= 55 && minutes <= 65 ? 'an hour' : `${minutes} minutes`;
  return `in ${ahead}, at ${clockTime(at.toZonedDateTimeISO(timeZone).toPlainTime())}`;
}

/** What becomes of a session; `agreed`: at the time that whoever is told had asked for. */
export type SessionTurn = 'planned' | 'moved' | 'cancelled' | 'agreed';

/** What the other one is told of a session. `zone` is where they are who read it. */
export function plannedNotice(
  what: SessionTurn,
  session: CoachingSession,
  { name, id }: { readonly name: string; readonly id: number },
  now: Temporal.Instant,
  zone: string,
): Notice {
  const when = momentWords(session.startsAt, now, zone);
  const long = session.durationMin === null ? '' : `, ${session.durationMin} min`;
  const words = {
    planned: `${quoted(name, 60)} has planned a session with you ${when}${long}.`,
    moved: `${quoted(name, 60)} has moved your session: it is ${when} now.`,
    cancelled: `${quoted(name, 60)} has called off your session ${when}.`,
    agreed: `${quoted(name, 60)} agrees: your session is ${when}${long}.`,
  };
  const reminded = what === 'cancelled' ? null : remindedWords(session, now);
  return {
    key: `session-${session.id}-${what}-${now.epochMilliseconds}`,
    type: 'info',
    title: `Session ${what}`,
    text: lines(
      bold(words[what]),
      what === 'cancelled' ? null : topicsLine(session),
      reminded === null ? null : italic(`I remind you ${reminded} before.`),
    ),
    ...(what === 'cancelled' ? {} : { buttons: [[showSession(session.id)]] }),
    aboutUserId: id,
  };
}

/** A client would like a session, or another time for one. */
export function askedNotice(
  { name, id, key }: { readonly name: string; readonly id: number; readonly key: string },
  asked: {
    readonly when: string;
    readonly topics: readonly string[];
    readonly sessionId: number | null;
    readonly startsAt: Temporal.Instant;
    readonly durationMin: number | null;
  },
): Notice {
  const { sessionId, topics, durationMin, when } = asked;
  const at = asked.startsAt.toString();
  const action =
    sessionId === null
      ? sessionAction({ do: 'plan', clientId: id, startsAt: at, durationMin, topics: [...topics], isAsked: true })
      : sessionAction({ do: 'move', id: sessionId, startsAt: at, isAsked: true });
  const what = sessionId === null ? `asks for a session ${when}` : `asks to move your session: ${when}`;
  return {
    key: `session-asked-${id}-${key}`,
    type: 'info',
    title: `${quoted(name, 60)} asks for a session`,
    text: lines([bold(quoted(name, 60)), ` ${what}.`], topicsLine({ topics: [...topics] })),
    buttons: [
      [
        { label: 'Agree', action },
        { label: 'Decline', action: sessionAction({ do: 'decline', clientId: id, startsAt: at }) },
      ],
    ],
    aboutUserId: id,
  };
}

/** The coach cannot then. */
export const declinedNotice = (name: string, id: number, when: string, key: string): Notice => ({
  key: `session-declined-${key}`,
  type: 'info',
  title: 'Session',
  text: `${quoted(name, 60)} cannot do a session ${when}. Ask for another time whenever you like.`,
  aboutUserId: id,
});

const scale = [
  [1, 2, 3, 4, 5],
  [6, 7, 8, 9, 10],
];

/** A session was held: the client says how it was by one tap. */
export function completedNotice(session: CoachingSession, name: string): Notice {
  return {
    key: `session-completed-${session.id}`,
    type: 'info',
    title: 'How was the session?',
    text: lines(
      bold(`How was the session with ${quoted(name, 60)}?`),
      session.completionNotes ? quoted(session.completionNotes, 600) : null,
      session.nextSessionDay ? `You meet again on ${longDay(session.nextSessionDay.toString())}.` : null,
      '1 was of no use, 10 could not be better.',
    ),
    buttons: scale.map((row) =>
      row.map(
        (rating): Button => ({ label: String(rating), action: sessionAction({ do: 'rate', id: session.id, rating }) }),
      ),
    ),
    aboutUserId: session.coachId,
  };
}

/** What a coach has to say after a session. */
export const feedbackNotice = (session: CoachingSession, name: string, key: string): Notice => ({
  key: `session-feedback-${session.id}-${key}`,
  type: 'message',
  title: 'Feedback',
  text: lines([bold(quoted(name, 60)), ' on your session:'], quoted(session.coachFeedback ?? '', 1500)),
  buttons: [[showSession(session.id)]],
  aboutUserId: session.coachId,
});

/** What they agreed to do until the next one. `items` as lines. */
export const itemsNotice = (session: CoachingSession, name: string, items: readonly Text[], key: string): Notice => ({
  key: `session-items-${session.id}-${key}`,
  type: 'info',
  title: 'To do',
  text: lines(
    bold(`To do until you see ${quoted(name, 60)} again:`),
    ...items,
    session.nextSessionDay ? `You meet again on ${longDay(session.nextSessionDay.toString())}.` : null,
    italic('What has a time is among your reminders.'),
  ),
  buttons: [[{ label: 'Reminders', action: { command: 'remind', input: { kind: 'list', of: 'standing' } } }]],
  aboutUserId: session.coachId,
});
