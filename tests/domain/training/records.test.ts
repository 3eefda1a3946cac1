import { describe, expect, test } from 'vitest';
import { bestsOf, historyOf, newRecords, type TrainingSet, volumeOf } from '../../../src/domain/training/records.ts';

const bar = { bodyweightShare: null, bodyKg: 80 };
const pullUp = { bodyweightShare: 1, bodyKg: 80 };
const none: TrainingSet = { kind: 'working', reps: null, weightKg: null, durationS: null, distanceM: null };
const lift = (weightKg: number | null, ...reps: number[]): TrainingSet[] =>
  reps.map((n) => ({ ...none, weightKg, reps: n }));
const warmup = (weightKg: number, reps: number): TrainingSet => ({ ...none, kind: 'warmup', weightKg, reps });
const run = (distanceM: number | null, durationS: number | null): TrainingSet => ({ ...none, distanceM, durationS });

/** The records as "kind value", with what a set was done with. */
const said = (past: TrainingSet[][], done: TrainingSet[], body: Parameters<typeof newRecords>[2] = bar) =>
  newRecords(historyOf(past), done, body).map(({ kind, value, at }) => {
    const rounded = Math.round(value * 100) / 100;
    return at === null ? `${kind} ${rounded}` : `${kind} ${rounded} at ${Math.round(at * 100) / 100}`;
  });

describe('records in lifting', () => {
  test.each<[string, TrainingSet[][], TrainingSet[], string[]]>([
    ['the first time is none', [], lift(80, 8), []],
    ['the same again is none', [lift(80, 8, 8)], lift(80, 8, 8), []],
    ['less is none', [lift(80, 8, 8)], lift(77.5, 8), []],
    ['more weight', [lift(80, 8, 8)], lift(82.5, 3), ['weight 82.5']],
    ['one more repetition', [lift(80, 8, 8)], lift(80, 9), ['reps 9 at 80', 'one-rep-max 104']],
    ['more sets', [lift(80, 8, 8)], lift(80, 8, 8, 8), ['volume 1920']],
    ['the same pounds again', [lift(102.0582825, 5)], lift(102.0582, 5), []],
    ['one gram more', [lift(80, 8)], lift(80.001, 8), []],
    [
      'more than a heavier set ever had, at a weight done before',
      [lift(80, 5), lift(60, 8)],
      lift(60, 9),
      ['reps 9 at 60', 'volume 540'],
    ],
    ['as many as a heavier set had', [lift(80, 10), lift(60, 8)], lift(60, 10), []],
    ['a weight between', [lift(80, 5), lift(60, 8)], lift(70, 5), []],
    [
      'two weights in one training, the lighter with no more',
      [lift(80, 5), lift(60, 8)],
      lift(80, 9).concat(lift(60, 9)),
      ['reps 9 at 80', 'one-rep-max 104', 'volume 1260'],
    ],
    [
      'two weights in one training, the lighter with more',
      [lift(80, 5, 5), lift(60, 8, 8, 8)],
      lift(80, 6).concat(lift(60, 12)),
      ['reps 6 at 80', 'reps 12 at 60', 'one-rep-max 96'],
    ],
    ['more than ten repetitions say nothing of one', [lift(80, 10)], lift(80, 20), ['reps 20 at 80', 'volume 1600']],
    ['a lift that failed', [lift(80, 8)], lift(100, 0), []],
    ['a weight without repetitions', [[{ ...none, weightKg: 80 }]], [{ ...none, weightKg: 90 }], ['weight 90']],
    ['repetitions of an unknown weight', [lift(null, 10)], lift(null, 12), ['reps 12']],
    ['an unknown weight says nothing of a known one', [lift(80, 8)], lift(null, 20), []],
  ])('%s', (_, past, done, records) => {
    expect(said(past, done)).toEqual(records);
  });

  test('warm-ups neither make nor hold a record', () => {
    expect(said([lift(80, 8)], [warmup(100, 5), ...lift(80, 8)])).toEqual([]);
    expect(said([[warmup(100, 12), ...lift(80, 8)]], lift(90, 2))).toEqual(['weight 90']);
    expect(said([[warmup(100, 12)]], lift(120, 8))).toEqual([]);
    expect(volumeOf([warmup(100, 12), ...lift(80, 8)], bar)).toBe(640);
  });

  test('drop sets and sets to failure count', () => {
    expect(said([lift(80, 8)], [{ ...none, kind: 'failure', weightKg: 85, reps: 4 }])).toEqual(['weight 85']);
  });

  test('say what was before', () => {
    expect(newRecords(historyOf([lift(80, 8), lift(82.5, 2)]), lift(85, 1), bar)).toEqual([
      { kind: 'weight', value: 85, before: 82.5, at: null },
    ]);
  });

  test('weight set and lost again is what a later training is measured by', () => {
    const [first, mistyped, next] = [lift(80, 5), lift(180, 5), lift(85, 5)];
    expect(said([first, mistyped], next)).toEqual([]);
    expect(said([first], next)).toContain('weight 85');
  });
});

