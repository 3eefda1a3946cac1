import { Temporal } from 'temporal-polyfill';
import { isFromCoach, pauseOf, type Reminder } from '../../domain/reminders/reminder.ts';
import { isOneOff } from '../../domain/reminders/reminder-rule.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Answer, CommandContext } from '../command.ts';
import { remindAction, reminderTitle } from '../notices/reminder.ts';
import type { Button } from '../reply.ts';
import { clockTime, momentWords, ruleWords } from '../schedule-words.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';

/** "Weigh in, every day at 07:10", "Log lunch, every day at 13:00, from your coach" */
export const reminderLine = (ctx: CommandContext, row: Reminder): string =>
  `${reminderTitle(row)}, ${ruleWords(row, ctx.now, zoneOf(ctx.user))}${isOfCoach(ctx, row) ? ', from your coach' : ''}`;

/** Whoever has no coach any more has the reminders all the same. */
const isOfCoach = ({ given }: CommandContext, row: Reminder): boolean => given.hasCoach === true && isFromCoach(row);

/** "Next: tomorrow at 07:10", or that it is paused, and that it comes less often. */
export function standingLines(ctx: CommandContext, row: Reminder): Text[] {
  const zone = zoneOf(ctx.user);
  const pause = pauseOf(row, ctx.now);
  const paused = pause && (pause.until ? `Paused until ${untilWords(ctx, pause.until)}` : 'Paused until you resume it');
  const next = row.nextDueAt && !paused ? `Next: ${momentWords(row.nextDueAt, ctx.now, zone)}` : null;
  const pace = row.pace > 1 ? `Comes one time in ${row.pace}, since it went unanswered` : null;
  return [paused, next, pace].filter((line) => line !== null);
}

/** "Monday 9 March at 07:00"; a day's beginning is the day. */
export function untilWords(ctx: CommandContext, until: Temporal.Instant): string {
  const zone = zoneOf(ctx.user);
  const isMidnight = until.toZonedDateTimeISO(zone).toPlainTime().equals(Temporal.PlainTime.from('00:00'));
  const words = momentWords(until, ctx.now, zone).replace(/^on /, '');
  return isMidnight ? words.replace(/ at 00:00$/, '') : words;
}

/** Said once the zone is not known: until then wall times are those of UTC. */
export const zoneLine = (ctx: CommandContext): Text | null =>
  ctx.user.timeZone === null
    ? ['I do not know your time zone yet, so this is UTC. Say ', code('my city is Madrid'), ' and it moves with you.']
    : null;

/** One reminder, with what can be done about it. */
export function reminderCard(ctx: CommandContext, row: Reminder): Answer {
  const isPaused = pauseOf(row, ctx.now) !== null;
  const isTimed = row.everyMin === null && !isOneOff(row);
  return {
    text: lines(
      bold(reminderTitle(row)),
      capitalised(ruleWords(row, ctx.now, zoneOf(ctx.user))),
      isOfCoach(ctx, row) ? 'From your coach.' : null,
      ...standingLines(ctx, row),
    ),
    buttons: [
      [
        isPaused
          ? one('Resume', 'resume', row)
          : row.pace > 1
            ? one('As often as before', 'resume', row)
            : one('Pause', 'pause', row),
        ...(isTimed || row.everyMin !== null ? [one('Change', 'times', row)] : []),
        one('Remove', 'remove', row),
      ],
      [toList],
    ],
  };
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const one = (label: string, what: string, row: Reminder): Button => ({
  label,
  action: remindAction({ kind: 'one', do: what, id: row.id }),
});

export const toList: Button = { label: 'All reminders', action: remindAction({ kind: 'list', of: 'standing' }) };

/** Earlier and later, in minutes; and how often. */
const shifts = [-60, -30, 30, 60] as const;
const intervals = [60, 90, 120, 180] as const;

/** Other times to choose from. */
export function timesCard(row: Reminder): Answer {
  const choose = (label: string, to: Readonly<Record<string, unknown>>): Button => ({
    label,
    action: remindAction({ kind: 'shift', id: row.id, ...to }),
  });
  const first = row.atTimes?.[0];
  const choices = first
    ? shifts.map((minutes) =>
        choose((row.atTimes ?? []).map((time) => clockTime(time.add({ minutes }))).join(', '), {
          minutes,
          every: null,
        }),
      )
    : intervals
        .filter((every) => every !== row.everyMin)
        .map((every) => choose(`Every ${every} minutes`, { minutes: null, every }));
  const words = quoted(row.what, 40);
  const example = first ? '6:45' : 'every 2 hours from 9 to 18';
  return {
    text: lines(`When shall “${words}” come?`, ['Or write it: ', code(`move the ${words} reminder to ${example}`)]),
    buttons: [choices.slice(0, 2), choices.slice(2), [{ label: 'Back', action: one('', 'show', row).action }]],
  };
}
