import type { FoodIndex } from '../../domain/foods/food-index.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';

/** How many words beside a connector are tried as one name. */
const reach = 2;

/**
 * A name that would otherwise be cut: a phrase of the vocabulary ("mac and cheese", "protein bar", "3 bean salad",
 * "breakfast burrito"), or words around a connector that the catalogue knows as one food ("ham and cheese sandwich").
 */
export function recogniseFoodName(line: Line, at: number, from: number, to: number, foods: FoodIndex): Span | null {
  const bound = phraseAt(line.language.boundPhrases, line.tokens, at);
  if (bound && bound.end <= to) return { end: withTail(line, bound.end, to) };
  if (!isPlain(line, at) || at < from) return null;
  for (let left = Math.min(reach, to - at - 1); left >= 1; left--) {
    const connector = at + left;
    if (left === 2 && !isPlain(line, at + 1)) continue;
    if (!isConnector(line, connector)) continue;
    for (let right = reach; right >= 1; right--) {
      const end = connector + 1 + right;
      if (end > to || !isPlain(line, connector + 1) || (right === 2 && !isPlain(line, connector + 2))) continue;
      // "salad with green leaf lettuce" is no green salad: the name must be over there.
      if (end < to && isPlain(line, end)) continue;
      if (foods.lookup(line.text.slice(line.tokens[at]?.start, line.tokens[end - 1]?.end))) return { end };
    }
  }
  return null;
}

/** "quest bar cookies n cream": a bound phrase right after a bound phrase belongs to the same name. */
function withTail(line: Line, end: number, to: number): number {
  const more = phraseAt(line.language.boundPhrases, line.tokens, end);
  return more && more.end <= to ? more.end : end;
}

function isConnector(line: Line, at: number): boolean {
  const word = wordAt(line, at);
  return line.language.and.has(word) || word === 'with' || word === 'w/' || word === 'w';
}

/** An ordinary word: nothing that counts, measures or joins. */
function isPlain(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (token?.kind !== 'word') return false;
  const { articles, determiners, numbers, and, of, eating, slots, vague, fillers } = line.language;
  const { word } = token;
  return !(
    articles.has(word) ||
    determiners.has(word) ||
    numbers.has(word) ||
    and.has(word) ||
    of.has(word) ||
    isConnector(line, at) ||
    slots.byFirstWord.has(word) ||
    vague.byFirstWord.has(word) ||
    fillers.byFirstWord.has(word) ||
    eating.verbs.byFirstWord.has(word) ||
    eating.subjects.byFirstWord.has(word)
  );
}
