import type { ExerciseIndex } from '../../domain/training/exercise-index.ts';
import { type Line, wordAt } from './line.ts';
import { type ExerciseName, nameExercise } from './name-exercise.ts';
import type { Break, TrainingPiece } from './training-piece.ts';

/** Words and figures between two breaks. */
export interface Segment {
  readonly parts: Part[];
  readonly before: Break | null;
  after: Break | null;
  label: number | null;
  isSuperset: boolean;
}

export type Part =
  | { readonly kind: 'name'; readonly name: ExerciseName }
  | { readonly kind: 'figures'; readonly pieces: TrainingPiece[] }
  | { readonly kind: 'note'; readonly text: string };

/** In exercises. Longer messages are no workout that a person typed. */
const mostNames = 80;

/** Cuts the pieces at their breaks and finds the names in them. Null where there are too many. */
export function cutSegments(
  line: Line,
  pieces: readonly TrainingPiece[],
  exercises: ExerciseIndex,
): { segments: Segment[]; isDone: boolean } | null {
  const segments: Segment[] = [];
  const state = { isDone: false, names: 0 };
  let segment = newSegment(null);
  for (let i = 0; i < pieces.length; ) {
    const piece = pieces[i] as TrainingPiece;
    if (isListComma(pieces, i)) {
      pushPiece(segment, piece);
      i++;
    } else if (piece.kind === 'break' && !(piece.how === 'and' && isInName(line, pieces, i, exercises))) {
      segment.after = piece.how;
      segments.push(segment);
      segment = newSegment(piece.how);
      i++;
    } else if (piece.kind === 'word') {
      const end = runEnd(line, pieces, i, exercises);
      if (!pushRun(line, segment, pieces.slice(i, end), exercises, state)) return null;
      i = end;
    } else {
      pushPiece(segment, piece);
      i++;
    }
  }
  segments.push(segment);
  return { segments, isDone: state.isDone };
}

const newSegment = (before: Break | null): Segment => ({
  parts: [],
  before,
  after: null,
  label: null,
  isSuperset: false,
});

/** "clean and jerk", "chest and tris": an "and" between words that only together are a name. */
function isInName(line: Line, pieces: readonly TrainingPiece[], and: number, exercises: ExerciseIndex): boolean {
  const before = pieces[and - 1];
  const after = pieces[and + 1];
  if (before?.kind !== 'word' || after?.kind !== 'word') return false;
  const { muscles } = line.language.training;
  if (muscles.has(wordAt(line, before.at)) && muscles.has(wordAt(line, after.at))) return true;
  const [first, last] = [line.tokens[before.at], line.tokens[after.end - 1]];
  if (!first || !last || after.at - before.end > 1) return false;
  const joined = line.text.slice(first.start, last.end);
  return exercises.lookup(joined) !== null && exercises.lookup(wordAt(line, before.at)) !== exercises.lookup(joined);
}

/** "8,8,7": no break. */
function isListComma(pieces: readonly TrainingPiece[], at: number): boolean {
  const piece = pieces[at];
  const isTight = piece?.kind === 'break' && piece.how === 'comma' && piece.isTight;
  return isTight && pieces[at - 1]?.kind === 'figure' && pieces[at + 1]?.kind === 'figure';
}

function runEnd(line: Line, pieces: readonly TrainingPiece[], from: number, exercises: ExerciseIndex): number {
  let end = from + 1;
  for (; end < pieces.length; end++) {
    const piece = pieces[end];
    if (piece?.kind === 'word') continue;
    if (piece?.kind === 'break' && piece.how === 'and' && isInName(line, pieces, end, exercises)) continue;
    break;
  }
  return end;
}

/** A dash or a slash between names is a break, and stays with the figures otherwise. */
function pushPiece(segment: Segment, piece: TrainingPiece): void {
  if (piece.kind === 'note') segment.parts.push({ kind: 'note', text: piece.text });
  else if (piece.kind === 'label') segment.label = piece.group;
  else if (piece.kind === 'mark' && piece.mark === 'superset') segment.isSuperset = true;
  else if (piece.kind === 'mark' && piece.mark === 'each') {
    segment.parts.push({ kind: 'note', text: 'each' });
    const last = segment.parts.at(-2);
    if (last?.kind === 'figures') last.pieces.push(piece);
  } else {
    const last = segment.parts.at(-1);
    if (last?.kind === 'figures') last.pieces.push(piece);
    else if (last?.kind === 'note' && segment.parts.at(-2)?.kind === 'figures') {
      const figures = segment.parts.at(-2);
      if (figures?.kind === 'figures') figures.pieces.push(piece);
    } else segment.parts.push({ kind: 'figures', pieces: [piece] });
  }
}

function pushRun(
  line: Line,
  segment: Segment,
  run: readonly TrainingPiece[],
  exercises: ExerciseIndex,
  state: { isDone: boolean; names: number },
): boolean {
  const words = run.filter((piece) => piece.kind === 'word');
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return true;
  if (words.every((piece) => piece.isAside)) {
    if (
      words.length <= 2 &&
      !exercises.lookup(line.text.slice(line.tokens[first.at]?.start ?? 0, line.tokens[last.end - 1]?.end ?? 0))
    )
      return true;
  }
  const found = nameExercise(line, first.at, last.end, exercises);
  state.isDone ||= found.isDone;
  if (found.kind !== 'name') {
    if (found.kind === 'remark') segment.parts.push({ kind: 'note', text: found.text });
    return true;
  }
  const before = segment.parts.findLast((part) => part.kind !== 'note');
  if (before?.kind === 'name') return addToName(segment, found);
  if (++state.names > mostNames) return false;
  segment.parts.push({ kind: 'name', name: found });
  if (found.to < last.end)
    segment.parts.push({
      kind: 'note',
      text: line.text.slice(line.tokens[found.to]?.start ?? 0, line.tokens[last.end - 1]?.end ?? 0),
    });
  return true;
}

/** Two names with only a remark or a mark between them: the known one counts. */
function addToName(segment: Segment, name: ExerciseName): boolean {
  const at = segment.parts.findLastIndex((part) => part.kind === 'name');
  const before = segment.parts[at];
  if (before?.kind !== 'name') return false;
  if (name.match && !before.name.match) {
    segment.parts[at] = { kind: 'name', name };
    segment.parts.push({ kind: 'note', text: before.name.words });
    return true;
  }
  segment.parts.push({ kind: 'name', name });
  return true;
}
