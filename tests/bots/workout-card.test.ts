import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/bots/text.ts';
import { workoutCard } from '../../src/bots/workout-card.ts';
import type { DoneSet, ExerciseOverview, WorkoutOverview } from '../../src/domain/training/workout-overview.ts';
import type { User } from '../../src/domain/users/user.ts';
import { somebody } from '../support/somebody.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const now = Temporal.Instant.from('2026-03-12T12:00:00Z');
const user = somebody;

const plain: DoneSet = {
  ...{ kind: 'working', reps: null, loadValue: null, loadUnit: null, weightKg: null },
  ...{ durationS: null, distanceM: null, rpe: null, rir: null, restS: null },
};
const kg = (weightKg: number, ...reps: number[]): DoneSet[] =>
  reps.map((n) => ({ ...plain, reps: n, weightKg, loadValue: weightKg, loadUnit: 'kg' }));
const lb = (pounds: number, ...reps: number[]): DoneSet[] =>
  reps.map((n) => ({ ...plain, reps: n, weightKg: pounds * 0.45359237, loadValue: pounds, loadUnit: 'lb' }));
const body = (...reps: number[]): DoneSet[] => reps.map((n) => ({ ...plain, reps: n }));
const held = (...seconds: number[]): DoneSet[] => seconds.map((durationS) => ({ ...plain, durationS }));
const went = (distanceM: number, durationS: number | null): DoneSet => ({ ...plain, distanceM, durationS });
const as = (more: Partial<DoneSet>, sets: DoneSet[]): DoneSet[] => sets.map((set) => ({ ...set, ...more }));

const exercise = (name: string, sets: DoneSet[], more: Partial<ExerciseOverview> = {}): ExerciseOverview => ({
  ...{ exerciseId: 1, name, equipment: [], bodyweightShare: null, met: 3.5, superset: null, burnedKcal: null },
  ...{ sets, lastTime: null, records: [] },
  ...more,
});
const workout = (exercises: ExerciseOverview[], more: Partial<WorkoutOverview> = {}): WorkoutOverview => ({
  ...{ sessionId: 1, title: null, day: day('2026-03-12'), durationMin: null, burnedKcal: null },
  ...{ isTimeEstimated: false, bodyKg: null, volumeKg: null, exercises },
  ...more,
});
const read = (workouts: WorkoutOverview[], units: User['unitSystem'] = 'metric') =>
  plainText(workoutCard({ now, user: { ...user, unitSystem: units } }, 7, workouts).text).split('\n');
/** How an exercise's sets are read. */
const line = (one: ExerciseOverview, units: User['unitSystem'] = 'metric') => read([workout([one])], units)[1];

const pullUp = { bodyweightShare: 1 };
const bike = { equipment: ['bicycle'] };

