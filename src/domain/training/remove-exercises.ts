import { eq, inArray } from 'drizzle-orm';
import { exerciseLogs, exerciseSets, workoutSessions } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { refreshTrainingDay } from './refresh-training-day.ts';
import { refreshWorkoutEnergy } from './refresh-workout-energy.ts';

export interface TrainingParts {
  workoutIds: readonly number[];
  exerciseLogIds: readonly number[];
  setIds: readonly number[];
}

/**
 * Removes trainings, exercises and sets, as one action, and derives energy and days anew. An exercise goes with its last
 * set, a training with its last exercise.
 */
export async function removeExercises(ctx: Context, parts: TrainingParts, summary: string): Promise<number> {
  const actionId = await recordAction(ctx, summary);
  const gone = new Set(parts.workoutIds);
  const touched = new Set<number>();
  const emptied = [...parts.exerciseLogIds];
  if (parts.setIds.length > 0) {
    const sets = await ctx.db
      .delete(exerciseSets)
      .where(inArray(exerciseSets.id, [...parts.setIds]))
      .returning({ logId: exerciseSets.exerciseLogId });
    for (const logId of new Set(sets.map((set) => set.logId))) {
      const left = await ctx.db.select().from(exerciseSets).where(eq(exerciseSets.exerciseLogId, logId)).limit(1);
      if (left.length === 0) emptied.push(logId);
      else for (const workoutId of await workoutsOf(ctx, [logId])) touched.add(workoutId);
    }
  }
  if (emptied.length > 0) {
    const workoutIds = await workoutsOf(ctx, emptied);
    await ctx.db.delete(exerciseLogs).where(inArray(exerciseLogs.id, emptied));
    for (const workoutId of workoutIds) {
      const left = await ctx.db
        .select()
        .from(exerciseLogs)
        .where(eq(exerciseLogs.workoutSessionId, workoutId))
        .limit(1);
      (left.length === 0 ? gone : touched).add(workoutId);
    }
  }
  if (gone.size > 0) {
    const days = await ctx.db
      .delete(workoutSessions)
      .where(inArray(workoutSessions.id, [...gone]))
      .returning({ day: workoutSessions.day });
    for (const { day } of days) await refreshTrainingDay(ctx, day);
  }
  for (const workoutId of touched) if (!gone.has(workoutId)) await refreshWorkoutEnergy(ctx, workoutId);
  return actionId;
}

async function workoutsOf(ctx: Context, logIds: readonly number[]): Promise<Set<number>> {
  const rows = await ctx.db
    .select({ workoutId: exerciseLogs.workoutSessionId })
    .from(exerciseLogs)
    .where(inArray(exerciseLogs.id, [...logIds]));
  return new Set(rows.map(({ workoutId }) => workoutId));
}
