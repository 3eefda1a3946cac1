import { energyOf, figureProblems } from './figures.ts';
import type { FoodRow } from './food-rows.ts';
import { type CatalogueFood, fromRow, type RowSources } from './foods.ts';
import { measureOf } from './portion-grams.ts';

/** Heavier than this is a mistake, save for what is bought whole: a watermelon, a family pizza. */
const heaviestServingG = 1000;
const heaviestPortionG = 5000;
const lightestDensity = 0.1;
const heaviestDensity = 1.6;

/** Everything that is wrong with curated rows, a sentence each; none when all is well. */
export function foodProblems(rows: readonly FoodRow[], sources: RowSources): string[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const problems = rowProblems(row, sources);
    if (seen.has(row.slug)) problems.push('another row has this slug');
    seen.add(row.slug);
    return problems.map((problem) => `${row.slug}: ${problem}`);
  });
}

function rowProblems(row: FoodRow, sources: RowSources): string[] {
  if (Boolean(row.ndb) === Boolean(row.recipe)) return ['needs an NDB number or a recipe, and not both'];
  if (row.yield !== undefined && !row.recipe) return ['only a recipe has a yield'];
  let food: CatalogueFood;
  try {
    food = fromRow(row, sources);
  } catch (error) {
    return [error instanceof Error ? error.message.replace(`${row.slug}: `, '') : String(error)];
  }
  return [...energyProblems(food), ...weightProblems(food)];
}

function energyProblems({ nutrients, energyNote }: CatalogueFood): string[] {
  const { energyKcal, proteinG, carbsG, fatG, fiberG, alcoholG } = nutrients;
  if (energyKcal === undefined || proteinG === undefined || carbsG === undefined || fatG === undefined)
    return ['SR28 has no energy, protein, carbohydrates or fat for it'];
  const figures = { energyKcal, proteinG, carbsG, fatG, fiberG: fiberG ?? null, alcoholG: alcoholG ?? null };
  const problems: string[] = figureProblems(figures);
  const isOff = problems.includes('energy-mismatch');
  if (isOff && energyNote !== null) return problems.filter((problem) => problem !== 'energy-mismatch');
  if (!isOff && energyNote !== null) problems.push('explains its energy, which is what its macros give');
  const { least, most } = energyOf(figures);
  return problems.map((problem) =>
    problem === 'energy-mismatch'
      ? `${energyKcal} kcal per 100 g, and its macros give ${least.toFixed(0)} to ${most.toFixed(0)}: say why in "energy"`
      : problem,
  );
}

function weightProblems({ servingG, densityGPerMl, portions }: CatalogueFood): string[] {
  const problems: string[] = [];
  if (servingG === null) problems.push('has no serving');
  else if (servingG > heaviestServingG) problems.push(`a serving of ${servingG} g`);
  for (const portion of portions)
    if (portion.grams > heaviestPortionG) problems.push(`a ${measureOf(portion)} of ${portion.grams} g`);
  if (densityGPerMl !== null && (densityGPerMl < lightestDensity || densityGPerMl > heaviestDensity))
    problems.push(`a density of ${densityGPerMl} g/ml`);
  return problems;
}
