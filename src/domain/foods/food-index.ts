import { createNameIndex, type NameIndex } from '../search/name-index.ts';
import { remembering } from '../search/remember-lookups.ts';
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
  /** What it is called in languages other than English, by their code. Only who speaks one finds it so. */
  namesIn?: Readonly<Record<string, readonly string[]>>;
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
  /** Whether the asking person has told it, of whatever food. */
  isOwn?: boolean;
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
  /** The words by which the person calls foods, put in front by `calling`, as they write them. */
  readonly called: ReadonlyMap<string, IndexedFood>;
  /** This index for who calls these foods so. Only what is named by exactly these words is meant by them. */
  calling(words: ReadonlyMap<string, IndexedFood>): FoodIndex;
  /** This index with each food as `measure` makes it, for who has measures of their own. */
  measuring(measure: (food: IndexedFood) => IndexedFood): FoodIndex;
  /** The food with this id; null where there is none. */
  withId(id: number): IndexedFood | null;
  /** This index for who speaks that language: its names come before the English ones, after people's own foods. */
  speaking(language: string): FoodIndex;
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
  const shared = [ours, mapped(theirs, best)];
  const spoken = new Map<string, readonly NameIndex<IndexedFood>[]>();
  const languages = new Set(known.flatMap(({ namesIn }) => Object.keys(namesIn ?? {})));
  const sharedIn = (language: string): readonly NameIndex<IndexedFood>[] => {
    if (!languages.has(language)) return shared;
    const layers = spoken.get(language) ?? spokenLayers(language, known, shared, countOf);
    spoken.set(language, layers);
    return layers;
  };
  return layered(
    { own: [], shared, sharedIn, countOf, byId: byIdOf(() => known.concat(sr28)), measure: null },
    noFoods,
    noNames,
  );
}

const noFoods: readonly IndexedFood[] = [];
const noNames: ReadonlyMap<string, IndexedFood> = new Map();

/** Finds foods by id; nothing is built before it is needed. */
function byIdOf(foods: () => readonly IndexedFood[]): (id: number) => IndexedFood | null {
  let byId: ReadonlyMap<number | null, IndexedFood> | undefined;
  return (id) => {
    byId ??= new Map(foods().map((food) => [food.id, food]));
    return byId.get(id) ?? null;
  };
}

/** The names of one language before layers whose foods are then known by those names too. */
function spokenLayers(
  language: string,
  foods: readonly IndexedFood[],
  layers: readonly NameIndex<IndexedFood>[],
  countOf: (word: string) => number,
): NameIndex<IndexedFood>[] {
  const called = new Map<IndexedFood, IndexedFood>();
  const names = foods.flatMap((food) => {
    const [name, ...aliases] = food.namesIn?.[language] ?? [];
    if (name === undefined) return [];
    const item = { ...food, aliases: [name, ...aliases, ...food.aliases] };
    called.set(food, item);
    return [{ name, aliases, food: item }];
  });
  const own = createNameIndex(names, { minor, claims, countOf, bonus: () => bonuses.curated, headFirst: () => true });
  const first = mapped(own, ({ food }) => food);
  return [first, ...layers.map((layer) => mapped(layer, (food) => called.get(food) ?? food))];
}

/** An index that answers with something else than it finds. */
function mapped<T, U>(index: NameIndex<T>, of: (item: T) => U): NameIndex<U> {
  return {
    find(words) {
      const item = index.find(words);
      return item && of(item);
    },
    search: (words, limit) => index.search(words, limit).map((hit) => ({ ...hit, item: of(hit.item) })),
    countOf: index.countOf,
  };
}

function foodNames(foods: readonly IndexedFood[], countOf: (word: string) => number): NameIndex<IndexedFood> {
  const inOrder = foods.toSorted((a, b) => bonuses[b.source] - bonuses[a.source]);
  const bonus = (food: IndexedFood) => bonuses[food.source] + (food.ndb === null ? 0 : plainBonus);
  return createNameIndex(inOrder, { bonus, minor, claims, countOf });
}

interface Layers {
  /** People's own foods, the asking person's before their coach's. */
  readonly own: readonly NameIndex<IndexedFood>[];
  readonly shared: readonly NameIndex<IndexedFood>[];
  /** The shared layers for who speaks that language. */
  sharedIn(language: string): readonly NameIndex<IndexedFood>[];
  countOf(word: string): number;
  byId(id: number): IndexedFood | null;
  /** Gives a food the person's own measures; null where they have none. */
  readonly measure: ((food: IndexedFood) => IndexedFood) | null;
}

/** Several indexes as one; the first layers come first. */
function layered(all: Layers, own: readonly IndexedFood[], called: ReadonlyMap<string, IndexedFood>): FoodIndex {
  const layers = [...all.own, ...all.shared];
  const { measure } = all;
  const measured = (food: IndexedFood | null): IndexedFood | null => (food && measure ? measure(food) : food);
  const find = (words: readonly string[]) => {
    for (const layer of layers) {
      const food = layer.find(words);
      if (food) return food;
    }
    return null;
  };
  const lookup = remembering((text: string): IndexedFood | null => measured(named(text, find)));
  const spoken = new Map<string, FoodIndex>();
  const index: FoodIndex = {
    own,
    called,
    lookup,
    search(text, limit) {
      const words = wordsOf(text);
      const exact = lookup(text);
      const hits = layers.flatMap((layer) => layer.search(words, limit + 8)).sort((a, b) => b.score - a.score);
      const found: FoodHit[] = exact ? [{ food: exact, score: Math.max(1, hits[0]?.score ?? 0) }] : [];
      const shown = new Set<IndexedFood | null>([exact]);
      for (const { item, score } of hits) {
        const food = measure ? measure(item) : item;
        if (shown.has(food)) continue;
        shown.add(food);
        found.push({ food, score });
      }
      return found.slice(0, limit);
    },
    withId: (id) => measured(all.byId(id)),
    with(foods) {
      if (foods.length === 0) return index;
      const known = byIdOf(() => foods);
      const byId = (id: number) => known(id) ?? all.byId(id);
      return layered({ ...all, byId, own: [foodNames(foods, all.countOf), ...all.own] }, [...foods, ...own], called);
    },
    calling(words) {
      if (words.size === 0) return index;
      return layered({ ...all, own: [calledNames(words), ...all.own] }, own, words);
    },
    measuring: (measureAs) => layered({ ...all, measure: measureAs }, own, called),
    speaking(language) {
      const shared = all.sharedIn(language);
      if (shared === all.shared) return index;
      const known = spoken.get(language) ?? layered({ ...all, shared }, own, called);
      spoken.set(language, known);
      return known;
    },
  };
  return index;
}

/** What exactly these words mean, and nothing near them. */
function calledNames(called: ReadonlyMap<string, IndexedFood>): NameIndex<IndexedFood> {
  const byWords = new Map([...called].map(([words, food]) => [wordsOf(words).join(' '), food]));
  return { find: (words) => byWords.get(words.join(' ')) ?? null, search: () => [], countOf: () => 0 };
}
