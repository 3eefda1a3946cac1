import type { Figure } from './figure.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseFigure } from './recognise-figure.ts';
import type { TrainingPiece } from './training-piece.ts';

/** "+10kg", "-20x5", "bw + 20", "plus 20 kg": a sign before a figure, where nothing is added or listed. */
export function signedFigure(line: Line, at: number, last: TrainingPiece | undefined): Figure | null {
  const token = line.tokens[at];
  const sign = token?.word === '+' || token?.word === 'plus' ? 1 : token?.word === '-' ? -1 : 0;
  if (sign === 0) return null;
  const isAfterBodyweight = last?.kind === 'mark' && last.mark === 'bodyweight';
  const isFree = !token?.isGlued && line.tokens[at + 1]?.isGlued === true;
  const isAfterName = last === undefined || last.kind === 'word' || last.kind === 'break' || last.kind === 'mark';
  const figure = recogniseFigure(line, at + 1);
  if (!figure || !(figure.unit === 'none' || figure.unit === 'kg' || figure.unit === 'lb')) return null;
  const isLoad = figure.unit !== 'none' && wordAt(line, figure.end) !== 'x';
  const isFigureBefore = last?.kind === 'figure';
  if (!isAfterBodyweight && !isFree && !(sign > 0 && isLoad && isAfterName)) return null;
  if (!isAfterBodyweight && isFigureBefore && !isLoad) return null;
  return { ...figure, value: sign * figure.value, isSigned: true };
}

/** A figure, "a double", or words for about how much and then one. */
export function figureFollows(line: Line, at: number): boolean {
  const next = line.tokens[at + 1];
  if (!next) return false;
  if (next.kind === 'number') return true;
  if (next.word === '~' || line.language.approximately.byFirstWord.has(next.word))
    return line.tokens[at + 2]?.kind === 'number';
  if (next.kind !== 'word') return (next.word === '+' || next.word === '-') && line.tokens[at + 2]?.kind === 'number';
  if (line.language.articles.has(next.word) && line.language.training.namedReps.has(wordAt(line, at + 2))) return true;
  return recogniseFigure(line, at + 1) !== null;
}

/** "for a double", "5 singles", "a heavy triple at 140". */
export function namedReps(line: Line, at: number, last: TrainingPiece | undefined): Figure | null {
  const { namedReps: names, numberedNames } = line.language.training;
  let next = at;
  if (line.language.articles.has(wordAt(line, next))) next++;
  if (wordAt(line, next) === 'heavy') next++;
  const reps = names.get(wordAt(line, next));
  if (reps === undefined) return null;
  const after = line.tokens[next + 1];
  if (numberedNames.has(after?.word ?? '')) return null;
  const isLed = next > at || last?.kind === 'joint' || last?.kind === 'figure';
  const isFollowed = after?.kind !== 'word' || line.language.training.ats.has(after.word);
  if (!isLed || !isFollowed) return null;
  return { value: reps, unit: 'reps', other: null, isSigned: false, isOpenEnded: false, end: next + 1 };
}

const mostLastReps = 100;

/** "last set was 6", "last one 12 reps": the reps of the last set. A weight or more sets after it are no such thing. */
export function lastSetReps(line: Line, at: number): { reps: number; end: number } | null {
  const { lastSets, lastLinks } = line.language.training;
  const last = phraseAt(lastSets, line.tokens, at);
  if (!last) return null;
  let next = last.end;
  for (let link = phraseAt(lastLinks, line.tokens, next); link; link = phraseAt(lastLinks, line.tokens, next))
    next = link.end;
  const figure = recogniseFigure(line, next);
  if (!figure || !(figure.unit === 'none' || figure.unit === 'reps') || figure.isSigned) return null;
  const isReps = Number.isInteger(figure.value) && figure.value > 0 && figure.value <= mostLastReps;
  const after = wordAt(line, figure.end);
  return isReps && !['x', '*', '@', '/', '-'].includes(after) ? { reps: figure.value, end: figure.end } : null;
}

/** "60 lengths in a 25m pool": how far that was. */
export function pooled(line: Line, figure: Figure | null): Figure | null {
  const { lengths, ins, pools } = line.language.training;
  if (figure?.unit !== 'reps' || !lengths.has(wordAt(line, figure.end - 1))) return figure;
  let at = figure.end;
  if (wordAt(line, at) === '(') at++;
  if (ins.has(wordAt(line, at)) || line.language.of.has(wordAt(line, at))) at++;
  if (line.language.articles.has(wordAt(line, at)) || line.language.definite.has(wordAt(line, at))) at++;
  const length = line.tokens[at]?.kind === 'number' ? recogniseFigure(line, at) : null;
  const end = wordAt(line, length?.end ?? at) === '-' ? (length?.end ?? at) + 1 : (length?.end ?? at);
  const isPool = length?.unit === 'm' || length?.unit === 'open-m' || length?.unit === 'none';
  return isPool && pools.has(wordAt(line, end))
    ? { ...figure, unit: 'm', value: figure.value * length.value, end: end + 1 }
    : figure;
}
