import type { FoodHit, IndexedFood } from '../../domain/foods/food-index.ts';
import { openChoice } from '../../domain/foods/open-choice.ts';
import { wordsOf } from '../../domain/search/words.ts';
import { wordKey } from '../../domain/users/word-meaning.ts';
import type { Given } from '../command.ts';
import type { ReadItem } from './read-meals.ts';
import { homonyms, type Sense } from './vocabulary/en/homonyms.ts';

type Said = Pick<ReadItem, 'words' | 'match' | 'quantity' | 'unit' | 'size'>;

/** How likely a sense is where it is at home, where nothing tells, and what a food of their own is to its last words. */
const scores = { here: 1, anywhere: 0.8, own: 0.9, shared: 0.8 };
const longestTail = 3;

const senses: ReadonlyMap<string, readonly Sense[]> = new Map(
  [...homonyms].map(([word, list]) => [wordKey(word), list] as const),
);

export interface FoodMeant {
  /** What is taken where it is not asked about. */
  readonly food: IndexedFood | null;
  /** The foods among which it has to be asked, best first; none where it is plain. */
  readonly choices: readonly FoodHit[];
}

/**
 * Which food an item means. It is plain where the person has told before, has been asked before, or has a food of just
 * that name; otherwise the words may be used for several.
 */
export function foodMeant(said: Said, given: Given): FoodMeant {
  const { match, words } = said;
  const plain: FoodMeant = { food: match, choices: [] };
  if (!match || match.source === 'own' || match.source === 'coach') return plain;
  const key = wordKey(words);
  const list = senses.get(key);
  const own = ownByTail(given.foods.own).get(key);
  if (!list && !own) return plain;
  if (given.words?.known.some((one) => one.kind === 'food' && one.key === key)) return plain;
  const hits = list ? hitsOf(list, said, given) : [{ food: match, score: scores.shared }];
  // What has just this name in the catalogue is no short form of something else.
  if (own && wordKey(match.name) !== key) hits.push(...own.map((food) => ({ food, score: scores.own })));
  const choices = openChoice(hits, { quantity: said.quantity, unit: said.unit, size: said.size });
  if (choices.length > 0 && !given.words?.asked.has(key)) return { food: null, choices };
  const here = hits.find(({ score }) => score === scores.here);
  return here ? { food: here.food, choices: [] } : plain;
}

function hitsOf(list: readonly Sense[], { unit }: Said, { foods, locale }: Given): FoodHit[] {
  const region = /^[a-z]{2,3}[-_]([A-Z]{2})\b/.exec(locale)?.[1];
  return list.flatMap(({ name, regions, units }) => {
    const food = foods.lookup(name);
    const isHere = (unit !== null && units.includes(unit)) || (region !== undefined && regions.includes(region));
    return food ? [{ food, score: isHere ? scores.here : scores.anywhere }] : [];
  });
}

const tails = new WeakMap<readonly IndexedFood[], ReadonlyMap<string, readonly IndexedFood[]>>();

/** A person's own foods by the last words of their names: "thai curry" and "sunday curry" by "curry". */
function ownByTail(own: readonly IndexedFood[]): ReadonlyMap<string, readonly IndexedFood[]> {
  const made = tails.get(own);
  if (made) return made;
  const byTail = new Map<string, IndexedFood[]>();
  for (const food of own) {
    const words = wordsOf(food.name);
    for (let from = Math.max(1, words.length - longestTail); from < words.length; from++) {
      const tail = words.slice(from).join(' ');
      const list = byTail.get(tail);
      if (list) list.push(food);
      else byTail.set(tail, [food]);
    }
  }
  tails.set(own, byTail);
  return byTail;
}
