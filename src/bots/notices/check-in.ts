import type { CheckInRow } from '../../domain/check-ins/check-in.ts';
import { checkInFacts } from '../../domain/check-ins/check-in-facts.ts';
import { mondayOf } from '../../domain/check-ins/check-in-week.ts';
import type { PersonContext } from '../../domain/context.ts';
import type { FiredReminder } from '../../domain/reminders/fire-reminders.ts';
import { localDay } from '../../domain/users/local-day.ts';
import { zoneOf } from '../../domain/users/user.ts';
import { checkInAction, weekName } from '../forms/check-in-card.ts';
import { factsLines } from '../forms/facts-lines.ts';
import { feelingWords } from '../forms/field-words.ts';
import type { Button } from '../reply.ts';
import { bold, lines, quoted } from '../text.ts';
import type { Notice } from './notice.ts';
import { reminderNotice } from './reminder.ts';

/** It is time for the week's check-in: what the data says already, and the button that opens it. */
export async function checkInDueNotice(ctx: PersonContext, fired: FiredReminder): Promise<Notice> {
  const zone = zoneOf(ctx.user);
  const usual = await reminderNotice(ctx, fired);
  const week = mondayOf(localDay(fired.dueAt, zone, ctx.user.dayStartHour));
  const facts = await checkInFacts(ctx, week);
  const begin: Button = { label: 'Check in', action: checkInAction({ do: 'fill', week: week.toString() }) };
  const [first = [], ...more] = usual.buttons ?? [];
  return {
    ...usual,
    title: 'Weekly check-in',
    text: lines(
      bold(`Time for your check-in, week of ${weekName(week)}`),
      ...factsLines(facts, ctx.user.unitSystem),
      'Two minutes for what the numbers cannot tell.',
    ),
    // It is done by handing it in, not by saying so.
    buttons: [[begin, ...first.filter(({ label }) => label !== 'Done')], ...more],
  };
}

/** A client has handed theirs in. */
export function handedInNotice({ id, clientId, weekOf, feeling }: CheckInRow, name: string, isLate: boolean): Notice {
  const open: Button = { label: 'Open', action: { command: 'checkins', input: { do: 'open', id } } };
  return {
    key: `check-in-${id}`,
    type: 'info',
    title: `Check-in of ${quoted(name, 60)}`,
    text: lines(
      [
        bold(quoted(name, 60)),
        ` has handed in the check-in of the week of ${weekName(weekOf)}${isLate ? ', late' : ''}.`,
      ],
      feeling === null ? null : `Feeling ${feelingWords(feeling)}.`,
    ),
    buttons: [[open]],
    aboutUserId: clientId,
  };
}

/** Their coach has opened it. */
export const seenNotice = ({ id, weekOf, coachId }: CheckInRow, name: string): Notice => ({
  key: `check-in-seen-${id}`,
  type: 'info',
  title: 'Check-in seen',
  text: `${quoted(name, 60)} is reading your check-in, week of ${weekName(weekOf)}.`,
  isSilent: true,
  aboutUserId: coachId,
});

/** Their coach has gone through it, with words where there are any. `turn` tells an answer from the one it replaces. */
export const reviewedNotice = (
  { id, weekOf, coachId, coachReply }: CheckInRow,
  name: string,
  turn: number,
): Notice => ({
  key: `check-in-reviewed-${id}-${turn}`,
  type: coachReply === null ? 'info' : 'message',
  title: 'Check-in answered',
  text:
    coachReply === null
      ? `${quoted(name, 60)} has gone through your check-in, week of ${weekName(weekOf)}.`
      : lines([bold(quoted(name, 60)), ` on your check-in, week of ${weekName(weekOf)}:`], quoted(coachReply, 1500)),
  aboutUserId: coachId,
});

/** Their coach has set when they are asked. `when` as "every Sunday at 18:00". */
export const assignedNotice = (clientId: number, name: string, when: string, turn: number): Notice => ({
  key: `check-in-assigned-${clientId}-${turn}`,
  type: 'info',
  title: 'Weekly check-in',
  text: lines(
    `${quoted(name, 60)} would like a check-in from you every week. I will ask you ${when}.`,
    'You can move or stop it among your reminders.',
  ),
  buttons: [[{ label: 'Reminders', action: { command: 'remind', input: { kind: 'list', of: 'standing' } } }]],
});