describe('records with body weight', () => {
  test.each<[string, TrainingSet[][], TrainingSet[], string[]]>([
    ['more repetitions', [lift(null, 8, 8)], lift(null, 9), ['reps 9 at 0', 'one-rep-max 24']],
    ['the first weight added', [lift(null, 8)], lift(5, 3), ['weight 5']],
    ['less help', [lift(-40, 8)], lift(-30, 8), ['weight -30', 'one-rep-max -16.67', 'volume 400']],
    ['no help any more', [lift(-20, 8)], lift(null, 3), ['weight 0', 'one-rep-max 8']],
    ['more help', [lift(-20, 8)], lift(-30, 8), []],
  ])('%s', (_, past, done, records) => {
    expect(said(past, done, pullUp)).toEqual(records);
  });

  test('count repetitions alone while nobody knows what the body weighs', () => {
    const unknown = { bodyweightShare: 0.64, bodyKg: null };
    expect(said([lift(null, 20, 20)], lift(null, 21, 21, 21), unknown)).toEqual(['reps 21 at 0']);
    expect(volumeOf(lift(null, 20), unknown)).toBeNull();
  });

  test('count the share of the body that is moved', () => {
    expect(volumeOf(lift(null, 10, 10), { bodyweightShare: 0.64, bodyKg: 80 })).toBeCloseTo(1024, 9);
    expect(volumeOf(lift(10, 5), pullUp)).toBe(450);
    expect(volumeOf(lift(-40, 8), bar)).toBeNull();
  });
});

describe('records on the way', () => {
  const k5 = run(5000, 1650);
  test.each<[string, TrainingSet[][], TrainingSet[], string[]]>([
    ['farther', [[k5]], [run(10_000, 3600)], ['distance 10000']],
    ['faster', [[k5]], [run(5000, 1600)], ['pace 0.32 at 5000']],
    ['the same time', [[k5]], [k5], []],
    ['slower is no record of duration', [[k5]], [run(5000, 1800)], []],
    ['a short course is not compared with a long one it was never done on', [[k5]], [run(400, 80)], []],
    ['faster, but slower than a longer run', [[k5], [run(10_000, 3000)]], [run(5000, 1600)], []],
    ['nearly the same course', [[run(5030, 1650)]], [run(4990, 1600)], ['pace 0.32 at 4990']],
    ['a metre is within what is measured', [[run(5000, null)]], [run(5000.4, null)], []],
    ['the second repetition of an interval', [[run(400, 90)]], [run(400, 85), run(400, 80)], ['pace 0.2 at 400']],
    ['longer', [[run(null, 60)]], [run(null, 45), run(null, 75)], ['duration 75']],
    ['as long', [[run(null, 60)]], [run(null, 60)], []],
    ['the first with a time', [[run(5000, null)]], [k5], []],
  ])('%s', (_, past, done, records) => {
    expect(said(past, done)).toEqual(records);
  });
});

test('the bests of an exercise are those of single sets, and the volume that of one training', () => {
  expect(bestsOf(historyOf([lift(80, 8, 8), lift(100, 1)]), bar)).toEqual({
    weightKg: 100,
    oneRepMaxKg: 80 * (1 + 8 / 30),
    volumeKg: 1280,
    distanceM: null,
    durationS: null,
  });
  expect(bestsOf(historyOf([]), bar)).toEqual({
    weightKg: null,
    oneRepMaxKg: null,
    volumeKg: null,
    distanceM: null,
    durationS: null,
  });
});
