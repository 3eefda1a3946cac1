import { eq, inArray } from 'drizzle-orm';
import { exerciseLogs, workoutSessions } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { refreshTrainingDay } from './refresh-training-day.ts';

export interface RemovedWorkouts {
  actionId: number;
  /** What was removed, in words. */
  names: string[];
}

/** Whether the written message this request is about has a training recorded. */
export async function hasWorkouts(ctx: Context): Promise<boolean> {
  if (ctx.sourceMessageId === null) return false;
  const [session] = await ctx.db
    .select({ id: workoutSessions.id })
    .from(workoutSessions)
    .where(eq(workoutSessions.inboundMessageId, ctx.sourceMessageId))
    .limit(1);
  return session !== undefined;
}

/**
 * Removes the trainings that a written message recorded, as one action with the given summary, and derives its days
 * anew. Null when it recorded none. Their exercises and sets fall with them, journalled before them.
 */
export async function removeWorkoutsOf(
  ctx: Context,
  sourceMessageId: number,
  summary: string,
): Promise<RemovedWorkouts | null> {
  const sessions = await ctx.db
    .select({ id: workoutSessions.id, day: workoutSessions.day, title: workoutSessions.title })
    .from(workoutSessions)
    .where(eq(workoutSessions.inboundMessageId, sourceMessageId));
  if (sessions.length === 0) return null;
  const ids = sessions.map(({ id }) => id);
  const logs = await ctx.db
    .select({ name: exerciseLogs.exerciseName })
    .from(exerciseLogs)
    .where(inArray(exerciseLogs.workoutSessionId, ids))
    .orderBy(exerciseLogs.workoutSessionId, exerciseLogs.orderIndex);
  const actionId = await recordAction(ctx, summary);
  await ctx.db.delete(workoutSessions).where(inArray(workoutSessions.id, ids));
  for (const day of new Map(sessions.map(({ day }) => [day.toString(), day])).values())
    await refreshTrainingDay(ctx, day);
  const names = logs.length > 0 ? logs.map(({ name }) => name) : sessions.map(({ title }) => title ?? 'training');
  return { actionId, names };
}