describe('an exercise is read', () => {
  test.each<[string, ExerciseOverview]>([
    ['Bench Press: 80 kg × 8, 8, 7 (RPE 8)', exercise('Bench Press', as({ rpe: 8 }, kg(80, 8, 8, 7)))],
    ['Squat: 60 kg × 8; 70.5 kg × 6; 80 kg × 4', exercise('squat', [...kg(60, 8), ...kg(70.5, 6), ...kg(80, 4)])],
    ['Squat: 100 kg × 5, 5, 5, 5, 5', exercise('Squat', kg(100, 5, 5, 5, 5, 5))],
    ['Squat: 60 kg × 3 (8 sets)', exercise('Squat', kg(60, 3, 3, 3, 3, 3, 3, 3, 3))],
    ['Squat: warm-up 40 kg × 10; 80 kg × 8', exercise('Squat', [...as({ kind: 'warmup' }, kg(40, 10)), ...kg(80, 8)])],
    [
      'Curl: 20 kg × 10, 8 to failure; drop set 12 kg × 12',
      exercise('Curl', [...kg(20, 10), ...as({ kind: 'failure' }, kg(20, 8)), ...as({ kind: 'drop' }, kg(12, 12))]),
    ],
    ['Squat: 80 kg × 8, 8 (RPE 9 on the last)', exercise('Squat', [...kg(80, 8), ...as({ rpe: 9 }, kg(80, 8))])],
    [
      'Squat: 80 kg × 8, 8 (RPE 7.5, 9)',
      exercise('Squat', [...as({ rpe: 7.5 }, kg(80, 8)), ...as({ rpe: 9 }, kg(80, 8))]),
    ],
    ['Squat: 80 kg × 8, 8 (2 in reserve)', exercise('Squat', as({ rir: 2 }, kg(80, 8, 8)))],
    ['Squat: 80 kg', exercise('Squat', as({ reps: null }, kg(80, 1)))],
    ['Squat: 80 kg × 8, in superset 2', exercise('Squat', kg(80, 8), { superset: 2 })],
    ['Deadlift: 225 lb (102 kg) × 5', exercise('Deadlift', lb(225, 5))],
    ['Pull-Up: 8, 8, 6 reps', exercise('Pull-Up', body(8, 8, 6), pullUp)],
    ['Pull-Up: +10 kg × 8, 6', exercise('Pull-Up', kg(10, 8, 6), pullUp)],
    ['Pull-Up: 8, 6 with 20 kg of help', exercise('Pull-Up', as({ loadValue: 20 }, kg(-20, 8, 6)), pullUp)],
    ['Muscle-Up: 1 rep', exercise('Muscle-Up', body(1), pullUp)],
    ['Plank: 3 × 1:00', exercise('Plank', held(60, 60, 60))],
    ['Plank: 1:15, 45 s', exercise('Plank', held(75, 45))],
    ['Plank: 10 kg, 2 × 1:00', exercise('Plank', as({ durationS: 60, reps: null }, kg(10, 1, 1)))],
    ['Yoga: 30 min', exercise('Yoga', held(1800))],
    ['Hike: 2 h 30 min', exercise('Hike', held(9000))],
    ['Run: 5 km in 27:30, 5:30/km', exercise('Run', [went(5000, 1650)])],
    ['Run: 21.1 km in 1:45:12, 4:59/km', exercise('Run', [went(21_100, 6312)])],
    ['Run: 3 mi (4.83 km) in 28 min, 5:48/km', exercise('Run', [went(4828.032, 1680)])],
    ['Run: 10 km', exercise('Run', [went(10_000, null)])],
    [
      'Run: 6 × 400 m in 1:30',
      exercise(
        'Run',
        Array.from({ length: 6 }, () => went(400, 90)),
      ),
    ],
    ['Ride: 40 km in 1 h 20 min, 30 km/h', exercise('Ride', [went(40_000, 4800)], bike)],
    ['Swim: 1 km in 20 min, 2:00/100 m', exercise('Swim', [went(1000, 1200)], { equipment: ['pool'] })],
    ['Row: 2 km in 7:40, 1:55/500 m', exercise('Row', [went(2000, 460)], { equipment: ['rowing machine'] })],
    ['Carry: 32 kg, 2 × 40 m', exercise('Carry', as({ distanceM: 40, reps: null }, kg(32, 1, 1)))],
    ['Burpee: 20 reps in 1:00', exercise('Burpee', as({ durationS: 60 }, body(20)))],
  ])('%s', (text, one) => {
    expect(line(one)).toBe(text);
  });

  test.each<[string, ExerciseOverview]>([
    ['Deadlift: 225 lb × 5', exercise('Deadlift', lb(225, 5))],
    ['Deadlift: 100 kg (220 lb) × 5', exercise('Deadlift', kg(100, 5))],
    ['Run: 3 mi in 28 min, 9:20/mi', exercise('Run', [went(4828.032, 1680)])],
    ['Run: 5 km (3.11 mi) in 27:30, 8:51/mi', exercise('Run', [went(5000, 1650)])],
    ['Sprint: 40 yd in 5.2 s', exercise('Sprint', [went(36.576, 5.2)])],
  ])('by somebody who thinks in pounds and miles: %s', (text, one) => {
    expect(line(one, 'us')).toBe(text);
  });
});

const bench = exercise('Bench Press', [...as({ kind: 'warmup' }, kg(40, 10)), ...kg(80, 8, 8, 7)], {
  burnedKcal: 41,
  lastTime: { day: day('2026-03-02'), sets: [...as({ kind: 'warmup' }, kg(40, 10)), ...kg(77.5, 8, 8, 8)] },
  records: [
    { kind: 'weight', value: 80, before: 77.5, at: null },
    { kind: 'one-rep-max', value: 101.333, before: 98.2, at: null },
    { kind: 'volume', value: 1840, before: 1830, at: null },
  ],
});

test('the card says what was done, the last time, what is new, and what it took', () => {
  const card = workoutCard({ now, user }, 7, [
    workout([bench], { burnedKcal: 41, volumeKg: 1840, bodyKg: 82.3, isTimeEstimated: true }),
  ]);
  expect(plainText(card.text).split('\n')).toEqual([
    'Logged:',
    'Bench Press: warm-up 40 kg × 10; 80 kg × 8, 8, 7',
    'Last time, 2 March: 77.5 kg × 8, 8, 8.',
    'New best: 80 kg; best estimated 1RM: 101.5 kg.',
    'Volume 1,840 kg, about 40 kcal (an estimate from MET 3.5, 82 kg and the number of sets).',
  ]);
  expect(card.buttons).toEqual([[{ label: 'Undo', action: { command: 'undo', input: { actionId: 7 } } }]]);
});

