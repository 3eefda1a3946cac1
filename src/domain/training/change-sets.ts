import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import { exerciseLogs, exerciseSets } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { refreshWorkoutEnergy } from './refresh-workout-energy.ts';

/** What is different; what is absent stays as it was. */
export interface SetsChange {
  readonly reps?: number;
  readonly load?: { readonly weightKg: number; readonly loadValue: number; readonly loadUnit: string | null };
  readonly durationS?: number;
  readonly distanceM?: number;
}

export interface SetsInput {
  exerciseLogId: number;
  /** Which sets; null for all but the warm-ups. */
  setIds: readonly number[] | null;
  change: SetsChange;
  /** How many working sets there were: the last is repeated, or the last ones go. */
  count: number | null;
}

const mostSets = 100;

/**
 * Changes sets of one exercise of a training, as one action, and estimates its energy anew. Throws DomainError
 * `invalid` for figures that cannot be, `not-found` for sets that are not there.
 */
export async function changeSets(ctx: Context, input: SetsInput, summary: string): Promise<number> {
  check(input);
  const { exerciseLogId, setIds, change, count } = input;
  const s = exerciseSets;
  const [log] = await ctx.db
    .select({ workoutId: exerciseLogs.workoutSessionId })
    .from(exerciseLogs)
    .where(eq(exerciseLogs.id, exerciseLogId));
  if (!log) throw new DomainError('not-found', 'That exercise is no longer there.');
  const actionId = await recordAction(ctx, summary);
  if (count !== null) await keepCount(ctx, exerciseLogId, count);
  const meant = and(
    eq(s.exerciseLogId, exerciseLogId),
    setIds === null ? ne(s.kind, 'warmup') : inArray(s.id, [...setIds]),
  );
  const { load, ...figures } = change;
  if (Object.keys(change).length > 0) {
    for (const set of await ctx.db.select({ id: s.id, weightKg: s.weightKg }).from(s).where(meant)) {
      // The load of an assisted exercise helps.
      const sign = (set.weightKg ?? 0) < 0 ? -1 : 1;
      const weight = load ? { ...load, weightKg: sign * load.weightKg } : {};
      await ctx.db
        .update(s)
        .set({ ...figures, ...weight })
        .where(eq(s.id, set.id));
    }
  }
  await refreshWorkoutEnergy(ctx, log.workoutId);
  return actionId;
}

async function keepCount(ctx: Context, exerciseLogId: number, count: number): Promise<void> {
  const s = exerciseSets;
  const working = await ctx.db
    .select()
    .from(s)
    .where(and(eq(s.exerciseLogId, exerciseLogId), ne(s.kind, 'warmup')))
    .orderBy(asc(s.orderIndex), asc(s.id));
  const gone = working.slice(count).map(({ id }) => id);
  if (gone.length > 0) await ctx.db.delete(s).where(inArray(s.id, gone));
  const last = working.at(-1);
  if (!last || count <= working.length) return;
  const [newest] = await ctx.db
    .select({ at: s.orderIndex })
    .from(s)
    .where(eq(s.exerciseLogId, exerciseLogId))
    .orderBy(desc(s.orderIndex))
    .limit(1);
  const { id, ...like } = last;
  const more = Array.from({ length: count - working.length }, (_, n) => ({
    ...like,
    orderIndex: (newest?.at ?? 0) + n + 1,
    createdAt: ctx.now,
  }));
  await ctx.db.insert(s).values(more);
}

function check({ change: { reps, load, durationS, distanceM }, count }: SetsInput): void {
  const isOff = (value: number | null | undefined, from: number, to: number) =>
    value !== undefined && value !== null && !(value >= from && value <= to);
  const isWhole = (value: number | null | undefined) =>
    value === undefined || value === null || Number.isInteger(value);
  if (isOff(count, 1, mostSets) || !isWhole(count)) throw new DomainError('invalid', 'How many sets were there?');
  if (isOff(reps, 0, 10_000) || !isWhole(reps)) throw new DomainError('invalid', 'How many repetitions were there?');
  if (isOff(load?.weightKg, 0, 2000)) throw new DomainError('invalid', 'That weight cannot be right.');
  if (isOff(durationS, 0.001, 172_800)) throw new DomainError('invalid', 'That time cannot be right.');
  if (isOff(distanceM, 0.001, 1_000_000)) throw new DomainError('invalid', 'That distance cannot be right.');
}
