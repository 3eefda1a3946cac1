import { createNameIndex, type NameIndex } from '../search/name-index.ts';
import { wordsOf } from '../search/words.ts';
import { claims, minor } from './food-words.ts';
import { named } from './named-food.ts';

/** A food as the language and the meal verbs know it. Figures are per 100 g. */
export interface IndexedFood {
  /** The row's id; null in an index built from the catalogue's files. */
  id: number | null;
  /** The catalogue's stable key; null for people's own foods. */
  slug: string | null;
  name: string;
  aliases: readonly string[];
  source: 'own' | 'coach' | 'curated' | 'sr28';
  ndb: string | null;
  per100g: { energyKcal: number; proteinG: number; carbsG: number; fatG: number };
  densityGPerMl: number | null;
  servingG: number | null;
  /** "cooked", "dry": the form meant when none was said. */
  defaultForm: string | null;
  portions: readonly IndexedPortion[];
}

/** What one of a unit weighs; a null unit is a bare count ("2 eggs"). */
export interface IndexedPortion {
  unit: string | null;
  size: string | null;
  grams: number;
}

export interface FoodHit {
  food: IndexedFood;
  score: number;
}

export interface FoodIndex {
  /** The foods put in front by `with`; none in the shared index. */
  readonly own: readonly IndexedFood[];
  /** The food that these words name, or null. Exact up to spelling variants, plurals and word order; a few microseconds. */
  lookup(words: string): IndexedFood | null;
  /** The nearest foods, best first: typos, parts of words, any order. */
  search(words: string, limit: number): FoodHit[];
  /** This index with a person's own foods in front. The shared part is not rebuilt. */
  with(foods: readonly IndexedFood[]): FoodIndex;
}

/** What puts some sources before others. */
const bonuses = { own: 0.25, coach: 0.2, curated: 0.1, sr28: 0 } as const;
/** What puts a plain food before a dish that is as near. */
const plainBonus = 0.02;

/** Finds foods by what people call them. Earlier foods win a name that several have, after the order of sources. */
export function createFoodIndex(foods: readonly IndexedFood[]): FoodIndex {
  const known = foods.filter((food) => food.source !== 'sr28');
  const sr28 = foods.filter((food) => food.source === 'sr28');
  const curated = new Map<string, IndexedFood>();
  for (const food of known) if (food.ndb !== null && !curated.has(food.ndb)) curated.set(food.ndb, food);
  // SR28's own row of a curated food says the same with fewer portions: its name leads to the curated one.
  const best = (food: IndexedFood) => curated.get(food.ndb ?? '') ?? food;
  const countOf = (word: string): number => ours.countOf(word) + theirs.countOf(word);
  const ours = foodNames(known, countOf);
  const theirs = createNameIndex(sr28, { minor, claims, countOf, headFirst: () => true });
  const mapped: NameIndex<IndexedFood> = {
    find(words) {
      const food = theirs.find(words);
      return food && best(food);
    },
    search: (words, limit) => theirs.search(words, limit).map((hit) => ({ ...hit, item: best(hit.item) })),
    countOf: theirs.countOf,
  };
  return layered([ours, mapped], countOf);
}

function foodNames(foods: readonly IndexedFood[], countOf: (word: string) => number): NameIndex<IndexedFood> {
  const inOrder = foods.toSorted((a, b) => bonuses[b.source] - bonuses[a.source]);
  const bonus = (food: IndexedFood) => bonuses[food.source] + (food.ndb === null ? 0 : plainBonus);
  return createNameIndex(inOrder, { bonus, minor, claims, countOf });
}

/** Several indexes as one; the first layers come first. */
function layered(
  layers: readonly NameIndex<IndexedFood>[],
  countOf: (word: string) => number,
  own: readonly IndexedFood[] = [],
): FoodIndex {
  const find = (words: readonly string[]) => {
    for (const layer of layers) {
      const food = layer.find(words);
      if (food) return food;
    }
    return null;
  };
  const lookup = (text: string): IndexedFood | null => named(text, find);
  return {
    own,
    lookup,
    search(text, limit) {
      const words = wordsOf(text);
      const exact = lookup(text);
      const hits = layers.flatMap((layer) => layer.search(words, limit + 8)).sort((a, b) => b.score - a.score);
      const found: FoodHit[] = exact ? [{ food: exact, score: Math.max(1, hits[0]?.score ?? 0) }] : [];
      const shown = new Set<IndexedFood | null>([exact]);
      for (const { item, score } of hits) {
        if (shown.has(item)) continue;
        shown.add(item);
        found.push({ food: item, score });
      }
      return found.slice(0, limit);
    },
    with: (foods) =>
      foods.length === 0
        ? layered(layers, countOf, own)
        : layered([foodNames(foods, countOf), ...layers], countOf, [...foods, ...own]),
  };
}
