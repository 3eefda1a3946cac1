import type { Temporal } from 'temporal-polyfill';
import type { routineExercises, routines, scheduledRoutines } from '../../../db/schema/index.ts';

export type { PlannedExercise } from '../../../db/schema/index.ts';

export type Routine = typeof routines.$inferSelect;
export type RoutineExercise = typeof routineExercises.$inferSelect;
export type ScheduledRoutine = typeof scheduledRoutines.$inferSelect;

/** One line of a routine as it is given to a verb; its place is its index. Amounts in the unit their name says. */
export type RoutineLine = Omit<RoutineExercise, 'id' | 'routineId' | 'userId' | 'orderIndex'>;

/** What a routine may hold, as the table has it and as anybody reads it. */
export const mostLines = 60;
export const longestName = 60;

/** Whether a planned training is open, done or skipped. */
export const stateOf = ({ completedAt, skippedAt }: ScheduledRoutine): 'open' | 'done' | 'skipped' =>
  completedAt ? 'done' : skippedAt ? 'skipped' : 'open';

/**
 * The lines that belong to one planned training: those of its week and of its weekday. One that was moved keeps the
 * lines of the day it was moved from.
 */
export function linesOn(
  lines: readonly RoutineExercise[],
  scheduled: Pick<ScheduledRoutine, 'day' | 'movedFromDay' | 'weekNumber'> | null,
): RoutineExercise[] {
  if (!scheduled) return [...lines];
  const { dayOfWeek }: Temporal.PlainDate = scheduled.movedFromDay ?? scheduled.day;
  return lines.filter(
    ({ weekday, weekNumber }) =>
      (weekday === null || weekday === dayOfWeek) && (weekNumber === null || weekNumber === scheduled.weekNumber),
  );
}
