import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { PersonContext } from '../context.ts';

/** What was trained on a day. */
export interface TrainedDay {
  readonly day: Temporal.PlainDate;
  readonly workouts: number;
  /** Without warm-ups. */
  readonly sets: number;
  /** Null where nobody said how long. */
  readonly durationMin: number | null;
}

/** The days of a time with a training, in order. */
export async function trainedDays(
  { db, user }: PersonContext,
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<TrainedDay[]> {
  const { rows } = await db.execute<{ day: string; workouts: number; sets: number; minutes: string | null }>(sql`
    select s.day::text as day, count(*)::int as workouts, sum(s.duration_min) as minutes,
      coalesce(sum((select count(*) from exercise_logs l join exercise_sets e on e.exercise_log_id = l.id
        where l.workout_session_id = s.id and e.kind <> 'warmup')), 0)::int as sets
    from workout_sessions s
    where s.user_id = ${user.id} and s.day between ${from.toString()} and ${to.toString()}
      and exists (select from exercise_logs l where l.workout_session_id = s.id)
    group by s.day order by s.day`);
  return rows.map(({ day, workouts, sets, minutes }) => ({
    day: Temporal.PlainDate.from(day),
    workouts,
    sets,
    durationMin: minutes === null ? null : Number(minutes),
  }));
}
