import { lastSaid } from '../../domain/reminders/last-said.ts';
import type { Reminder } from '../../domain/reminders/reminder.ts';
import type { Answer, Choice, CommandContext } from '../command.ts';
import { quoted } from '../text.ts';
import { reminderLine } from './reminder-card.ts';

/** What was set, changed or said no longer ago than this is "the reminder". */
const justNowMin = 30;
/** How many can be chosen from. */
const mostChoices = 8;
const longestLabel = 80;

/** Which of several "the reminder" is: the one replied to, else the one set, changed or said last. Null: it has to be asked. */
export async function meantReminder(ctx: CommandContext, rows: readonly Reminder[]): Promise<Reminder | null> {
  const [only] = rows;
  if (only && rows.length === 1) return only;
  if (ctx.remindedOf) {
    const [said] = await lastSaid(ctx, { occurrenceId: ctx.remindedOf });
    return rows.find(({ id }) => id === said?.reminder.id) ?? null;
  }
  return newestOf(ctx, rows);
}

/** The one that was set, changed or said last, within minutes and alone. */
export function newestOf({ now }: Pick<CommandContext, 'now'>, rows: readonly Reminder[]): Reminder | null {
  const [newest, second] = [...rows].sort((a, b) =>
    a.updatedAt.epochNanoseconds > b.updatedAt.epochNanoseconds ? -1 : 1,
  );
  if (!newest || now.since(newest.updatedAt).total('minutes') > justNowMin) return null;
  return second?.updatedAt.equals(newest.updatedAt) ? null : newest;
}

/** Asks which of several is meant; `inputOf` is what `remind` would do with one of them. */
export function askReminder(
  ctx: CommandContext,
  rows: readonly Reminder[],
  inputOf: (row: Reminder) => unknown,
  more: readonly Choice[] = [],
): Answer {
  const choices = rows.slice(0, mostChoices).map((row) => ({
    label: quoted(reminderLine(ctx, row), longestLabel),
    action: { command: 'remind', input: inputOf(row) },
  }));
  return { text: 'Which one do you mean?', question: { about: 'meaning', choices: [...choices, ...more] } };
}
