import { Temporal } from 'temporal-polyfill';
import type { ReminderKind } from '../../domain/reminders/reminder.ts';
import type { ReminderInput } from '../../domain/reminders/set-reminder.ts';

/** A reminder we know how to make by ourselves, with when it comes where nobody says. */
export interface BuiltIn {
  readonly key: string;
  /** On the button that switches it on. */
  readonly label: string;
  readonly input: Omit<ReminderInput, 'isTimeNamed' | 'isSuggested'>;
  readonly isForCoaches?: boolean;
}

const at = (...times: readonly string[]) => ({ atTimes: times.map((time) => Temporal.PlainTime.from(time)) });
const meal = (slot: string, time: string): BuiltIn => ({
  key: slot,
  label: `Log ${slot}`,
  input: { kind: 'meal', what: `log ${slot}`, subject: { slot }, ...at(time) },
});
const kind = (key: ReminderKind, label: string, what: string, rule: Partial<ReminderInput>): BuiltIn => ({
  key,
  label,
  input: { kind: key, what, ...rule },
});

export const builtIns: readonly BuiltIn[] = [
  meal('breakfast', '09:00'),
  meal('lunch', '13:30'),
  meal('dinner', '20:30'),
  meal('snack', '16:30'),
  kind('weigh_in', 'Weigh in', 'weigh in', at('08:00')),
  kind('water', 'Drink water', 'drink water', { everyMin: 120 }),
  kind('workout', 'Planned trainings', 'train', { subject: { isPlanned: true }, ...at('17:00') }),
  kind('check_in', 'Weekly check-in', 'check in', { ...at('18:00'), weekdays: [7] }),
  kind('day_summary', 'Daily summary', 'daily summary', at('21:00')),
  kind('week_card', 'Sunday card', 'weekly card', { ...at('18:00'), weekdays: [7] }),
  kind('streak_warning', 'Streak warning', 'streak warning', at('20:00')),
  { ...kind('coach_briefing', 'Morning briefing', 'morning briefing', at('07:30')), isForCoaches: true },
];

/** The ones of one kind, and of one meal where that is named. */
export const builtInsOf = (kind: ReminderKind, slot: string | null): readonly BuiltIn[] =>
  builtIns.filter(
    ({ key, input }) =>
      input.kind === kind && (kind !== 'meal' || (slot === null ? key !== 'snack' : input.subject?.slot === slot)),
  );
