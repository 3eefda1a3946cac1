import { describe, expect, test } from 'vitest';
import { catalogueExerciseIndex } from '../../../src/domain/training/catalogue-exercise-index.ts';
import type { IndexedExercise } from '../../../src/domain/training/exercise-index.ts';
import { loadExerciseIndex, loadOwnExercises } from '../../../src/domain/training/load-exercise-index.ts';
import { testDatabase } from '../../support/database.ts';

const index = catalogueExerciseIndex();

const meant: Record<string, string> = {
  bench: 'bench-press',
  'Bench Press (Barbell)': 'bench-press',
  benchpress: 'bench-press',
  'bench pres': 'bench-press',
  'bench press (dumbbell)': 'dumbbell-bench-press',
  'db bench': 'dumbbell-bench-press',
  'dumbell bench press': 'dumbbell-bench-press',
  'incline bench': 'incline-bench-press',
  squat: 'squat',
  squats: 'squat',
  'back squat': 'squat',
  'front squats': 'front-squat',
  deadlift: 'deadlift',
  dedlift: 'deadlift',
  rdl: 'romanian-deadlift',
  'Romanian Deadlift (Barbell)': 'romanian-deadlift',
  'Bent Over Row (Dumbbell)': 'dumbbell-row',
  'Face Pull (Cable)': 'face-pull',
  'db rdl': 'romanian-deadlift',
  ohp: 'overhead-press',
  'military press': 'overhead-press',
  'press, overhead': 'overhead-press',
  'pull ups': 'pull-up',
  pullups: 'pull-up',
  'weighted pull ups': 'pull-up',
  'chin ups': 'chin-up',
  pushups: 'push-up',
  'press ups': 'push-up',
  dips: 'dip',
  'lat pulldown (cable)': 'lat-pulldown',
  'lat pull down': 'lat-pulldown',
  'bb row': 'barbell-row',
  'bent over row': 'barbell-row',
  'db rows': 'dumbbell-row',
  'seated cable row': 'seated-cable-row',
  curls: 'biceps-curl',
  'tricep pushdowns': 'triceps-pushdown',
  'skull crushers': 'skull-crusher',
  'leg press': 'leg-press',
  'Leg Extension (Machine)': 'leg-extension',
  'calf raises': 'calf-raise',
  'hip thrust': 'hip-thrust',
  lunges: 'lunge',
  plank: 'plank',
  burpees: 'burpee',
  'kb swings': 'kettlebell-swing',
  'kettlebell swings': 'kettlebell-swing',
  run: 'running',
  jogging: 'running',
  'bike ride': 'cycling',
  rowing: 'rowing-machine',
  swim: 'swimming',
  walk: 'walking',
  yoga: 'yoga',
};

describe('the exercise people mean', () => {
  test.each(Object.entries(meant))('%s is %s', (words, slug) => {
    expect(index.search(words, 3)[0]?.exercise.slug).toBe(slug);
  });

  test('a name is found at once, and nothing is made up', () => {
    expect(index.lookup('OHP')?.slug).toBe('overhead-press');
    for (const words of ['', '???', 'rice', 'xqzwv', 'a'.repeat(5000)]) expect(index.lookup(words), words).toBeNull();
  });

  test('a person’s own exercise comes first', () => {
    const own: IndexedExercise = {
      id: 9,
      slug: null,
      name: 'Squat',
      aliases: [],
      source: 'own',
      category: 'strength',
      equipment: [],
      met: null,
      bodyweightShare: null,
    };
    expect(index.with([own]).lookup('squats')?.id).toBe(9);
    expect(index.lookup('squats')?.id).toBeNull();
  });
});

test('the file and the database give the same answers', async () => {
  const { db } = await testDatabase();
  const kept = await loadExerciseIndex(db);
  for (const words of Object.keys(meant)) {
    const [ours] = index.search(words, 1);
    const [theirs] = kept.search(words, 1);
    expect(theirs?.score).toBe(ours?.score);
    expect({ ...theirs?.exercise, id: null }).toEqual(ours?.exercise);
  }
  expect(kept.lookup('squat')?.id).toBeGreaterThan(0);
  expect(await loadOwnExercises(db)).toEqual([]);
});
