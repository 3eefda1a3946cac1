import type { Temporal } from 'temporal-polyfill';
import type { Reminder } from '../../domain/reminders/reminder.ts';
import type { Button } from '../reply.ts';
import { momentWords, ruleWords } from '../schedule-words.ts';
import { bold, lines, quoted } from '../text.ts';
import type { Notice } from './notice.ts';
import { remindAction, reminderTitle } from './reminder.ts';

/** Tells a client of what their coach has them reminded. `timeZone` is where they are. */
export function reminderGivenNotice(
  reminders: readonly Reminder[],
  { id, name }: { readonly id: number; readonly name: string },
  now: Temporal.Instant,
  timeZone: string,
): Notice {
  const [only] = reminders;
  const list: Button = { label: 'Reminders', action: remindAction({ kind: 'list', of: 'standing' }) };
  const remove: Button[] =
    only && reminders.length === 1
      ? [{ label: 'Remove it', action: remindAction({ kind: 'one', do: 'remove', id: only.id }) }]
      : [];
  return {
    key: `reminder-given-${only?.id ?? 0}-${now.epochMilliseconds}`,
    type: 'info',
    title: 'A reminder from your coach',
    text: lines(
      [bold(quoted(name, 60)), ' would like me to remind you:'],
      ...reminders.map(
        (row) => `${reminderTitle(row)}, ${ruleWords(row, now, timeZone)}${heldWords(row, now, timeZone)}`,
      ),
      reminders.some(({ kind }) => kind !== 'own') ? 'Nothing comes for what is done already.' : null,
      `Move or remove ${reminders.length === 1 ? 'it' : 'them'} whenever you like.`,
    ),
    buttons: [[...remove, list]],
    aboutUserId: id,
  };
}

/** Where it comes at another time than it says, since it waits for their quiet hours to end. */
function heldWords({ nextDueAt, onceAt, atTimes }: Reminder, now: Temporal.Instant, timeZone: string): string {
  if (nextDueAt === null) return '';
  const time = nextDueAt.toZonedDateTimeISO(timeZone).toPlainTime();
  const isHeld = onceAt ? !nextDueAt.equals(onceAt) : atTimes?.every((one) => !one.equals(time));
  return isHeld ? `; next ${momentWords(nextDueAt, now, timeZone)}, when your quiet hours end` : '';
}
