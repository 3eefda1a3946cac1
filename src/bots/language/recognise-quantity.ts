import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseNumber } from './recognise-number.ts';

export interface Quantity extends Span {
  readonly value: number;
}

/** How a range or a repetition is joined to its second number. */
const isTimes = (word: string): boolean => word === 'x' || word === '*' || word === 'times';

/**
 * How much, without the unit: a number, "~200", "about 200", a range ("2-3" and "2 to 3" are 2.5), a product
 * ("2 x 30"), "x2" and "2x".
 */
export function recogniseQuantity(line: Line, at: number): Quantity | null {
  const start = phraseAt(line.language.approximately, line.tokens, at)?.end ?? at;
  if (isTimes(wordAt(line, start)) && line.tokens[start + 1]?.kind === 'number') {
    return recogniseNumber(line, start + 1);
  }
  const first = recogniseNumber(line, start);
  if (!first) return null;
  const range = rangeEnd(line, first.end);
  if (range && range.value > first.value) return { value: (first.value + range.value) / 2, end: range.end };
  if (isTimes(wordAt(line, first.end))) {
    const second = recogniseNumber(line, first.end + 1);
    if (second && line.tokens[first.end + 1]?.kind === 'number') return product(line, first.value, second);
    return { value: first.value, end: first.end + 1 };
  }
  return first;
}

/** The second number of "3 x 100-120". */
function product(line: Line, count: number, each: Quantity): Quantity {
  const range = rangeEnd(line, each.end);
  if (range && range.value > each.value) return { value: (count * (each.value + range.value)) / 2, end: range.end };
  return { value: count * each.value, end: each.end };
}

function rangeEnd(line: Line, at: number): Quantity | null {
  const word = wordAt(line, at);
  if (word !== '-' && !line.language.to.has(word)) return null;
  // "4½- to 5½-pound"
  const isHyphened = word === '-' && line.language.to.has(wordAt(line, at + 1));
  return recogniseNumber(line, isHyphened ? at + 2 : at + 1);
}
