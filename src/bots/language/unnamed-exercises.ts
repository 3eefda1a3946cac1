import type { ExerciseIndex } from '../../domain/training/exercise-index.ts';
import type { ExerciseBlock } from './build-blocks.ts';
import type { Segment } from './cut-segments.ts';
import type { Line } from './line.ts';
import { type ExerciseName, nameExercise } from './name-exercise.ts';
import type { TrainingPiece } from './training-piece.ts';

/** "10 min warm up" is something done and no mark of sets. */
export function warmUpOf(line: Line, segment: Segment, exercises: ExerciseIndex): ExerciseBlock | null {
  const pieces = segment.parts.flatMap((part) => (part.kind === 'figures' ? part.pieces : []));
  const mark = pieces.find((piece) => piece.kind === 'mark' && piece.mark === 'warmup');
  const figures = pieces.filter((piece) => piece.kind === 'figure');
  const isTime = figures.length > 0 && figures.every(({ figure }) => figure.unit === 's' || figure.unit === 'open-m');
  if (mark?.kind !== 'mark' || !isTime) return null;
  const name = nameExercise(line, mark.at, mark.end, exercises);
  return name.kind === 'name' ? { name, figures, notes: [], superset: null, isListed: false } : null;
}

/** "5k 27:30": the distance is the name, where the catalogue has it as one, or is run at a pace; and its time is said. */
export function unnamedRun(line: Line, figures: TrainingPiece[], exercises: ExerciseIndex): ExerciseBlock | null {
  const distance = figures.find(
    (piece) =>
      piece.kind === 'figure' &&
      (piece.figure.unit === 'open-k' || (piece.figure.unit === 'm' && piece.figure.value % 1000 === 0)),
  );
  const others = figures.filter((piece) => piece.kind === 'figure').length;
  if (distance?.kind !== 'figure' || others < 2) return null;
  const { at, figure } = distance;
  const words = line.text.slice(line.tokens[at]?.start ?? 0, line.tokens[figure.end - 1]?.end ?? 0);
  const match =
    exercises.lookup(words) ??
    (figure.unit === 'm' ? exercises.lookup(`${figure.value / 1000}k`) : null) ??
    (isPaced(figures) ? exercises.lookup(line.language.asks.usualWay) : null);
  const name: ExerciseName = { kind: 'name', words, match, isDone: false, isCut: false, from: at, to: figure.end };
  return match && { name, figures, notes: [], superset: null, isListed: false };
}

/** "6k @ 5:45/km": a pace that people run at, in seconds a metre. */
const isPaced = (figures: readonly TrainingPiece[]): boolean =>
  figures.some((piece) => {
    if (piece.kind !== 'figure' || piece.figure.unit !== 'pace') return false;
    const secondsPerM = piece.figure.value / (piece.figure.other ?? 1);
    return secondsPerM >= fastestPace && secondsPerM <= slowestPace;
  });

const fastestPace = 0.16;
const slowestPace = 0.6;

const shortestIntervalM = 50;

/** "8x400m in 90s", "6x800m @ 3:10": distances run again and again, with their time. */
export function unnamedIntervals(line: Line, figures: TrainingPiece[], exercises: ExerciseIndex): ExerciseBlock | null {
  const start = figures.findIndex(
    (piece, i) =>
      piece.kind === 'figure' && piece.figure.unit === 'none' && isTimes(figures[i + 1]) && isDistance(figures[i + 2]),
  );
  const [count, , distance] = figures.slice(start < 0 ? figures.length : start);
  const isTimed = figures.slice(start + 3).some(({ kind }) => kind === 'figure');
  const match = exercises.lookup(line.language.training.intervals);
  if (count?.kind !== 'figure' || distance?.kind !== 'figure' || !isTimed || !match) return null;
  const words = line.text.slice(line.tokens[count.at]?.start ?? 0, line.tokens[distance.figure.end - 1]?.end ?? 0);
  const name: ExerciseName = {
    kind: 'name',
    words,
    match,
    isDone: false,
    isCut: false,
    from: count.at,
    to: distance.figure.end,
  };
  return { name, figures, notes: [], superset: null, isListed: false };
}

const isTimes = (piece: TrainingPiece | undefined): boolean => piece?.kind === 'joint' && piece.how === 'x';

const isDistance = (piece: TrainingPiece | undefined): boolean =>
  piece?.kind === 'figure' &&
  (piece.figure.unit === 'open-k' ||
    ((piece.figure.unit === 'm' || piece.figure.unit === 'open-m') && piece.figure.value >= shortestIntervalM));
