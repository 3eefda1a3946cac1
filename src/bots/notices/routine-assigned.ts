import type { Temporal } from 'temporal-polyfill';
import type { PlanChange } from '../../domain/routines/diff-plans.ts';
import { count } from '../ask-card.ts';
import { aheadWords, routineAction } from '../routines/routine-card.ts';
import { changesText } from '../routines/template-card.ts';
import { clockTime } from '../schedule-words.ts';
import { bold, lines, quoted, type Text } from '../text.ts';
import type { Notice } from './notice.ts';

interface About {
  /** Names the notice for good. */
  readonly key: string;
  readonly coachId: number;
  readonly coachName: string;
  readonly name: string;
}

/** Tells a client of the training plan that their coach has given them, or of what is new in it. */
export function routineAssignedNotice(
  { key, coachId, coachName, name }: About,
  given: {
    readonly description: string | null;
    readonly routineIds: readonly number[];
    readonly first: Temporal.PlainDate;
    readonly last: Temporal.PlainDate;
    readonly today: Temporal.PlainDate;
    readonly count: number;
    readonly time: Temporal.PlainTime;
    /** What is another, where they had it before. */
    readonly changes: readonly PlanChange[] | null;
    readonly units: 'metric' | 'us';
  },
): Notice {
  const { description, routineIds, first, last, today, time, changes, units } = given;
  const hour = (label: string, at: string | null) => ({
    label,
    action: routineAction({ kind: 'hour', ids: routineIds, time: at }),
  });
  const until = last.equals(first) ? '' : `, the last ${aheadWords(last, today)}`;
  const [firstId] = routineIds;
  const head: Text =
    changes === null
      ? [bold(quoted(coachName, 60)), ` has a training plan for you: ${quoted(name, 60)}.`]
      : [bold(quoted(coachName, 60)), ` has changed your training plan ${quoted(name, 60)}.`];
  return {
    ...{
      key,
      type: 'info',
      title: changes === null ? 'A training plan' : 'A changed training plan',
      aboutUserId: coachId,
    },
    text: lines(
      head,
      changes === null ? null : changesText(changes, units),
      description === null ? null : quoted(description, 300),
      `${count(given.count, 'training')}, the first ${aheadWords(first, today)}${until}.`,
      `I remind you at ${clockTime(time)}, unless it is done. Another time is one tap away; what you log counts by itself.`,
    ),
    buttons: [
      ...(firstId === undefined ? [] : [[{ label: 'Show it', action: routineAction({ kind: 'open', id: firstId }) }]]),
      [hour('07:00', '07:00'), hour('12:00', '12:00'), hour('20:00', '20:00'), hour('No reminder', null)],
    ],
  };
}

/** Tells a client that a training plan has ended. */
export const routineEndedNotice = ({ key, coachId, coachName, name }: About): Notice => ({
  ...{ key, type: 'info', title: 'A training plan has ended', aboutUserId: coachId },
  text: lines(
    [bold(quoted(coachName, 60)), ` has ended your training plan ${quoted(name, 60)}.`],
    'What was planned ahead is off your calendar. What you have done stays.',
  ),
});

/** Brings a coach's words on a training to whoever did it. */
export const trainingNoteNotice = (
  { key, coachId, coachName, name }: About,
  { note, when }: { readonly note: string; readonly when: string },
): Notice => ({
  ...{ key, type: 'info', title: 'A word on your training', aboutUserId: coachId },
  text: lines([bold(quoted(coachName, 60)), ` on your training ${when} (${quoted(name, 80)}):`], quoted(note, 500)),
});
