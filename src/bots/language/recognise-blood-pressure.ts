import type { FoundValue } from './found-value.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';

/** A pair of pressures in mmHg: "121/79", "121 over 79", "121-79 mmHg"; "121 79" only where `isNamed`. */
export function recogniseBloodPressure(line: Line, at: number, isNamed: boolean): FoundValue | null {
  const { over, pressures } = line.language.metrics;
  const { tokens } = line;
  // "12/8" is a number to the scanner.
  const [, above, below] = /^(\d{1,2})[/⁄](\d{1,2})$/.exec(wordAt(line, at)) ?? [];
  if (above && below) return isNamed ? pair(line, Number(above), Number(below), at + 1) : null;
  const first = whole(tokens[at]?.word);
  if (first === null) return null;
  const isJoined = over.has(wordAt(line, at + 1));
  const second = whole(tokens[isJoined ? at + 2 : at + 1]?.word);
  if (second === null || !(isJoined || isNamed)) return null;
  const end = isJoined ? at + 3 : at + 2;
  const found = pair(line, first, second, end);
  // Without a name "121-79" is a subtraction or a range.
  const isSure = isNamed || wordAt(line, at + 1) === '/' || wordAt(line, at + 1) === 'over';
  return isSure || phraseAt(pressures, tokens, end) ? found : null;
}

const whole = (word: string | undefined): number | null =>
  word !== undefined && /^\d{1,3}$/.test(word) ? Number(word) : null;

function pair(line: Line, value: number, value2: number, end: number): FoundValue {
  const unit = phraseAt(line.language.metrics.pressures, line.tokens, end);
  return { value, value2, typed: { value, unit: unit ? 'mmHg' : null }, end: unit?.end ?? end };
}
