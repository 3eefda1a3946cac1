import type { FoodHit, FoodIndex, IndexedFood } from '../../domain/foods/food-index.ts';
import { openChoice } from '../../domain/foods/open-choice.ts';
import { editDistance } from '../../domain/search/edit-distance.ts';
import { wordsOf } from '../../domain/search/words.ts';
import type { FoodName } from './match-food.ts';

/** How alike a name must be to be taken for a slip of the finger. */
const slipScore = 0.6;
const shortestSlip = 5;
/** How many nearest foods are offered for an unknown one. */
const candidatesPerName = 5;
/** Of how many hits one may be a slip away. */
const hitsPerName = 12;
/** A longer name is no slip, and not worth a search. */
const longestSearched = 60;
const shortestSearched = 3;

/**
 * Searches for a name the catalogue does not have. Where it is nearly one of its names ("chicken brest", "bananna") it
 * is taken for a slip of the finger; short words are never guessed, and a lone name only where it is sure. A search
 * costs more than all the rest.
 */
export function searchFood(name: FoodName, foods: FoodIndex, isLone = false, isMeasured = true): FoodName {
  if (name.match || name.isWater || name.words.length > longestSearched || name.words.length < shortestSearched)
    return name;
  const typed = name.words.toLowerCase();
  const hits = foods.search(typed, hitsPerName);
  const limit = typed.length < 8 ? 1 : 2;
  const isSure = isLone || (!isMeasured && typed.length < 7);
  const isNear = (known: string): boolean =>
    (!isSure || isSureSlip(typed, known.toLowerCase())) &&
    Math.abs(known.length - typed.length) <= limit &&
    editDistance(typed, known.toLowerCase(), limit) <= limit;
  const slip = hits.find(({ food, score }) => score >= slipScore && (isNear(food.name) || food.aliases.some(isNear)));
  if (slip && typed.length >= shortestSlip) {
    const slips = hits.filter(({ food, score }) => score >= slipScore && isNear(food.name));
    // A slip between two names is no better one than the other, unless they are much the same.
    const open = slips.length < 2 ? [] : openChoice(equallyNear(typed, slips), { quantity: 100, unit: 'g' });
    if (open.length > 0) return { ...name, candidates: open.map(({ food }) => food) };
    return { ...name, match: slip.food, familiarity: 'exact' };
  }
  const said = wordsOf(typed);
  const candidates = hits
    .filter(({ food, score }) => score >= nearScore || sharesWord(said, food))
    .slice(0, candidatesPerName)
    .map(({ food }) => food);
  return { ...name, candidates: candidates.length > 0 ? candidates : foodsAmong(typed, foods) };
}

/** Those of several foods whose own names are the fewest letters away: "musels" may be muesli or mussels. */
function equallyNear(typed: string, slips: readonly FoodHit[]): readonly FoodHit[] {
  const distances = slips.map(({ food }) => editDistance(typed, food.name.toLowerCase(), mostLetters));
  const nearest = Math.min(...distances);
  return slips.filter((_, i) => distances[i] === nearest);
}

const mostLetters = 3;

/**
 * A slip that nothing else in the message vouches for: a letter too many, too few or two swapped in a long word, never
 * another first letter ("thanks" are no shanks).
 */
function isSureSlip(typed: string, known: string): boolean {
  if (typed[0] !== known[0] || typed.length < shortestSureSlip) return false;
  if (typed.length >= longLoneSlip) return true;
  return typed.length !== known.length || [...typed].sort().join('') === [...known].sort().join('');
}

const shortestSureSlip = 6;
const longLoneSlip = 9;

/** The foods among the words of a name that is none: of "banana flurb" the banana. */
function foodsAmong(typed: string, foods: FoodIndex): readonly IndexedFood[] {
  const found = typed.split(' ').flatMap((word) => (word.length < shortestSearched ? [] : (foods.lookup(word) ?? [])));
  return [...new Set(found)].slice(0, candidatesPerName);
}

/** A hit below this is offered only if it has a whole word of the name: "poke" is not nearly "coke". */
const nearScore = 0.5;
const shortestShared = 4;

const sharesWord = (said: readonly string[], food: IndexedFood): boolean => {
  const known = [food.name, ...food.aliases].flatMap(wordsOf);
  return said.some((word) => word.length >= shortestShared && known.includes(word));
};
