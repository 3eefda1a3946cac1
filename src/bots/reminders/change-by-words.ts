import { Temporal } from 'temporal-polyfill';
import { changeReminders } from '../../domain/reminders/change-reminders.ts';
import { listReminders, removedReminders } from '../../domain/reminders/list-reminders.ts';
import { pauseOf, type Reminder } from '../../domain/reminders/reminder.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Answer, CommandContext } from '../command.ts';
import { kindOfReminder } from '../language/kind-of-reminder.ts';
import type { Button } from '../reply.ts';
import { bold, lines, quoted } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import { builtInsOf } from './built-ins.ts';
import { askReminder, meantReminder } from './meant-reminder.ts';
import { namedReminders } from './named-reminders.ts';
import { reminderLine, standingLines, toList, untilWords } from './reminder-card.ts';
import { switchOn } from './set-by-words.ts';

export interface WordsChange {
  readonly action: 'pause' | 'resume' | 'remove';
  readonly subject: string | null;
  /** "the reminder": no more than one. */
  readonly isOne?: boolean | undefined;
  /** The one that was chosen. */
  readonly id?: number | undefined;
  readonly until: string | null;
  readonly minutes: number | null;
}

const mostShown = 10;

/** "pause reminders until monday", "bring back my water reminder", "lunch reminder on", "delete the gym reminder". */
export async function changeByWords(ctx: CommandContext, said: WordsChange): Promise<Answer> {
  const standing = await listReminders(ctx);
  const named = said.subject === null ? standing : namedReminders(standing, said.subject);
  const within = said.action === 'resume' ? named.filter((row) => isAway(ctx, row)) : named;
  const meant = said.isOne && within.length > 1 ? await meantReminder(ctx, within) : null;
  if (said.isOne && within.length > 1 && !meant) return whichOne(ctx, said, within);
  const only = meant?.id ?? said.id;
  const chosen = only === undefined ? named : named.filter(({ id }) => id === only);
  if (said.action === 'resume') return resume(ctx, said, standing, chosen);
  if (chosen.length === 0) return { text: notFound(said.subject), buttons: [[toList]] };
  const until = said.action === 'pause' ? untilOf(ctx, said) : null;
  const change = said.action === 'pause' ? ({ do: 'pause', until } as const) : ({ do: 'remove' } as const);
  return changed(ctx, await changeReminders(ctx, ids(chosen), change), said.action, until);
}

/** Asks which of several is meant, or whether all of them are. */
function whichOne(ctx: CommandContext, { action, until, minutes }: WordsChange, rows: readonly Reminder[]): Answer {
  const all = { kind: 'change', action, subject: null, until, minutes };
  return askReminder(ctx, rows, ({ id }) => ({ ...all, id }), [
    { label: 'All of them', action: { command: 'remind', input: all } },
  ]);
}

const isAway = ({ now }: CommandContext, row: Reminder): boolean => pauseOf(row, now) !== null || row.pace > 1;

async function resume(
  ctx: CommandContext,
  { subject }: WordsChange,
  standing: readonly Reminder[],
  chosen: readonly Reminder[],
): Promise<Answer> {
  const away = chosen.filter((row) => isAway(ctx, row));
  if (away.length > 0) return changed(ctx, await changeReminders(ctx, ids(away), { do: 'resume' }), 'resume', null);
  if (subject === null)
    return {
      text: standing.length === 0 ? 'You have no reminders.' : 'None of your reminders is paused.',
      buttons: [[toList]],
    };
  const { kind, slot } = kindOfReminder(subject);
  const missing = builtInsOf(kind, slot).filter(
    ({ input }) =>
      namedReminders(
        standing.filter((row) => row.kind === input.kind),
        input.what,
      ).length === 0,
  );
  const removed = namedReminders(await removedReminders(ctx), subject);
  const [newest] = removed;
  if (chosen.length === 0 && newest)
    return changed(ctx, await changeReminders(ctx, [newest.id], { do: 'resume' }), 'back', null);
  if (missing.length > 0) return switchOn(ctx, missing, false);
  if (chosen.length > 0)
    return {
      text: lines(bold('That is on already.'), ...chosen.map((row) => reminderLine(ctx, row))),
      buttons: [[toList]],
    };
  return { text: notFound(subject), buttons: [[toList]] };
}

const ids = (rows: readonly Reminder[]): number[] => rows.map(({ id }) => id);

const notFound = (subject: string | null): string =>
  subject === null ? 'You have no reminders.' : `I find no reminder about “${quoted(subject)}”.`;

const heads = { pause: 'Paused', resume: 'Resumed', remove: 'Removed', back: 'Brought back' } as const;

/** What was changed, with the way back. */
export function changed(
  ctx: CommandContext,
  result: Awaited<ReturnType<typeof changeReminders>>,
  action: keyof typeof heads,
  until: Temporal.Instant | null,
): Answer {
  if (!result) return { text: 'That reminder is no longer there.', buttons: [[toList]] };
  const { actionId, reminders } = result;
  const undo: Button = undoButton(actionId);
  const limit = until ? ` until ${untilWords(ctx, until)}` : '';
  const [only] = reminders;
  const rest = reminders.length - mostShown;
  return {
    text: lines(
      bold(`${heads[action]}${limit}.`),
      ...reminders.slice(0, mostShown).map((row) => reminderLine(ctx, row)),
      rest > 0 ? `And ${rest} more.` : null,
      ...(only && reminders.length === 1 && (action === 'resume' || action === 'back') ? standingLines(ctx, only) : []),
    ),
    buttons: [[undo, toList]],
  };
}

/** A day means its beginning: on Monday they come again. */
function untilOf(
  ctx: CommandContext,
  { until, minutes }: Pick<WordsChange, 'until' | 'minutes'>,
): Temporal.Instant | null {
  if (minutes !== null) return ctx.now.add({ minutes });
  if (until === null) return null;
  return Temporal.PlainDateTime.from(until).toZonedDateTime(zoneOf(ctx.user)).toInstant();
}
