import { listReminders, removedReminders } from '../../domain/reminders/list-reminders.ts';
import { pauseOf, type Reminder, subjectOf } from '../../domain/reminders/reminder.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Answer, CommandContext } from '../command.ts';
import { remindAction, reminderTitle } from '../notices/reminder.ts';
import type { Button } from '../reply.ts';
import { momentWords } from '../schedule-words.ts';
import { bold, code, lines, type Text } from '../text.ts';
import { type BuiltIn, builtIns } from './built-ins.ts';
import { reminderLine, toList, untilWords } from './reminder-card.ts';

/** Rows of buttons leave room for so many. */
const mostButtons = 9;
const mostShown = 20;

/** All reminders of a person, each with a button that opens it. */
export async function listCard(ctx: CommandContext): Promise<Answer> {
  const rows = await listReminders(ctx);
  const removed = await removedReminders(ctx);
  const more: Button[] = [
    ...(rows.length === 0 ? [] : [pauseButton(ctx, rows)]),
    ...(removed.length === 0 ? [] : [button('Removed ones', { kind: 'list', of: 'removed' })]),
    button('More', { kind: 'list', of: 'offered' }),
  ];
  if (rows.length === 0)
    return {
      text: lines('You have no reminders.', [
        'Set one like ',
        code('remind me to weigh in every morning at 7:10'),
        '.',
      ]),
      buttons: [more],
    };
  const rest = rows.length - mostShown;
  return {
    text: lines(
      bold('Your reminders'),
      ...rows.slice(0, mostShown).map((row) => listed(ctx, row)),
      rest > 0 ? `And ${rest} more.` : null,
    ),
    buttons: [
      ...inRows(rows.slice(0, mostButtons).map((row) => button(short(row), { kind: 'one', do: 'show', id: row.id }))),
      more,
    ],
  };
}

function listed(ctx: CommandContext, row: Reminder): Text {
  const pause = pauseOf(row, ctx.now);
  const until = pause?.until ? ` until ${untilWords(ctx, pause.until)}` : '';
  const next = row.nextDueAt === null ? '' : `; next ${momentWords(row.nextDueAt, ctx.now, zoneOf(ctx.user))}`;
  const isOnce = row.onDay !== null || row.onceAt !== null;
  return `${reminderLine(ctx, row)}${pause ? `; paused${until}` : isOnce ? '' : next}`;
}

function pauseButton(ctx: CommandContext, rows: readonly Reminder[]): Button {
  const isPaused = rows.every((row) => pauseOf(row, ctx.now) !== null);
  const action = isPaused ? 'resume' : 'pause';
  const words = { kind: 'change', action, subject: null, until: null, minutes: null };
  return button(isPaused ? 'Resume all' : 'Pause all', words);
}

/** Those that were removed, each with a button that brings it back. */
export async function removedCard(ctx: CommandContext): Promise<Answer> {
  const rows = (await removedReminders(ctx)).slice(0, mostButtons);
  if (rows.length === 0) return { text: 'There is none to bring back.', buttons: [[toList]] };
  return {
    text: lines(bold('Removed'), ...rows.map((row) => reminderLine(ctx, row)), 'One tap brings one back.'),
    buttons: [...inRows(rows.map((row) => button(short(row), { kind: 'one', do: 'resume', id: row.id }))), [toList]],
  };
}

/** What we could remind of, each with a button that switches it on. */
export async function offeredCard(ctx: CommandContext): Promise<Answer> {
  const rows = await listReminders(ctx);
  const isCoach = ctx.given.clients !== undefined;
  const open = builtIns
    .filter((one) => (isCoach || !one.isForCoaches) && !rows.some((row) => isOf(row, one)))
    .slice(0, 12);
  if (open.length === 0) return { text: 'You have all of mine already.', buttons: [[toList]] };
  return {
    text: lines(
      bold('What I can remind you of'),
      'One tap switches it on, outside your quiet hours. Nothing comes for what is done already, and what goes unanswered comes less often.',
    ),
    buttons: [...inRows(open.map(({ key, label }) => button(label, { kind: 'offer', key }))).slice(0, 4), [toList]],
  };
}

const isOf = (row: Reminder, { input }: BuiltIn): boolean =>
  row.kind === input.kind && subjectOf(row).slot === input.subject?.slot;

const button = (label: string, input: Readonly<Record<string, unknown>>): Button => ({
  label,
  action: remindAction(input),
});

const short = (row: Reminder): string => {
  const title = reminderTitle(row);
  return title.length > 24 ? `${title.slice(0, 23)}…` : title;
};

const inRows = (buttons: readonly Button[]): Button[][] => {
  const rows: Button[][] = [];
  for (let at = 0; at < buttons.length; at += 3) rows.push(buttons.slice(at, at + 3));
  return rows;
};
