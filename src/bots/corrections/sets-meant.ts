import type { RecordedExercise } from '../../domain/training/workouts-of-message.ts';
import type { Correction } from './correction.ts';

type DoneSet = RecordedExercise['sets'][number];

/**
 * Which sets of an exercise a correction means: the one it names, those with the figure it was not, or all working sets
 * where they are alike. Null where it has to be asked; none where there is no such set.
 */
export function setsMeant({ sets }: RecordedExercise, { set, was, change }: Correction): readonly DoneSet[] | null {
  const working = sets.filter(({ kind }) => kind !== 'warmup');
  const counted = working.length > 0 ? working : sets;
  if (set === 0) return counted;
  if (set !== null) return [counted.at(set > 0 ? set - 1 : set)].flatMap((one) => one ?? []);
  const were = was === null ? [] : sets.filter((one) => hasFigure(one, was, change));
  if (were.length > 0) return were;
  const key = ({ reps, weightKg, durationS, distanceM }: DoneSet) =>
    JSON.stringify([
      change.reps === undefined ? null : reps,
      change.weightKg === undefined ? null : weightKg,
      change.durationS === undefined ? null : durationS,
      change.distanceM === undefined ? null : distanceM,
    ]);
  return new Set(counted.map(key)).size <= 1 || change.sets !== undefined ? counted : null;
}

function hasFigure(set: DoneSet, was: number, change: Correction['change']): boolean {
  const isIt = (figure: number | null) => figure !== null && Math.abs(figure - was) < 1e-6;
  if (change.weightKg !== undefined) return isIt(set.loadValue) || isIt(set.weightKg);
  if (change.reps !== undefined) return isIt(set.reps);
  if (change.durationS !== undefined) return isIt(set.durationS) || isIt((set.durationS ?? 0) / 60);
  return change.distanceM !== undefined && (isIt(set.distanceM) || isIt((set.distanceM ?? 0) / 1000));
}
