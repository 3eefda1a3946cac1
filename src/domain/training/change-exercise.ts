import { eq } from 'drizzle-orm';
import { exerciseLogs, exercises } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { refreshWorkoutEnergy } from './refresh-workout-energy.ts';

/** Changes which exercise was done, as one action; its sets stay. Throws DomainError `not-found`. */
export async function changeExercise(
  ctx: Context,
  exerciseLogId: number,
  to: { exerciseId: number; words: string },
  summary: string,
): Promise<number> {
  const [known] = await ctx.db.select({ name: exercises.name }).from(exercises).where(eq(exercises.id, to.exerciseId));
  if (!known) throw new DomainError('not-found', `I no longer know the exercise you meant by “${to.words}”.`);
  const actionId = await recordAction(ctx, summary);
  const [log] = await ctx.db
    .update(exerciseLogs)
    .set({ exerciseId: to.exerciseId, exerciseName: known.name, exerciseWords: to.words })
    .where(eq(exerciseLogs.id, exerciseLogId))
    .returning({ workoutId: exerciseLogs.workoutSessionId });
  if (!log) throw new DomainError('not-found', 'That exercise is no longer there.');
  await refreshWorkoutEnergy(ctx, log.workoutId);
  return actionId;
}
