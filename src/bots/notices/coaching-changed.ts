import type { Temporal } from 'temporal-polyfill';
import type { Coaching } from '../../domain/coaching/coachings-of.ts';
import type { Consent } from '../../domain/coaching/scopes.ts';
import { longDay } from '../schedule-words.ts';
import { grantedWords, nameOr, withdrawnWords } from '../scope-words.ts';
import { bold, lines } from '../text.ts';
import type { Notice } from './notice.ts';

/**
 * Tells a coach what a client now lets them see; or, where `before` is null, for how long. `lastDay`: of the coaching, on the
 * client's calendar.
 */
export function coachingChangedNotice(
  coaching: Coaching,
  now: Temporal.Instant,
  lastDay: Temporal.PlainDate | null,
  before: Consent | null,
): Notice {
  const client = nameOr(coaching.clientName, 'A client');
  return {
    key: `coaching-changed-${coaching.id}-${now.epochMilliseconds}`,
    type: 'info',
    title: `${client} changed what you see`,
    text: !before
      ? lastDay
        ? `${client} has set the last day of your coaching: ${longDay(lastDay.toString())}.`
        : `${client} has taken the end date off your coaching: it goes on.`
      : lines(
          bold(`${client} has changed what you see.`),
          `From now on: ${grantedWords(coaching).replace('You see', 'you see')}`,
          withdrawnWords(before, coaching),
        ),
    aboutUserId: coaching.clientId,
  };
}
