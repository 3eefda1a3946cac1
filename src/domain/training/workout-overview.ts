import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';
import { groupBy } from '../search/group-by.ts';
import { type ExerciseHistory, newRecords, type TrainingRecord, type TrainingSet, volumeOf } from './records.ts';
import { weightOn } from './weight-on.ts';
import { exerciseTime } from './workout-energy.ts';

/** A set as it was done, its load as typed and in kilograms. */
export interface DoneSet extends TrainingSet {
  loadValue: number | null;
  loadUnit: string | null;
  rpe: number | null;
  rir: number | null;
  restS: number | null;
}

export interface ExerciseOverview {
  /** Null for one that nobody knows. */
  exerciseId: number | null;
  name: string;
  equipment: string[];
  bodyweightShare: number | null;
  met: number | null;
  superset: number | null;
  burnedKcal: number | null;
  sets: DoneSet[];
  /** The training before that had it. */
  lastTime: { day: Temporal.PlainDate; sets: DoneSet[] } | null;
  /** What is better than ever before, the most telling first. */
  records: TrainingRecord[];
}

export interface WorkoutOverview {
  sessionId: number;
  title: string | null;
  /** The planned training that it did. */
  routine?: string | null;
  day: Temporal.PlainDate;
  /** As said. */
  durationMin: number | null;
  burnedKcal: number | null;
  /** Whether the energy stands on a time nobody said. */
  isTimeEstimated: boolean;
  /** What the person weighed, in kg, where known. */
  bodyKg: number | null;
  volumeKg: number | null;
  exercises: ExerciseOverview[];
}

/**
 * A training with, for each exercise, the last time before and what is a record, compared with what comes strictly
 * before: an earlier day, or the same day and logged earlier. Nothing of it is stored, so a set that goes takes its
 * record with it. Null where this person has no such training.
 */
export async function workoutOverview(ctx: Context, sessionId: number): Promise<WorkoutOverview | null> {
  const session = await findSession(ctx, sessionId);
  if (!session) return null;
  const day = Temporal.PlainDate.from(session.day);
  const bodyKg = await weightOn(ctx, day);
  const past = await findPast(ctx, session);
  const done = groupBy(session.exercises, keyOf);
  const seen = new Set<string>();
  let volumeKg = 0;
  const exercises = session.exercises.map((one): ExerciseOverview => {
    const body = { bodyweightShare: one.bodyweightShare, bodyKg };
    volumeKg += volumeOf(one.sets, body) ?? 0;
    const key = keyOf(one);
    const before = past.get(key);
    // An exercise that comes twice is compared once, with all its sets.
    if (!before || seen.has(key)) return { ...one, lastTime: null, records: [] };
    seen.add(key);
    const now = (done.get(key) ?? []).flatMap(({ sets }) => sets);
    const lastTime = { day: Temporal.PlainDate.from(before.day), sets: before.lastSets };
    return { ...one, lastTime, records: newRecords(before, now, body) };
  });
  return {
    sessionId,
    title: session.title,
    routine: session.routine,
    day,
    durationMin: session.durationMin,
    burnedKcal: session.burnedKcal,
    isTimeEstimated: session.durationMin === null && session.exercises.some(isTimeEstimated),
    bodyKg,
    volumeKg: volumeKg > 0 ? volumeKg : null,
    exercises,
  };
}

const isTimeEstimated = (one: SessionExercise): boolean =>
  one.burnedKcal !== null && (exerciseTime({ ...one, isStrength: true })?.isEstimated ?? false);

type SessionExercise = Omit<ExerciseOverview, 'lastTime' | 'records'>;

interface Session {
  day: string;
  loggedAt: string;
  id: number;
  title: string | null;
  routine: string | null;
  durationMin: number | null;
  burnedKcal: number | null;
  exercises: SessionExercise[];
}

interface Past extends ExerciseHistory {
  key: string;
  /** The last training that had it. */
  day: string;
  lastSets: DoneSet[];
}

/** What nobody knows is the same exercise where it has the same words. */
const keyOf = ({ exerciseId, name }: { exerciseId: number | null; name: string }): string =>
  exerciseId === null ? name.toLowerCase() : `#${exerciseId}`;

