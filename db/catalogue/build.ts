import { writeFileSync } from 'node:fs';
import { changesOf, curatedFile, lastCurated, writeCurated } from './curated-digest.ts';
import { foodProblems } from './food-problems.ts';
import { readFoodRows } from './food-rows.ts';
import { type CatalogueFood, readSr28Foods, underCurated } from './foods.ts';
import { readReferenceAmounts } from './reference-amounts.ts';
import { digestFile, writeDigest } from './sr28-digest.ts';

export interface CatalogueBuild {
  /** Curated foods first, then all of SR28; empty when a row does not resolve. */
  foods: CatalogueFood[];
  /** What is wrong with the rows, a sentence each. Nothing is written while something is. */
  problems: string[];
  /** What differs from the last build, a line a food. */
  changes: string[];
}

/** Draws every figure of the foods anew, checks them and writes the derived files. */
export function buildCatalogue(): CatalogueBuild {
  const rows = readFoodRows();
  const sr28 = readSr28Foods();
  const sources = { byNdb: new Map(sr28.map((food) => [food.ndb ?? '', food])), reference: readReferenceAmounts() };
  const problems = foodProblems(rows, sources);
  if (problems.length > 0) return { foods: [], problems, changes: [] };
  const foods = underCurated(sr28);
  const curated = writeCurated(foods);
  const changes = changesOf(lastCurated(), curated);
  writeFileSync(digestFile, writeDigest(sr28));
  writeFileSync(curatedFile, curated);
  return { foods, problems, changes };
}
