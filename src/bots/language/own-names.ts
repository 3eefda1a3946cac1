import type { FoodIndex, IndexedFood } from '../../domain/foods/food-index.ts';
import { type Phrases, phrases } from './phrases.ts';

const none: Phrases<IndexedFood> = phrases<IndexedFood>([]);
const tables = new WeakMap<readonly IndexedFood[], Phrases<IndexedFood>>();

/** The names of a person's own foods as phrases, with and without "my", one and several of them. */
export function ownNames({ own }: FoodIndex): Phrases<IndexedFood> {
  if (own.length === 0) return none;
  const made = tables.get(own);
  if (made) return made;
  const table = phrases(own.flatMap((food) => [food.name, ...food.aliases].flatMap((name) => waysOf(name, food))));
  tables.set(own, table);
  return table;
}

function waysOf(name: string, food: IndexedFood): [string, IndexedFood][] {
  const bare = name.replace(/^(?:my|the|our)\s+/i, '').toLowerCase();
  const ways = [name.toLowerCase(), bare, `my ${bare}`];
  return [...ways, ...ways.map((way) => `${way}s`)].map((way) => [way, food]);
}

const called = new WeakMap<ReadonlyMap<string, IndexedFood>, Phrases<IndexedFood>>();

/** The words by which a person calls foods, as phrases. */
export function calledNames(foods: FoodIndex): Phrases<IndexedFood> {
  if (foods.called.size === 0) return none;
  const made = called.get(foods.called);
  if (made) return made;
  const table = phrases([...foods.called].flatMap(([words, food]) => waysOf(words, food)));
  called.set(foods.called, table);
  return table;
}
