import { and, asc, eq, gte, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { routineExercises, routines, scheduledRoutines } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import type { Routine, RoutineExercise, ScheduledRoutine } from './routine.ts';

export interface RoutineWithLines {
  readonly routine: Routine;
  readonly lines: RoutineExercise[];
}

/** The routines a person has, the newest last; what was put away is left out. */
export async function listRoutines({ db, user }: PersonContext): Promise<RoutineWithLines[]> {
  const r = routines;
  const rows = await db
    .select()
    .from(r)
    .where(and(eq(r.userId, user.id), eq(r.isActive, true)))
    .orderBy(asc(r.id));
  const lines = await linesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((routine) => ({ routine, lines: lines.filter(({ routineId }) => routineId === routine.id) }));
}

const linesOf = (db: PersonContext['db'], ids: readonly number[]): Promise<RoutineExercise[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(routineExercises)
        .where(inArray(routineExercises.routineId, [...ids]))
        .orderBy(asc(routineExercises.routineId), asc(routineExercises.orderIndex));

/** A routine of this person's with its lines, put away or not; null where there is none. */
export async function findRoutine({ db, user }: PersonContext, id: number): Promise<RoutineWithLines | null> {
  const [routine] = await db
    .select()
    .from(routines)
    .where(and(eq(routines.id, id), eq(routines.userId, user.id)));
  return routine ? { routine, lines: await linesOf(db, [id]) } : null;
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:my|the|routine|workout)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The routines whose name this is; where there is none, those whose name has all these words. "Push" finds "Push day",
 * and all where nothing is said.
 */
export function named<T>(all: readonly T[], name: string | null, nameOf: (one: T) => string): T[] {
  if (name === null) return [...all];
  const asked = plain(name);
  const same = all.filter((one) => plain(nameOf(one)) === asked);
  if (same.length > 0 || asked === '') return same;
  const words = asked.split(' ');
  return all.filter((one) => {
    const has = plain(nameOf(one)).split(' ');
    return words.every((word) => has.includes(word));
  });
}

/** A training on a day of the calendar, with what it is. */
export interface PlannedTraining {
  readonly scheduled: ScheduledRoutine;
  readonly routine: Routine;
}

/** What is planned from a day to another, both included, in order. */
export async function plannedOver(
  { db, user }: PersonContext,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<PlannedTraining[]> {
  const s = scheduledRoutines;
  return db
    .select({ scheduled: s, routine: routines })
    .from(s)
    .innerJoin(routines, eq(routines.id, s.routineId))
    .where(and(eq(s.userId, user.id), gte(s.day, from), sql`${s.day} <= ${to.toString()}`))
    .orderBy(asc(s.day), asc(s.time), asc(s.id));
}

/** One planned training of this person's, or null. */
export async function findPlanned({ db, user }: PersonContext, scheduledId: number): Promise<PlannedTraining | null> {
  const s = scheduledRoutines;
  const [row] = await db
    .select({ scheduled: s, routine: routines })
    .from(s)
    .innerJoin(routines, eq(routines.id, s.routineId))
    .where(and(eq(s.id, scheduledId), eq(s.userId, user.id)));
  return row ?? null;
}

/** The open planned trainings of a routine from a day on, the next one first. */
export async function openOf(
  { db, user }: PersonContext,
  routineId: number,
  from: Temporal.PlainDate,
): Promise<ScheduledRoutine[]> {
  const s = scheduledRoutines;
  return db
    .select()
    .from(s)
    .where(
      and(
        eq(s.userId, user.id),
        eq(s.routineId, routineId),
        gte(s.day, from),
        isNull(s.completedAt),
        isNull(s.skippedAt),
      ),
    )
    .orderBy(asc(s.day));
}

/** Whether anything of a routine was done or skipped: then it is history, and stays. */
export async function isUsed({ db }: PersonContext, routineId: number): Promise<boolean> {
  const s = scheduledRoutines;
  const isOver = or(isNotNull(s.completedAt), isNotNull(s.skippedAt));
  return (await db.$count(s, and(eq(s.routineId, routineId), isOver))) > 0;
}
