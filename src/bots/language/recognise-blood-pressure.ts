import type { FoundValue } from './found-value.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { type FoundNumber, recogniseNumber } from './recognise-number.ts';
import { recogniseSpokenHundreds } from './recognise-said-number.ts';

/** A pair of pressures in mmHg: "121/79", "121 over 79", "121-79 mmHg"; "121 79" only where `isNamed`. */
export function recogniseBloodPressure(line: Line, at: number, isNamed: boolean): FoundValue | null {
  const { over, pressures } = line.language.metrics;
  const { tokens } = line;
  // "12/8" is a number to the scanner.
  const [, above, below] = /^(\d{1,2})[/⁄](\d{1,2})$/.exec(wordAt(line, at)) ?? [];
  if (above && below) return isNamed ? pair(line, Number(above), Number(below), at + 1) : null;
  const first = whole(line, at);
  if (first === null) return null;
  const joint = wordAt(line, first.end);
  const isJoined = over.has(joint);
  const second = whole(line, isJoined ? first.end + 1 : first.end);
  if (second === null || !(isJoined || isNamed)) return null;
  const { end } = second;
  const found = pair(line, first.value, second.value, end);
  // Without a name "121-79" is a subtraction or a range.
  const isSure = isNamed || joint === '/' || joint === 'over';
  return isSure || phraseAt(pressures, tokens, end) ? found : null;
}

/** In digits, or as it is spoken: "one twenty eight". */
function whole(line: Line, at: number): FoundNumber | null {
  const token = line.tokens[at];
  if (token?.kind === 'number') return /^\d{1,3}$/.test(token.word) ? { value: Number(token.word), end: at + 1 } : null;
  return recogniseSpokenHundreds(line, at) ?? recogniseNumber(line, at);
}

function pair(line: Line, value: number, value2: number, end: number): FoundValue {
  const unit = phraseAt(line.language.metrics.pressures, line.tokens, end);
  return { value, value2, typed: { value, unit: unit ? 'mmHg' : null }, end: unit?.end ?? end };
}
