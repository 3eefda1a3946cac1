import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, day, id, instant, ref, updatedAt } from './columns.ts';
import { users } from './people.ts';

/** A food of a plan: the words it was written with, and what they were understood as. */
export interface PlannedFood {
  words: string;
  foodId: number | null;
  quantity: number | null;
  unit: string | null;
  grams: number | null;
  /** How the grams were found; absent where nobody has weighed it. */
  portionRule?: string | undefined;
  isAmountAssumed?: boolean | undefined;
  /** Which of the meals to choose from it belongs to; absent for the first. */
  option?: number | undefined;
  /** Whether it may be eaten instead of the food before it. */
  isInstead?: boolean | undefined;
}

/** A coach's way of eating, to be given to clients. Its content is in its versions. */
export const dietTemplates = pgTable(
  'diet_templates',
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
  (t) => [uniqueIndex('diet_templates_name').on(t.coachId, sql`lower(${t.name})`)],
);

/** A diet template as it was at one time. Never changed: what is assigned points here. */
export const dietTemplateVersions = pgTable(
  'diet_template_versions',
  {
    id: id(),
    templateId: ref()
      .notNull()
      .references(() => dietTemplates.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    /** As the coach wrote it. */
    sourceText: text().notNull(),
    meals: jsonb()
      .$type<{ weekday: number | null; slot: string; text: string | null; items: PlannedFood[] }[]>()
      .notNull(),
    targetMacros: jsonb().$type<{
      energyKcal: number | null;
      proteinG: number | null;
      carbsG: number | null;
      fatG: number | null;
    }>(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('diet_template_versions_version').on(t.templateId, t.version),
    check('diet_template_versions_version_positive', sql`${t.version} > 0`),
  ],
);

/** A version of a diet template given to a client, from a day on. */
export const clientDietAssignments = pgTable(
  'client_diet_assignments',
  {
    id: id(),
    clientId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    coachId: ref().references(() => users.id, { onDelete: 'set null' }),
    templateId: ref()
      .notNull()
      .references(() => dietTemplates.id, { onDelete: 'cascade' }),
    versionId: ref()
      .notNull()
      .references(() => dietTemplateVersions.id, { onDelete: 'cascade' }),
    assignedDay: day().notNull(),
    endedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('client_diet_assignments_once').on(t.clientId, t.templateId, t.assignedDay),
    index('client_diet_assignments_day').on(t.clientId, t.assignedDay),
    index('client_diet_assignments_coach').on(t.coachId),
    index('client_diet_assignments_template').on(t.templateId),
    index('client_diet_assignments_version').on(t.versionId),
  ],
);

/** What a person means to eat on a weekday at a meal. */
export const userDailyMealPlans = pgTable(
  'user_daily_meal_plans',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** ISO: 1 is Monday, 7 Sunday. */
    weekday: integer().notNull(),
    slot: text().notNull(),
    text: text(),
    items: jsonb().$type<PlannedFood[]>().notNull().default([]),
    assignmentId: ref().references(() => clientDietAssignments.id, { onDelete: 'set null' }),
    setById: ref().references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('user_daily_meal_plans_slot').on(t.userId, t.weekday, t.slot),
    index('user_daily_meal_plans_assignment').on(t.assignmentId),
    index('user_daily_meal_plans_set_by').on(t.setById),
    check('user_daily_meal_plans_weekday_range', sql`${t.weekday} between 1 and 7`),
    check('user_daily_meal_plans_text_length', sql`length(${t.text}) <= 1000`),
  ],
);
