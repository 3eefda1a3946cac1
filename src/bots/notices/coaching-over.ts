import type { Temporal } from 'temporal-polyfill';
import { coachingOverKey } from '../../domain/coaching/coaching-over.ts';
import type { Coaching } from '../../domain/coaching/coachings-of.ts';
import { longDay } from '../schedule-words.ts';
import { nameOr } from '../scope-words.ts';
import { bold, code, lines } from '../text.ts';
import type { Notice } from './notice.ts';

/** Tells one of the two that the coaching is over, since its last day, on the client's calendar, has passed. */
export function coachingOverNotice(
  coaching: Coaching,
  until: Temporal.Instant,
  lastDay: Temporal.PlainDate,
  to: 'coach' | 'client',
): Notice {
  const key = coachingOverKey(coaching.id, until);
  const agreed = `${longDay(lastDay.toString())} was the last day, as agreed.`;
  if (to === 'coach') {
    const client = nameOr(coaching.clientName, 'a client');
    return {
      ...{ key, type: 'info', title: `Your coaching of ${client} is over`, aboutUserId: coaching.clientId },
      text: lines(bold(`Your coaching of ${client} is over.`), `${agreed} You no longer see what they log.`, [
        'To go on, ',
        code(coaching.clientName ? `/invite ${client}` : '/invite'),
        ' asks them again.',
      ]),
    };
  }
  const coach = nameOr(coaching.coachName, 'your coach');
  return {
    ...{ key, type: 'info', title: `Your coaching with ${coach} is over`, aboutUserId: coaching.coachId },
    text: lines(
      bold(`Your coaching with ${coach} is over.`),
      `${agreed} They no longer see anything of yours.`,
      'Everything you logged stays with you, and so do your plans and your reminders.',
      ['Say ', code('my reminders'), ' to see them and stop what you no longer want.'],
    ),
  };
}
