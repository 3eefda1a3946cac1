import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../domain/domain-error.ts';
import type { ReminderInput } from '../../domain/reminders/set-reminder.ts';
import { kindOfReminder } from '../language/kind-of-reminder.ts';
import type { Schedule } from '../language/schedule.ts';

/** What a schedule in words sets; a briefing about clients is there for coaches alone. `onceAt` is given for "in 20 minutes": a moment, whatever the clocks do. */
export function reminderInput(
  what: string,
  schedule: Schedule,
  onceAt: Temporal.Instant | null,
  isCoach = false,
): ReminderInput {
  const { kind: said, slot } = kindOfReminder(what);
  const kind = said === 'coach_briefing' && !isCoach ? 'own' : said;
  const isNamed = schedule.at !== null || schedule.from !== null || schedule.to !== null || onceAt !== null;
  return {
    what,
    kind: kind === 'meal' && slot === null ? 'own' : kind,
    subject: kind === 'meal' && slot !== null ? { slot } : null,
    isTimeNamed: isNamed,
    ...ruleOfSchedule(schedule, onceAt),
  };
}

/** The rule of a schedule. Throws DomainError `invalid` where it says no time. */
export function ruleOfSchedule(
  { at, days, everyMinutes, from, to, on, timeZone }: Schedule,
  onceAt: Temporal.Instant | null,
): Partial<ReminderInput> {
  if (onceAt) return { onceAt };
  const zone = timeZone === undefined ? {} : { fixedZone: timeZone };
  const onDay = on === null ? null : Temporal.PlainDate.from(on);
  const weekdays = days && onDay === null ? [...days] : null;
  if (everyMinutes !== null)
    return { everyMin: everyMinutes, windowFrom: time(from), windowUntil: time(to), weekdays, onDay, ...zone };
  const atTimes = (at ?? []).flatMap((text) => time(text) ?? []);
  if (atTimes.length === 0) throw new DomainError('invalid', 'Say at what time, please: at 7:10, or at 8 and 20.');
  return { atTimes, weekdays, onDay, ...zone };
}

const time = (text: string | null): Temporal.PlainTime | null => (text === null ? null : Temporal.PlainTime.from(text));
