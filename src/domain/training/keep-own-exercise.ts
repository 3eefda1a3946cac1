import { and, eq, sql } from 'drizzle-orm';
import { exerciseNames, exercises } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';

export interface OwnExerciseInput {
  name: string;
  aliases: readonly string[];
  category: 'strength' | 'cardio' | 'mobility' | 'sport' | 'everyday';
  equipment: readonly string[];
  /** Null: not known, so its energy is never estimated. */
  met: number | null;
  /** The share of body weight that is moved; null where body weight is not the load. */
  bodyweightShare: number | null;
}

/**
 * Keeps an exercise of a person's own: a new one, or the one they have by that name with these particulars in place of
 * those it had. Returns its id. Trainings logged before stay as they were. Throws DomainError `invalid` when no
 * exercise can be so.
 */
export async function keepOwnExercise(ctx: Context, input: OwnExerciseInput): Promise<number> {
  if (input.name.trim() === '') throw new DomainError('invalid', 'An exercise needs a name.');
  if (input.met !== null && !(input.met >= 1 && input.met <= 23))
    throw new DomainError('invalid', 'A MET is between 1 (rest) and 23 (the hardest running). Please check it.');
  if (input.bodyweightShare !== null && !(input.bodyweightShare > 0 && input.bodyweightShare <= 1))
    throw new DomainError('invalid', 'The share of body weight is more than 0 and at most 1. Please check it.');
  await recordAction(ctx, input.name);
  const exerciseId = (await renew(ctx, input)) ?? (await add(ctx, input));
  await ctx.db.delete(exerciseNames).where(eq(exerciseNames.exerciseId, exerciseId));
  if (input.aliases.length > 0)
    await ctx.db.insert(exerciseNames).values([...new Set(input.aliases)].map((name) => ({ exerciseId, name })));
  return exerciseId;
}

async function renew(ctx: Context, input: OwnExerciseInput): Promise<number | undefined> {
  const [row] = await ctx.db
    .update(exercises)
    .set({ ...columnsOf(input), updatedAt: ctx.now })
    .where(and(eq(exercises.createdById, ctx.user.id), sql`lower(${exercises.name}) = lower(${input.name})`))
    .returning({ id: exercises.id });
  return row?.id;
}

async function add(ctx: Context, input: OwnExerciseInput): Promise<number> {
  const [row] = await ctx.db
    .insert(exercises)
    .values({
      ...columnsOf(input),
      createdById: ctx.user.id,
      isPublic: false,
      primaryMuscles: [],
      secondaryMuscles: [],
      difficulty: 'beginner',
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .returning({ id: exercises.id });
  if (!row) throw new Error('The exercise was not returned');
  return row.id;
}

const columnsOf = ({ name, category, equipment, met, bodyweightShare }: OwnExerciseInput) => ({
  ...{ name, category, met, bodyweightShare },
  equipment: [...equipment],
  isActive: true,
});
