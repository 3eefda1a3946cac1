import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { createdAt, decimal, id, ref, updatedAt } from './columns.ts';
import { users } from './people.ts';

export const foodSource = pgEnum('food_source', ['curated', 'sr28', 'own', 'coach']);

/** The energy that the macros give by the general Atwater factors. */
const fromMacrosKcal = (t: Record<'proteinG' | 'carbsG' | 'fatG' | 'nutrients', AnyPgColumn>) =>
  sql`4 * ${t.proteinG} + 4 * ${t.carbsG} + 9 * ${t.fatG} + 7 * coalesce((${t.nutrients} ->> 'alcoholG')::numeric, 0)`;

/** A food, per 100 g. Rows of the catalogue have no owner; a person's own foods have one. `nutrients` holds every figure known; a missing one is not zero. */
export const foods = pgTable(
  'foods',
  {
    id: id(),
    ownerId: ref().references(() => users.id, { onDelete: 'cascade' }),
    source: foodSource().notNull(),
    /** The catalogue's stable key: a curated slug, or `sr28-01001`. Null for people's own foods. */
    slug: text(),
    name: text().notNull(),
    brand: text(),
    barcode: text(),
    ndbNumber: text(),
    /** "cooked", "dry": the form meant where people leave it out; replies state it. */
    defaultForm: text(),
    energyKcal: decimal().notNull(),
    proteinG: decimal().notNull(),
    carbsG: decimal().notNull(),
    fatG: decimal().notNull(),
    nutrients: jsonb().$type<Record<string, number>>().notNull(),
    densityGPerMl: decimal(),
    servingG: decimal(),
    /** Whether it is made of `recipe_items`, and what the whole of it weighs when ready. */
    isRecipe: boolean().notNull().default(false),
    yieldG: decimal(),
    /** Why the energy differs from what the macros give, where it does. */
    energyNote: text(),
    isActive: boolean().notNull().default(true),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('foods_slug').on(t.slug),
    index('foods_owner').on(t.ownerId),
    index('foods_barcode').on(t.barcode),
    uniqueIndex('foods_own_name').on(t.ownerId, sql`lower(${t.name})`).where(sql`${t.ownerId} is not null`),
    check('foods_energy_range', sql`${t.energyKcal} between 0 and 902`),
    check(
      'foods_macros_range',
      sql`${t.proteinG} between 0 and 100 and ${t.carbsG} between 0 and 100 and ${t.fatG} between 0 and 100`,
    ),
    // What people write themselves, as `figureProblems` has it; the catalogue is checked when it is built.
    check('foods_macros_sum', sql`${t.ownerId} is null or ${t.proteinG} + ${t.carbsG} + ${t.fatG} <= 101`),
    check(
      'foods_energy_of_macros',
      sql`${t.ownerId} is null or ${t.energyNote} is not null or abs(${t.energyKcal} - (${fromMacrosKcal(t)}))
        <= greatest(5, 0.2 * (${fromMacrosKcal(t)})) + 4 * coalesce((${t.nutrients} ->> 'fiberG')::numeric, 0)`,
    ),
    check('foods_weights_positive', sql`${t.densityGPerMl} > 0 and ${t.servingG} > 0 and ${t.yieldG} > 0`),
    check('foods_owner_of_own', sql`(${t.ownerId} is null) = (${t.source} in ('curated', 'sr28'))`),
  ],
);

/** Other names for a food: aliases, plurals, spelling variants. */
export const foodNames = pgTable(
  'food_names',
  {
    id: id(),
    foodId: ref()
      .notNull()
      .references(() => foods.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    locale: text().notNull().default('en'),
  },
  (t) => [unique('food_names_name').on(t.foodId, t.locale, t.name)],
);

/** What one of a household measure weighs: a cup of rice, a medium banana. */
export const foodPortions = pgTable(
  'food_portions',
  {
    id: id(),
    foodId: ref()
      .notNull()
      .references(() => foods.id, { onDelete: 'cascade' }),
    /** Canonical unit id; null for a bare count ("2 eggs"). */
    unit: text(),
    /** small, medium, large, where it matters. */
    size: text(),
    grams: decimal().notNull(),
    source: text().notNull(),
  },
  (t) => [
    unique('food_portions_measure').on(t.foodId, t.unit, t.size).nullsNotDistinct(),
    check('food_portions_grams_positive', sql`${t.grams} > 0`),
  ],
);

/** The parts of a recipe, itself a food. */
export const recipeItems = pgTable(
  'recipe_items',
  {
    id: id(),
    recipeId: ref()
      .notNull()
      .references(() => foods.id, { onDelete: 'cascade' }),
    /** Null once that food is gone; its name stays. */
    foodId: ref().references(() => foods.id, { onDelete: 'set null' }),
    foodName: text(),
    grams: decimal().notNull(),
    orderIndex: integer().notNull(),
  },
  (t) => [
    unique('recipe_items_order').on(t.recipeId, t.orderIndex),
    index('recipe_items_food').on(t.foodId),
    check('recipe_items_grams_positive', sql`${t.grams} > 0`),
  ],
);
