import { eq, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { type CatalogueAchievement, readAchievements } from './catalogue/achievements.ts';
import { type CatalogueExercise, readExercises } from './catalogue/exercises.ts';
import { catalogueFingerprint } from './catalogue/fingerprint.ts';
import { type CatalogueFood, readFoods } from './catalogue/foods.ts';
import type { Database, Transaction } from './client.ts';
import { appConfig } from './schema/index.ts';

const configKey = 'catalogue';
const rowsPerStatement = 1500;

/** What the catalogue holds; read from its files unless given. */
export interface Catalogue {
  fingerprint: string;
  foods: CatalogueFood[];
  exercises: CatalogueExercise[];
  achievements: CatalogueAchievement[];
}

export interface SeedOptions {
  now?: Temporal.Instant;
  catalogue?: Catalogue;
}

/**
 * Brings foods, exercises and achievements of the catalogue up to date. One query when they are already; otherwise rows
 * are added and changed in place by their stable key, and a food that changed gets a new version. Rows that people made
 * are never touched. Safe to run from several processes at once. Says whether anything had to be done.
 */
export async function seed(db: Database, { now, catalogue }: SeedOptions = {}): Promise<boolean> {
  const fingerprint = catalogue?.fingerprint ?? catalogueFingerprint();
  if ((await lastSeeded(db)) === fingerprint) return false;
  const contents = catalogue ?? readCatalogue(fingerprint);
  const at = (now ?? Temporal.Now.instant()).toString();
  return await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('spotter.catalogue', 0))`);
    // Another process may have done it while this one waited.
    if ((await lastSeeded(tx)) === fingerprint) return false;
    await seedFoods(tx, contents.foods, at);
    await seedExercises(tx, contents.exercises, at);
    await seedAchievements(tx, contents.achievements, at);
    await tx.execute(sql`
      insert into app_config (key, value, description, created_at, updated_at)
      values (${configKey}, ${JSON.stringify(fingerprint)}::jsonb, 'What the catalogue was last seeded from', ${at}, ${at})
      on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at`);
    return true;
  });
}

async function lastSeeded(db: Database | Transaction): Promise<unknown> {
  const [kept] = await db.select({ value: appConfig.value }).from(appConfig).where(eq(appConfig.key, configKey));
  return kept?.value;
}

function readCatalogue(fingerprint: string): Catalogue {
  return { fingerprint, foods: readFoods(), exercises: readExercises(), achievements: readAchievements() };
}

async function seedFoods(tx: Transaction, foods: readonly CatalogueFood[], at: string): Promise<void> {
  const rows = foods.map((food) => ({
    slug: food.slug,
    source: food.source,
    name: food.name,
    ndb: food.ndb,
    form: food.defaultForm,
    kcal: food.nutrients.energyKcal,
    protein: food.nutrients.proteinG,
    carbs: food.nutrients.carbsG,
    fat: food.nutrients.fatG,
    nutrients: food.nutrients,
    density: food.densityGPerMl,
    serving: food.servingG,
    recipe: food.recipe.length > 0,
    yield: food.yieldG,
    note: food.energyNote,
  }));
  // A food that left the catalogue goes too, unless somebody's recipe is made with it.
  await tx.execute(sql`
    delete from foods where owner_id is null and slug not in (select jsonb_array_elements_text(${JSON.stringify(rows.map((row) => row.slug))}::jsonb))
      and not exists (select from recipe_items join foods recipe on recipe.id = recipe_id
        where recipe_items.food_id = foods.id and recipe.owner_id is not null)`);
  await inParts(rows, async (part) => {
    await tx.execute(sql`
      insert into foods (slug, source, name, ndb_number, default_form, energy_kcal, protein_g, carbs_g, fat_g, nutrients,
        density_g_per_ml, serving_g, is_recipe, yield_g, energy_note, created_at, updated_at)
      select slug, source::food_source, name, ndb, form, kcal, protein, carbs, fat, nutrients, density, serving, recipe,
        yield, note, ${at}::timestamptz, ${at}::timestamptz
      from jsonb_to_recordset(${part}::jsonb) as row (slug text, source text, name text, ndb text, form text, kcal numeric,
        protein numeric, carbs numeric, fat numeric, nutrients jsonb, density numeric, serving numeric, recipe boolean,
        yield numeric, note text)
      on conflict (slug) do update set source = excluded.source, name = excluded.name, ndb_number = excluded.ndb_number,
        default_form = excluded.default_form, energy_kcal = excluded.energy_kcal, protein_g = excluded.protein_g,
        carbs_g = excluded.carbs_g, fat_g = excluded.fat_g, nutrients = excluded.nutrients,
        density_g_per_ml = excluded.density_g_per_ml, serving_g = excluded.serving_g, is_recipe = excluded.is_recipe,
        yield_g = excluded.yield_g, energy_note = excluded.energy_note, version = foods.version + 1,
        updated_at = excluded.updated_at
      where foods.owner_id is null and (foods.source, foods.name, foods.ndb_number, foods.default_form, foods.nutrients,
          foods.density_g_per_ml, foods.serving_g, foods.is_recipe, foods.yield_g, foods.energy_note)
        is distinct from (excluded.source, excluded.name, excluded.ndb_number, excluded.default_form, excluded.nutrients,
          excluded.density_g_per_ml, excluded.serving_g, excluded.is_recipe, excluded.yield_g, excluded.energy_note)`);
  });
  await seedFoodNames(tx, foods);
  await seedFoodPortions(tx, foods);
  await seedRecipes(tx, foods);
}

/** Every other name with its place, so that they are kept in the order they are written in. */
function namesOf(items: readonly Pick<CatalogueFood, 'slug' | 'aliases' | 'namesIn'>[]) {
  return items
    .flatMap(({ slug, aliases, namesIn }) =>
      Object.entries({ en: aliases, ...namesIn }).flatMap(([locale, names]) =>
        names.map((name) => ({ slug, locale, name })),
      ),
    )
    .map((row, place) => ({ ...row, place }));
}

async function seedFoodNames(tx: Transaction, foods: readonly CatalogueFood[]): Promise<void> {
  const rows = JSON.stringify(namesOf(foods));
  await tx.execute(sql`
    with wanted as (
      select foods.id, row.name, row.locale, row.place
      from jsonb_to_recordset(${rows}::jsonb) as row (slug text, name text, locale text, place integer)
        join foods using (slug)
    ), gone as (
      delete from food_names using foods where foods.id = food_id and foods.owner_id is null
        and food_names.locale in (select locale from wanted)
        and not exists (select from wanted
          where (wanted.id, wanted.locale, wanted.name) = (food_id, food_names.locale, food_names.name))
    )
    insert into food_names (food_id, locale, name) select id, locale, name from wanted order by place
    on conflict do nothing`);
}

async function seedFoodPortions(tx: Transaction, foods: readonly CatalogueFood[]): Promise<void> {
  const rows = JSON.stringify(foods.flatMap(({ slug, portions }) => portions.map((portion) => ({ slug, ...portion }))));
  await tx.execute(sql`
    with wanted as (
      select foods.id, row.* from jsonb_to_recordset(${rows}::jsonb) as row (slug text, unit text, size text, grams numeric,
        source text) join foods using (slug)
    ), gone as (
      delete from food_portions using foods where foods.id = food_id and foods.owner_id is null
        and not exists (select from wanted where wanted.id = food_id
          and (wanted.unit, wanted.size) is not distinct from (food_portions.unit, food_portions.size))
    )
    insert into food_portions (food_id, unit, size, grams, source) select id, unit, size, grams, source from wanted
    on conflict (food_id, unit, size) do update set grams = excluded.grams, source = excluded.source
    where (food_portions.grams, food_portions.source) is distinct from (excluded.grams, excluded.source)`);
}

async function seedRecipes(tx: Transaction, foods: readonly CatalogueFood[]): Promise<void> {
  const rows = JSON.stringify(
    foods.flatMap(({ slug, recipe }) =>
      recipe.map((part, place) => ({ slug, part: `sr28-${part.ndb}`, grams: part.grams, place })),
    ),
  );
  await tx.execute(sql`
    with wanted as (
      select recipe.id, part.id as part_id, row.grams, row.place
      from jsonb_to_recordset(${rows}::jsonb) as row (slug text, part text, grams numeric, place integer)
        join foods recipe on recipe.slug = row.slug join foods part on part.slug = row.part
    ), gone as (
      delete from recipe_items using foods where foods.id = recipe_id and foods.owner_id is null
        and not exists (select from wanted where wanted.id = recipe_id and wanted.place = order_index)
    )
    insert into recipe_items (recipe_id, food_id, grams, order_index) select id, part_id, grams, place from wanted
    on conflict (recipe_id, order_index) do update set food_id = excluded.food_id, grams = excluded.grams
    where (recipe_items.food_id, recipe_items.grams) is distinct from (excluded.food_id, excluded.grams)`);
}

async function seedExercises(tx: Transaction, exercises: readonly CatalogueExercise[], at: string): Promise<void> {
  const rows = JSON.stringify(exercises);
  await tx.execute(sql`
    insert into exercises (slug, name, category, primary_muscles, secondary_muscles, equipment, difficulty, instructions,
      tips, met, met_code, bodyweight_share, created_at, updated_at)
    select slug, name, category, "primary", secondary, equipment, difficulty::difficulty, instructions, tips, met,
      "metCode", bodyweight, ${at}::timestamptz, ${at}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as row (slug text, name text, category text, "primary" text[],
      secondary text[], equipment text[], difficulty text, instructions text, tips text, met numeric, "metCode" text,
      bodyweight numeric)
    on conflict (slug) do update set name = excluded.name, category = excluded.category,
      primary_muscles = excluded.primary_muscles, secondary_muscles = excluded.secondary_muscles,
      equipment = excluded.equipment, difficulty = excluded.difficulty, instructions = excluded.instructions,
      tips = excluded.tips, met = excluded.met, met_code = excluded.met_code,
      bodyweight_share = excluded.bodyweight_share, is_active = true, updated_at = excluded.updated_at
    where exercises.created_by_id is null and (exercises.name, exercises.category, exercises.primary_muscles,
        exercises.secondary_muscles, exercises.equipment, exercises.difficulty, exercises.instructions, exercises.tips,
        exercises.met, exercises.met_code, exercises.bodyweight_share, exercises.is_active)
      is distinct from (excluded.name, excluded.category, excluded.primary_muscles, excluded.secondary_muscles,
        excluded.equipment, excluded.difficulty, excluded.instructions, excluded.tips, excluded.met, excluded.met_code,
        excluded.bodyweight_share, true)`);
  // Past workouts name their exercise, so one that left the catalogue is kept and no longer offered.
  await tx.execute(sql`
    update exercises set is_active = false, updated_at = ${at}::timestamptz
    where created_by_id is null and is_active and slug not in (select row ->> 'slug' from jsonb_array_elements(${rows}::jsonb) as row)`);
  const names = JSON.stringify(namesOf(exercises));
  await tx.execute(sql`
    with wanted as (
      select exercises.id, row.name, row.place
      from jsonb_to_recordset(${names}::jsonb) as row (slug text, name text, place integer) join exercises using (slug)
    ), gone as (
      delete from exercise_names using exercises
      where exercises.id = exercise_id and exercises.created_by_id is null and locale = 'en'
        and not exists (select from wanted where wanted.id = exercise_id and wanted.name = exercise_names.name)
    )
    insert into exercise_names (exercise_id, name) select id, name from wanted order by place on conflict do nothing`);
}

async function seedAchievements(
  tx: Transaction,
  achievements: readonly CatalogueAchievement[],
  at: string,
): Promise<void> {
  const rows = JSON.stringify(achievements);
  await tx.execute(sql`
    insert into achievements (key, name, description, icon, category, condition_type, condition_value, rarity, is_hidden,
      is_repeatable, created_at)
    select key, name, description, icon, category::achievement_category, condition, value, rarity::rarity, hidden,
      repeatable, ${at}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as row (key text, name text, description text, icon text, category text,
      condition text, value numeric, rarity text, hidden boolean, repeatable boolean)
    on conflict (key) do update set name = excluded.name, description = excluded.description, icon = excluded.icon,
      category = excluded.category, condition_type = excluded.condition_type, condition_value = excluded.condition_value,
      rarity = excluded.rarity, is_hidden = excluded.is_hidden, is_repeatable = excluded.is_repeatable`);
}

/** Sends many rows as JSON, so many a statement that no single message grows without bound. */
async function inParts<T>(rows: readonly T[], send: (part: string) => Promise<void>): Promise<void> {
  for (let i = 0; i < rows.length; i += rowsPerStatement)
    await send(JSON.stringify(rows.slice(i, i + rowsPerStatement)));
}
