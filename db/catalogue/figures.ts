/** Figures per 100 g that can be checked against each other. */
export interface Figures {
  energyKcal: number;
  proteinG: number;
  carbsG: number;
  fatG: number;
  /** Within `carbsG` on a US label, beside it on a European one. */
  fiberG?: number | null;
  alcoholG?: number | null;
}

/** What is wrong with the figures of a food; a code each, so that the words are the reader's affair. */
export type FigureProblem = 'energy-range' | 'macro-range' | 'macro-sum' | 'energy-mismatch';

/** Pure fat by its own factor, 9.02 kcal/g. */
const mostEnergyKcal = 902;
const tolerance = 0.2;
/** Below this a few kilocalories of rounding are more than 20 %. */
const leastDifferenceKcal = 5;

/**
 * Whether 100 g of a food can be what its figures say: 0–902 kcal, no macro over 100 g nor all of them together, and the
 * energy within 20 % of what they give by the general Atwater factors 4, 4, 9 and 7 kcal/g for protein, carbohydrates, fat
 * and alcohol (Merrill and Watt, Energy Value of Foods, 1973), fibre counting for anything from 0 to 4.
 */
export function figureProblems(figures: Figures): FigureProblem[] {
  const { energyKcal, proteinG, carbsG, fatG } = figures;
  const problems: FigureProblem[] = [];
  if (!(energyKcal >= 0 && energyKcal <= mostEnergyKcal)) problems.push('energy-range');
  const macros = [proteinG, carbsG, fatG];
  if (macros.some((macro) => !(macro >= 0 && macro <= 100))) problems.push('macro-range');
  // A gram over is rounding: SR28 gives its figures one by one.
  else if (proteinG + carbsG + fatG + (figures.alcoholG ?? 0) > 101) problems.push('macro-sum');
  const { least, most } = energyOf(figures);
  if (energyKcal < least - leastDifferenceKcal || energyKcal > most + leastDifferenceKcal) {
    if (energyKcal < least * (1 - tolerance) || energyKcal > most * (1 + tolerance)) problems.push('energy-mismatch');
  }
  return problems;
}

/** What the macros give, in kilocalories: `least` with fibre inside the carbohydrates and worth nothing, `most` with it beside them. */
export function energyOf({ proteinG, carbsG, fatG, fiberG, alcoholG }: Figures): { least: number; most: number } {
  const others = 4 * proteinG + 9 * fatG + 7 * (alcoholG ?? 0);
  const fiber = fiberG ?? 0;
  return { least: others + 4 * Math.max(0, carbsG - fiber), most: others + 4 * carbsG + 2 * fiber };
}
