import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { exerciseLogs, exerciseSets, workoutSessions } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { groupBy } from '../search/group-by.ts';

type SetRow = typeof exerciseSets.$inferSelect;

export interface RecordedExercise {
  id: number;
  workoutId: number;
  exerciseId: number | null;
  words: string;
  name: string;
  sets: SetRow[];
}

export interface RecordedWorkout {
  id: number;
  title: string | null;
  day: Temporal.PlainDate;
  durationMin: number | null;
  exercises: RecordedExercise[];
}

/** The trainings that a written message records now, with their exercises and sets, in the order they were said. */
export async function workoutsOfMessage(ctx: Context, messageId: number): Promise<RecordedWorkout[]> {
  const [w, l, s] = [workoutSessions, exerciseLogs, exerciseSets];
  const workouts = await ctx.db
    .select({ id: w.id, title: w.title, day: w.day, durationMin: w.durationMin })
    .from(w)
    .where(and(eq(w.userId, ctx.user.id), eq(w.inboundMessageId, messageId)))
    .orderBy(asc(w.id));
  if (workouts.length === 0) return [];
  const ids = workouts.map(({ id }) => id);
  const logs = await ctx.db
    .select({
      id: l.id,
      workoutId: l.workoutSessionId,
      exerciseId: l.exerciseId,
      words: l.exerciseWords,
      name: l.exerciseName,
    })
    .from(l)
    .where(inArray(l.workoutSessionId, ids))
    .orderBy(asc(l.orderIndex), asc(l.id));
  const logIds = logs.map(({ id }) => id);
  const sets =
    logIds.length === 0
      ? []
      : await ctx.db.select().from(s).where(inArray(s.exerciseLogId, logIds)).orderBy(asc(s.orderIndex), asc(s.id));
  const setsOf = groupBy(sets, ({ exerciseLogId }) => exerciseLogId);
  const exercises = logs.map((log) => ({ ...log, sets: setsOf.get(log.id) ?? [] }));
  return workouts.map((workout) => ({
    ...workout,
    exercises: exercises.filter(({ workoutId }) => workoutId === workout.id),
  }));
}
