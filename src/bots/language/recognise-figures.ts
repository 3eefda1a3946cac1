import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseQuantity } from './recognise-quantity.ts';
import type { QuickAddField } from './vocabulary/quick-add-vocabulary.ts';

export interface FoundFigures extends Span {
  readonly figures: readonly (readonly [QuickAddField, number])[];
}

/** What stands before a number: a sign, or "about". */
const signs = new Set(['+', '~', '=', ':', '≈', '≃']);

/**
 * Energy or a nutrient with its number, in either order: "450 kcal", "~1.200 cal", "kcal: 450", "30g protein", "30p",
 * "p30", "carbs 40 g", "p30c40f10". With `isFree` a bare number is energy; `hasEnergy`: it was said before.
 */
export function recogniseFigures(line: Line, at: number, isFree = false, hasEnergy = false): FoundFigures | null {
  const word = wordAt(line, at);
  const joint = line.tokens[at]?.kind === 'word' ? jointFigures(line, at, word) : null;
  if (joint) return joint;
  const start = signs.has(word) ? at + 1 : at;
  const quantity = recogniseQuantity(line, start);
  if (quantity) {
    const value = thousands(line, start, quantity.value, quantity.end);
    return (
      numberFirst(line, value, quantity.end, hasEnergy) ??
      (isFree ? { figures: [['kcal', value]], end: quantity.end } : null)
    );
  }
  return nameFirst(line, at);
}

/** "1.200 kcal" groups thousands by a point. */
function thousands(line: Line, at: number, value: number, end: number): number {
  const { word = '', value: plain } = line.tokens[end - 1] ?? {};
  return end === at + 1 && plain === value && /^[1-9]\d{0,2}\.\d{3}$/.test(word) ? value * 1000 : value;
}

function numberFirst(line: Line, value: number, end: number, hasEnergy: boolean): FoundFigures | null {
  const { fields, grams } = line.language.quickAdd;
  let next = end;
  // "30p40c12f"
  const run = line.tokens[next]?.isGlued ? jointRun(wordAt(line, next)) : null;
  if (run) return { figures: [[run.first, value], ...run.rest], end: next + 1 };
  if (wordAt(line, next) === '-') next++;
  const isKilo = wordAt(line, next) === 'k' && line.tokens[next]?.isGlued === true;
  if (isKilo) next++;
  const isGrams = grams.has(wordAt(line, next));
  if (isGrams) next++;
  if (isGrams && (line.language.of.has(wordAt(line, next)) || wordAt(line, next) === '-')) next++;
  const field = phraseAt(fields, line.tokens, next);
  if (!field) return null;
  const isEnergy = field.meaning === 'kcal' || field.meaning === 'kJ';
  // "30 g kcal" is nothing; "200 g protein bar" is a food.
  if ((isGrams || !isKilo) && isEnergy === isGrams && isEnergy) return null;
  if (!isEnergy && goesOn(line, field.end, wordAt(line, next)))
    // "400 kcal 35g protein shake" has that much protein, and is still called so.
    return hasEnergy && isGrams && value <= mostProteinG ? { figures: [[field.meaning, value]], end: next } : null;
  return { figures: [[field.meaning, isKilo ? value * 1000 : value]], end: field.end };
}

/** In one thing with its energy said; more is the weight of a food that is called after the nutrient. */
const mostProteinG = 60;

/** "20 g protein bar": the nutrient's name begins a food's. */
function goesOn(line: Line, end: number, word: string): boolean {
  const next = line.tokens[end];
  if (next?.kind !== 'word' || word.length < 3) return false;
  return (
    line.language.boundPhrases.byFirstWord
      .get(word)
      ?.some(({ words }) => words.length > 1 && words.every((one, i) => wordAt(line, end - 1 + i) === one)) ?? false
  );
}

function nameFirst(line: Line, at: number): FoundFigures | null {
  const { fields, grams } = line.language.quickAdd;
  const field = phraseAt(fields, line.tokens, at);
  if (!field) return null;
  let next = field.end;
  while (next < field.end + 2 && (signs.has(wordAt(line, next)) || wordAt(line, next) === '-')) next++;
  const quantity = recogniseQuantity(line, next);
  if (!quantity) return null;
  const value = thousands(line, next, quantity.value, quantity.end);
  const end = grams.has(wordAt(line, quantity.end)) ? quantity.end + 1 : quantity.end;
  // In "protein 30 carbs" the number is that of the carbs only where one came before; the first name decides.
  return { figures: [[field.meaning, value]], end };
}

const letters: Readonly<Record<string, QuickAddField>> = { p: 'proteinG', c: 'carbsG', f: 'fatG' };

/** "p30", "p30c40f10" */
function jointFigures(line: Line, at: number, word: string): FoundFigures | null {
  if (word.length > 24 || !/^(?:[pcf]\d{1,3}(?:\.\d)?)+$/.test(word)) return null;
  if (line.tokens[at]?.isGlued && line.tokens[at - 1]?.kind === 'number') return null;
  const figures = [...word.matchAll(/([pcf])([\d.]+)/g)].flatMap(
    ([, letter = '', value]): [QuickAddField, number][] => {
      const field = letters[letter];
      return field ? [[field, Number(value)]] : [];
    },
  );
  return { figures, end: at + 1 };
}

/** What goes on after a number: the "p40c12f" of "30p40c12f". */
function jointRun(word: string): { first: QuickAddField; rest: [QuickAddField, number][] } | null {
  if (word.length > 24 || !/^[pcf](?:\d{1,3}(?:\.\d)?[pcf])+$/.test(word)) return null;
  const first = letters[word[0] ?? ''];
  if (!first) return null;
  const rest = [...word.slice(1).matchAll(/([\d.]+)([pcf])/g)].flatMap(
    ([, value, letter = '']): [QuickAddField, number][] => {
      const field = letters[letter];
      return field ? [[field, Number(value)]] : [];
    },
  );
  return { first, rest };
}
