import { sql } from 'drizzle-orm';
import type { Database } from '../../../src/domain/context.ts';

export interface KeptDay {
  readonly day: string;
  readonly consumed_kcal: number;
  readonly protein_g: number;
  readonly carbs_g: number;
  readonly fat_g: number;
  readonly water_ml: number;
  readonly burned_kcal: number;
  readonly weight_kg: number | null;
}

interface Said {
  readonly day: string;
  readonly metric: string;
  readonly value: number;
  readonly value2: number | null;
}

type Row = {
  kept: KeptDay[];
  health: (Record<string, number | null> & { day: string })[];
  /** Sums of meals, their items, water said on its own, and trainings. */
  sums: Omit<KeptDay, 'weight_kg'>[];
  /** In the order in which they were said. */
  said: Said[];
  loose: number;
};

/** Where the newest figure of a metric is kept. */
const columns: Readonly<Record<string, string>> = {
  'body-fat': 'body_fat_pct',
  mood: 'mood',
  energy: 'energy',
  stress: 'stress',
  sleep: 'sleep_h',
  steps: 'steps',
  'blood-pressure': 'systolic_mmhg',
  'resting-hr': 'resting_hr_bpm',
};

/**
 * What is wrong with the days of a person: sums that are not those of the entries, figures that are not those measured,
 * items and sets that belong to nothing. `kept` are the days as they are kept.
 */
export async function checkDays(db: Database, userId: number): Promise<{ faults: string[]; kept: KeptDay[] }> {
  const { rows } = await db.execute<Row>(sql`
    with entry as (
      select m.day, i.energy_kcal as kcal, i.protein_g as protein, i.carbs_g as carbs, i.fat_g as fat, 0 as water, 0 as burned
        from meal_items i join meal_logs m on m.id = i.meal_log_id where m.user_id = ${userId}
      union all select day, 0, 0, 0, 0, coalesce(water_ml, 0), 0 from meal_logs where user_id = ${userId}
      union all select day, 0, 0, 0, 0, value, 0 from measurements where user_id = ${userId} and metric = 'water'
      union all select w.day, 0, 0, 0, 0, 0, coalesce(l.burned_kcal, 0)
        from workout_sessions w join exercise_logs l on l.workout_session_id = w.id where w.user_id = ${userId}
    )
    select
      (select coalesce(json_agg(json_build_object('day', day, 'consumed_kcal', consumed_kcal, 'protein_g', protein_g,
          'carbs_g', carbs_g, 'fat_g', fat_g, 'water_ml', water_ml, 'burned_kcal', burned_kcal, 'weight_kg', weight_kg)
          order by day), '[]') from daily_logs where user_id = ${userId}) as kept,
      (select coalesce(json_agg(h), '[]') from health_metrics h where user_id = ${userId}) as health,
      (select coalesce(json_agg(s), '[]') from (
        select day, sum(kcal) as consumed_kcal, sum(protein) as protein_g, sum(carbs) as carbs_g, sum(fat) as fat_g,
          sum(water) as water_ml, sum(burned) as burned_kcal from entry group by day) s) as sums,
      (select coalesce(json_agg(json_build_object('day', day, 'metric', metric, 'value', value, 'value2', value2)
          order by logged_at, id), '[]') from measurements where user_id = ${userId} and metric <> 'water') as said,
      (select count(*)::int from meal_logs m where user_id = ${userId} and water_ml is null
          and not exists (select from meal_items where meal_log_id = m.id))
        + (select count(*)::int from exercise_logs l where user_id = ${userId}
          and not exists (select from exercise_sets where exercise_log_id = l.id))
        + (select count(*)::int from meal_items i left join meal_logs m on m.id = i.meal_log_id
          where i.user_id = ${userId} and m.user_id is distinct from i.user_id)
        + (select count(*)::int from exercise_sets s left join exercise_logs l on l.id = s.exercise_log_id
          where s.user_id = ${userId} and l.user_id is distinct from s.user_id) as loose`);
  const [row] = rows;
  if (!row) throw new Error('Nothing was counted');
  const { kept, health, sums, said, loose } = row;
  const faults = loose > 0 ? [`${loose} rows hold nothing, or belong to nothing`] : [];
  const days = new Set([...kept, ...health, ...sums, ...said].map(({ day }) => day));
  for (const day of days) {
    const isOfDay = (one: { day: string }) => one.day === day;
    const measured = said.filter(isOfDay);
    const weightKg = median(measured.filter(({ metric }) => metric === 'weight').map(({ value }) => value));
    const expected = { ...nothing, ...sums.find(isOfDay), day, weight_kg: weightKg };
    expectSame(`daily_logs of ${day}`, kept.find(isOfDay) ?? { ...nothing, day, weight_kg: null }, expected, faults);
    const figures: Record<string, number | null> = { weight_kg: weightKg };
    for (const { metric, value, value2 } of measured) {
      const column = columns[metric];
      if (column) figures[column] = value;
      if (metric === 'blood-pressure') figures.diastolic_mmhg = value2;
    }
    const row = health.find(isOfDay);
    if ((row !== undefined) !== measured.length > 0)
      faults.push(`health_metrics of ${day}: ${row ? 'too many' : 'none'}`);
    else if (row) {
      const shown = ['weight_kg', 'diastolic_mmhg', ...Object.values(columns)];
      const of = (from: Record<string, number | string | null>) =>
        Object.fromEntries(shown.map((column) => [column, from[column] ?? null]));
      expectSame(`health_metrics of ${day}`, of(row), of(figures), faults);
    }
  }
  return { faults, kept };
}

const nothing = { consumed_kcal: 0, protein_g: 0, carbs_g: 0, fat_g: 0, water_ml: 0, burned_kcal: 0 };

function expectSame(what: string, is: object, expected: Readonly<Record<string, unknown>>, faults: string[]): void {
  for (const [key, value] of Object.entries(is))
    if (value !== expected[key]) faults.push(`${what}: ${key} is ${value}, not ${expected[key]}`);
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.round(((low + high) / 2) * 1e6) / 1e6;
}

/** All that is recorded of a person and derived from it, a line a row, but for when it was written. */
export async function allRecorded(db: Database, userId: number): Promise<Set<string>> {
  const { rows } = await db.execute<{ line: string }>(sql`
    select (to_jsonb(t) - 'updated_at')::text as line from meal_logs t where user_id = ${userId}
    union all select to_jsonb(t)::text from meal_items t where user_id = ${userId}
    union all select to_jsonb(t)::text from measurements t where user_id = ${userId}
    union all select (to_jsonb(t) - 'updated_at')::text from workout_sessions t where user_id = ${userId}
    union all select to_jsonb(t)::text from exercise_logs t where user_id = ${userId}
    union all select to_jsonb(t)::text from exercise_sets t where user_id = ${userId}
    union all select (to_jsonb(t) - 'updated_at')::text from nutrition_targets t where user_id = ${userId}
    union all select (to_jsonb(t) - 'updated_at')::text from user_goals t where user_id = ${userId}
    union all select (to_jsonb(t) - '{version,updated_at}'::text[])::text from foods t where owner_id = ${userId}
    union all select (to_jsonb(t) - '{id,created_at,updated_at}'::text[])::text from daily_logs t where user_id = ${userId}
      and (weight_kg is not null or consumed_kcal + protein_g + carbs_g + fat_g + water_ml + burned_kcal > 0)
    union all select (to_jsonb(t) - '{id,created_at,updated_at}'::text[])::text from health_metrics t where user_id = ${userId}`);
  return new Set(rows.map(({ line }) => line));
}
