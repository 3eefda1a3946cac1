import { wordsOf } from '../search/words.ts';
import type { IndexedFood } from './food-index.ts';
import { cooking, forms, measures, neutral, sameForm } from './food-words.ts';

type Find = (words: readonly string[]) => IndexedFood | null;

const measured = new RegExp(`^(?:an? |the |some )?(${measures})(?:e?s|ful|full)? of (.+)$`, 'i');

/**
 * The food that a text names: by its words as they are, or else without those that do not change which food is meant.
 * What makes it another food ("fried", "dried", "diet", "vegan") is never left out.
 */
export function named(text: string, find: Find): IndexedFood | null {
  const words = wordsOf(text);
  const food = find(words) ?? relaxed(words, find);
  if (food) return food;
  const [, measure, rest] = (text.includes(' of ') && measured.exec(text.trim())) || [];
  if (!measure || !rest) return null;
  const isTin = measure === 'tin' || measure === 'can';
  return (isTin ? find(['canned', ...wordsOf(rest)]) : null) ?? named(rest, find);
}

/**
 * Looks again without the words that do not change which food is meant: "leftover", a size, and a form ("grilled",
 * "raw") that is the food's own anyway. "Raw rice" is not the cooked rice.
 */
function relaxed(words: readonly string[], find: Find): IndexedFood | null {
  const kept = words.filter((word) => !neutral.has(word));
  if (kept.length === 0) return null;
  const plain = kept.length < words.length ? find(kept) : null;
  if (plain) return plain;
  const bare = kept.filter((word) => !cooking.has(word) && !forms.has(word));
  if (bare.length === 0 || bare.length === kept.length) return null;
  const food = find(bare);
  if (food && kept.every((word) => bare.includes(word) || isOwnForm(food, word))) return food;
  return inOtherWords(kept, find);
}

function isOwnForm(food: IndexedFood, word: string): boolean {
  const own = food.defaultForm ? wordsOf(food.defaultForm) : [];
  if (cooking.has(word)) return own.some((form) => cooking.has(form));
  return own.includes(word) || (sameForm.get(word)?.some((same) => own.includes(same)) ?? false);
}

/** With one word for the form changed for another that says the same: "steamed" for "cooked", "tinned" for "canned". */
function inOtherWords(words: readonly string[], find: Find): IndexedFood | null {
  for (const [at, word] of words.entries()) {
    const others = cooking.has(word) && word !== 'cooked' ? ['cooked'] : (sameForm.get(word) ?? []);
    for (const other of others) {
      const food = find(words.with(at, other));
      if (food) return food;
    }
  }
  return null;
}
