import { measurementsOfMessage, type RecordedMeasurement } from '../body/measurements-of-message.ts';
import type { Context } from '../context.ts';
import { mealsOfMessage, type RecordedMeal } from '../meals/meals-of-message.ts';
import { type RecordedWorkout, workoutsOfMessage } from '../training/workouts-of-message.ts';

/** All that a written message records now. */
export interface Entry {
  readonly messageId: number;
  readonly meals: readonly RecordedMeal[];
  readonly workouts: readonly RecordedWorkout[];
  readonly measurements: readonly RecordedMeasurement[];
}

/** What a written message records now; null when that is nothing. */
export async function entryOfMessage(ctx: Context, messageId: number): Promise<Entry | null> {
  const meals = await mealsOfMessage(ctx, messageId);
  const workouts = await workoutsOfMessage(ctx, messageId);
  const measurements = await measurementsOfMessage(ctx, messageId);
  const isEmpty = meals.length + workouts.length + measurements.length === 0;
  return isEmpty ? null : { messageId, meals, workouts, measurements };
}