test('the heading has the title, the day and what was said of the time', () => {
  const squat = [exercise('Squat', kg(80, 8))];
  expect(read([workout(squat, { title: 'push day', day: day('2026-03-11') })])[0]).toBe('Push day yesterday:');
  expect(read([workout(squat, { day: day('2026-03-02'), durationMin: 75 })])[0]).toBe('Logged on 2 March, 1 h 15 min:');
  expect(read([workout([exercise('Yoga', held(1800))], { durationMin: 30 })])[0]).toBe('Logged:');
});

test('energy says what it leaves out and nothing where there is none', () => {
  const [run, thing] = [exercise('Run', [went(5000, 1650)], { met: 9.8, burnedKcal: 359 }), exercise('Thing', body(5))];
  const known = { burnedKcal: 359, bodyKg: 80 };
  expect(read([workout([run, thing], known)]).at(-1)).toBe(
    'About 360 kcal for 1 of 2 exercises (an estimate from MET 9.8 and 80 kg).',
  );
  expect(read([workout([run, { ...thing, burnedKcal: 20 }], known)]).at(-1)).toBe(
    'About 360 kcal (an estimate from each exercise’s MET and 80 kg).',
  );
  expect(read([workout([thing])])).toEqual(['Logged:', 'Thing: 5 reps']);
});

test.each<[string, ExerciseOverview]>([
  [
    'Most reps yet at 80 kg: 9.',
    exercise('Squat', kg(80, 9), { records: [{ kind: 'reps', value: 9, before: 8, at: 80 }] }),
  ],
  [
    'Most reps yet: 9.',
    exercise('Pull-Up', body(9), {
      ...pullUp,
      records: [
        { kind: 'reps', value: 9, before: 8, at: 0 },
        { kind: 'one-rep-max', value: 24, before: 20, at: null },
      ],
    }),
  ],
  [
    'New best: +10 kg.',
    exercise('Pull-Up', kg(10, 3), { ...pullUp, records: [{ kind: 'weight', value: 10, before: 0, at: null }] }),
  ],
  [
    'Least help yet: 20 kg.',
    exercise('Pull-Up', kg(-20, 3), { records: [{ kind: 'weight', value: -20, before: -30, at: null }] }),
  ],
  [
    'New best: without help.',
    exercise('Pull-Up', body(3), { ...pullUp, records: [{ kind: 'weight', value: 0, before: -30, at: null }] }),
  ],
  [
    'New best: 225 lb (102 kg).',
    exercise('Squat', lb(225, 1), { records: [{ kind: 'weight', value: 102.05828, before: 100, at: null }] }),
  ],
  [
    'Most volume yet: 1,920 kg.',
    exercise('Squat', kg(80, 8), { records: [{ kind: 'volume', value: 1920, before: 1, at: null }] }),
  ],
  [
    'Fastest yet over 5 km: 5:20/km.',
    exercise('Run', [went(5000, 1600)], { records: [{ kind: 'pace', value: 0.32, before: 0.33, at: 5000 }] }),
  ],
  [
    'Fastest yet over 400 m: 1:20.',
    exercise('Run', [went(400, 80)], { records: [{ kind: 'pace', value: 0.2, before: 0.33, at: 400 }] }),
  ],
  [
    'Longest yet: 10 km.',
    exercise('Run', [went(10_000, null)], { records: [{ kind: 'distance', value: 10_000, before: 1, at: null }] }),
  ],
  [
    'Longest yet: 1:15.',
    exercise('Plank', held(75), { records: [{ kind: 'duration', value: 75, before: 60, at: null }] }),
  ],
])('a record is read: %s', (text, one) => {
  expect(read([workout([one])])[2]).toBe(text);
});

test('the last time is said to be the same where it was', () => {
  const again = (on: string) => exercise('Squat', kg(80, 8), { lastTime: { day: day(on), sets: kg(80, 8) } });
  expect(read([workout([again('2026-03-09')])])[2]).toBe('As last time, Monday.');
  expect(read([workout([again('2026-03-12')])])[2]).toBe('As earlier today.');
});

test('many exercises have a line each', () => {
  const eight = Array.from({ length: 8 }, (_, i) => ({ ...bench, name: `Press ${i + 1}`, sets: kg(80, 8, 8, 7) }));
  const card = read([workout(eight, { title: 'push day' })]);
  expect(card).toHaveLength(9);
  expect(card[1]).toBe('Press 1: 80 kg × 8, 8, 7 · last time, 2 March: 77.5 kg × 8, 8, 8 · new best: 80 kg');
  expect(read([workout([...eight, bench])])[1]).toBe('Press 1: 80 kg × 8, 8, 7 · new best: 80 kg');
});

test('what nobody knows is kept in the person’s words, and they are told', () => {
  const odd = exercise('zorblatt\nthrusts', body(12), { exerciseId: null, met: null });
  expect(read([workout([odd])])).toEqual([
    'Logged:',
    'Zorblatt thrusts: 12 reps',
    'I do not know “zorblatt thrusts” yet, so I kept your words.',
  ]);
});
