import { inArray, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { exercises as exerciseTable } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { zoneOf } from '../users/user.ts';
import { carryWorkoutRatings } from './carry-workout-ratings.ts';
import type { TrainingSet } from './records.ts';
import { refreshTrainingDay } from './refresh-training-day.ts';
import { sessionType } from './session-type.ts';
import { weightOn } from './weight-on.ts';
import { workoutEnergy } from './workout-energy.ts';

/** One set. The load is given as typed and in kilograms. */
export interface WorkoutSetInput extends TrainingSet {
  loadValue: number | null;
  loadUnit: string | null;
  rpe: number | null;
  /** Repetitions in reserve. */
  rir: number | null;
  restS: number | null;
}

export interface WorkoutExerciseInput {
  /** Null for one that nobody knows: it is kept by the person's words. */
  exerciseId: number | null;
  words: string;
  /** Exercises of one training with the same number were done in turn. */
  superset: number | null;
  sets: readonly WorkoutSetInput[];
}

export interface WorkoutInput {
  title: string | null;
  day: Temporal.PlainDate;
  isDaySaid: boolean;
  time: Temporal.PlainTime | null;
  durationMin: number | null;
  exercises: readonly WorkoutExerciseInput[];
}

export interface LoggedWorkouts {
  actionId: number;
  workouts: { sessionId: number; day: Temporal.PlainDate; burnedKcal: number | null }[];
  /** What training burned on each day they belong to, in order. */
  days: { day: Temporal.PlainDate; burnedKcal: number }[];
}

/**
 * Records the trainings that one message told as one action, one row a set, with their energy as `workoutEnergy`
 * estimates it from what the person weighed. Throws DomainError `invalid` for figures that cannot be.
 */
export async function logWorkouts(ctx: Context, inputs: readonly WorkoutInput[]): Promise<LoggedWorkouts> {
  for (const input of inputs) check(input);
  const known = await findExercises(ctx, inputs);
  const named = inputs.map((input) => ({ ...input, exercises: input.exercises.map((one) => withName(known, one)) }));
  const names = named.flatMap(({ title, exercises }) =>
    exercises.length > 0 ? exercises.map(({ exerciseName }) => exerciseName) : [title ?? 'training'],
  );
  const actionId = await recordAction(ctx, names.join(', '));
  const workouts: LoggedWorkouts['workouts'] = [];
  for (const workout of named) {
    const energy = workoutEnergy(workout.exercises, {
      bodyKg: workout.exercises.some(({ met }) => met !== null) ? await weightOn(ctx, workout.day) : null,
      durationMin: workout.durationMin,
    });
    const burnedKcal = energy.every((kcal) => kcal === null) ? null : toCents(energy);
    const sessionId = await insertWorkout(ctx, workout, energy, burnedKcal);
    // Within an action that is open already, the message may be told anew.
    if (ctx.actionId !== null) await carryWorkoutRatings(ctx, actionId, sessionId);
    workouts.push({ sessionId, day: workout.day, burnedKcal });
  }
  const days: LoggedWorkouts['days'] = [];
  for (const day of new Map(inputs.map((input) => [input.day.toString(), input.day])).values())
    days.push({ day, burnedKcal: await refreshTrainingDay(ctx, day) });
  return { actionId, workouts, days };
}

/** Sums to the cent, as the database does, whatever binary fractions lose. */
const toCents = (values: readonly (number | null)[]): number =>
  Math.round(values.reduce<number>((sum, value) => sum + (value ?? 0), 0) * 100) / 100;

const figures = {
  id: exerciseTable.id,
  slug: exerciseTable.slug,
  name: exerciseTable.name,
  category: exerciseTable.category,
  met: exerciseTable.met,
  defaultKcalPerMin: exerciseTable.defaultKcalPerMin,
};

type KnownExercise = Pick<typeof exerciseTable.$inferSelect, keyof typeof figures>;

async function findExercises(ctx: Context, inputs: readonly WorkoutInput[]): Promise<Map<number, KnownExercise>> {
  const ids = [...new Set(inputs.flatMap(({ exercises }) => exercises.flatMap(({ exerciseId }) => exerciseId ?? [])))];
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.select(figures).from(exerciseTable).where(inArray(exerciseTable.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

/** An exercise that this person may not see, or that is gone, is kept by their words like an unknown one. */
function withName(all: ReadonlyMap<number, KnownExercise>, one: WorkoutExerciseInput) {
  const known = one.exerciseId === null ? undefined : all.get(one.exerciseId);
  const isAssisted = known?.slug?.startsWith('assisted-') ?? false;
  return {
    ...one,
    exerciseId: known?.id ?? null,
    exerciseName: known?.name ?? one.words,
    met: known?.met ?? null,
    kcalPerMin: known?.defaultKcalPerMin ?? null,
    category: known?.category ?? null,
    isStrength: known?.category === 'strength',
    sets: isAssisted ? one.sets.map(asHelp) : one.sets,
  };
}

/** "Assisted pull-up 20 kg" names the help. */
const asHelp = (set: WorkoutSetInput): WorkoutSetInput =>
  set.weightKg === null ? set : { ...set, weightKg: -Math.abs(set.weightKg) };

type NamedWorkout = Omit<WorkoutInput, 'exercises'> & { exercises: ReturnType<typeof withName>[] };

/** Writes a training with its exercises and sets in one statement, the rows as JSON parameters. Returns its id. */
async function insertWorkout(
  ctx: Context,
  workout: NamedWorkout,
  energy: readonly (number | null)[],
  burnedKcal: number | null,
): Promise<number> {
  const { user, sourceMessageId } = ctx;
  const [now, saidAt] = [ctx.now.toString(), ctx.saidAt.toString()];
  const logs = workout.exercises.map(({ exerciseId, words, exerciseName, superset }, orderIndex) => ({
    ...{ exerciseId, words, exerciseName, superset },
    ...{ orderIndex, burnedKcal: energy[orderIndex] ?? null },
  }));
  const sets = workout.exercises.flatMap((one, logIndex) =>
    one.sets.map((set, orderIndex) => ({ ...set, logIndex, orderIndex })),
  );
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    with session as (
      insert into workout_sessions (user_id, inbound_message_id, day, is_day_said, time, logged_at, time_zone, title,
        session_type, duration_min, burned_kcal, created_at, updated_at)
      values (${user.id}, ${sourceMessageId}, ${workout.day.toString()}, ${workout.isDaySaid},
        ${workout.time?.toString() ?? null}, ${saidAt}, ${zoneOf(user)}, ${workout.title},
        ${sessionType(workout.exercises.map(({ category }) => category))}, ${workout.durationMin}, ${burnedKcal},
        ${now}, ${now})
      returning id
    ), log as (
      insert into exercise_logs (workout_session_id, user_id, exercise_id, exercise_words, exercise_name, order_index,
        superset, burned_kcal, created_at)
      select session.id, ${user.id}, "exerciseId", words, "exerciseName", "orderIndex", superset, "burnedKcal", ${now}
      from session, jsonb_to_recordset(${JSON.stringify(logs)}::jsonb) as one ("exerciseId" bigint, words text,
        "exerciseName" text, "orderIndex" int, superset int, "burnedKcal" numeric)
      order by "orderIndex"
      returning id, order_index
    ), done as (
      insert into exercise_sets (exercise_log_id, user_id, order_index, kind, reps, load_value, load_unit, weight_kg,
        rpe, rir, duration_s, distance_m, rest_s, created_at)
      select log.id, ${user.id}, one."orderIndex", kind, reps, "loadValue", "loadUnit", "weightKg", rpe, rir,
        "durationS", "distanceM", "restS", ${now}
      from log join jsonb_to_recordset(${JSON.stringify(sets)}::jsonb) as one ("logIndex" int, "orderIndex" int,
        kind set_kind, reps int, "loadValue" numeric, "loadUnit" text, "weightKg" numeric, rpe numeric, rir numeric,
        "durationS" numeric, "distanceM" numeric, "restS" numeric) on one."logIndex" = log.order_index
      order by one."logIndex", one."orderIndex"
    )
    select id from session`);
  return Number(rows[0]?.id);
}

/** What a set may hold, as the table has it. */
const ranges = [
  { of: 'reps', from: 0, to: 10_000, name: 'repetitions' },
  { of: 'weightKg', from: -500, to: 2000, name: 'kg' },
  { of: 'rpe', from: 1, to: 10, name: 'as RPE, which goes from 1 to 10' },
  { of: 'rir', from: 0, to: 20, name: 'repetitions in reserve' },
  { of: 'durationS', from: 0.001, to: 172_800, name: 'seconds' },
  { of: 'distanceM', from: 0.001, to: 1_000_000, name: 'metres' },
  { of: 'restS', from: 0, to: 7200, name: 'seconds of rest' },
] as const satisfies readonly { of: keyof WorkoutSetInput; from: number; to: number; name: string }[];

function check({ durationMin, exercises }: WorkoutInput): void {
  if (durationMin !== null && !(durationMin > 0 && durationMin <= 1440))
    throw new DomainError('invalid', 'A training takes up to 24 hours. Please check how long it was.');
  for (const { words, sets } of exercises)
    for (const set of sets) {
      const wrong = ranges.find(({ of, from, to }) => {
        const value = set[of];
        return value !== null && !(value >= from && value <= to && (of !== 'reps' || Number.isInteger(value)));
      });
      if (wrong) throw new DomainError('invalid', `${set[wrong.of]} ${wrong.name}? Please check “${words}”.`);
    }
}
