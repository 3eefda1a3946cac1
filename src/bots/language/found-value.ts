import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseNumber } from './recognise-number.ts';
import { recogniseDecimal } from './recognise-said-number.ts';

/** A figure of a metric as said. */
export interface FoundValue extends Span {
  /** In the metric's canonical unit. */
  readonly value: number;
  /** The second figure of a pair. */
  readonly value2: number | null;
  /** The figure and unit as typed; the unit is null when unsaid. */
  readonly typed: { readonly value: number; readonly unit: string | null };
}

/** A plain number, perhaps with "about" before it. */
export function numberAt(line: Line, at: number): { value: number; start: number; end: number } | null {
  const start = phraseAt(line.language.approximately, line.tokens, at)?.end ?? at;
  const number = recogniseDecimal(line, start);
  return number && { value: number.value, start, end: number.end };
}

/** The second number of a range ("6-7", "6 to 7") that is higher than the first. */
export function rangeTo(line: Line, at: number, first: number): { value: number; end: number } | null {
  const word = wordAt(line, at);
  if (word !== '-' && !line.language.to.has(word)) return null;
  const second = recogniseNumber(line, at + 1);
  return second && second.value > first ? second : null;
}

/** Up to ten decimals: conversions leave no dust of binary fractions. */
export const exact = (value: number): number => Number(value.toFixed(10));

/** A single figure; `typed` as it was written. */
export const foundValue = (value: number, typed: number, unit: string | null, end: number): FoundValue => ({
  value: exact(value),
  value2: null,
  typed: { value: exact(typed), unit },
  end,
});
