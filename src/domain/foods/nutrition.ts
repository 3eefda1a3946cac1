/** Energy and macronutrients; per 100 g, or of an amount. */
export interface Nutrition {
  readonly energyKcal: number;
  readonly proteinG: number;
  readonly carbsG: number;
  readonly fatG: number;
}

/** What `grams` of a food hold, from its figures per 100 g, to one decimal. */
export function nutritionOf(per100g: Nutrition, grams: number): Nutrition {
  const share = (value: number) => Math.round(value * grams * 0.1) / 10;
  return {
    energyKcal: share(per100g.energyKcal),
    proteinG: share(per100g.proteinG),
    carbsG: share(per100g.carbsG),
    fatG: share(per100g.fatG),
  };
}
