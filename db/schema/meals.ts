import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { createdAt, day, decimal, id, instant, ref, updatedAt, wallTime } from './columns.ts';
import { userDailyMealPlans } from './diets.ts';
import { foods } from './foods.ts';
import { media } from './media.ts';
import { users } from './people.ts';
import { inboundMessages } from './speaking.ts';

/** Meal slots a person has named themselves, beside breakfast, lunch, dinner, snack and drink. */
export const mealSlots = pgTable(
  'meal_slots',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    startsAt: wallTime(),
    endsAt: wallTime(),
    orderIndex: integer().notNull(),
  },
  (t) => [unique('meal_slots_name').on(t.userId, t.name)],
);

/** One meal as said in one message. `slot` null: they did not say. */
export const mealLogs = pgTable(
  'meal_logs',
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
    slot: text(),
    description: text(),
    recipeName: text(),
    waterMl: decimal(),
    adherence: integer(),
    /** The plan it follows, where it was logged as planned. */
    planId: ref().references(() => userDailyMealPlans.id, { onDelete: 'set null' }),
    mediaId: ref().references(() => media.id, { onDelete: 'set null' }),
    satisfaction: integer(),
    hungerBefore: integer(),
    hungerAfter: integer(),
    notes: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('meal_logs_user_day').on(t.userId, t.day),
    index('meal_logs_inbound').on(t.inboundMessageId),
    index('meal_logs_plan').on(t.planId),
    index('meal_logs_media').on(t.mediaId),
    unique('meal_logs_owner').on(t.id, t.userId),
    check('meal_logs_water_range', sql`${t.waterMl} between 0 and 20000`),
    check('meal_logs_adherence_range', sql`${t.adherence} between 1 and 10`),
    check('meal_logs_satisfaction_range', sql`${t.satisfaction} between 1 and 10`),
    check('meal_logs_hunger_before_range', sql`${t.hungerBefore} between 1 and 10`),
    check('meal_logs_hunger_after_range', sql`${t.hungerAfter} between 1 and 10`),
  ],
);

/** One food of a meal, with its figures as they were when it was logged: later changes of the food change no past entry. */
export const mealItems = pgTable(
  'meal_items',
  {
    id: id(),
    mealLogId: ref().notNull(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    foodId: ref().references(() => foods.id, { onDelete: 'set null' }),
    foodVersion: integer(),
    /** The person's own words, and the catalogue's name at the time. */
    foodWords: text().notNull(),
    foodName: text().notNull(),
    quantity: decimal(),
    unit: text(),
    grams: decimal(),
    /** How the grams were found: mass, density, portion, count, serving. */
    portionRule: text().notNull(),
    isAmountAssumed: boolean().notNull().default(false),
    energyKcal: decimal().notNull(),
    proteinG: decimal().notNull(),
    carbsG: decimal().notNull(),
    fatG: decimal().notNull(),
    fiberG: decimal(),
    sugarG: decimal(),
    sodiumMg: decimal(),
    nutrients: jsonb().$type<Record<string, number>>().notNull(),
    orderIndex: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    // An item belongs to whom its meal belongs to.
    foreignKey({
      name: 'meal_items_meal_fk',
      columns: [t.mealLogId, t.userId],
      foreignColumns: [mealLogs.id, mealLogs.userId],
    }).onDelete('cascade'),
    index('meal_items_meal').on(t.mealLogId),
    index('meal_items_user').on(t.userId),
    index('meal_items_food').on(t.foodId),
    check('meal_items_grams_positive', sql`${t.grams} > 0`),
    check('meal_items_energy_positive', sql`${t.energyKcal} >= 0`),
    check('meal_items_macros_positive', sql`${t.proteinG} >= 0 and ${t.carbsG} >= 0 and ${t.fatG} >= 0`),
    check('meal_items_others_positive', sql`${t.fiberG} >= 0 and ${t.sugarG} >= 0 and ${t.sodiumMg} >= 0`),
  ],
);
