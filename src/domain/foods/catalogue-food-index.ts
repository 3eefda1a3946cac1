import { type CatalogueFood, readCoreFoods } from '../../../db/catalogue/foods.ts';
import { createFoodIndex, type FoodIndex, type IndexedFood } from './food-index.ts';

/** The food index straight from the catalogue's files, for doors that have no database. */
export function catalogueFoodIndex(foods: readonly CatalogueFood[] = readCoreFoods()): FoodIndex {
  return createFoodIndex(foods.map(toIndexed));
}

function toIndexed(food: CatalogueFood): IndexedFood {
  const { energyKcal = 0, proteinG = 0, carbsG = 0, fatG = 0 } = food.nutrients;
  return {
    id: null,
    slug: food.slug,
    name: food.name,
    aliases: food.aliases,
    ...(food.namesIn && { namesIn: food.namesIn }),
    source: food.source,
    ndb: food.ndb,
    per100g: { energyKcal, proteinG, carbsG, fatG },
    densityGPerMl: food.densityGPerMl,
    servingG: food.servingG,
    defaultForm: food.defaultForm,
    portions: food.portions.map(({ unit, size, grams }) => ({ unit, size, grams })),
  };
}
