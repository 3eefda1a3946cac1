import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';
import { bounds, type Days } from '../meals/period-overview.ts';
import type { TrainingSet } from './records.ts';
import type { DoneSet } from './workout-overview.ts';

/** An exercise as a question names it. */
export interface AskedExercise {
  readonly exerciseId: number | null;
  readonly name: string;
}

export interface DoneExercise {
  readonly exerciseId: number | null;
  readonly name: string;
  readonly equipment: string[];
  readonly bodyweightShare: number | null;
  readonly sets: DoneSet[];
}

export interface Training {
  readonly sessionId: number;
  readonly day: Temporal.PlainDate;
  readonly title: string | null;
  readonly durationMin: number | null;
  readonly burnedKcal: number | null;
  readonly exercises: DoneExercise[];
}

/** Muscles as the catalogue names them, and what a workout for them is called: "legs". */
export interface AskedMuscles {
  readonly name: string;
  readonly of: readonly string[];
}

/** More than anybody reads; what lies further back is left out. */
const mostTrainings = 1000;

/**
 * The trainings of a time with their sets, the newest first; with `exercise`, those that have it, and nothing of them
 * but it; with `muscles` in the same way those exercises that are mainly for them, and trainings called after them.
 */
export async function trainingsOver(
  ctx: Context,
  period: Days,
  {
    exercise = null,
    muscles = null,
    limit = mostTrainings,
  }: { exercise?: AskedExercise | null; muscles?: AskedMuscles | null; limit?: number } = {},
): Promise<Training[]> {
  const { from, to } = bounds(period);
  const isIt = exercise
    ? sql`(l.exercise_id = ${exercise.exerciseId} or lower(l.exercise_name) = lower(${exercise.name}))`
    : muscles
      ? sql`e.primary_muscles && array[${sql.join(
          muscles.of.map((one) => sql`${one}`),
          sql`, `,
        )}]::text[]`
      : sql`true`;
  const isDone = sql`exists (select from exercise_logs l left join exercises e on e.id = l.exercise_id
    where l.workout_session_id = s.id and ${isIt})`;
  // "Leg day" of which no exercise was told counts too.
  const has = exercise
    ? isDone
    : muscles
      ? sql`(${isDone} or s.title ~* ${`\\m${muscles.name.replace(/s$/, '')}`})`
      : sql`true`;
  const { rows } = await ctx.db.execute<{ trainings: (Omit<Training, 'day'> & { day: string })[] }>(sql`
    select coalesce(json_agg(json_build_object('sessionId', s.id, 'day', s.day, 'title', s.title,
      'durationMin', s.duration_min, 'burnedKcal', s.burned_kcal, 'exercises', (
        select coalesce(json_agg(json_build_object('exerciseId', l.exercise_id, 'name', l.exercise_name,
          'equipment', coalesce(e.equipment, '{}'), 'bodyweightShare', e.bodyweight_share, 'sets', (
            select coalesce(json_agg(json_build_object('kind', kind, 'reps', reps, 'weightKg', weight_kg,
              'loadValue', load_value, 'loadUnit', load_unit, 'rpe', rpe, 'rir', rir, 'durationS', duration_s,
              'distanceM', distance_m, 'restS', rest_s) order by order_index), '[]')
            from exercise_sets where exercise_log_id = l.id)) order by l.order_index), '[]')
        from exercise_logs l left join exercises e on e.id = l.exercise_id
        where l.workout_session_id = s.id and ${isIt})) order by s.day desc, s.logged_at desc, s.id desc), '[]') as trainings
    from (
      select * from workout_sessions s where s.user_id = ${ctx.user.id} and s.day between ${from} and ${to} and ${has}
      order by s.day desc, s.logged_at desc, s.id desc limit ${limit}
    ) s`);
  return (rows[0]?.trainings ?? []).map((one) => ({ ...one, day: Temporal.PlainDate.from(one.day) }));
}

/** All sets of the trainings that count: no warm-ups and no failed lifts. */
export const countingSets = (trainings: readonly Training[]): (TrainingSet & { day: Temporal.PlainDate })[] =>
  trainings.flatMap(({ day, exercises }) =>
    exercises.flatMap(({ sets }) =>
      sets.filter(({ kind, reps }) => kind !== 'warmup' && reps !== 0).map((set) => ({ ...set, day })),
    ),
  );
