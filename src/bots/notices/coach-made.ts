import type { Temporal } from 'temporal-polyfill';
import { bold, code, lines } from '../text.ts';
import type { Notice } from './notice.ts';

/** Tells somebody that they may coach from now on, with the first steps, or that they may no more. */
export function coachMadeNotice(isCoach: boolean, now: Temporal.Instant): Notice {
  const key = `coach-${isCoach ? 'made' : 'unmade'}-${now.epochMilliseconds}`;
  if (!isCoach)
    return {
      ...{ key, type: 'info', title: 'You are no longer a coach here' },
      text: 'You are no longer a coach here. Your own log stays as it is.',
    };
  return {
    ...{ key, type: 'info', title: 'You are a coach now' },
    text: lines(
      bold('You are a coach now.'),
      ['Begin with an invitation: ', code('/invite anna'), ' gives you a link and a code to pass on.'],
      [
        'When they have accepted, ',
        code('/clients'),
        ' shows who needs you, and ',
        code('help coaching'),
        ' the rest.',
      ],
    ),
  };
}
