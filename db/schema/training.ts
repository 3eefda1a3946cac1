import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { createdAt, day, decimal, id, instant, ref, updatedAt, wallTime } from './columns.ts';
import { media } from './media.ts';
import { users } from './people.ts';
import { scheduledRoutines } from './routines.ts';
import { inboundMessages } from './speaking.ts';

export const difficulty = pgEnum('difficulty', ['beginner', 'intermediate', 'advanced']);
export const setKind = pgEnum('set_kind', ['working', 'warmup', 'drop', 'failure']);

/** An exercise of the catalogue, or a person's own. */
export const exercises = pgTable(
  'exercises',
  {
    id: id(),
    createdById: ref().references(() => users.id, { onDelete: 'cascade' }),
    /** The catalogue's stable key; null for people's own. */
    slug: text(),
    name: text().notNull(),
    category: text().notNull(),
    primaryMuscles: text().array().notNull(),
    secondaryMuscles: text().array().notNull(),
    equipment: text().array().notNull(),
    difficulty: difficulty().notNull(),
    description: text(),
    instructions: text(),
    tips: text(),
    videoUrl: text(),
    imageUrl: text(),
    gifUrl: text(),
    wgerId: integer(),
    /** Metabolic equivalent, with the Compendium of Physical Activities' code it comes from. */
    met: decimal(),
    metCode: text(),
    defaultKcalPerMin: decimal(),
    /** The share of body weight that is moved: 0.64 for a push-up. */
    bodyweightShare: decimal(),
    isActive: boolean().notNull().default(true),
    isPublic: boolean().notNull().default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('exercises_slug').on(t.slug),
    index('exercises_created_by').on(t.createdById),
    uniqueIndex('exercises_own_name').on(t.createdById, sql`lower(${t.name})`).where(sql`${t.createdById} is not null`),
    check('exercises_energy_positive', sql`${t.met} > 0 and ${t.defaultKcalPerMin} >= 0`),
    check('exercises_bodyweight_share_range', sql`${t.bodyweightShare} between 0 and 1`),
  ],
);

/** Other names for an exercise. */
export const exerciseNames = pgTable(
  'exercise_names',
  {
    id: id(),
    exerciseId: ref()
      .notNull()
      .references(() => exercises.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    locale: text().notNull().default('en'),
  },
  (t) => [unique('exercise_names_name').on(t.exerciseId, t.locale, t.name)],
);

/** One training as said in one message. */
export const workoutSessions = pgTable(
  'workout_sessions',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The message this entry came from: editing or deleting it changes the entry. */
    inboundMessageId: ref().references(() => inboundMessages.id, { onDelete: 'set null' }),
    day: day().notNull(),
    /** Whether they named the day or a time; if not, a change of zone or day start re-dates the entry. */
    isDaySaid: boolean().notNull().default(false),
    time: wallTime(),
    /** The moment it was said, and the zone it was read in. */
    loggedAt: instant().notNull(),
    timeZone: text().notNull(),
    title: text(),
    sessionType: text(),
    durationMin: decimal(),
    programPhase: text(),
    weekNumber: integer(),
    dayNumber: integer(),
    intensity: integer(),
    fatigue: integer(),
    soreness: integer(),
    /** An estimate from MET, over all exercises. */
    burnedKcal: decimal(),
    notes: text(),
    /** The coach's words on it, which the client reads. */
    coachNotes: text(),
    /** The planned training it was. */
    scheduledRoutineId: ref().references(() => scheduledRoutines.id, { onDelete: 'set null' }),
    mediaId: ref().references(() => media.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('workout_sessions_user_day').on(t.userId, t.day),
    index('workout_sessions_inbound').on(t.inboundMessageId),
    index('workout_sessions_scheduled').on(t.scheduledRoutineId),
    index('workout_sessions_media').on(t.mediaId),
    unique('workout_sessions_owner').on(t.id, t.userId),
    check('workout_sessions_duration_range', sql`${t.durationMin} > 0 and ${t.durationMin} <= 1440`),
    check('workout_sessions_program_range', sql`${t.weekNumber} > 0 and ${t.dayNumber} > 0`),
    check('workout_sessions_intensity_range', sql`${t.intensity} between 1 and 10`),
    check('workout_sessions_fatigue_range', sql`${t.fatigue} between 1 and 10`),
    check('workout_sessions_soreness_range', sql`${t.soreness} between 1 and 10`),
    check('workout_sessions_burned_range', sql`${t.burnedKcal} between 0 and 20000`),
  ],
);

/** One exercise of a training. What was done is in its sets. */
export const exerciseLogs = pgTable(
  'exercise_logs',
  {
    id: id(),
    workoutSessionId: ref().notNull(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Null once the exercise is gone from the catalogue; its name stays. */
    exerciseId: ref().references(() => exercises.id, { onDelete: 'set null' }),
    /** The person's own words, and the catalogue's name at the time. */
    exerciseWords: text().notNull(),
    exerciseName: text().notNull(),
    orderIndex: integer().notNull(),
    /** Exercises of one training with the same number were done in turn. */
    superset: integer(),
    restS: decimal(),
    formQuality: integer(),
    rpe: decimal(),
    /** An estimate from MET. */
    burnedKcal: decimal(),
    notes: text(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: 'exercise_logs_session_fk',
      columns: [t.workoutSessionId, t.userId],
      foreignColumns: [workoutSessions.id, workoutSessions.userId],
    }).onDelete('cascade'),
    index('exercise_logs_session').on(t.workoutSessionId),
    index('exercise_logs_user').on(t.userId, t.exerciseId),
    index('exercise_logs_exercise').on(t.exerciseId),
    unique('exercise_logs_owner').on(t.id, t.userId),
    check('exercise_logs_form_quality_range', sql`${t.formQuality} between 1 and 10`),
    check('exercise_logs_rpe_range', sql`${t.rpe} between 1 and 10`),
    check('exercise_logs_amounts_positive', sql`${t.restS} >= 0 and ${t.burnedKcal} >= 0`),
  ],
);

/** One set. A run is a set with a distance and a duration. */
export const exerciseSets = pgTable(
  'exercise_sets',
  {
    id: id(),
    exerciseLogId: ref().notNull(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    orderIndex: integer().notNull(),
    kind: setKind().notNull().default('working'),
    reps: integer(),
    /** The load as typed, and in kilograms; negative where it helps, as on an assisted pull-up. */
    loadValue: decimal(),
    loadUnit: text(),
    weightKg: decimal(),
    rpe: decimal(),
    /** Repetitions in reserve. */
    rir: decimal(),
    durationS: decimal(),
    distanceM: decimal(),
    restS: decimal(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: 'exercise_sets_log_fk',
      columns: [t.exerciseLogId, t.userId],
      foreignColumns: [exerciseLogs.id, exerciseLogs.userId],
    }).onDelete('cascade'),
    index('exercise_sets_log').on(t.exerciseLogId),
    index('exercise_sets_user').on(t.userId),
    check('exercise_sets_reps_range', sql`${t.reps} between 0 and 10000`),
    check('exercise_sets_weight_range', sql`${t.weightKg} between -500 and 2000`),
    check('exercise_sets_rpe_range', sql`${t.rpe} between 1 and 10`),
    check('exercise_sets_rir_range', sql`${t.rir} between 0 and 20`),
    check('exercise_sets_duration_range', sql`${t.durationS} > 0 and ${t.durationS} <= 172800`),
    check('exercise_sets_distance_range', sql`${t.distanceM} > 0 and ${t.distanceM} <= 1000000`),
    check('exercise_sets_rest_range', sql`${t.restS} between 0 and 7200`),
  ],
);
