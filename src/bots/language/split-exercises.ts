import type { ExerciseIndex } from '../../domain/training/exercise-index.ts';
import { blocksOf, type SplitWorkout } from './build-blocks.ts';
import { cutSegments } from './cut-segments.ts';
import type { Line } from './line.ts';
import type { TrainingPiece } from './training-piece.ts';

/** Sorts the pieces of a text by exercise. Null where there are words that belong to none. */
export function splitExercises(
  line: Line,
  pieces: readonly TrainingPiece[],
  exercises: ExerciseIndex,
): SplitWorkout | null {
  const cut = cutSegments(line, pieces, exercises);
  const split = cut && blocksOf(line, cut.segments, exercises);
  return split && { ...split, isDone: cut.isDone };
}
