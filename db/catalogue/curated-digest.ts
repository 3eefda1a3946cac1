import { readFileSync } from 'node:fs';
import { dataFolder } from './food-rows.ts';
import type { CatalogueFood } from './foods.ts';
import { measureOf } from './portion-grams.ts';

/** The derived file: what every curated food comes to, a line a food, so that a change of figures is seen in review. */
export const curatedFile = new URL('curated.tsv', dataFolder);

/** The file's text for these foods, in order of their slugs. */
export function writeCurated(foods: readonly CatalogueFood[]): string {
  const lines = foods.filter((food) => food.source === 'curated').map(lineOf);
  return [header, ...lines.sort()].map((line) => `${line}\n`).join('');
}

/** The text of the last build; empty before the first. */
export function lastCurated(): string {
  try {
    return readFileSync(curatedFile, 'utf8');
  } catch {
    return '';
  }
}

const columns = ['slug', 'name', 'form', 'kcal', 'protein', 'carbs', 'fat', 'serving', 'density', 'portions'];
const header = columns.join('\t');

function lineOf(food: CatalogueFood): string {
  const { energyKcal, proteinG, carbsG, fatG } = food.nutrients;
  const portions = food.portions.map((portion) => `${measureOf(portion)}=${portion.grams}`).sort();
  const figures = [energyKcal, proteinG, carbsG, fatG, food.servingG, food.densityGPerMl];
  return [
    food.slug,
    food.name,
    food.defaultForm ?? '',
    ...figures.map((figure) => figure ?? ''),
    portions.join(' '),
  ].join('\t');
}

/** What differs between two builds, a line a food: added, gone, or changed with the old and the new value of each field. */
export function changesOf(before: string, after: string): string[] {
  const old = bySlug(before);
  const now = bySlug(after);
  const gone = [...old.keys()].filter((slug) => !now.has(slug)).map((slug) => `- ${slug}`);
  const rest = [...now].flatMap(([slug, fields]) => {
    const last = old.get(slug);
    if (!last) return [`+ ${slug}`];
    const changed = columns.flatMap((column, i) => {
      const [from, to] = [last[i] ?? '', fields[i] ?? ''];
      return from === to ? [] : [`${column} ${from || 'none'} → ${to || 'none'}`];
    });
    return changed.length > 0 ? [`~ ${slug}: ${changed.join(', ')}`] : [];
  });
  return [...gone, ...rest];
}

function bySlug(text: string): Map<string, string[]> {
  const lines = text.split('\n').slice(1).filter(Boolean);
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('\t')), line.split('\t')]));
}
