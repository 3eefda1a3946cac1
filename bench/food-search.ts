import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type CatalogueFood, readCoreFoods } from '../db/catalogue/foods.ts';
import { readQueries } from '../db/catalogue/queries.ts';
import { catalogueFoodIndex } from '../src/domain/foods/catalogue-food-index.ts';
import { createFoodIndex, type FoodIndex, type IndexedFood } from '../src/domain/foods/food-index.ts';
import { quantile, timesOf } from './times.ts';

const foodCount = 100_000;
/** A search must take less than this in 99 of 100 cases. */
const limitMs = 3;
const offered = 5;
const turns = 4;

/**
 * How long a search takes among a hundred thousand foods, for what people type with and without slips, and what the
 * index costs in time and memory.
 */
export async function foodSearch(): Promise<boolean> {
  const catalogue = readCoreFoods();
  const typed = [...readQueries('plain-foods'), ...readQueries('dishes')].map((query) => query.typed);
  const random = randomNumbers(1);
  const slipped = typed.map((query) => withSlip(query, random));
  const unfinished = typed.map((query) => query.slice(0, Math.max(2, Math.ceil(query.length * random()))));

  report('the catalogue', () => catalogueFoodIndex(catalogue), typed);
  const index = report(`${foodCount} foods`, () => createFoodIndex(manyFoods(catalogue, random)), typed);
  const searching = (queries: readonly string[]) =>
    timesOf(queries, turns, (query) => {
      index.search(query, offered);
    });
  const rounds = { 'as typed': typed, 'with a slip': slipped, 'not finished': unfinished };
  let isWithin = true;
  for (const [name, queries] of Object.entries(rounds)) {
    const times = searching(queries);
    console.log(`  search, ${name.padEnd(13)} ${figures(times)}`);
    isWithin &&= quantile(times, 0.99) <= limitMs;
  }
  console.log(`  limit                 p99 ${limitMs} ms`);
  return isWithin;
}

/** Memory is only comparable once what is no longer needed is gone. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

/** Builds an index and prints what that took, and what looking up names in it takes. */
function report(name: string, build: () => FoodIndex, typed: readonly string[]): FoodIndex {
  collectGarbage();
  const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const start = performance.now();
  const index = build();
  index.lookup('');
  const looked = performance.now();
  index.search('rice', 1);
  const searched = performance.now();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const lookups = timesOf(typed, turns, (query) => {
    index.lookup(query);
  });
  console.log(
    `  ${name}: ready to look up in ${(looked - start).toFixed(0)} ms, to search in`,
    `${(searched - looked).toFixed(0)} ms more; ${((heapUsed + arrayBuffers - before) / 2 ** 20).toFixed(0)} MB;`,
    `a lookup ${(1000 * quantile(lookups, 0.5)).toFixed(1)} µs`,
  );
  return index;
}

/** The catalogue's foods and, up to the wanted number, the same from brands that nobody has heard of. */
function manyFoods(catalogue: readonly CatalogueFood[], random: () => number): IndexedFood[] {
  const brands = Array.from({ length: 3000 }, () => invented(random));
  return Array.from({ length: foodCount }, (_, i) => {
    const food = catalogue[i % catalogue.length];
    const isOriginal = i < catalogue.length;
    const brand = brands[Math.floor(random() * brands.length)] ?? '';
    return {
      id: i,
      slug: `food-${i}`,
      name: isOriginal ? (food?.name ?? '') : `${brand} ${food?.name}`,
      aliases: isOriginal ? (food?.aliases ?? []) : [],
      source: isOriginal && food ? food.source : 'sr28',
      ndb: null,
      per100g: { energyKcal: 0, proteinG: 0, carbsG: 0, fatG: 0 },
      densityGPerMl: null,
      servingG: null,
      defaultForm: null,
      portions: [],
    };
  });
}

function invented(random: () => number): string {
  const pick = (letters: string) => letters[Math.floor(random() * letters.length)] ?? '';
  return Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick('bcdfghklmnprstvz') + pick('aeiou')).join('');
}

/** One letter left out, doubled, changed or swapped with the next. */
function withSlip(text: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (text.length - 2));
  const kind = Math.floor(random() * 4);
  const [letter = '', next = ''] = [text[at], text[at + 1]];
  const changed = ['', letter + letter, 'e', next + letter][kind] ?? '';
  return text.slice(0, at) + changed + text.slice(at + (kind === 3 ? 2 : 1));
}

function figures(times: readonly number[]): string {
  const [half, most] = [quantile(times, 0.5), quantile(times, 0.99)].map((ms) => ms.toFixed(2));
  return `p50 ${half} ms  p99 ${most} ms`;
}

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
