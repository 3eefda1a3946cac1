import { type FoundValue, foundValue, numberAt } from './found-value.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';

/** "18", "18.2%", "18 percent". */
export function recognisePercentage(line: Line, at: number): FoundValue | null {
  // Glued to its sign it is a word to the scanner.
  const written = /^(\d{1,3}(?:[.,]\d{1,3})?)%$/.exec(wordAt(line, at));
  if (written) {
    const value = Number(written[1]?.replace(',', '.'));
    return foundValue(value, value, '%', at + 1);
  }
  const number = numberAt(line, at);
  if (!number) return null;
  const unit = phraseAt(line.language.metrics.percent, line.tokens, number.end);
  return foundValue(number.value, number.value, unit ? '%' : null, unit?.end ?? number.end);
}
