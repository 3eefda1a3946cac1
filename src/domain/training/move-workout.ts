import { eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { workoutSessions } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { refreshTrainingDay } from './refresh-training-day.ts';
import { refreshWorkoutEnergy } from './refresh-workout-energy.ts';

export interface WorkoutMove {
  /** Null: as it was. */
  day: Temporal.PlainDate | null;
  time: Temporal.PlainTime | null;
}

/** Moves a training to another day or time, as one action; its energy follows what the person weighed then. */
export async function moveWorkout(
  ctx: Context,
  workoutId: number,
  { day, time }: WorkoutMove,
  summary: string,
): Promise<number> {
  const w = workoutSessions;
  const [workout] = await ctx.db.select({ day: w.day, time: w.time }).from(w).where(eq(w.id, workoutId));
  if (!workout) throw new DomainError('not-found', 'That training is no longer there.');
  const actionId = await recordAction(ctx, summary);
  const to = { day: day ?? workout.day, time: time ?? (day === null ? workout.time : null) };
  await ctx.db
    .update(w)
    .set({ ...to, isDaySaid: true, updatedAt: ctx.now })
    .where(eq(w.id, workoutId));
  await refreshWorkoutEnergy(ctx, workoutId);
  if (!to.day.equals(workout.day)) await refreshTrainingDay(ctx, workout.day);
  return actionId;
}
