import type { FoodIndex } from '../../domain/foods/food-index.ts';
import type { KnownWord } from '../../domain/users/load-words.ts';
import { wordKey } from '../../domain/users/word-meaning.ts';

/** The words of a person's that are named: by themselves, or a measure by any name of its food ("bowl of porridge"). */
export function namedWords(words: string, known: readonly KnownWord[], foods: FoodIndex): readonly KnownWord[] {
  const key = wordKey(words);
  const same = known.filter((one) => one.key === key);
  if (same.length > 0 || !known.some(({ kind }) => kind === 'measure')) return same;
  const [, unit = null, food = words] = /^(?:an?\s+|one\s+)?(\p{L}+)\s+of\s+(.+)$/iu.exec(words.trim()) ?? [];
  const id = foods.lookup(food)?.id;
  return known.filter(({ measure }) => measure !== null && measure.foodId === id && measure.unit === unit);
}
