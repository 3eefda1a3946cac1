import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import type { Unit } from './vocabulary/vocabulary.ts';

export interface FoundUnit extends Span {
  readonly unit: Unit;
}

/** A measure word at `at`, with the point of an abbreviation ("oz.") taken in. */
export function recogniseUnit(line: Line, at: number): FoundUnit | null {
  const found = phraseAt(line.language.units, line.tokens, at);
  if (!found) return null;
  const point = line.tokens[found.end];
  const isAbbreviated = point?.word === '.' && point.isGlued && wordAt(line, found.end - 1).length <= 5;
  return { unit: found.meaning, end: isAbbreviated && line.tokens[found.end + 1] ? found.end + 1 : found.end };
}
