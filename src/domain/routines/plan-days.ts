import type { Temporal } from 'temporal-polyfill';
import type { PlannedExercise } from '../../../db/schema/index.ts';
import { DomainError } from '../domain-error.ts';

/** One training of a plan on the calendar: its days, each with the week of the programme it is in. */
export interface PlanDay {
  readonly dayNumber: number;
  readonly dayName: string | null;
  /** ISO, 1–7. */
  readonly weekday: number;
  readonly days: readonly { readonly day: Temporal.PlainDate; readonly weekNumber: number }[];
}

/** How trainings without weekdays lie in a week, as days after its first. */
const spread: Readonly<Record<number, readonly number[]>> = {
  1: [0],
  2: [0, 3],
  3: [0, 2, 4],
  4: [0, 1, 3, 4],
  5: [0, 1, 2, 3, 4],
  6: [0, 1, 2, 3, 4, 5],
  7: [0, 1, 2, 3, 4, 5, 6],
};

/** The last week a plan names; 0 where every week is the same. */
export const weeksOf = (exercises: readonly PlannedExercise[]): number =>
  Math.max(0, ...exercises.map(({ week }) => week ?? 0));

/** The trainings of a week, in order. */
export const dayNumbersOf = (exercises: readonly PlannedExercise[]): number[] =>
  [...new Set(exercises.map(({ day }) => day))].sort((a, b) => a - b);

/** Whether a plan has this training in this week. */
export const hasDay = (exercises: readonly PlannedExercise[], dayNumber: number, weekNumber: number): boolean =>
  exercises.some(({ day, week }) => day === dayNumber && (week === null || week === weekNumber));

/** The weekdays of a plan's trainings: those said, else those of its headings, else evenly from its first day on. */
export function weekdaysOf(
  exercises: readonly PlannedExercise[],
  from: Temporal.PlainDate,
  said: readonly number[],
): Map<number, number> {
  const numbers = dayNumbersOf(exercises);
  if (said.length > 0 && said.length !== numbers.length)
    throw new DomainError(
      'invalid',
      `It has ${numbers.length} ${numbers.length === 1 ? 'training' : 'trainings'} a week, so name ${numbers.length === 1 ? 'one weekday' : `${numbers.length} weekdays`}.`,
    );
  if (numbers.length > 7) throw new DomainError('invalid', 'A week has seven days; the plan has more trainings.');
  const fixed = new Map(
    numbers.map((number) => [number, exercises.find(({ day }) => day === number)?.weekday ?? null]),
  );
  const taken = new Set([...fixed.values()].filter((weekday) => weekday !== null));
  const isAnyFixed = taken.size > 0;
  const weekdays = new Map<number, number>();
  for (const [index, number] of numbers.entries()) {
    const own = said.length > 0 ? (said[index] ?? null) : (fixed.get(number) ?? null);
    let weekday = own ?? ((from.dayOfWeek - 1 + (spread[numbers.length]?.[index] ?? index)) % 7) + 1;
    while (own === null && isAnyFixed && said.length === 0 && taken.has(weekday)) weekday = (weekday % 7) + 1;
    taken.add(weekday);
    weekdays.set(number, weekday);
  }
  if (new Set(weekdays.values()).size < weekdays.size)
    throw new DomainError(
      'invalid',
      'Two of its trainings fall on one weekday. Name the weekdays, like “on mon wed fri”.',
    );
  return weekdays;
}

/**
 * Puts a plan on the calendar from a day on: once, or for so many weeks; a plan that names its weeks takes as long as
 * they do. Throws DomainError `invalid` where its days do not fit into a week.
 */
export function planDays(
  exercises: readonly PlannedExercise[],
  { from, weekdays: said, weeks }: { from: Temporal.PlainDate; weekdays: readonly number[]; weeks: number },
): PlanDay[] {
  const total = Math.max(weeksOf(exercises), 0) || weeks;
  const weekdays = weekdaysOf(exercises, from, said);
  return dayNumbersOf(exercises).map((dayNumber): PlanDay => {
    const weekday = weekdays.get(dayNumber) ?? from.dayOfWeek;
    const first = from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });
    const days = Array.from({ length: total }, (_, i) => ({ day: first.add({ weeks: i }), weekNumber: i + 1 }));
    return {
      ...{ dayNumber, weekday, dayName: exercises.find(({ day }) => day === dayNumber)?.dayName ?? null },
      days: days.filter(({ weekNumber }) => hasDay(exercises, dayNumber, weekNumber)),
    };
  });
}
