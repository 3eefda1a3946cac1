import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../../db/client.ts';
import { exerciseNames, exercises } from '../../../db/schema/index.ts';
import { groupBy } from '../search/group-by.ts';
import { createExerciseIndex, type ExerciseIndex, type IndexedExercise } from './exercise-index.ts';

/** The exercise index of the catalogue as the database has it. Built once a process and shared by everybody. */
export async function loadExerciseIndex(db: Database | Transaction): Promise<ExerciseIndex> {
  return createExerciseIndex(await load(db, 'catalogue'));
}

/** The asking person's own exercises and their coach's. For `index.with`. */
export async function loadOwnExercises(db: Database | Transaction): Promise<IndexedExercise[]> {
  return await load(db, 'own');
}

/** A coach may see clients' exercises as well, but does not mean those by a name. */
const mine = sql`${exercises.createdById} = any (array_append(spotter_coaches(), spotter_user_id()))`;

async function load(db: Database | Transaction, source: IndexedExercise['source']): Promise<IndexedExercise[]> {
  const made = source === 'own' ? mine : isNull(exercises.createdById);
  const rows = await db
    .select({
      id: exercises.id,
      slug: exercises.slug,
      name: exercises.name,
      category: exercises.category,
      equipment: exercises.equipment,
      met: exercises.met,
      bodyweightShare: exercises.bodyweightShare,
    })
    .from(exercises)
    .where(and(made, exercises.isActive))
    .orderBy(exercises.id);
  const aliases = await db
    .select({ exerciseId: exerciseNames.exerciseId, name: exerciseNames.name })
    .from(exerciseNames)
    .innerJoin(exercises, eq(exercises.id, exerciseNames.exerciseId))
    .where(and(made, exercises.isActive))
    .orderBy(exerciseNames.id);
  const aliasesOf = groupBy(aliases, (alias) => alias.exerciseId);
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    aliases: aliasesOf.get(row.id)?.map((alias) => alias.name) ?? [],
    source,
    category: row.category,
    equipment: row.equipment,
    met: row.met,
    bodyweightShare: row.bodyweightShare,
  }));
}
