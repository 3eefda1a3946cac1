import type { Temporal } from 'temporal-polyfill';
import type { PersonContext } from '../../domain/context.ts';
import type { FiredReminder } from '../../domain/reminders/fire-reminders.ts';
import { isStillFromCoach } from '../../domain/reminders/is-still-from-coach.ts';
import { putOffKey } from '../../domain/reminders/is-still-wanted.ts';
import { type Reminder, subjectOf } from '../../domain/reminders/reminder.ts';
import { zoneOf } from '../../domain/users/user.ts';
import { capital } from '../format.ts';
import type { Button } from '../reply.ts';
import { clockTime, longDay } from '../schedule-words.ts';
import { bold, code, italic, lines, quoted, type Text } from '../text.ts';
import type { Notice } from './notice.ts';

/** A reminder that has come, with the buttons that answer it. */
export async function reminderNotice(
  ctx: PersonContext,
  { reminder, occurrenceId, dueAt, isLate, isThinnedNow }: FiredReminder,
): Promise<Notice> {
  const often: Button = {
    label: 'As often as before',
    action: remindAction({ kind: 'one', do: 'resume', id: reminder.id }),
  };
  return {
    key: `reminder-${occurrenceId}`,
    type: 'reminder',
    title: reminderTitle(reminder),
    text: lines(
      await reminderText(ctx, reminder),
      isLate ? lateLine(dueAt, zoneOf(ctx.user)) : null,
      isThinnedNow ? thinnedLine : null,
    ),
    buttons: [...answerRows(occurrenceId), ...(isThinnedNow ? [[often]] : [])],
    ignoresQuietHours: reminder.ignoresQuietHours,
  };
}

/** The same again, after it was put off `snooze` times: the person named that time. */
export const snoozedNotice = async (
  ctx: PersonContext,
  reminder: Reminder,
  occurrenceId: number,
  until: Temporal.Instant,
): Promise<Notice> => ({
  occurrenceId,
  key: `${putOffKey}${occurrenceId}-${until.epochMilliseconds}`,
  type: 'reminder',
  title: reminderTitle(reminder),
  text: await reminderText(ctx, reminder),
  buttons: answerRows(occurrenceId),
  ignoresQuietHours: true,
});

/** An action of the command `remind`. */
export const remindAction = (input: Readonly<Record<string, unknown>>) => ({ command: 'remind', input });

/** "Weigh in" */
export const reminderTitle = ({ what }: Pick<Reminder, 'what'>): string => capital(quoted(what, 60));

/** What to do, and how to tell us where that is how it is done. */
async function reminderText(ctx: PersonContext, reminder: Reminder): Promise<Text> {
  const how = howToTell(reminder);
  return lines(
    bold(capital(quoted(reminder.what, 200))),
    (await isStillFromCoach(ctx, reminder)) ? italic('From your coach.') : null,
    how,
  );
}

function howToTell({ kind, subject }: Reminder): Text | null {
  switch (kind) {
    case 'meal': {
      const { slot } = subjectOf({ subject });
      return [`Write what you had${slot ? ` for ${quoted(slot, 40)}` : ''}, and it is logged.`];
    }
    case 'weigh_in':
      return ['Write it like ', code('weight 82.4'), '.'];
    case 'water':
      return ['Write ', code('300 ml water'), ' when you have.'];
    case 'workout':
      return ['Write what you did, like ', code('bench 3x8 80'), '.'];
    default:
      return null;
  }
}

const lateLine = (dueAt: Temporal.Instant, timeZone: string): string => {
  const local = dueAt.toZonedDateTimeISO(timeZone);
  return `This is late: it was due on ${longDay(local.toPlainDate().toString())} at ${clockTime(local.toPlainTime())}.`;
};

const thinnedLine =
  'The last three went by without an answer, so from now on this one comes half as often. One tap brings it back.';

function answerRows(occurrenceId: number): Button[][] {
  const button = (label: string, answer: string, minutes: number | null = null): Button => ({
    label,
    action: remindAction({ kind: 'answer', occurrenceId, answer, minutes }),
  });
  return [
    [button('Done', 'done'), button('Skip', 'skip')],
    [button('Snooze 10 min', 'snooze', 10), button('1 hour', 'snooze', 60), button('Tomorrow', 'snooze')],
  ];
}
