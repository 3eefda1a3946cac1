/** Energy and macronutrients; per 100 g, or of an amount. */
export interface Nutrition {
  readonly energyKcal: number;
  readonly proteinG: number;
  readonly carbsG: number;
  readonly fatG: number;
}

/** What `grams` of a food hold, from its figures per 100 g, to one decimal. */
export function nutritionOf(per100g: Nutrition, grams: number): Nutrition {
  return {
    energyKcal: share(per100g.energyKcal, grams),
    proteinG: share(per100g.proteinG, grams),
    carbsG: share(per100g.carbsG, grams),
    fatG: share(per100g.fatG, grams),
  };
}

const share = (per100g: number, grams: number): number => Math.round(per100g * grams * 0.1) / 10;
