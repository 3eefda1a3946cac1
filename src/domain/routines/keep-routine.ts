import { and, eq, gte, isNull } from 'drizzle-orm';
import { routineExercises, routines, scheduledRoutines } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { isUsed, listRoutines, named, type RoutineWithLines } from './find-routines.ts';
import { longestName, mostLines, type Routine, type RoutineLine } from './routine.ts';
import { stopReminders } from './routine-reminders.ts';

const mostRoutines = 60;

export interface KeptRoutine {
  readonly actionId: number;
  readonly routineId: number;
  /** It took the place of another of that name. */
  readonly isReplaced: boolean;
}

/**
 * Keeps a routine of one's own, as one action. One of the same name gets the new lines. Throws DomainError `invalid`
 * for a name or a number of lines nobody reads.
 */
export async function keepRoutine(
  ctx: Context,
  { name, description = null, lines }: { name: string; description?: string | null; lines: readonly RoutineLine[] },
): Promise<KeptRoutine> {
  checkName(name);
  if (lines.length === 0) throw new DomainError('invalid', 'A routine needs at least one exercise.');
  if (lines.length > mostLines) throw new DomainError('invalid', `A routine has at most ${mostLines} exercises.`);
  const all = await listRoutines(ctx);
  const [same] = all.filter(({ routine }) => routine.name.toLowerCase() === name.toLowerCase());
  if (same && same.routine.setById !== null && same.routine.setById !== ctx.user.id)
    throw new DomainError('not-allowed', `“${same.routine.name}” is from your coach. Please choose another name.`);
  if (!same && all.length >= mostRoutines)
    throw new DomainError('invalid', `You have ${mostRoutines} routines, which is all I keep. Remove one first.`);
  const actionId = await recordAction(ctx, `the routine “${name}”`);
  if (same) {
    await ctx.db.delete(routineExercises).where(eq(routineExercises.routineId, same.routine.id));
    await ctx.db
      .update(routines)
      .set({ description: description ?? same.routine.description, updatedAt: ctx.now })
      .where(eq(routines.id, same.routine.id));
    await writeLines(ctx, same.routine.id, lines);
    return { actionId, routineId: same.routine.id, isReplaced: true };
  }
  const routineId = await writeRoutine(ctx, { name, description, setById: ctx.user.id, lines });
  return { actionId, routineId, isReplaced: false };
}

/** Writes a new routine of `ctx.user`'s, whoever gave it. Returns its id. */
export async function writeRoutine(
  ctx: Pick<Context, 'db' | 'now' | 'user'>,
  {
    lines,
    ...values
  }: Pick<typeof routines.$inferInsert, 'name' | 'description' | 'setById'> &
    Partial<Routine> & { readonly lines: readonly RoutineLine[] },
): Promise<number> {
  const [row] = await ctx.db
    .insert(routines)
    .values({ ...values, userId: ctx.user.id, createdAt: ctx.now, updatedAt: ctx.now })
    .returning({ id: routines.id });
  if (!row) throw new Error('The routine was not returned');
  await writeLines(ctx, row.id, lines);
  return row.id;
}

async function writeLines(
  ctx: Pick<Context, 'db' | 'user'>,
  routineId: number,
  lines: readonly RoutineLine[],
): Promise<void> {
  await ctx.db
    .insert(routineExercises)
    .values(lines.map((line, orderIndex) => ({ ...line, routineId, userId: ctx.user.id, orderIndex })));
}

/** Gives a routine another name, as one action. */
export async function renameRoutine(ctx: Context, { routine }: RoutineWithLines, name: string): Promise<number> {
  checkName(name);
  const others = (await listRoutines(ctx)).filter((one) => one.routine.id !== routine.id);
  if (
    named(others, name, (one) => one.routine.name).some((one) => one.routine.name.toLowerCase() === name.toLowerCase())
  )
    throw new DomainError('invalid', `You have a routine called “${name}” already.`);
  const actionId = await recordAction(ctx, `the name of “${routine.name}”`);
  await ctx.db.update(routines).set({ name, updatedAt: ctx.now }).where(eq(routines.id, routine.id));
  return actionId;
}

/** Puts a line in the place of another, or at the end where `lineId` is null, as one action. */
export async function putLine(
  ctx: Context,
  { routine, lines }: RoutineWithLines,
  lineId: number | null,
  line: Partial<RoutineLine> & Pick<RoutineLine, 'exerciseName'>,
): Promise<number> {
  if (lineId === null && lines.length >= mostLines)
    throw new DomainError('invalid', `A routine has at most ${mostLines} exercises.`);
  const actionId = await recordAction(ctx, `${line.exerciseName} in “${routine.name}”`);
  if (lineId === null) {
    const orderIndex = Math.max(-1, ...lines.map((one) => one.orderIndex)) + 1;
    await ctx.db
      .insert(routineExercises)
      .values({ sets: 1, ...line, routineId: routine.id, userId: ctx.user.id, orderIndex });
  } else await ctx.db.update(routineExercises).set(line).where(eq(routineExercises.id, lineId));
  await ctx.db.update(routines).set({ updatedAt: ctx.now }).where(eq(routines.id, routine.id));
  return actionId;
}

/** Takes a line out, as one action. The last one stays: a routine is removed as a whole. */
export async function removeLine(ctx: Context, { routine, lines }: RoutineWithLines, lineId: number): Promise<number> {
  if (lines.length < 2) throw new DomainError('invalid', 'That is its only exercise; remove the routine instead.');
  const line = lines.find(({ id }) => id === lineId);
  if (!line) throw new DomainError('not-found', 'That exercise is no longer in it.');
  const actionId = await recordAction(ctx, `${line.exerciseName} out of “${routine.name}”`);
  await ctx.db.delete(routineExercises).where(eq(routineExercises.id, lineId));
  return actionId;
}

/**
 * Removes a routine with what was planned of it, as one action. Where any of it was done it is put away instead, and
 * what was done stays.
 */
export async function removeRoutine(ctx: Context, { routine }: RoutineWithLines): Promise<number> {
  const actionId = await recordAction(ctx, `the routine “${routine.name}”`);
  const acting = { ...ctx, actionId };
  await stopReminders(acting, routine.id);
  if (await isUsed(acting, routine.id)) {
    await dropOpen(acting, routine.id);
    await ctx.db.update(routines).set({ isActive: false, updatedAt: ctx.now }).where(eq(routines.id, routine.id));
  } else await ctx.db.delete(routines).where(eq(routines.id, routine.id));
  return actionId;
}

/** Takes what is planned of a routine and still open off the calendar, from today on. Returns how many that were. */
export async function dropOpen(ctx: Pick<Context, 'db' | 'now' | 'user'>, routineId: number): Promise<number> {
  const s = scheduledRoutines;
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const rows = await ctx.db
    .delete(s)
    .where(and(eq(s.routineId, routineId), gte(s.day, today), isNull(s.completedAt), isNull(s.skippedAt)))
    .returning({ id: s.id });
  return rows.length;
}

function checkName(name: string): void {
  if (name.trim() === '' || [...name].length > longestName)
    throw new DomainError('invalid', `A routine’s name has 1 to ${longestName} characters.`);
}
