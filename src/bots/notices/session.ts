import type { Temporal } from 'temporal-polyfill';
import type { PersonContext } from '../../domain/context.ts';
import type { FiredReminder } from '../../domain/reminders/fire-reminders.ts';
import { subjectOf } from '../../domain/reminders/reminder.ts';
import { remindedSession } from '../../domain/sessions/reminded-session.ts';
import type { CoachingSession } from '../../domain/sessions/session.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Button } from '../reply.ts';
import { longDay, momentWords } from '../schedule-words.ts';
import { bold, italic, lines, quoted, type Text } from '../text.ts';
import type { Notice } from './notice.ts';

/** An action of the command `session`. */
export const sessionAction = (input: Readonly<Record<string, unknown>>) => ({ command: 'session', input });

const show = (id: number): Button => ({ label: 'Show', action: sessionAction({ do: 'show', id }) });

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
  const when = momentWords(session.startsAt, ctx.now, zoneOf(ctx.user));
  const long = session.durationMin === null ? '' : `, ${session.durationMin} min`;
  return {
    key: `reminder-${occurrenceId}`,
    type: 'reminder',
    title: 'Coaching session',
    text: lines([bold(`Session with ${quoted(otherName, 60)}`), ` ${when}${long}.`], topicsLine(session)),
    buttons: [[show(session.id)]],
    ignoresQuietHours: reminder.ignoresQuietHours,
  };
}

/** What the other one is told of a session: planned, moved, called off. `zone` is where they are who read it. */
export function plannedNotice(
  what: 'planned' | 'moved' | 'cancelled',
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
  };
  return {
    key: `session-${session.id}-${what}-${now.epochMilliseconds}`,
    type: 'info',
    title: `Session ${what}`,
    text: lines(
      bold(words[what]),
      what === 'cancelled' ? null : topicsLine(session),
      what === 'cancelled' ? null : italic('I remind you a day and an hour before.'),
    ),
    ...(what === 'cancelled' ? {} : { buttons: [[show(session.id)]] }),
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
  const { sessionId, startsAt, topics, durationMin, when } = asked;
  const action =
    sessionId === null
      ? sessionAction({ do: 'plan', clientId: id, startsAt: startsAt.toString(), durationMin, topics: [...topics] })
      : sessionAction({ do: 'move', id: sessionId, startsAt: startsAt.toString() });
  const what = sessionId === null ? `asks for a session ${when}` : `asks to move your session: ${when}`;
  return {
    key: `session-asked-${id}-${key}`,
    type: 'info',
    title: `${quoted(name, 60)} asks for a session`,
    text: lines([bold(quoted(name, 60)), ` ${what}.`], topicsLine({ topics: [...topics] })),
    buttons: [
      [
        { label: 'Agree', action },
        { label: 'Decline', action: sessionAction({ do: 'decline', clientId: id, startsAt: startsAt.toString() }) },
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
  buttons: [[show(session.id)]],
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
