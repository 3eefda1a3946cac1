import type { Temporal } from 'temporal-polyfill';
import type { Reminder } from '../../domain/reminders/reminder.ts';
import type { Button } from '../reply.ts';
import { ruleWords } from '../schedule-words.ts';
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
      ...reminders.map((row) => `${reminderTitle(row)}, ${ruleWords(row, now, timeZone)}`),
      'Nothing comes for what is done already. Move or remove it whenever you like.',
    ),
    buttons: [[...remove, list]],
    aboutUserId: id,
  };
}
