import { describe, expect, test } from 'vitest';
import { readExercises } from '../../../db/catalogue/exercises.ts';
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
  'db rdl': 'dumbbell-romanian-deadlift',
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

  test('every name of every exercise is its own', () => {
    const others = readExercises().flatMap(({ slug, name, aliases }) =>
      [name, ...aliases].filter((words) => index.lookup(words)?.slug !== slug).map((words) => `${words}: ${slug}`),
    );
    expect(others).toEqual([]);
  });

  test.each([
    ['Squat RPE8', 'squat'],
    ['Bench Press 5x5 (heavy)', 'bench-press'],
    ['Deadlift old data', 'deadlift'],
    ['Leg Press - Technogym', 'leg-press'],
    ['paused front squat', 'front-squat'],
    ['Seated Lateral Raise (Dumbbell)', 'lateral-raise'],
    ['alternating db curl', 'biceps-curl'],
    ['one arm standing dumbbell press', 'single-arm-dumbbell-press'],
    ['single arm pec deck', 'pec-deck'],
  ])('%s is %s: what says nothing about the exercise is left out', (words, slug) => {
    expect(index.lookup(words)?.slug).toBe(slug);
  });

  test('a misspelled or half-typed name is near, not certain', () => {
    for (const [words, slug] of Object.entries({
      'tricpe pushdwon': 'triceps-pushdown',
      'romanian deadl': 'romanian-deadlift',
    })) {
      const [hit] = index.search(words, 1);
      expect(index.lookup(words), words).toBeNull();
      expect(hit?.exercise.slug).toBe(slug);
      expect(hit?.score).toBeLessThan(1);
    }
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
    expect(index.with([own]).lookup('barbell hip thrust')?.slug).toBe('hip-thrust');
    expect(index.with([own]).search('sqaut', 1)[0]?.exercise.id).toBe(9);
  });
});

describe('equipment that is said', () => {
  const tools = {
    barbell: ['barbell', 'ez bar', 'axle bar', 'safety squat bar', 'landmine'],
    dumbbell: ['dumbbell'],
    kettlebell: ['kettlebell'],
    'smith machine': ['smith machine'],
    band: ['band'],
    cable: ['cable machine'],
  };

  test.each([
    ['lateral raise', { dumbbell: 'lateral-raise', cable: 'cable-lateral-raise', machine: 'machine-lateral-raise' }],
    ['side raise', { db: 'lateral-raise', cable: 'cable-lateral-raise', band: 'band-lateral-raise' }],
    ['shoulder press', { bb: 'overhead-press', db: 'dumbbell-shoulder-press', smith: 'smith-machine-shoulder-press' }],
    ['bench press', { barbell: 'bench-press', dumbbell: 'dumbbell-bench-press', cable: 'cable-chest-press' }],
    ['squat', { barbell: 'squat', kb: 'kettlebell-front-squat', bodyweight: 'bodyweight-squat', band: 'band-squat' }],
    ['curl', { barbell: 'barbell-curl', 'ez bar': 'ez-bar-curl', cable: 'cable-curl', machine: 'machine-biceps-curl' }],
    ['row', { barbell: 'barbell-row', db: 'dumbbell-row', machine: 'machine-row', smith: 'smith-machine-row' }],
    ['rdl', { barbell: 'romanian-deadlift', dumbbell: 'dumbbell-romanian-deadlift', cable: 'cable-romanian-deadlift' }],
  ])('decides which %s it is, before the name, after it or in brackets', (name, meant) => {
    for (const [tool, slug] of Object.entries(meant))
      for (const words of [`${tool} ${name}`, `${name} ${tool}`, `${name} (${tool})`])
        expect(index.lookup(words)?.slug, words).toBe(slug);
  });

  test('is never exchanged for other equipment', () => {
    const exchanged = readExercises().flatMap(({ name, aliases }) =>
      Object.entries(tools).flatMap(([tool, equipment]) => {
        const known = new Set([name, ...aliases].map((words) => words.toLowerCase()));
        const words = `${tool} ${name}`;
        const found = known.has(words.toLowerCase()) ? null : index.lookup(words);
        const said = Object.keys(tools).some((other) => name.toLowerCase().includes(other));
        return found && !said && !found.equipment.some((one) => equipment.includes(one))
          ? [`${words}: ${found.name}`]
          : [];
      }),
    );
    expect(exchanged).toEqual([]);
    expect(index.lookup('barbell lateral raise')).toBeNull();
  });
});

/** An exercise without what only a database has, and with its names in an order of their own. */
function plain(exercise: IndexedExercise | undefined) {
  return exercise && { ...exercise, id: null, aliases: exercise.aliases.toSorted() };
}

test('the file and the database give the same answers', async () => {
  const { db } = await testDatabase();
  const kept = await loadExerciseIndex(db);
  for (const words of Object.keys(meant)) {
    const [ours] = index.search(words, 1);
    const [theirs] = kept.search(words, 1);
    expect(theirs?.score, words).toBe(ours?.score);
    expect(plain(theirs?.exercise), words).toEqual(plain(ours?.exercise));
  }
  expect(kept.lookup('squat')?.id).toBeGreaterThan(0);
  expect(await loadOwnExercises(db)).toEqual([]);
});
