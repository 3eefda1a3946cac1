import type { FoodIndex, IndexedFood } from '../../domain/foods/food-index.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { type Amount, measureAt } from './recognise-amount.ts';
import { recogniseUnit } from './recognise-unit.ts';

/** Vessels and pieces that a known food must follow: "can" and "order" are mostly something else. */
const longestName = 3;

/** "a 12 oz glass coke", "1 28-ounce can tomatoes": the vessel of what has just been weighed. */
export function recogniseVessel(line: Line, at: number, foods: FoodIndex): Amount | null {
  const found = recogniseUnit(line, at);
  if (found?.unit.kind !== 'container' || line.tokens[found.end]?.kind !== 'word') return null;
  const name = line.text.slice(line.tokens[at]?.start, line.tokens[found.end]?.end);
  if (foods.lookup(name)) return null;
  const end = line.language.of.has(wordAt(line, found.end)) ? found.end + 1 : found.end;
  return { quantity: 1, unit: found.unit, size: null, isCounted: false, end };
}

/**
 * A measure without a number, an article or "of", where an item begins: "splash milk", "small handful nuts", "bowl
 * cereal". Names that begin with a measure word ("cup noodles", "pot roast") are none.
 */
export function recogniseBareMeasure(line: Line, at: number, foods: FoodIndex): Amount | null {
  const { units, sizes, measureAdjectives, bareMeasures } = line.language;
  const word = wordAt(line, at);
  if (!units.byFirstWord.has(word) && !sizes.byFirstWord.has(word) && !measureAdjectives.has(word)) return null;
  const found = measureAt(line, at);
  if (!found || wordAt(line, found.end - 1).length < 3 || line.tokens[found.end]?.kind !== 'word') return null;
  const { kind, id } = found.unit;
  const isFree = kind === 'kitchen' && bareMeasures.has(id);
  if (!isFree && !(kind === 'container' && bareMeasures.has(id))) return null;
  if (phraseAt(line.language.and.has(wordAt(line, found.end)) ? units : line.language.withs, line.tokens, found.end))
    return null;
  if (isName(found.end - 1) || (!isFree && !isName(found.end))) return null;
  return { quantity: 1, isCounted: false, ...found };

  function isName(from: number): boolean {
    for (let end = from + 1; end <= from + longestName && line.tokens[end - 1]?.kind === 'word'; end++) {
      if (end === from + 1 && from < (found?.end ?? 0)) continue;
      const food = foods.lookup(line.text.slice(line.tokens[from]?.start, line.tokens[end - 1]?.end));
      // "handful of nuts" is a name, and yet a measure.
      if (food && !(from < (found?.end ?? 0) && isOf(food, wordAt(line, from)))) return true;
    }
    return false;
  }
}

/**
 * A measure without a number that nothing follows: "porridge, large bowl", "curry (big plate)". What is a food itself
 * ("bread, roll") is none.
 */
export function recogniseClosingMeasure(line: Line, at: number, foods: FoodIndex): Amount | null {
  const { units, sizes, measureAdjectives } = line.language;
  const word = wordAt(line, at);
  if (!units.byFirstWord.has(word) && !sizes.byFirstWord.has(word) && !measureAdjectives.has(word)) return null;
  const found = measureAt(line, at);
  if (!found || wordAt(line, found.end - 1).length < 3) return null;
  if (found.unit.kind !== 'container' && found.unit.kind !== 'kitchen') return null;
  const next = line.tokens[found.end];
  if (next && next.kind !== 'mark') return null;
  return foods.lookup(wordAt(line, found.end - 1)) ? null : { quantity: 1, isCounted: false, ...found };
}

const isOf = (food: IndexedFood, measure: string): boolean =>
  [food.name, ...food.aliases].some((name) => name.toLowerCase().startsWith(`${measure} of `));
