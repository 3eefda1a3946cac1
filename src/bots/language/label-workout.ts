import type { WorkoutReading } from './read-workout.ts';
import type { ReadSet } from './settle-sets.ts';

const longestLabel = 80;

/** A short label that tells one reading of a workout from the others: "bench: 3 sets of 5 at 225 lb". */
export function labelWorkout(reading: WorkoutReading, at: number): string {
  const exercise = reading.exercises[at];
  if (!exercise) return '';
  const label =
    reading.exercises.length > 1 ? `${exercise.words}: ${labelSets(exercise.sets)}` : labelSets(exercise.sets);
  return label.slice(0, longestLabel);
}

/** The first exercise in which readings of the same words differ. */
export function placeOfDifference(readings: readonly WorkoutReading[]): number {
  const [first, ...others] = readings;
  const at = (first?.exercises ?? []).findIndex(({ sets }, i) =>
    others.some(({ exercises }) => labelSets(exercises[i]?.sets ?? []) !== labelSets(sets)),
  );
  return Math.max(at, 0);
}

function labelSets(sets: readonly ReadSet[]): string {
  const said = sets.map(labelSet);
  const [one] = said;
  if (one !== undefined && said.every((label) => label === one))
    return sets.length === 1 ? one : `${sets.length} sets of ${one}`;
  return said.join(', ');
}

function labelSet(set: ReadSet): string {
  const { reps, loadValue, loadUnit, durationS, distanceM } = set;
  const load = loadValue === null ? null : `${number(loadValue)} ${loadUnit}`;
  const parts: string[] = [];
  if (reps !== null) parts.push(load ? `${reps} at ${load}` : `${reps} ${reps === 1 ? 'rep' : 'reps'}`);
  else if (load) parts.push(load);
  if (distanceM !== null) parts.push(distance(distanceM));
  if (durationS !== null)
    parts.push(durationS % 60 === 0 && durationS > 0 ? `${durationS / 60} min` : `${durationS} s`);
  return parts.join(' in ');
}

const number = (value: number): string => String(Math.round(value * 100) / 100);
const mileM = 1609.344;

function distance(metres: number): string {
  const miles = metres / mileM;
  if (Math.abs(miles * 10 - Math.round(miles * 10)) < 0.001 && metres % 1000 !== 0) return `${number(miles)} mi`;
  return metres >= 1000 ? `${number(metres / 1000)} km` : `${number(metres)} m`;
}
