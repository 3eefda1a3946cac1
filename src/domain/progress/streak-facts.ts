import { sql } from 'drizzle-orm';
import type { PersonContext } from '../context.ts';
import { zoneOf } from '../users/user.ts';
import type { ZoneSeen } from './day-bounds.ts';
import type { DayNumber } from './day-number.ts';

/** Something done on a day, and when it was told. */
export interface Done {
  readonly day: DayNumber;
  readonly saidAtMs: number;
}

/** A goal for what is measured daily: steps, hours of sleep. */
export interface DailyGoal {
  readonly metric: 'steps' | 'sleep';
  readonly fromDay: DayNumber;
  readonly target: number;
  readonly isActive: boolean;
}

/** All that a person's streaks follow from. */
export interface StreakFacts {
  readonly isGentle: boolean;
  /** The earliest first, the present zone last. */
  readonly zones: readonly ZoneSeen[];
  /** `until` is the last day of it; null where it goes on. */
  readonly pauses: readonly { readonly from: DayNumber; readonly until: DayNumber | null }[];
  /** The first meal of each logged day. */
  readonly logged: readonly Done[];
  /** Workouts, one by one. */
  readonly trained: readonly Done[];
  readonly planned: readonly {
    readonly day: DayNumber;
    readonly completedAtMs: number | null;
    readonly isSkipped: boolean;
  }[];
  /** Check-ins by the Monday of their week. */
  readonly checkedIn: readonly Done[];
  /** The earliest first. */
  readonly goals: readonly DailyGoal[];
  /** What was measured since the first goal, the earliest first. */
  readonly measured: readonly (Done & { readonly metric: DailyGoal['metric']; readonly value: number })[];
}

/** Below this a meal is none: black coffee. */
const leastMealKcal = 20;

/**
 * Reads what a person's streaks follow from, in one statement. A logged day, a workout and a check-in are those of the
 * achievements' figures. Of zones only the changes are read, and that somebody was in UTC before they had said where
 * they live is no journey.
 */
export async function readStreakFacts({ db, now, user }: PersonContext): Promise<StreakFacts> {
  const day = (column: string) => sql.raw(`${column} - date '1970-01-01'`);
  const ms = (column: string) => sql.raw(`floor(extract(epoch from ${column}) * 1000)`);
  const { rows } = await db.execute<{ facts: StreakFacts }>(sql`
    with said as (
      select logged_at, time_zone from meal_logs where user_id = ${user.id}
      union all select logged_at, time_zone from workout_sessions where user_id = ${user.id}
      union all select logged_at, time_zone from measurements where user_id = ${user.id}
    ), travelled as materialized (
      select exists (select from said where time_zone <> ${zoneOf(user)}) as has
    )
    select json_build_object(
      'isGentle', coalesce((select is_gentle from users where id = ${user.id}), false),
      'zones', (select coalesce(json_agg(json_build_object('atMs', ${ms('logged_at')}, 'timeZone', time_zone)
          order by logged_at), '[]')
        from (select *, lag(time_zone) over w as before, lead(time_zone) over w as after
          from said where (select has from travelled) window w as (order by logged_at, time_zone)) s
        where before is distinct from time_zone or after is distinct from time_zone),
      'pauses', (select coalesce(json_agg(json_build_object('from', ${day('from_day')}, 'until', ${day('until_day')})
          order by from_day, id), '[]') from pauses where user_id = ${user.id}),
      'logged', (select coalesce(json_agg(json_build_object('day', ${day('day')}, 'saidAtMs', ${ms('said_at')})
          order by day), '[]')
        from (select m.day, min(m.logged_at) as said_at
          from meal_logs m join (select meal_log_id from meal_items where user_id = ${user.id}
            group by meal_log_id having sum(energy_kcal) >= ${leastMealKcal}) i on i.meal_log_id = m.id
          where m.user_id = ${user.id} group by m.day) d),
      'trained', (select coalesce(json_agg(json_build_object('day', ${day('day')}, 'saidAtMs', ${ms('logged_at')})
          order by day, logged_at), '[]')
        from workout_sessions s where user_id = ${user.id}
          and exists (select from exercise_logs l where l.workout_session_id = s.id)),
      'planned', (select coalesce(json_agg(json_build_object('day', ${day('day')},
          'completedAtMs', ${ms('completed_at')}, 'isSkipped', skipped_at is not null) order by day, id), '[]')
        from scheduled_routines where user_id = ${user.id}),
      'checkedIn', (select coalesce(json_agg(json_build_object('day', ${day('week_of')},
          'saidAtMs', ${ms('submitted_at')}) order by week_of), '[]')
        from check_ins where client_id = ${user.id} and submitted_at is not null),
      'goals', (select coalesce(json_agg(json_build_object('metric', metric, 'fromDay', ${day('start_day')},
          'target', target_value, 'isActive', status = 'active') order by start_day, id), '[]')
        from user_goals where user_id = ${user.id} and metric in ('steps', 'sleep') and target_value is not null),
      'measured', (select coalesce(json_agg(json_build_object('metric', m.metric, 'day', ${day('m.day')},
          'saidAtMs', ${ms('m.logged_at')}, 'value', m.value) order by m.day, m.logged_at, m.id), '[]')
        from measurements m where m.user_id = ${user.id} and m.metric in ('steps', 'sleep')
          and m.day >= (select min(g.start_day) from user_goals g where g.user_id = m.user_id and g.metric = m.metric))
    ) as facts`);
  const facts = rows[0]?.facts;
  if (!facts) throw new Error('The facts were not returned');
  const seen = [...facts.zones, { atMs: now.epochMilliseconds, timeZone: zoneOf(user) }];
  const home = seen.findIndex(({ timeZone }) => timeZone !== 'UTC');
  return { ...facts, zones: home > 0 ? seen.slice(home) : seen };
}
