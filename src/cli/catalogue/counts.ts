import type { CatalogueAchievement } from '../../../db/catalogue/achievements.ts';
import type { CatalogueExercise } from '../../../db/catalogue/exercises.ts';
import type { CatalogueFood } from '../../../db/catalogue/foods.ts';

/** What the catalogue holds and how much of it has what people ask for, a line each. */
export function countsOf(
  foods: readonly CatalogueFood[],
  exercises: readonly CatalogueExercise[],
  achievements: readonly CatalogueAchievement[],
): string[] {
  const curated = foods.filter((food) => food.source === 'curated');
  const sr28 = foods.filter((food) => food.source === 'sr28');
  const dishes = curated.filter((food) => food.recipe.length > 0);
  const weighed = (unit: string | null) => (food: CatalogueFood) => food.portions.some((one) => one.unit === unit);
  const poured = (food: CatalogueFood) => food.densityGPerMl !== null || weighed('cup')(food);
  return [
    `${curated.length} curated foods (${dishes.length} of them recipes) with ${sum(curated, (food) => food.aliases.length)} other names`,
    `  ${share(curated, weighed(null))} can be counted, ${share(curated, poured)} have a volume, ${share(curated, (food) => food.servingG !== null)} a serving, ${(sum(curated, (food) => food.portions.length) / curated.length).toFixed(1)} portions each`,
    `${sr28.length} foods of SR28, ${share(sr28, (food) => food.portions.length > 0)} with portions`,
    `${exercises.length} exercises with ${sum(exercises, (exercise) => exercise.aliases.length)} other names: ${tally(exercises, (exercise) => exercise.category)}`,
    `${achievements.length} achievements: ${tally(achievements, (achievement) => achievement.category)}`,
  ];
}

function share<T>(items: readonly T[], test: (item: T) => boolean): string {
  return `${((100 * items.filter(test).length) / items.length).toFixed(0)} %`;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((all, item) => all + of(item), 0);
}

function tally<T>(items: readonly T[], of: (item: T) => string): string {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
}
