import { type SQL, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { type User, zoneOf } from '../users/user.ts';

/** Coffee without milk is no meal. */
const mealKcal = 20;
/** Adequate intake of adults (EFSA Journal 2010;8(3):1462). */
const fiberG = 25;
/** Adequate intake of women, the lower of adults (EFSA Journal 2010;8(3):1459). */
const waterMl = 2000;

/**
 * All that a person's rows give to figures, as a query of `figure`, `day` and `amount`, which is never negative: a figure
 * is the sum of its amounts, and what it was on a day the sum up to then. What counts is told at `figures`; the best runs
 * are not in it. For the owner's role: of other people it sees nothing either way.
 */
export function gains({ now, user }: { now: Temporal.Instant; user: User }): SQL {
  const id = user.id;
  return sql`
    with item as materialized (
      select meal_log_id, sum(energy_kcal) as kcal, sum(protein_g) as protein, sum(fiber_g) as fiber
      from meal_items where user_id = ${id} group by meal_log_id
    ), eaten as materialized (
      select m.id, m.day, m.slot, m.logged_at, coalesce(m.water_ml, 0) as water, coalesce(i.protein, 0) as protein,
        coalesce(i.fiber, 0) as fiber, coalesce(i.kcal, 0) >= ${mealKcal} as is_meal
      from meal_logs m left join item i on i.meal_log_id = m.id
      where m.user_id = ${id}
    ), drunk as (
      select day, sum(value) as water from measurements where user_id = ${id} and metric = 'water' group by day
    ), logged as (
      select e.day, count(*) filter (where is_meal) as meals, bool_or(is_meal and slot = 'breakfast') as has_breakfast,
        max(e.logged_at) filter (where is_meal) as logged_at, sum(protein) as protein, sum(fiber) as fiber, sum(e.water) + coalesce(max(d.water), 0) as water
      from eaten e left join drunk d using (day) group by e.day having bool_or(is_meal)
    ), met as (
      select l.*, coalesce(t.protein_g > 0 and protein >= t.protein_g, false) as has_protein,
        fiber >= coalesce(nullif(t.fiber_g, 0), ${fiberG}) as has_fiber,
        water >= coalesce(nullif(t.water_ml, 0), ${waterMl}) as has_water
      from logged l left join lateral (
        select protein_g, fiber_g, water_ml from nutrition_targets
        where user_id = ${id} and from_day <= l.day order by from_day desc limit 1) t on true
    ), workout as materialized (
      select id, day, time, duration_min, logged_at from workout_sessions w
      where user_id = ${id} and exists (select from exercise_logs where workout_session_id = w.id)
    ), exercise as materialized (
      select l.id, w.day, l.exercise_id, case when l.exercise_id is null then lower(l.exercise_name) end as exercise_name
      from exercise_logs l join workout w on w.id = l.workout_session_id where l.user_id = ${id}
    ), done as materialized (
      -- Of an exercise on a day. Its best is thirty times Epley's maximum, which divides nothing and so is exact.
      select l.day, l.exercise_id, l.exercise_name, count(*) as sets, sum(reps) as reps,
        sum(weight_kg * reps) filter (where weight_kg > 0) as volume, sum(distance_m) as distance,
        max(distance_m) as longest,
        max(weight_kg * case reps when 1 then 30 else 30 + reps end)
          filter (where weight_kg > 0 and reps between 1 and 10) as best
      from exercise_sets s join exercise l on l.id = s.exercise_log_id
      where s.user_id = ${id} and s.kind <> 'warmup' group by 1, 2, 3
    ), longest as (
      select day, max(longest) as distance from done where longest > 0 group by day
    ), measured as materialized (
      select day, metric, max(logged_at) as logged_at from measurements where user_id = ${id} group by day, metric
    ), weighed as (
      select day, count(*) over (order by day range between '27 days' preceding and '1 day' preceding) as before
      from measured where metric = 'weight'
    ), together as (
      select day, floor(extract(epoch from greatest(max(logged_at) - made_at, '0')) / 86400) as days
      from (select day, logged_at from logged union all select day, logged_at from workout
        union all select day, logged_at from measured) said,
        (select created_at as made_at from users where id = ${id}) person group by day, made_at
    )
    select figure, day, amount from met cross join lateral (values
      ('meals-logged', meals), ('days-logged', 1), ('three-meal-days', (meals >= 3)::int),
      ('breakfasts-logged', has_breakfast::int), ('protein-target-days', has_protein::int),
      ('fiber-target-days', has_fiber::int), ('water-target-days', has_water::int),
      ('all-target-days', (has_protein and has_fiber and has_water)::int)) as v (figure, amount)
    union all select 'different-foods', min(e.day), 1 from eaten e join meal_items i on i.meal_log_id = e.id
      where e.is_meal and i.user_id = ${id} group by i.food_id, case when i.food_id is null then lower(i.food_name) end
    union all select 'own-recipes', ${dayOf(sql`created_at`, { now, user })}, 1 from foods
      where owner_id = ${id} and is_recipe and is_active
    union all select figure, day, amount from workout cross join lateral (values
      ('workouts-logged', 1), ('training-min', coalesce(duration_min, 0)),
      ('dawn-workouts', coalesce(time >= '04:00' and time < '07:00', false)::int)) as v (figure, amount)
    union all select 'planned-workouts-done', day, 1 from scheduled_routines
      where user_id = ${id} and completed_at is not null
    union all select figure, day, amount from done cross join lateral (values
      ('sets-done', sets), ('reps-done', reps), ('volume-kg', volume), ('distance-m', distance)) as v (figure, amount)
    union all select 'longest-distance-m', day, ${risen(sql`distance`)} from longest
    union all select 'personal-records', day, 1 from (
      select day, best > max(best) over (partition by exercise_id, exercise_name order by day
        rows between unbounded preceding and 1 preceding) as is_record from done where best > 0) r where is_record
    union all select 'exercises-tried', min(day), 1 from exercise group by exercise_id, exercise_name
    union all select figure, day, amount from weighed cross join lateral (values
      ('weigh-ins', 1), ('trend-days', (before >= 5)::int)) as v (figure, amount)
    union all select 'weigh-in-weeks', min(day), 1 from weighed group by date_trunc('week', day)
    union all select 'check-ins', ${dayOf(sql`submitted_at`, { now, user })}, 1 from check_ins
      where client_id = ${id} and submitted_at is not null
    union all select 'coaching-sessions', day, 1 from coaching_sessions
      where client_id = ${id} and completed_at is not null
    union all select 'goals-reached', coalesce(completed_day, start_day), 1 from user_goals
      where user_id = ${id} and status = 'completed' and goal_type in ('strength', 'endurance', 'training', 'mood')
    union all select 'goal-steps-reached', ${dayOf(sql`m.reached_at`, { now, user })}, 1
      from goal_milestones m join user_goals g on g.id = m.goal_id
      where m.user_id = ${id} and m.reached_at is not null
        and g.goal_type in ('strength', 'endurance', 'training', 'mood')
    union all select 'days-together', day, ${risen(sql`days`)} from together
    union all select 'steps-taken', day, value from (
      select distinct on (day) day, value from measurements where user_id = ${id} and metric = 'steps'
      order by day, logged_at desc, id desc) newest
    union all select distinct 'wellbeing-days', day, 1 from measured
      where metric in ('energy', 'mood', 'stress', 'sleep-quality', 'fatigue', 'soreness')
    union all select 'nights-logged', day, 1 from measured where metric = 'sleep'`;
}

/** By how much a value is above all those of earlier days. */
const risen = (value: SQL): SQL =>
  sql`greatest(0, coalesce(${value}, 0) - coalesce(max(${value}) over (order by day rows between unbounded preceding
    and 1 preceding), 0))`;

/**
 * The local day of a moment that has none of its own, by the offset that the person's zone has now: at most an hour off
 * around midnight, and the server need not know the zone.
 */
function dayOf(at: SQL, { now, user }: { now: Temporal.Instant; user: User }): SQL {
  const offsetS = now.toZonedDateTimeISO(zoneOf(user)).offsetNanoseconds / 1e9;
  const shiftS = offsetS - user.dayStartHour * 3600;
  return sql`((${at} + make_interval(secs => ${shiftS})) at time zone 'UTC')::date`;
}
