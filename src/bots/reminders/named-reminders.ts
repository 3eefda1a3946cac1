import { type Reminder, subjectOf } from '../../domain/reminders/reminder.ts';
import { kindOfReminder } from '../language/kind-of-reminder.ts';
import { scan } from '../language/scan.ts';

const small: ReadonlySet<string> = new Set(['the', 'my', 'a', 'an', 'to', 'of', 'for', 'at', 'reminder', 'reminders']);

/** A text's words without the small ones, and in the singular. */
const wordsOf = (text: string): string[] =>
  scan(text)
    .filter(({ kind, word }) => kind !== 'mark' && kind !== 'picture' && !small.has(word))
    .map(({ word }) => (word.length > 3 ? word.replace(/s$/, '') : word));

/** The reminders that words such as "the water reminder" mean: by what they say, else by their kind. */
export function namedReminders(rows: readonly Reminder[], words: string): Reminder[] {
  const asked = wordsOf(words);
  const said = rows.filter((row) => {
    const own = new Set(wordsOf(row.what));
    return asked.length > 0 && asked.every((word) => own.has(word));
  });
  const { kind, slot } = kindOfReminder(words);
  const ofKind = rows.filter((row) => row.kind === kind && (slot === null || subjectOf(row).slot === slot));
  return kind === 'own' ? said : [...new Set([...said, ...ofKind])];
}
