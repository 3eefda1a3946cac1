import type { CatalogueFood } from '../../../db/catalogue/foods.ts';

/**
 * Dishes with what they are made of and what a serving comes to, three lines each, spread evenly over all of them: a
 * person can judge whether a plate of it is like that.
 */
export function dishLines(foods: readonly CatalogueFood[], count: number): string[] {
  const nameOf = new Map(foods.filter((food) => food.source === 'sr28').map((food) => [food.ndb, food.name]));
  const dishes = foods.filter((food) => food.recipe.length > 0);
  const step = Math.max(1, dishes.length / count);
  const shown = Array.from({ length: Math.min(count, dishes.length) }, (_, i) => dishes[Math.floor(i * step)]);
  return shown.flatMap((dish) => {
    if (!dish) return [];
    const { energyKcal = 0, proteinG = 0, carbsG = 0, fatG = 0 } = dish.nutrients;
    const servingG = dish.servingG ?? 100;
    const of = (figure: number) => Math.round((figure * servingG) / 100);
    const parts = dish.recipe.map(({ ndb, grams }) => `${grams} g ${nameOf.get(ndb) ?? ndb}`);
    return [
      `${dish.name}${dish.defaultForm ? `, ${dish.defaultForm}` : ''}`,
      `  a serving of ${servingG} g: ${of(energyKcal)} kcal, ${of(proteinG)} g protein, ${of(carbsG)} g carbs, ${of(fatG)} g fat`,
      `  ${dish.yieldG} g from ${parts.join('; ')}`,
    ];
  });
}
