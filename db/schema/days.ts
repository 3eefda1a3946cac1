import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgEnum, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { createdAt, day, decimal, id, instant, ref, updatedAt } from './columns.ts';
import { users } from './people.ts';
import { inboundMessages } from './speaking.ts';

/** What can be measured, each in one unit: kg, %, cm, bpm, mmHg, 1–10, h, count, ml. */
export const metric = pgEnum('metric', [
  'weight',
  'body-fat',
  'muscle-mass',
  'waist',
  'chest',
  'hips',
  'neck',
  'arm',
  'thigh',
  'calf',
  'resting-hr',
  'blood-pressure',
  'energy',
  'mood',
  'stress',
  'sleep-quality',
  'fatigue',
  'soreness',
  'sleep',
  'steps',
  'water',
]);

/** One thing measured and said: 82.4 kg, 7 h of sleep, mood 8. Days are derived from these. */
export const measurements = pgTable(
  'measurements',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    inboundMessageId: ref().references(() => inboundMessages.id, { onDelete: 'set null' }),
    day: day().notNull(),
    isDaySaid: boolean().notNull().default(false),
    loggedAt: instant().notNull(),
    timeZone: text().notNull(),
    metric: metric().notNull(),
    /** In the metric's canonical unit. */
    value: decimal().notNull(),
    /** The second figure of a pair: diastolic pressure. */
    value2: decimal(),
    /** As typed: `{"value": 180, "unit": "lb"}`. */
    typed: jsonb().$type<{ value: number; unit: string | null }>().notNull(),
    notes: text(),
    createdAt: createdAt(),
  },
  (t) => [
    index('measurements_user_day').on(t.userId, t.day),
    index('measurements_user_metric').on(t.userId, t.metric, t.day),
    index('measurements_inbound').on(t.inboundMessageId),
    check(
      'measurements_value_range',
      sql`case ${t.metric}
        when 'weight' then ${t.value} between 20 and 500
        when 'body-fat' then ${t.value} between 1 and 75
        when 'muscle-mass' then ${t.value} between 5 and 200
        when 'waist' then ${t.value} between 30 and 300
        when 'chest' then ${t.value} between 30 and 300
        when 'hips' then ${t.value} between 30 and 300
        when 'neck' then ${t.value} between 15 and 100
        when 'arm' then ${t.value} between 10 and 100
        when 'thigh' then ${t.value} between 20 and 150
        when 'calf' then ${t.value} between 15 and 100
        when 'resting-hr' then ${t.value} between 20 and 250
        when 'blood-pressure' then ${t.value} between 50 and 300
        when 'sleep' then ${t.value} between 0 and 24
        when 'steps' then ${t.value} between 0 and 300000
        when 'water' then ${t.value} between 0 and 20000
        else ${t.value} between 1 and 10 and ${t.value} = trunc(${t.value})
      end`,
    ),
    check(
      'measurements_pair',
      sql`case when ${t.metric} = 'blood-pressure'
        then ${t.value2} is not null and ${t.value2} between 20 and 200 and ${t.value2} < ${t.value}
        else ${t.value2} is null
      end`,
    ),
  ],
);

/** A day's sums, derived from its entries in the transaction that changes them. */
export const dailyLogs = pgTable(
  'daily_logs',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    day: day().notNull(),
    /** Null while nobody has weighed in. */
    weightKg: decimal(),
    consumedKcal: decimal().notNull().default(0),
    proteinG: decimal().notNull().default(0),
    carbsG: decimal().notNull().default(0),
    fatG: decimal().notNull().default(0),
    waterMl: decimal().notNull().default(0),
    burnedKcal: decimal().notNull().default(0),
    /** Whether the person says the day is complete; null: not asked. */
    isComplete: boolean(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('daily_logs_user_day').on(t.userId, t.day),
    check('daily_logs_weight_range', sql`${t.weightKg} between 20 and 500`),
    check('daily_logs_sums_positive', sql`${t.consumedKcal} >= 0 and ${t.burnedKcal} >= 0 and ${t.waterMl} >= 0`),
    check('daily_logs_macros_positive', sql`${t.proteinG} >= 0 and ${t.carbsG} >= 0 and ${t.fatG} >= 0`),
  ],
);

/** A day's figures, derived from its measurements in the transaction that changes them: the median of several weights, the newest of the rest. */
export const healthMetrics = pgTable(
  'health_metrics',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    day: day().notNull(),
    weightKg: decimal(),
    bodyFatPct: decimal(),
    muscleMassKg: decimal(),
    /** From weight and height; null while the height is not known. */
    bmi: decimal(),
    waistCm: decimal(),
    chestCm: decimal(),
    hipsCm: decimal(),
    neckCm: decimal(),
    armCm: decimal(),
    thighCm: decimal(),
    calfCm: decimal(),
    restingHrBpm: decimal(),
    systolicMmhg: decimal(),
    diastolicMmhg: decimal(),
    energy: integer(),
    mood: integer(),
    stress: integer(),
    sleepQuality: integer(),
    fatigue: integer(),
    soreness: integer(),
    sleepH: decimal(),
    steps: integer(),
    notes: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('health_metrics_user_day').on(t.userId, t.day),
    check('health_metrics_weight_range', sql`${t.weightKg} between 20 and 500`),
    check('health_metrics_body_fat_range', sql`${t.bodyFatPct} between 1 and 75`),
    check('health_metrics_muscle_mass_range', sql`${t.muscleMassKg} between 5 and 200`),
    check('health_metrics_bmi_range', sql`${t.bmi} between 5 and 200`),
    check('health_metrics_waist_range', sql`${t.waistCm} between 30 and 300`),
    check('health_metrics_chest_range', sql`${t.chestCm} between 30 and 300`),
    check('health_metrics_hips_range', sql`${t.hipsCm} between 30 and 300`),
    check('health_metrics_neck_range', sql`${t.neckCm} between 15 and 100`),
    check('health_metrics_arm_range', sql`${t.armCm} between 10 and 100`),
    check('health_metrics_thigh_range', sql`${t.thighCm} between 20 and 150`),
    check('health_metrics_calf_range', sql`${t.calfCm} between 15 and 100`),
    check('health_metrics_resting_hr_range', sql`${t.restingHrBpm} between 20 and 250`),
    check('health_metrics_systolic_range', sql`${t.systolicMmhg} between 50 and 300`),
    check('health_metrics_diastolic_range', sql`${t.diastolicMmhg} between 20 and 200`),
    check('health_metrics_pressure_pair', sql`${t.diastolicMmhg} < ${t.systolicMmhg}`),
    check('health_metrics_energy_range', sql`${t.energy} between 1 and 10`),
    check('health_metrics_mood_range', sql`${t.mood} between 1 and 10`),
    check('health_metrics_stress_range', sql`${t.stress} between 1 and 10`),
    check('health_metrics_sleep_quality_range', sql`${t.sleepQuality} between 1 and 10`),
    check('health_metrics_fatigue_range', sql`${t.fatigue} between 1 and 10`),
    check('health_metrics_soreness_range', sql`${t.soreness} between 1 and 10`),
    check('health_metrics_sleep_range', sql`${t.sleepH} between 0 and 24`),
    check('health_metrics_steps_range', sql`${t.steps} between 0 and 300000`),
  ],
);
