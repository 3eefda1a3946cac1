import { asc, eq, inArray } from 'drizzle-orm';
import { exerciseLogs, exerciseSets, exercises, workoutSessions } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { groupBy } from '../search/group-by.ts';
import { refreshTrainingDay } from './refresh-training-day.ts';
import { sessionType } from './session-type.ts';
import { weightOn } from './weight-on.ts';
import { workoutEnergy } from './workout-energy.ts';

/**
 * Estimates anew what a training and each of its exercises burned, and derives its kind and its day. Belongs into every
 * transaction that changes the exercises or sets of a training that is kept.
 */
export async function refreshWorkoutEnergy(ctx: Context, workoutId: number): Promise<void> {
  const [w, l, s] = [workoutSessions, exerciseLogs, exerciseSets];
  const [workout] = await ctx.db.select({ day: w.day, durationMin: w.durationMin }).from(w).where(eq(w.id, workoutId));
  if (!workout) return;
  const logs = await ctx.db
    .select({
      ...{ id: l.id, superset: l.superset, category: exercises.category },
      ...{ met: exercises.met, kcalPerMin: exercises.defaultKcalPerMin },
    })
    .from(l)
    .leftJoin(exercises, eq(exercises.id, l.exerciseId))
    .where(eq(l.workoutSessionId, workoutId))
    .orderBy(asc(l.orderIndex), asc(l.id));
  const ids = logs.map(({ id }) => id);
  const sets = ids.length === 0 ? [] : await ctx.db.select().from(s).where(inArray(s.exerciseLogId, ids));
  const setsOf = groupBy(sets, ({ exerciseLogId }) => exerciseLogId);
  const timed = logs.map(({ id, superset, met, kcalPerMin, category }) => {
    return { superset, met, kcalPerMin, isStrength: category === 'strength', sets: setsOf.get(id) ?? [] };
  });
  const bodyKg = timed.some(({ met }) => met !== null) ? await weightOn(ctx, workout.day) : null;
  const energy = workoutEnergy(timed, { bodyKg, durationMin: workout.durationMin });
  for (const [place, { id }] of logs.entries())
    await ctx.db
      .update(l)
      .set({ burnedKcal: energy[place] ?? null })
      .where(eq(l.id, id));
  const cents = energy.reduce<number>((sum, kcal) => sum + Math.round((kcal ?? 0) * 100), 0);
  const burnedKcal = energy.every((kcal) => kcal === null) ? null : cents / 100;
  await ctx.db
    .update(w)
    .set({ burnedKcal, sessionType: sessionType(logs.map(({ category }) => category)), updatedAt: ctx.now })
    .where(eq(w.id, workoutId));
  await refreshTrainingDay(ctx, workout.day);
}
