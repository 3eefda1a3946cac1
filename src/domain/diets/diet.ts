import type { PlannedFood } from '../../../db/schema/index.ts';
import { type Nutrition, nutritionOf } from '../foods/nutrition.ts';

export type { PlannedFood };

/** What a day of a diet should hold; null where it says nothing. */
export interface TargetMacros {
  readonly energyKcal: number | null;
  readonly proteinG: number | null;
  readonly carbsG: number | null;
  readonly fatG: number | null;
}

/** A meal of a diet. Its text is what was written of it: foods, "or" and other foods, notes, a line each. */
export interface DietMeal {
  /** ISO, 1–7; null for every day that says nothing else of this slot. */
  readonly weekday: number | null;
  readonly slot: string;
  readonly text: string | null;
  readonly items: readonly PlannedFood[];
}

/** A way of eating: what a coach's template holds. */
export interface Diet {
  readonly description: string | null;
  readonly targets: TargetMacros | null;
  readonly meals: readonly DietMeal[];
}

/** What foods hold per 100 g, by their id. */
export type Figures = ReadonlyMap<number, Nutrition>;

const noFigures: Nutrition = { energyKcal: 0, proteinG: 0, carbsG: 0, fatG: 0 };

/** The meals of a weekday: its own ones, and those of every day in the other slots, in their order. */
export function mealsOn<M extends Pick<DietMeal, 'weekday' | 'slot'>>(meals: readonly M[], weekday: number): M[] {
  const own = meals.filter((meal) => meal.weekday === weekday);
  const usual = meals.filter((meal) => meal.weekday === null);
  const ofSlot = (slot: string): M | undefined => own.find((meal) => meal.slot === slot);
  const isUsual = ({ slot }: M): boolean => usual.some((meal) => meal.slot === slot);
  return [...usual.map((meal) => ofSlot(meal.slot) ?? meal), ...own.filter((meal) => !isUsual(meal))];
}

/** Water is planned as a food without a row; its grams are its millilitres. */
export const isWater = ({ foodId, words }: PlannedFood): boolean => foodId === null && words === 'water';

/** The foods of one of the meals to choose from, without those that may be eaten instead of others. */
export const itemsOf = (items: readonly PlannedFood[], option = 0): PlannedFood[] =>
  items.filter((item) => (item.option ?? 0) === option && item.isInstead !== true);

/** How many meals there are to choose from. */
export const optionsOf = (items: readonly PlannedFood[]): number =>
  items.reduce((most, { option = 0 }) => Math.max(most, option + 1), 1);

/** What one food of a plan holds; nothing where its food is gone. */
export function figuresOf({ foodId, grams }: PlannedFood, figures: Figures): Nutrition {
  const per100g = foodId === null ? undefined : figures.get(foodId);
  return per100g && grams !== null ? nutritionOf(per100g, grams) : noFigures;
}

/** What meals come to, each as the first of its choices. */
export function sumOf(meals: readonly Pick<DietMeal, 'items'>[], figures: Figures): Nutrition {
  return meals
    .flatMap(({ items }) => itemsOf(items))
    .reduce((sum, item) => plus(sum, figuresOf(item, figures)), noFigures);
}

const plus = (a: Nutrition, b: Nutrition): Nutrition => ({
  energyKcal: a.energyKcal + b.energyKcal,
  proteinG: a.proteinG + b.proteinG,
  carbsG: a.carbsG + b.carbsG,
  fatG: a.fatG + b.fatG,
});
