import type { Temporal } from 'temporal-polyfill';
import { moveReminder } from '../../domain/reminders/change-reminders.ts';
import { listReminders } from '../../domain/reminders/list-reminders.ts';
import type { Reminder } from '../../domain/reminders/reminder.ts';
import { isOneOff } from '../../domain/reminders/reminder-rule.ts';
import { type SetReminder, setReminder } from '../../domain/reminders/set-reminder.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { Schedule } from '../language/schedule.ts';
import type { Button } from '../reply.ts';
import { bold, lines, quoted } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import type { BuiltIn } from './built-ins.ts';
import { askReminder, meantReminder } from './meant-reminder.ts';
import { namedReminders } from './named-reminders.ts';
import { reminderLine, standingLines, toList, zoneLine } from './reminder-card.ts';
import { reminderInput, ruleOfSchedule } from './reminder-input.ts';

/** Sets what was said: "weigh in every morning at 7:10". */
export async function setByWords(
  ctx: CommandContext,
  what: string,
  schedule: Schedule,
  onceAt: Temporal.Instant | null,
): Promise<Answer> {
  const isCoach = ctx.given.clients !== undefined;
  return setCard(ctx, [await setReminder(ctx, reminderInput(what, schedule, onceAt, isCoach))]);
}

/** Switches on what we know to remind of, as one action; `isSuggested` where it was our idea. */
export async function switchOn(ctx: CommandContext, list: readonly BuiltIn[], isSuggested: boolean): Promise<Answer> {
  const set: SetReminder[] = [];
  let about: CommandContext = ctx;
  for (const { input } of list) {
    const one = await setReminder(about, { ...input, isTimeNamed: false, isSuggested });
    about = { ...about, actionId: about.actionId ?? one.actionId };
    set.push(one);
  }
  return setCard(ctx, set);
}

export interface WordsMove {
  /** The words for which one; null: the only one, or the one just set or said. */
  readonly subject: string | null;
  readonly schedule: Schedule;
  /** The one that was chosen. */
  readonly id?: number | undefined;
}

/** Moves the reminder that words mean to other times. */
export async function moveByWords(ctx: CommandContext, said: WordsMove): Promise<Answer> {
  const { subject, schedule, id } = said;
  const standing = await listReminders(ctx);
  const named = subject === null ? standing : namedReminders(standing, subject);
  const rows = id === undefined ? named : standing.filter((one) => one.id === id);
  if (rows.length === 0)
    return {
      text: subject === null ? 'You have no reminders.' : `I find no reminder about “${quoted(subject)}”.`,
      buttons: [[toList]],
    };
  const row = await meantReminder(ctx, rows);
  if (!row) return askReminder(ctx, rows, (one) => ({ kind: 'move', subject, schedule, id: one.id }));
  const isZoneOnly =
    schedule.timeZone !== undefined && schedule.at === null && schedule.everyMinutes === null && schedule.on === null;
  if (isZoneOnly) {
    const { atTimes, weekdays, everyMin, windowFrom, windowUntil, onDay, onceAt, fromDay, untilDay } = row;
    const rule = { atTimes, weekdays, everyMin, windowFrom, windowUntil, onDay, onceAt, fromDay, untilDay };
    return movedCard(ctx, await moveReminder(ctx, row, { ...rule, fixedZone: schedule.timeZone ?? null }));
  }
  // A day alone keeps the time there was.
  const isDayOnly = schedule.at === null && schedule.everyMinutes === null;
  const rule = ruleOfSchedule(isDayOnly ? { ...schedule, at: timesOf(row) } : schedule, null);
  // A time alone keeps the days there were.
  const isTimeOnly = schedule.days === null && schedule.on === null && schedule.everyMinutes === null;
  const to = isTimeOnly ? { ...rule, weekdays: row.weekdays, onDay: isOneOff(row) ? dayOf(row) : row.onDay } : rule;
  return movedCard(ctx, await moveReminder(ctx, row, to));
}

const dayOf = ({ onDay, onceAt, timeZone }: Reminder): Temporal.PlainDate | null =>
  onDay ?? onceAt?.toZonedDateTimeISO(timeZone).toPlainDate() ?? null;

const timesOf = ({ atTimes, onceAt, timeZone }: Reminder): readonly string[] =>
  (atTimes ?? (onceAt ? [onceAt.toZonedDateTimeISO(timeZone).toPlainTime()] : [])).map((time) =>
    time.toString({ smallestUnit: 'minute' }),
  );

/** A reminder at its new times. */
export const movedCard = (
  ctx: CommandContext,
  { actionId, reminder }: { readonly actionId: number; readonly reminder: Reminder },
): Answer => setCard(ctx, [{ actionId, reminder, isChanged: true }]);

function setCard(ctx: CommandContext, set: readonly SetReminder[]): Answer {
  const [first] = set;
  if (!first) throw new Error('No reminder was set');
  const actionId = set.find((one) => one.actionId !== null)?.actionId ?? null;
  const head =
    actionId === null
      ? set.length === 1
        ? 'You have that one already.'
        : 'You have those already.'
      : first.isChanged
        ? 'Reminder moved.'
        : set.length === 1
          ? 'Reminder set.'
          : 'Reminders set.';
  const undo: Button[] = actionId === null ? [] : [undoButton(actionId)];
  return {
    text: lines(
      bold(head),
      ...set.map(({ reminder }) => reminderLine(ctx, reminder)),
      ...(set.length === 1 && !isOneOff(first.reminder) ? standingLines(ctx, first.reminder) : []),
      zoneLine(ctx),
    ),
    buttons: [[...undo, toList]],
  };
}
