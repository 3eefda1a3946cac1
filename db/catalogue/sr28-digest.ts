import { readFileSync } from 'node:fs';
import { dataFolder } from './food-rows.ts';
import type { CatalogueFood } from './foods.ts';
import type { Portion } from './sr28-portions.ts';

/** The derived file, written by `npm run catalogue`. */
export const digestFile = new URL('sr28.tsv', dataFolder);

/** What finding and weighing SR28's foods needs, a line a food: reading it is several times quicker than the package. */
export function writeDigest(foods: readonly CatalogueFood[]): string {
  return foods.map((food) => `${lineOf(food)}\n`).join('');
}

function lineOf({ ndb, name, nutrients, densityGPerMl, servingG, portions }: CatalogueFood): string {
  const { energyKcal, proteinG, carbsG, fatG } = nutrients;
  const measures = portions.map(({ unit, size, grams }) => `${unit ?? ''}${size ? `.${size}` : ''}=${grams}`);
  return [ndb, name, energyKcal, proteinG, carbsG, fatG, densityGPerMl ?? '', servingG ?? '', measures.join(' ')].join(
    '\t',
  );
}

/** SR28's foods with energy, protein, carbohydrates and fat only. */
export function readDigest(): CatalogueFood[] {
  return readFileSync(digestFile, 'utf8').trimEnd().split('\n').map(toFood);
}

function toFood(line: string): CatalogueFood {
  const [ndb = '', name = '', kcal, protein, carbs, fat, density, serving, measures] = line.split('\t');
  return {
    slug: `sr28-${ndb}`,
    name,
    source: 'sr28',
    ndb,
    recipe: [],
    yieldG: null,
    aliases: [],
    defaultForm: null,
    nutrients: { energyKcal: Number(kcal), proteinG: Number(protein), carbsG: Number(carbs), fatG: Number(fat) },
    densityGPerMl: density ? Number(density) : null,
    servingG: serving ? Number(serving) : null,
    portions: measures ? measures.split(' ').map(toPortion) : [],
    energyNote: null,
  };
}

function toPortion(measure: string): Portion {
  const [key = '', grams] = measure.split('=');
  const [unit, size] = key.split('.');
  return { unit: unit || null, size: (size ?? null) as Portion['size'], grams: Number(grams), source: 'usda' };
}
