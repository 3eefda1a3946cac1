import type { Segment } from './cut-segments.ts';
import type { Line } from './line.ts';
import type { ExerciseName } from './name-exercise.ts';
import type { TrainingPiece } from './training-piece.ts';

/** "workout:" says nothing of which. */
export function isPlainWorkout(line: Line, name: ExerciseName): boolean {
  const { titleEnds, leadIns } = line.language.training;
  return line.tokens.slice(name.from, name.to).every(({ word }) => titleEnds.has(word) || leadIns.has(word));
}

/** "push day:", "leg day 55 min", "upper body 1h". */
export function isTitle(
  line: Line,
  name: ExerciseName,
  figures: readonly TrainingPiece[],
  segment: Segment,
  later: readonly Segment[],
): boolean {
  const { titles, titleEnds, muscles } = line.language.training;
  const isTimed = figures.every(
    (piece) =>
      piece.kind !== 'figure' ||
      piece.figure.unit === 's' ||
      piece.figure.unit === 'clock' ||
      (piece.figure.unit === 'sets' && segment.after === 'colon') ||
      piece.figure.unit === 'open-m',
  );
  if (!isTimed) return false;
  const words = line.tokens.slice(name.from, name.to).map((token) => token.word);
  const last = words.at(-1) ?? '';
  const first = words[0] ?? '';
  const nextNamed = later.find((one) => one.parts.length > 0);
  const isFollowed =
    nextNamed?.parts[0]?.kind === 'name' || nextNamed?.parts.some((part) => part.kind === 'name') === true;
  const hasFigures = figures.some((piece) => piece.kind === 'figure');
  if (last === 'day' && words.length > 1) return isFollowed || nextNamed === undefined;
  const isOfMuscles = words.every(
    (word) =>
      muscles.has(word) ||
      titleEnds.has(word) ||
      titles.has(word) ||
      word === 'and' ||
      word === '&' ||
      word.length === 1,
  );
  if (isOfMuscles && !isPlainWorkout(line, name) && (titles.has(first) || words.length > 1 || muscles.has(first))) {
    return isFollowed || (nextNamed === undefined && (titles.has(first) || words.length > 1) && hasFigures);
  }
  if (titleEnds.has(last) && !name.match) return isFollowed || (nextNamed === undefined && hasFigures);
  const isHeading = segment.after === 'colon' || segment.after === 'line';
  return (
    isHeading &&
    isFollowed &&
    words.length <= 5 &&
    (!name.match ||
      figures.some((piece) => piece.kind === 'figure' && piece.figure.unit === 'sets') ||
      (titleEnds.has(last) && !hasFigures)) &&
    (nextNamed?.parts[0]?.kind === 'name' || segment.after === 'colon')
  );
}
