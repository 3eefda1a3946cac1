import type { FoodIndex } from '../../domain/foods/food-index.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { recogniseUnit } from './recognise-unit.ts';

/** A number that is part of a name: "Chinese 5-spice powder", "00 flour", "80/20 beef", "a 3 egg omelette". */
export function recogniseCompound(line: Line, at: number, to: number, foods: FoodIndex): Span | null {
  const end = compoundEnd(line, at, to, foods);
  return end === null ? null : { end };
}

function compoundEnd(line: Line, at: number, to: number, foods: FoodIndex): number | null {
  const token = line.tokens[at];
  if (token?.kind !== 'number') return null;
  if (token.word === '00' || isLean(token.word)) return at + 1;
  const [slash, other] = [line.tokens[at + 1], line.tokens[at + 2]];
  if (slash?.word === '/' && slash.isGlued && other?.isGlued === true && isLean(`${token.word}/${other.word}`))
    return at + 3;
  if (isDishOf(line, at, foods)) return at + 3;
  const word = line.tokens[at + 2];
  const isHyphened =
    wordAt(line, at + 1) === '-' && line.tokens[at + 1]?.isGlued && word?.isGlued && word.kind === 'word';
  if (!isHyphened || at + 3 >= to || line.tokens[at + 3]?.kind !== 'word') return null;
  return recogniseUnit(line, at + 2) || line.language.to.has(word.word) ? null : at + 3;
}

/** "80/20", "93/7": how lean and how fat meat is. */
function isLean(ratio: string): boolean {
  const [lean, fat] = ratio.length <= 5 && ratio.includes('/') ? ratio.split('/').map(Number) : [];
  return lean !== undefined && fat !== undefined && lean >= fat && lean + fat === 100;
}

/** "a 3 egg omelette": one dish of so many; "3 egg omelettes" are three. */
function isDishOf(line: Line, at: number, foods: FoodIndex): boolean {
  const dish = wordAt(line, at + 2);
  if (!line.language.dishes.has(dish) || dish.endsWith('s') || line.tokens[at + 1]?.kind !== 'word') return false;
  return foods.lookup(line.text.slice(line.tokens[at]?.start, line.tokens[at + 2]?.end)) !== null;
}
