import { eq, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readAchievements } from '../../db/catalogue/achievements.ts';
import { readExercises } from '../../db/catalogue/exercises.ts';
import { readFoods } from '../../db/catalogue/foods.ts';
import { exercises, foodNames, foodPortions, foods, recipeItems, users } from '../../db/schema/index.ts';
import { type Catalogue, seed } from '../../db/seed.ts';
import { testDatabase } from '../support/database.ts';

const { db } = await testDatabase();
const shipped: Catalogue = {
  fingerprint: 'shipped',
  foods: readFoods(),
  exercises: readExercises(),
  achievements: readAchievements(),
};
const later = Temporal.Instant.from('2030-01-01T00:00:00Z');

/** Everything of the catalogue with its keys and stamps, to see whether anything was written. */
async function contents() {
  const { rows } = await db.execute<{ hash: string }>(sql`
    select md5(string_agg(line, ',' order by line)) as hash from (
      select foods::text as line from foods union all select food_names::text from food_names
      union all select food_portions::text from food_portions union all select recipe_items::text from recipe_items
      union all select exercises::text from exercises union all select exercise_names::text from exercise_names
      union all select achievements::text from achievements) as lines`);
  return rows[0]?.hash;
}

describe('the catalogue in the database', () => {
  test('holds all of SR28 and every curated food, exercise and achievement', async () => {
    const { rows } = await db.execute(sql`select
      (select count(*)::int from foods where source = 'sr28') as sr28,
      (select count(*)::int from foods where source = 'curated') as curated,
      (select count(*)::int from exercises) as exercises, (select count(*)::int from achievements) as achievements`);
    expect(rows[0]).toEqual({
      sr28: 8790,
      curated: shipped.foods.filter((food) => food.source === 'curated').length,
      exercises: shipped.exercises.length,
      achievements: shipped.achievements.length,
    });
  });

  test('has exactly the figures that SR28 gives, all of them', async () => {
    const kept = new Map((await db.select().from(foods)).map((food) => [food.slug, food]));
    for (const food of shipped.foods) {
      const row = kept.get(food.slug);
      expect(row?.nutrients, food.slug).toEqual(food.nutrients);
      expect([row?.energyKcal, row?.proteinG, row?.carbsG, row?.fatG], food.slug).toEqual([
        food.nutrients.energyKcal,
        food.nutrients.proteinG,
        food.nutrients.carbsG,
        food.nutrients.fatG,
      ]);
    }
  });

  test('keeps a nutrient nobody measured apart from none of it', async () => {
    const [caraway] = await db.select().from(foods).where(eq(foods.slug, 'sr28-01008'));
    expect(caraway?.nutrients).not.toHaveProperty('sugarG');
    expect(caraway?.nutrients.fiberG).toBe(0);
  });
});

describe('seeding again', () => {
  test('does nothing when the catalogue is the same', async () => {
    const before = await contents();
    expect(await seed(db)).toBe(false);
    expect(await contents()).toBe(before);
  });

  test('writes no row that says the same already, even when it has to look', async () => {
    const before = await contents();
    expect(await seed(db, { now: later, catalogue: shipped })).toBe(true);
    expect(await contents()).toBe(before);
  });

  test('is done by one of two processes that start at once', async () => {
    const catalogue = { ...shipped, fingerprint: 'twice' };
    const done = await Promise.all([seed(db, { catalogue }), seed(db, { catalogue })]);
    expect(done.sort()).toEqual([false, true]);
  });
});

describe('an upgrade', () => {
  test('changes, adds and removes rows of the catalogue in place and leaves people’s own foods alone', async () => {
    const now = Temporal.Instant.from('2026-03-01T12:00:00Z');
    const [user] = await db.insert(users).values({ createdAt: now, updatedAt: now }).returning();
    const userId = user?.id ?? 0;
    const figures = {
      energyKcal: 40,
      proteinG: 1,
      carbsG: 2,
      fatG: 3,
      nutrients: { energyKcal: 40 },
      createdAt: now,
      updatedAt: now,
    };
    const [own] = await db
      .insert(foods)
      .values({ ...figures, ownerId: userId, source: 'own', name: 'rice' })
      .returning();
    const ownId = own?.id ?? 0;
    await db.insert(foodNames).values({ foodId: ownId, name: 'my rice' });
    await db.insert(foodPortions).values({ foodId: ownId, unit: 'cup', grams: 150, source: 'own' });
    const [rice] = await db.select().from(foods).where(eq(foods.slug, 'rice'));
    const [eggplant] = await db.select().from(foods).where(eq(foods.slug, 'eggplant'));
    await db.insert(recipeItems).values({ recipeId: ownId, foodId: eggplant?.id ?? 0, grams: 10, orderIndex: 0 });

    const changed: Catalogue = {
      ...shipped,
      fingerprint: 'upgrade',
      foods: shipped.foods
        .filter((food) => food.slug !== 'kimchi' && food.slug !== 'eggplant')
        .map((food) =>
          food.slug === 'rice'
            ? {
                ...food,
                name: 'plain rice',
                aliases: ['white rice'],
                namesIn: { es: ['arroz', 'arrocito'] },
                portions: food.portions.slice(0, 1),
                servingG: 150,
              }
            : food,
        ),
      exercises: shipped.exercises.filter((exercise) => exercise.slug !== 'dip'),
    };
    await seed(db, { now: later, catalogue: changed });

    const [upgraded] = await db.select().from(foods).where(eq(foods.slug, 'rice'));
    expect(upgraded).toMatchObject({
      id: rice?.id,
      name: 'plain rice',
      servingG: 150,
      version: (rice?.version ?? 0) + 1,
    });
    const names = await db
      .select()
      .from(foodNames)
      .where(eq(foodNames.foodId, rice?.id ?? 0));
    expect(names.map(({ locale, name }) => `${locale} ${name}`).sort()).toEqual([
      'en white rice',
      'es arrocito',
      'es arroz',
    ]);
    expect(
      await db
        .select()
        .from(foodPortions)
        .where(eq(foodPortions.foodId, rice?.id ?? 0)),
    ).toHaveLength(1);
    expect(await db.select().from(foods).where(eq(foods.slug, 'kimchi'))).toEqual([]);
    // Somebody's recipe is made with it.
    expect(await db.select().from(foods).where(eq(foods.slug, 'eggplant'))).toHaveLength(1);
    const [dip] = await db.select().from(exercises).where(eq(exercises.slug, 'dip'));
    expect(dip?.isActive).toBe(false);

    expect(await db.select().from(foods).where(eq(foods.id, ownId))).toEqual([own]);
    expect(await db.select().from(foodNames).where(eq(foodNames.foodId, ownId))).toMatchObject([{ name: 'my rice' }]);
    expect(await db.select().from(foodPortions).where(eq(foodPortions.foodId, ownId))).toMatchObject([{ grams: 150 }]);
    expect(await db.select().from(recipeItems).where(eq(recipeItems.recipeId, ownId))).toHaveLength(1);
  });
});
