import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { PersonContext } from '../context.ts';
import { oneRepMax } from '../training/one-rep-max.ts';
import type { DoneSet } from '../training/workout-overview.ts';
import type { RoutineExercise } from './routine.ts';

/** A line of a routine with what its exercise was like before. */
export interface LineStanding {
  readonly line: RoutineExercise;
  readonly equipment: readonly string[];
  readonly bodyweightShare: number | null;
  /** The last time it was done before the day asked about. */
  readonly lastTime: { readonly day: Temporal.PlainDate; readonly sets: readonly DoneSet[] } | null;
  /** The best estimate of the last twelve weeks, in kg; null where no set tells. */
  readonly oneRepMaxKg: number | null;
}

const reachDays = 84;

/** What was done last time of each exercise of a routine, and what it promises to be lifted once. */
export async function routineStanding(
  { db, user }: PersonContext,
  lines: readonly RoutineExercise[],
  day: Temporal.PlainDate,
): Promise<LineStanding[]> {
  const ids = JSON.stringify(lines.flatMap(({ exerciseId }) => exerciseId ?? []));
  const names = JSON.stringify(lines.map(({ exerciseName }) => exerciseName.toLowerCase()));
  const { rows } = await db.execute<{
    exerciseId: number | null;
    name: string;
    day: string;
    sets: DoneSet[];
    loads: { reps: number; weightKg: number }[];
  }>(sql`
    with past as (
      select l.id, l.exercise_id, lower(l.exercise_name) as name, l.order_index, s.id as session_id, s.day, s.logged_at
      from exercise_logs l join workout_sessions s on s.id = l.workout_session_id
      where l.user_id = ${user.id} and s.day < ${day.toString()}
        and (l.exercise_id in (select jsonb_array_elements(${ids}::jsonb)::bigint) or l.exercise_id is null
          and lower(l.exercise_name) in (select jsonb_array_elements_text(${names}::jsonb)))
    ), newest as (
      select distinct on (coalesce('#' || exercise_id, name)) exercise_id, name, session_id, day
      from past order by coalesce('#' || exercise_id, name), day desc, logged_at desc, session_id desc
    )
    select n.exercise_id::int as "exerciseId", n.name, n.day::text as day, (
      select coalesce(json_agg(json_build_object('kind', x.kind, 'reps', x.reps, 'weightKg', x.weight_kg,
        'loadValue', x.load_value, 'loadUnit', x.load_unit, 'rpe', x.rpe, 'rir', x.rir, 'durationS', x.duration_s,
        'distanceM', x.distance_m, 'restS', x.rest_s) order by p.order_index, x.order_index), '[]')
      from past p join exercise_sets x on x.exercise_log_id = p.id
      where p.session_id = n.session_id and p.name = n.name and x.kind <> 'warmup') as sets, (
      select coalesce(json_agg(json_build_object('reps', x.reps, 'weightKg', x.weight_kg)), '[]')
      from past p join exercise_sets x on x.exercise_log_id = p.id
      where p.name = n.name and p.day >= ${day.subtract({ days: reachDays }).toString()} and x.reps is not null
        and x.weight_kg > 0) as loads
    from newest n`);
  const known = await db.execute<{ id: number; equipment: string[]; bodyweightShare: number | null }>(sql`
    select id::int as id, equipment, bodyweight_share::float8 as "bodyweightShare" from exercises
    where id in (select jsonb_array_elements(${ids}::jsonb)::bigint)`);
  return lines.map((line) => {
    const past = rows.find((row) =>
      line.exerciseId === null ? row.name === line.exerciseName.toLowerCase() : row.exerciseId === line.exerciseId,
    );
    const exercise = known.rows.find(({ id }) => id === line.exerciseId);
    const best = Math.max(0, ...(past?.loads ?? []).map(({ reps, weightKg }) => oneRepMax(weightKg, reps) ?? 0));
    return {
      line,
      equipment: exercise?.equipment ?? [],
      bodyweightShare: exercise?.bodyweightShare ?? null,
      lastTime: past ? { day: Temporal.PlainDate.from(past.day), sets: past.sets } : null,
      oneRepMaxKg: best > 0 ? best : null,
    };
  });
}
