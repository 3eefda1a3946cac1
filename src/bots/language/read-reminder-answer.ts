import { phraseAt } from './phrases.ts';
import { scan } from './scan.ts';
import { reminderAnswers } from './vocabulary/en/built-in-reminders.ts';

/** In characters. */
const longest = 40;
/** "skip today, I am tired": why is for themselves. */
const skipped =
  /^\s*(?:i(?:'ll| will)? )?(?:skip|skipping)(?: it| this| that| this one)?(?: today| tonight| for today)?\s*(?:[.!]*|[,;:–—-]\s*(?!\d)\D{1,80}|because \D{1,80})\s*$/iu;

/** What "done" or "skip it" says to a reminder, where it is all that was written; null for anything else. */
export function readReminderAnswer(text: string): 'done' | 'skip' | null {
  if (skipped.test(text)) return 'skip';
  if (text.length > longest) return null;
  const tokens = scan(text).filter(({ kind }) => kind !== 'mark' && kind !== 'picture');
  const found = phraseAt(reminderAnswers, tokens, 0);
  return found?.end === tokens.length ? found.meaning : null;
}
