import { type Line, wordAt } from './line.ts';
import { type FoundNumber, recogniseNumber } from './recognise-number.ts';

/** A number, also as it is dictated: "68 point 5", "eighty one point four". */
export function recogniseDecimal(line: Line, at: number): FoundNumber | null {
  const number = recogniseNumber(line, at);
  return number && withPoint(line, number);
}

/** A figure that may have hundreds, as they are spoken: "two twenty five", "one forty", "one oh five". */
export function recogniseSpokenHundreds(line: Line, at: number): FoundNumber | null {
  const { numbers, tens, zeros } = line.language;
  const hundreds = numbers.get(wordAt(line, at));
  if (hundreds === undefined || hundreds > 9 || line.language.points.has(wordAt(line, at - 1))) return null;
  const next = wordAt(line, at + 1);
  const ten = tens.get(next) ?? (zeros.has(next) ? 0 : undefined);
  const one = numbers.get(wordAt(line, at + (ten === undefined ? 1 : 2))) ?? 0;
  if (ten === undefined) return one >= 10 ? { value: hundreds * 100 + one, end: at + 2 } : null;
  const hasOne = one > 0 && one < 10;
  if (ten === 0 && !hasOne) return null;
  return withPoint(line, { value: hundreds * 100 + ten + (hasOne ? one : 0), end: at + (hasOne ? 3 : 2) });
}

/** "… point five" */
function withPoint(line: Line, number: FoundNumber): FoundNumber {
  if (!line.language.points.has(wordAt(line, number.end)) || !Number.isInteger(number.value)) return number;
  const token = line.tokens[number.end + 1];
  const digit = token?.kind === 'number' ? token.word : String(line.language.numbers.get(token?.word ?? '') ?? '');
  return /^\d{1,2}$/.test(digit) ? { value: Number(`${number.value}.${digit}`), end: number.end + 2 } : number;
}
