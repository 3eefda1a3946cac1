import { eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { goalMilestones } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { besideAction } from '../conversation/record-action.ts';
import type { Metric } from './plausible.ts';

/** The column of `health_metrics` that holds the newest figure of a metric. */
const columns: readonly (readonly [column: string, metric: Metric])[] = [
  ['body_fat_pct', 'body-fat'],
  ['muscle_mass_kg', 'muscle-mass'],
  ['waist_cm', 'waist'],
  ['chest_cm', 'chest'],
  ['hips_cm', 'hips'],
  ['neck_cm', 'neck'],
  ['arm_cm', 'arm'],
  ['thigh_cm', 'thigh'],
  ['calf_cm', 'calf'],
  ['resting_hr_bpm', 'resting-hr'],
  ['systolic_mmhg', 'blood-pressure'],
  ['energy', 'energy'],
  ['mood', 'mood'],
  ['stress', 'stress'],
  ['sleep_quality', 'sleep-quality'],
  ['fatigue', 'fatigue'],
  ['soreness', 'soreness'],
  ['sleep_h', 'sleep'],
  ['steps', 'steps'],
];

const names = sql.raw(columns.map(([column]) => column).join(', '));
const newest = sql.raw(columns.map(([, metric]) => `max(value) filter (where metric = '${metric}')`).join(', '));
const updates = sql.raw(
  ['weight_kg', 'bmi', 'diastolic_mmhg', 'notes', 'updated_at', ...columns.map(([column]) => column)]
    .map((column) => `${column} = excluded.${column}`)
    .join(', '),
);

/**
 * Derives a day's `health_metrics` and its weight in `daily_logs` anew from its measurements: the median of several
 * weights, the newest figure of the rest; no row where nothing is measured. Water is derived by `refreshDay`. Belongs
 * into every transaction that changes measurements.
 */
export async function refreshBodyDay(ctx: Context, day: Temporal.PlainDate): Promise<void> {
  const [userId, on, now] = [ctx.user.id, day.toString(), ctx.now.toString()];
  await ctx.db.execute(sql`
    with said as (
      select * from measurements where user_id = ${userId} and day = ${on} and metric <> 'water'
    ), weight as (
      select trim_scale(round(percentile_cont(0.5) within group (order by value)::numeric, 6)) as kg
      from said where metric = 'weight'
    ), newest as (
      select distinct on (metric) metric, value, value2 from said order by metric, logged_at desc, id desc
    ), gone as (
      delete from health_metrics where user_id = ${userId} and day = ${on} and not exists (select from said)
    ), kept as (
      insert into health_metrics (user_id, day, weight_kg, bmi, diastolic_mmhg, notes, created_at, updated_at, ${names})
      select ${userId}, ${on}, (select kg from weight),
        (select case when bmi between 5 and 200 then bmi end
          from (select round(kg / (height_cm / 100) ^ 2, 2) as bmi from weight, users where id = ${userId}) as b),
        max(value2) filter (where metric = 'blood-pressure'),
        (select string_agg(notes, e'\n' order by logged_at, id) from said), ${now}, ${now}, ${newest}
      from newest having count(*) > 0
      on conflict (user_id, day) do update set ${updates}
    )
    insert into daily_logs (user_id, day, weight_kg, created_at, updated_at)
    select ${userId}, ${on}, kg, ${now}, ${now} from weight
    where kg is not null or exists (select from daily_logs where user_id = ${userId} and day = ${on})
    on conflict (user_id, day) do update set weight_kg = excluded.weight_kg, updated_at = excluded.updated_at`);
  await refreshMilestones(ctx);
}

/** A step on the way to a goal is reached by the first figure since its goal was set that is at it or past it. */
async function refreshMilestones(ctx: Context): Promise<void> {
  const { db, user } = ctx;
  if ((await db.$count(goalMilestones, eq(goalMilestones.userId, user.id))) === 0) return;
  await besideAction(ctx, () =>
    db.execute(sql`
    update goal_milestones step set reached_at = now_so.at
    from (
      select s.id, (
        select m.logged_at from measurements m
        where m.user_id = g.user_id and m.metric = g.metric and m.day >= g.start_day
          and case when g.target_value < begun.value then m.value <= s.target_value else m.value >= s.target_value end
        order by m.logged_at, m.id limit 1
      ) as at
      from goal_milestones s join user_goals g on g.id = s.goal_id
      cross join lateral (select coalesce(g.start_value, (select m.value from measurements m
        where m.user_id = g.user_id and m.metric = g.metric and m.day >= g.start_day
        order by m.day, m.logged_at, m.id limit 1)) as value) as begun
      where s.user_id = ${user.id} and g.status in ('active', 'paused') and s.target_value is not null
        and begun.value is not null
    ) as now_so
    where step.id = now_so.id and step.reached_at is distinct from now_so.at`),
  );
}
