import { type FoundValue, foundValue, numberAt } from './found-value.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';

export const cmPerInch = 2.54;

/** What a tape says, in cm: "86", "86cm", "34 in", `34"`. A bare figure is in the person's unit. */
export function recogniseBodyLength(line: Line, at: number, units: 'metric' | 'us'): FoundValue | null {
  const number = numberAt(line, at);
  if (!number) return null;
  const found = phraseAt(line.language.metrics.lengths, line.tokens, number.end);
  // "86 in january" is no length in inches.
  const unit = found && line.language.months.has(wordAt(line, found.end)) ? null : found;
  const meant = unit?.meaning ?? (units === 'us' ? 'in' : 'cm');
  const cm = meant === 'in' ? number.value * cmPerInch : number.value;
  return foundValue(cm, number.value, unit ? meant : null, unit?.end ?? number.end);
}
