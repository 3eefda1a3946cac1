import { and, asc, eq, sql } from 'drizzle-orm';
import { exercises } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';

export type ExerciseDetails = typeof exercises.$inferSelect;

/** All that is known of an exercise that the asking person may see; null where there is none. */
export async function exerciseDetails(ctx: Context, id: number): Promise<ExerciseDetails | null> {
  const [row] = await ctx.db.select().from(exercises).where(eq(exercises.id, id));
  return row ?? null;
}

const own = (ctx: Context) => and(eq(exercises.createdById, ctx.user.id), exercises.isActive);

/** The names of a person's own exercises, in alphabetical order. */
export async function ownExercisesOf(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .select({ name: exercises.name })
    .from(exercises)
    .where(own(ctx))
    .orderBy(asc(sql`lower(${exercises.name})`));
  return rows.map(({ name }) => name);
}

/**
 * Forgets an exercise of a person's own: its name means it no longer. Trainings stay as they were. Throws DomainError
 * `not-found`.
 */
export async function forgetOwnExercise(ctx: Context, name: string): Promise<{ actionId: number; name: string }> {
  const named = and(own(ctx), sql`lower(${exercises.name}) = lower(${name})`);
  const [exercise] = await ctx.db.select({ id: exercises.id, name: exercises.name }).from(exercises).where(named);
  if (!exercise) throw new DomainError('not-found', `You have no exercise of your own called “${name}”.`);
  const actionId = await recordAction(ctx, `forgetting ${exercise.name}`);
  await ctx.db.update(exercises).set({ isActive: false, updatedAt: ctx.now }).where(eq(exercises.id, exercise.id));
  return { actionId, name: exercise.name };
}
