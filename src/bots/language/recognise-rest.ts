import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseNumber } from './recognise-number.ts';

export interface FoundRest extends Span {
  readonly restS: number;
}

/** A bare figure from here on counts seconds: nobody rests for twenty minutes. */
const fewestBareS = 20;

/** How long a pause was: "90s", "2 min", "1:30", "2 min 30", "1 min 30 s"; a bare "90" is seconds. */
export function recogniseRest(line: Line, at: number): FoundRest | null {
  const { durations } = line.language.ratings;
  const number = recogniseNumber(line, at);
  if (!number) return null;
  const [colon, seconds] = [line.tokens[number.end], line.tokens[number.end + 1]];
  if (colon?.word === ':' && colon.isGlued && seconds?.isGlued && /^[0-5]\d$/.test(wordAt(line, number.end + 1))) {
    const unit = phraseAt(durations, line.tokens, number.end + 2);
    return { restS: number.value * 60 + (seconds.value ?? 0), end: unit?.end ?? number.end + 2 };
  }
  const unit = phraseAt(durations, line.tokens, number.end);
  if (!unit) return number.value >= fewestBareS ? { restS: number.value, end: number.end } : null;
  if (unit.meaning === 1) return { restS: number.value, end: unit.end };
  const rest = line.tokens[unit.end];
  const more = rest?.kind === 'number' && rest.value !== null && rest.value < 60 ? rest.value : null;
  const moreUnit = more === null ? null : phraseAt(durations, line.tokens, unit.end + 1);
  if (more === null || moreUnit?.meaning === 60) return { restS: number.value * 60, end: unit.end };
  return { restS: number.value * 60 + more, end: moreUnit?.end ?? unit.end + 1 };
}