/** The sets that the alias `x` stands for, as JSON. */
const setAsJson = sql`json_build_object('kind', x.kind, 'reps', x.reps, 'weightKg', x.weight_kg, 'loadValue', x.load_value,
  'loadUnit', x.load_unit, 'rpe', x.rpe, 'rir', x.rir, 'durationS', x.duration_s, 'distanceM', x.distance_m,
  'restS', x.rest_s)`;

async function findSession(ctx: Context, sessionId: number): Promise<Session | undefined> {
  const { rows } = await ctx.db.execute<{ session: Session }>(sql`
    select json_build_object('id', s.id, 'day', s.day, 'loggedAt', s.logged_at, 'title', s.title,
      'routine', (select r.name from scheduled_routines p join routines r on r.id = p.routine_id
        where p.id = s.scheduled_routine_id),
      'durationMin', s.duration_min, 'burnedKcal', s.burned_kcal, 'exercises', (
        select coalesce(json_agg(json_build_object('exerciseId', l.exercise_id, 'name', l.exercise_name,
          'equipment', coalesce(e.equipment, '{}'), 'bodyweightShare', e.bodyweight_share, 'met', e.met,
          'superset', l.superset, 'burnedKcal', l.burned_kcal, 'sets', (
            select coalesce(json_agg(${setAsJson} order by x.order_index), '[]')
            from exercise_sets x where x.exercise_log_id = l.id
          )) order by l.order_index), '[]')
        from exercise_logs l left join exercises e on e.id = l.exercise_id where l.workout_session_id = s.id
      )) as session
    from workout_sessions s where s.id = ${sessionId} and s.user_id = ${ctx.user.id}`);
  return rows[0]?.session;
}

/**
 * What was done of these exercises before, by `keyOf`. The database condenses it as `historyOf` does, to the different
 * sets there were and each training's work: years of the same few lifts are read in milliseconds.
 */
async function findPast(ctx: Context, { id, day, loggedAt, exercises }: Session): Promise<Map<string, Past>> {
  const ids = JSON.stringify(exercises.flatMap(({ exerciseId }) => exerciseId ?? []));
  const names = exercises.flatMap(({ exerciseId, name }) => (exerciseId === null ? [name.toLowerCase()] : []));
  const { rows } = await ctx.db.execute<Past & Record<string, unknown>>(sql`
    with before as materialized (
      select coalesce('#' || l.exercise_id, lower(l.exercise_name)) collate "C" as key, l.id, l.order_index,
        s.id as session_id, s.day, s.logged_at
      from exercise_logs l join workout_sessions s on s.id = l.workout_session_id
      where l.user_id = ${ctx.user.id} and (s.day, s.logged_at, s.id) < (${day}::date, ${loggedAt}::timestamptz, ${id})
        and (l.exercise_id in (select jsonb_array_elements(${ids}::jsonb)::bigint) or l.exercise_id is null
          and lower(l.exercise_name) in (select jsonb_array_elements_text(${JSON.stringify(names)}::jsonb)))
    ), newest as (
      select distinct on (key) key, session_id, day from before order by key, day desc, logged_at desc, session_id desc
    ), counting as materialized (
      select b.key, b.session_id, x.reps, x.weight_kg, x.duration_s, x.distance_m
      from before b join exercise_sets x on x.exercise_log_id = b.id
      where x.kind <> 'warmup' and x.reps is distinct from 0
    ), different as (
      select key, json_agg(json_build_object('kind', 'working', 'reps', reps, 'weightKg', weight_kg,
        'durationS', duration_s, 'distanceM', distance_m)) as sets
      from (select distinct key, reps, weight_kg, duration_s, distance_m from counting) as one group by key
    ), work as (
      select key, json_agg(json_build_object('kgReps', kg_reps, 'reps', reps)) as works
      from (
        select key, coalesce(sum(weight_kg * reps), 0) as kg_reps, coalesce(sum(reps), 0) as reps
        from counting group by key, session_id
      ) as one group by key
    )
    select key, n.day::text as day, coalesce(d.sets, '[]') as sets, coalesce(w.works, '[]') as works, (
      select coalesce(json_agg(${setAsJson} order by b.order_index, x.order_index), '[]')
      from before b join exercise_sets x on x.exercise_log_id = b.id where b.key = n.key and b.session_id = n.session_id
    ) as "lastSets"
    from newest n left join different d using (key) left join work w using (key)`);
  return new Map(rows.map((row) => [row.key, row]));
}
