import { createNameIndex, type NameIndex } from '../search/name-index.ts';
import { wordsOf } from '../search/words.ts';

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
  /** The food that these words name, or null. Exact up to spelling variants, plurals and word order; a few microseconds. */
  lookup(words: string): IndexedFood | null;
  /** The nearest foods, best first: typos, parts of words, any order. */
  search(words: string, limit: number): FoodHit[];
  /** This index with a person's own foods in front. The shared part is not rebuilt. */
  with(foods: readonly IndexedFood[]): FoodIndex;
}

/** What puts some sources before others. */
const bonuses = { own: 0.2, coach: 0.15, curated: 0.1, sr28: 0 } as const;

const sizes = ['small', 'medium', 'large', 'big', 'little', 'whole', 'mini'];
const neutral = new Set([
  ...sizes,
  ...stems('fresh organic homemade leftover plain nice cold warm chopped sliced diced'),
]);
const cooking = new Set(
  stems('cooked boiled steamed grilled baked roasted roast broiled braised heated poached microwaved'),
);
const forms = new Set(stems('raw dry dried uncooked canned tinned drained unsweetened skinless'));
const sameForm = new Map([
  ['uncooked', ['raw', 'dry']],
  ['tinned', ['canned']],
  ['dried', ['dry']],
]);
const minor = new Set([
  ...neutral,
  ...cooking,
  ...forms,
  ...stems('without with in on salt regular enriched drained prepared ready all'),
]);

/** Finds foods by what people call them. Earlier foods win a name that several have, after the order of sources. */
export function createFoodIndex(foods: readonly IndexedFood[]): FoodIndex {
  const known = foods.filter((food) => food.source !== 'sr28');
  const sr28 = foods.filter((food) => food.source === 'sr28');
  const curated = new Map<string, IndexedFood>();
  for (const food of known) if (food.ndb !== null && !curated.has(food.ndb)) curated.set(food.ndb, food);
  // SR28's own row of a curated food says the same with fewer portions: its name leads to the curated one.
  const best = (food: IndexedFood) => curated.get(food.ndb ?? '') ?? food;
  const names = createNameIndex(sr28, { minor, headFirst: () => true });
  return layered([
    foodNames(known),
    {
      find(words) {
        const food = names.find(words);
        return food && best(food);
      },
      search: (words, limit) => names.search(words, limit).map((hit) => ({ ...hit, item: best(hit.item) })),
    },
  ]);
}

function foodNames(foods: readonly IndexedFood[]): NameIndex<IndexedFood> {
  const inOrder = foods.toSorted((a, b) => bonuses[b.source] - bonuses[a.source]);
  return createNameIndex(inOrder, { bonus: (food) => bonuses[food.source], minor });
}

/** Several indexes as one; the first layers come first. */
function layered(layers: readonly NameIndex<IndexedFood>[]): FoodIndex {
  const find = (words: readonly string[]) => {
    for (const layer of layers) {
      const food = layer.find(words);
      if (food) return food;
    }
    return null;
  };
  const lookup = (text: string): IndexedFood | null => {
    const words = wordsOf(text);
    return find(words) ?? relaxed(words, find);
  };
  return {
    lookup,
    search(text, limit) {
      const words = wordsOf(text);
      const named = lookup(text);
      const hits = layers.flatMap((layer) => layer.search(words, limit + 8)).sort((a, b) => b.score - a.score);
      const found: FoodHit[] = named ? [{ food: named, score: Math.max(1, hits[0]?.score ?? 0) }] : [];
      const shown = new Set<IndexedFood | null>([named]);
      for (const { item, score } of hits) {
        if (shown.has(item)) continue;
        shown.add(item);
        found.push({ food: item, score });
      }
      return found.slice(0, limit);
    },
    with: (foods) => (foods.length === 0 ? layered(layers) : layered([foodNames(foods), ...layers])),
  };
}

/**
 * Looks again without the words that do not change which food is meant: "leftover", a size, and a form ("grilled",
 * "raw") that is the food's own anyway. "Raw rice" is not the cooked rice.
 */
function relaxed(words: readonly string[], find: (words: readonly string[]) => IndexedFood | null): IndexedFood | null {
  const kept = words.filter((word) => !neutral.has(word));
  if (kept.length > 0 && kept.length < words.length) {
    const food = find(kept);
    if (food) return food;
  }
  const bare = kept.filter((word) => !cooking.has(word) && !forms.has(word));
  if (bare.length === 0 || bare.length === kept.length) return null;
  const food = find(bare);
  if (!food) return null;
  const own = food.defaultForm ? wordsOf(food.defaultForm) : [];
  const isCooked = own.some((word) => cooking.has(word));
  const fits = (word: string) =>
    own.includes(word) ||
    (sameForm.get(word)?.some((same) => own.includes(same)) ?? false) ||
    (cooking.has(word) && isCooked);
  return kept.every((word) => bare.includes(word) || fits(word)) ? food : null;
}

function stems(words: string): string[] {
  return wordsOf(words);
}
