import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseFigure } from './recognise-figure.ts';
import type { TrainingPiece } from './training-piece.ts';
import type { TrainingMark } from './vocabulary/training-vocabulary.ts';

/** "1. squat", "2) bench": numbered lines. */
export function bulletEnd(line: Line, at: number, last: TrainingPiece | undefined): number | null {
  const [number, mark, next] = [line.tokens[at], line.tokens[at + 1], line.tokens[at + 2]];
  const isStart = last === undefined || (last.kind === 'break' && last.how === 'line');
  if (!isStart || number?.kind !== 'number' || !/^\d{1,2}$/.test(number.word)) return null;
  const isBullet =
    (mark?.word === '.' || mark?.word === ')') && mark.isGlued && next?.isGlued === false && next.word !== '\n';
  return isBullet ? at + 2 : null;
}

/** "A1 bench", "b2) rows", "1a. curls". */
export function labelAt(
  line: Line,
  at: number,
  last: TrainingPiece | undefined,
  before: readonly TrainingPiece[],
): { group: number; end: number } | null {
  const isFree = !last || ['break', 'mark', 'note', 'joint'].includes(last.kind);
  // "A1 bench 4x8 75kg A2 row": after one label the next needs no comma.
  if (!isFree && !(last.kind === 'figure' && before.some(({ kind }) => kind === 'label'))) return null;
  const token = line.tokens[at];
  const word = wordAt(line, at);
  if (/^[a-f][1-5]$/.test(word)) return { group: word.charCodeAt(0), end: pastLabelMark(line, at + 1) };
  const letter = line.tokens[at + 1];
  const isNumbered = token?.kind === 'number' && /^[1-9]$/.test(word) && letter?.isGlued && /^[a-d]$/.test(letter.word);
  return isNumbered && line.tokens[at + 2]?.kind !== 'number'
    ? { group: Number(word), end: pastLabelMark(line, at + 2) }
    : null;
}

const pastLabelMark = (line: Line, at: number): number =>
  [')', '.', ':', '-'].includes(wordAt(line, at)) ? at + 1 : at;

/** Where "level 8", "incline 12%", "tempo 3-1-1" and "hr avg 145" end. */
export function settingEnd(line: Line, from: number, at: number): number | null {
  let next = at;
  if ([':', '=', 'of', 'was', 'at', 'to', '~', '@', 'avg', 'around'].includes(wordAt(line, next))) next++;
  const figure = recogniseFigure(line, next);
  if (!figure) return /^\d/.test(wordAt(line, next)) ? next + 1 : null;
  const { climbs, countings } = line.language.training;
  const isClimb = climbs.has(wordAt(line, from)) && (figure.unit === 'm' || figure.unit === 'open-m');
  const isPlain = figure.unit === 'none' || figure.unit === 'aside' || figure.unit === 'speed';
  if (!isClimb && !isPlain) return null;
  if (countings.has(wordAt(line, from)) && !(figure.unit === 'none' && figure.value <= 20)) return null;
  let end = figure.end;
  while (['-', '/', '%'].includes(wordAt(line, end)) && line.tokens[end]?.isGlued) {
    end = line.tokens[end + 1]?.kind === 'number' ? end + 2 : end + 1;
  }
  return wordAt(line, end) === 'x' && line.tokens[end + 1]?.kind === 'number' ? null : end;
}

export function markAt(
  line: Line,
  at: number,
  last: TrainingPiece | undefined,
): { mark: TrainingMark; end: number } | null {
  const found = phraseAt(line.language.training.marks, line.tokens, at);
  if (!found) return null;
  const next = line.tokens[found.end];
  const isLone = found.end === at + 1;
  const isBeforeWord =
    next?.kind === 'word' && next.word !== 'x' && !phraseAt(line.language.training.asides, line.tokens, found.end);
  const isNamed = found.meaning === 'assisted' || found.meaning === 'bodyweight';
  // "band assisted pull ups", "pull ups assisted": a name.
  if (isNamed && isBeforeWord && last?.kind !== 'figure') return null;
  if (found.meaning === 'assisted' && last?.kind === 'word') return null;
  const isShy = isLone && line.language.training.shyMarks.has(wordAt(line, at));
  const isOfFigures =
    last?.kind === 'figure' || next === undefined || next.kind === 'number' || [':', '+', 'x', ','].includes(next.word);
  if (isShy && (!isOfFigures || (isBeforeWord && last?.kind !== 'figure'))) return null;
  if (isShy && last?.kind === 'word' && next === undefined && found.meaning === 'working') return null;
  // "cycled to work 8km"
  if (isShy && line.language.to.has(wordAt(line, at - 1))) return null;
  if (
    found.meaning === 'each' &&
    !(
      last?.kind === 'figure' ||
      last?.kind === 'word' ||
      last?.kind === 'effort' ||
      last?.kind === 'mark' ||
      last?.kind === 'break'
    )
  )
    return null;
  // "max", "f" and the like are said of sets.
  if (
    found.meaning === 'failure' &&
    isLone &&
    last?.kind !== 'figure' &&
    last?.kind !== 'joint' &&
    last?.kind !== 'break'
  )
    return null;
  if (found.meaning === 'bodyweight' && next?.word === '+') return { mark: found.meaning, end: found.end };
  return { mark: found.meaning, end: found.end };
}
