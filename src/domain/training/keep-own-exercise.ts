import { and, eq, sql } from 'drizzle-orm';
import { exerciseNames, exercises } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';

export const exerciseCategories = ['strength', 'cardio', 'mobility', 'sport', 'everyday'] as const;

/** What is told of an exercise; what is left out stays as it was. */
export interface OwnExerciseInput {
  name: string;
  aliases?: readonly string[] | undefined;
  category?: (typeof exerciseCategories)[number] | undefined;
  primaryMuscles?: readonly string[] | undefined;
  secondaryMuscles?: readonly string[] | undefined;
  equipment?: readonly string[] | undefined;
  difficulty?: (typeof exercises.$inferInsert)['difficulty'] | undefined;
  description?: string | undefined;
  instructions?: string | undefined;
  tips?: string | undefined;
  videoUrl?: string | undefined;
  imageUrl?: string | undefined;
  gifUrl?: string | undefined;
  /** Its number at wger.de. */
  wgerId?: number | undefined;
  /** Null: not known, so its energy is estimated from `defaultKcalPerMin` or not at all. */
  met?: number | null | undefined;
  defaultKcalPerMin?: number | undefined;
  /** The share of body weight that is moved; null where body weight is not the load. */
  bodyweightShare?: number | null | undefined;
}

export interface KeptExercise {
  actionId: number;
  exerciseId: number;
}

/** Nobody burns more for minutes on end. */
const mostKcalPerMin = 30;

/**
 * Keeps an exercise of a person's own: a new one, or these particulars of the one they have by that name. Trainings
 * logged before stay as they were. Throws DomainError `invalid` when no exercise can be so.
 */
export async function keepOwnExercise(ctx: Context, input: OwnExerciseInput): Promise<KeptExercise> {
  if (input.name.trim() === '') throw new DomainError('invalid', 'An exercise needs a name.');
  const { met = null, bodyweightShare = null, defaultKcalPerMin = 0 } = input;
  if (met !== null && !(met >= 1 && met <= 23))
    throw new DomainError('invalid', 'A MET is between 1 (rest) and 23 (the hardest running). Please check it.');
  if (!(defaultKcalPerMin >= 0 && defaultKcalPerMin <= mostKcalPerMin))
    throw new DomainError(
      'invalid',
      `Nobody burns more than ${mostKcalPerMin} kcal a minute for long. Please check it.`,
    );
  if (bodyweightShare !== null && !(bodyweightShare > 0 && bodyweightShare <= 1))
    throw new DomainError('invalid', 'The share of body weight is more than 0 and at most 1. Please check it.');
  const actionId = await recordAction(ctx, input.name);
  const exerciseId = (await renew(ctx, input)) ?? (await add(ctx, input));
  if (input.aliases === undefined) return { actionId, exerciseId };
  await ctx.db.delete(exerciseNames).where(eq(exerciseNames.exerciseId, exerciseId));
  if (input.aliases.length > 0)
    await ctx.db.insert(exerciseNames).values([...new Set(input.aliases)].map((name) => ({ exerciseId, name })));
  return { actionId, exerciseId };
}

async function renew(ctx: Context, input: OwnExerciseInput): Promise<number | undefined> {
  const [row] = await ctx.db
    .update(exercises)
    .set({ ...columnsOf(input), isActive: true, updatedAt: ctx.now })
    .where(and(eq(exercises.createdById, ctx.user.id), sql`lower(${exercises.name}) = lower(${input.name})`))
    .returning({ id: exercises.id });
  return row?.id;
}

async function add(ctx: Context, input: OwnExerciseInput): Promise<number> {
  const [row] = await ctx.db
    .insert(exercises)
    .values({
      ...{ category: 'strength', difficulty: 'beginner', primaryMuscles: [], secondaryMuscles: [], equipment: [] },
      ...columnsOf(input),
      createdById: ctx.user.id,
      isPublic: false,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .returning({ id: exercises.id });
  if (!row) throw new Error('The exercise was not returned');
  return row.id;
}

const columnsOf = ({ aliases, equipment, primaryMuscles, secondaryMuscles, ...told }: OwnExerciseInput) => ({
  name: told.name,
  ...known(told),
  ...known({
    equipment: equipment && [...equipment],
    primaryMuscles: primaryMuscles && [...primaryMuscles],
    secondaryMuscles: secondaryMuscles && [...secondaryMuscles],
  }),
});

/** Without what was not told. */
const known = <Told extends object>(told: Told) =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Told]?: Exclude<Told[Key], undefined>;
  };
