import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { createdAt, day, decimal, id, instant, ref, updatedAt, wallTime } from './columns.ts';
import { users } from './people.ts';
import { exercises } from './training.ts';

/** A line of a routine template as it was understood. */
export interface PlannedExercise {
  /** Null: every week. */
  week: number | null;
  phase: string | null;
  /** The training of the week, from 1 on. */
  day: number;
  dayName: string | null;
  /** ISO: 1 is Monday, 7 Sunday; null where only the order of the days counts. */
  weekday: number | null;
  /** As the coach wrote it, and the catalogue's name; null for one that nobody knows. */
  words: string;
  exerciseName: string | null;
  exerciseId: number | null;
  sets: number;
  reps: number | null;
  repsMax: number | null;
  /** As many as they can: in every set, or in the last where repetitions are given. */
  isAmrap: boolean;
  durationS: number | null;
  distanceM: number | null;
  weightKg: number | null;
  /** The load as typed. */
  loadValue: number | null;
  loadUnit: 'kg' | 'lb' | null;
  /** Of the estimated one-repetition maximum. */
  percent: number | null;
  rpe: number | null;
  restS: number | null;
  /** `A1` and `A2` are done in turn. */
  superset: string | null;
  notes: string | null;
}

/** A coach's training plan, to be given to clients. Its content is in its versions. */
export const routineTemplates = pgTable(
  'routine_templates',
  {
    id: id(),
    coachId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    description: text(),
    archivedAt: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [uniqueIndex('routine_templates_name').on(t.coachId, sql`lower(${t.name})`)],
);

/** A routine template as it was at one time. Never changed: what is assigned points here. */
export const routineTemplateVersions = pgTable(
  'routine_template_versions',
  {
    id: id(),
    templateId: ref()
      .notNull()
      .references(() => routineTemplates.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    /** As the coach wrote it. */
    sourceText: text().notNull(),
    exercises: jsonb().$type<PlannedExercise[]>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('routine_template_versions_version').on(t.templateId, t.version),
    check('routine_template_versions_version_positive', sql`${t.version} > 0`),
  ],
);

/** A person's own routine, written by them or made from an assignment. */
export const routines = pgTable(
  'routines',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    setById: ref().references(() => users.id, { onDelete: 'set null' }),
    name: text().notNull(),
    description: text(),
    isActive: boolean().notNull().default(true),
    /** ISO weekdays and time it comes round at; null: when they like. */
    weekdays: integer().array(),
    time: wallTime(),
    fromDay: day(),
    untilDay: day(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('routines_user').on(t.userId),
    index('routines_set_by').on(t.setById),
    unique('routines_owner').on(t.id, t.userId),
    check('routines_weekdays_range', sql`${t.weekdays} <@ array[1, 2, 3, 4, 5, 6, 7]`),
  ],
);

/** One line of a routine. */
export const routineExercises = pgTable(
  'routine_exercises',
  {
    id: id(),
    routineId: ref().notNull(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    exerciseId: ref().references(() => exercises.id, { onDelete: 'set null' }),
    exerciseName: text().notNull(),
    sets: integer().notNull(),
    reps: integer(),
    /** The upper end of a range such as 8–12. */
    repsMax: integer(),
    durationS: decimal(),
    distanceM: decimal(),
    weightKg: decimal(),
    rpe: decimal(),
    restS: decimal(),
    orderIndex: integer().notNull(),
    /** ISO: 1 is Monday, 7 Sunday; null: every day the routine is done. */
    weekday: integer(),
    /** The week of a programme it belongs to; null: every week. */
    weekNumber: integer(),
    isAmrap: boolean().notNull().default(false),
    /** Of the estimated one-repetition maximum. */
    percent: decimal(),
    /** `A1` and `A2` are done in turn. */
    superset: text(),
    notes: text(),
  },
  (t) => [
    foreignKey({
      name: 'routine_exercises_routine_fk',
      columns: [t.routineId, t.userId],
      foreignColumns: [routines.id, routines.userId],
    }).onDelete('cascade'),
    unique('routine_exercises_line').on(t.routineId, t.exerciseId, t.weekday, t.orderIndex).nullsNotDistinct(),
    index('routine_exercises_user').on(t.userId),
    index('routine_exercises_exercise').on(t.exerciseId),
    check('routine_exercises_sets_range', sql`${t.sets} between 1 and 100`),
    check('routine_exercises_reps_range', sql`${t.reps} between 1 and 10000 and ${t.repsMax} >= ${t.reps}`),
    check('routine_exercises_amounts_positive', sql`${t.durationS} > 0 and ${t.distanceM} > 0 and ${t.restS} >= 0`),
    check('routine_exercises_rpe_range', sql`${t.rpe} between 1 and 10`),
    check('routine_exercises_weekday_range', sql`${t.weekday} between 1 and 7`),
    check('routine_exercises_program_range', sql`${t.weekNumber} > 0 and ${t.percent} between 1 and 200`),
  ],
);

/** A version of a routine template given to a client, once or every week. */
export const clientRoutineAssignments = pgTable(
  'client_routine_assignments',
  {
    id: id(),
    clientId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    coachId: ref().references(() => users.id, { onDelete: 'set null' }),
    templateId: ref()
      .notNull()
      .references(() => routineTemplates.id, { onDelete: 'cascade' }),
    versionId: ref()
      .notNull()
      .references(() => routineTemplateVersions.id, { onDelete: 'cascade' }),
    /** The client's routine that was made from it. */
    routineId: ref().references(() => routines.id, { onDelete: 'set null' }),
    assignedDay: day().notNull(),
    isRecurring: boolean().notNull().default(false),
    /** ISO: 1 is Monday, 7 Sunday; null where it does not recur. */
    recurringWeekday: integer(),
    endedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('client_routine_assignments_once').on(t.clientId, t.templateId, t.assignedDay),
    index('client_routine_assignments_day').on(t.clientId, t.assignedDay),
    index('client_routine_assignments_coach').on(t.coachId),
    index('client_routine_assignments_template').on(t.templateId),
    index('client_routine_assignments_version').on(t.versionId),
    index('client_routine_assignments_routine').on(t.routineId),
    check('client_routine_assignments_weekday_range', sql`${t.recurringWeekday} between 1 and 7`),
    check('client_routine_assignments_weekday_of_recurring', sql`${t.isRecurring} or ${t.recurringWeekday} is null`),
  ],
);

/** A routine on a day of somebody's calendar. It is done once `completedAt` is set. */
export const scheduledRoutines = pgTable(
  'scheduled_routines',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    routineId: ref().notNull(),
    day: day().notNull(),
    time: wallTime(),
    assignmentId: ref().references(() => clientRoutineAssignments.id, { onDelete: 'set null' }),
    /** The day it was moved away from. */
    movedFromDay: day(),
    /** Where in a programme it stands: what the training that does it takes over. */
    programPhase: text(),
    weekNumber: integer(),
    dayNumber: integer(),
    completedAt: instant(),
    /** Said by the person; otherwise it follows from their trainings, and goes with them. */
    isDoneByHand: boolean().notNull().default(false),
    skippedAt: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: 'scheduled_routines_routine_fk',
      columns: [t.routineId, t.userId],
      foreignColumns: [routines.id, routines.userId],
    }).onDelete('cascade'),
    unique('scheduled_routines_once').on(t.userId, t.routineId, t.day),
    index('scheduled_routines_user_day').on(t.userId, t.day),
    index('scheduled_routines_routine').on(t.routineId),
    index('scheduled_routines_assignment').on(t.assignmentId),
    check('scheduled_routines_program_range', sql`${t.weekNumber} > 0 and ${t.dayNumber} > 0`),
    check('scheduled_routines_one_end', sql`${t.completedAt} is null or ${t.skippedAt} is null`),
  ],
);
