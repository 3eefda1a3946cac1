import { expect, test } from 'vitest';
import { type TimedExercise, workoutEnergy } from '../../../src/domain/training/workout-energy.ts';

const lifting = (
  met: number | null,
  sets: number,
  more: Partial<TimedExercise['sets'][number]> = {},
): TimedExercise => ({
  met,
  isStrength: true,
  superset: null,
  sets: Array.from({ length: sets }, () => ({ reps: 8, durationS: null, restS: null, ...more })),
});
const timed = (met: number, durationS: number | null): TimedExercise => ({
  met,
  isStrength: false,
  superset: null,
  sets: [{ reps: null, durationS, restS: null }],
});
const at70 = { bodyKg: 70, durationMin: null };

test.each<[string, TimedExercise[], number | null, (number | null)[]]>([
  ['MET × kg × h', [timed(3.5, 3600)], null, [245]],
  ['its sets’ own durations', [timed(7, 1650)], null, [224.58]],
  ['40 s of work and 90 s of rest a set', [lifting(3.5, 3)], null, [26.54]],
  ['the rest that was said', [lifting(3.5, 3, { restS: 180 })], null, [44.92]],
  ['longer work where there are many repetitions', [lifting(3.5, 1, { reps: 100 })], null, [19.74]],
  ['the duration that was said', [lifting(3.5, 3)], 60, [245]],
  ['the duration that was said, shared by sets', [lifting(3.5, 3), lifting(3.5, 1)], 60, [183.75, 61.25]],
  ['the rest of it for what has no duration of its own', [timed(7, 1800), lifting(3.5, 3)], 60, [245, 122.5]],
  ['what was said for a run whose way alone is known', [timed(7, null)], 30, [245]],
  ['nothing for a way alone', [timed(7, null)], null, [null]],
  ['nothing for no sets', [lifting(3.5, 0)], null, [null]],
  ['nothing for what has no MET', [lifting(null, 3), timed(3.5, 3600)], null, [null, 245]],
  ['sets of unknown repetitions, where it is lifting', [lifting(3.5, 3, { reps: null })], null, [26.54]],
  ['nothing where the figures cannot be', [timed(23, 172_800)], null, [null]],
])('energy is %s', (_, exercises, durationMin, kcal) => {
  expect(workoutEnergy(exercises, { ...at70, durationMin })).toEqual(kcal);
});

test('exercises done in turn share the rest', () => {
  const pair = [lifting(3.5, 3), lifting(3.5, 3)].map((one) => ({ ...one, superset: 1 }));
  expect(workoutEnergy(pair, at70)).toEqual([17.35, 17.35]);
});

test('there is none where nobody knows what the person weighs', () => {
  expect(workoutEnergy([timed(3.5, 3600)], { bodyKg: null, durationMin: 60 })).toEqual([null]);
});
