import { type FoundValue, foundValue, numberAt } from './found-value.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';

/** A rating on the scale of ten: "8", "6/10", "3 out of 10", "7.5/10"; "4/5" is 8. `typed.unit` is the scale, if said. */
export function recogniseRating(line: Line, at: number): FoundValue | null {
  const written = /^(\d{1,2})[/⁄](10|5)$/.exec(wordAt(line, at));
  if (written) return rating(Number(written[1]), Number(written[2]), at + 1);
  const number = numberAt(line, at);
  // "7/8" is a number to the scanner, and no rating.
  if (!number || /[/⁄]/.test(wordAt(line, number.end - 1))) return null;
  const outOf = phraseAt(line.language.metrics.outOf, line.tokens, number.end);
  const scale = outOf && line.tokens[outOf.end];
  if (outOf && (scale?.word === '10' || scale?.word === '5'))
    return rating(number.value, Number(scale.word), outOf.end + 1);
  return foundValue(number.value, number.value, null, number.end);
}

const rating = (value: number, scale: number, end: number): FoundValue =>
  foundValue((value * 10) / scale, value, `/${scale}`, end);
