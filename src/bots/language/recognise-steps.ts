import { type FoundValue, foundValue, numberAt, rangeTo } from './found-value.ts';
import { type Line, wordAt } from './line.ts';

/** A number of steps: "10k", "12,345", "8.5k", "12 345", "12.345", "8-9k". */
export function recogniseSteps(line: Line, at: number): FoundValue | null {
  const number = numberAt(line, at);
  if (!number) return null;
  const range = rangeTo(line, number.end, number.value);
  const end = range?.end ?? number.end;
  const said = range ? (number.value + range.value) / 2 : number.value;
  if (line.language.metrics.thousand.has(wordAt(line, end)))
    return foundValue(Math.round(said * 1000), said, 'k', end + 1);
  const next = line.tokens[end];
  const word = wordAt(line, end - 1);
  if (range || !/^\d{1,3}(?:\.\d{3})?$/.test(word)) return foundValue(Math.round(said), said, null, end);
  if (word.includes('.')) return foundValue(Math.round(said * 1000), Math.round(said * 1000), null, end);
  const isGrouped = next?.kind === 'number' && /^\d{3}$/.test(next.word);
  const whole = isGrouped ? said * 1000 + Number(next.word) : said;
  return foundValue(whole, whole, null, isGrouped ? end + 1 : end);
}
