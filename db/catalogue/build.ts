import { writeFileSync } from 'node:fs';
import { readFoods } from './foods.ts';
import { digestFile, writeDigest } from './sr28-digest.ts';

/** Rebuilds the derived file of the catalogue and says what the catalogue holds. */
const foods = readFoods();
const sr28 = foods.filter((food) => food.source === 'sr28');
writeFileSync(digestFile, writeDigest(sr28));
console.log(`${foods.length - sr28.length} curated foods over ${sr28.length} foods of SR28`);
