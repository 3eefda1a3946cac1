import type { ReminderKind } from '../../domain/reminders/reminder.ts';
import { scan } from './scan.ts';
import { reminderKinds } from './vocabulary/en/reminder-kinds.ts';

export interface KindOfReminder {
  readonly kind: ReminderKind;
  /** Which meal; null for all of them, or none. */
  readonly slot: string | null;
}

/** What a reminder's words are about: "weigh myself" is a weigh-in, "call mum" is their own. */
export function kindOfReminder(what: string): KindOfReminder {
  const words = scan(what)
    .filter(({ kind }) => kind !== 'mark' && kind !== 'picture')
    .map(({ word }) => word.replaceAll('-', ' '))
    .join(' ');
  for (const { kind, pattern } of reminderKinds) {
    const found = pattern.exec(words);
    if (found) return { kind, slot: slotOf(found.groups?.slot ?? null) };
  }
  return { kind: 'own', slot: null };
}

const slotOf = (word: string | null): string | null => (word === 'supper' ? 'dinner' : word);
