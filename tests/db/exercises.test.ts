import { describe, expect, test } from 'vitest';
import { exerciseCategories, exerciseEquipment, muscles, readExercises } from '../../db/catalogue/exercises.ts';
import { wordsOf } from '../../src/domain/search/words.ts';
import { exerciseWords } from '../../src/domain/training/exercise-words.ts';

const exercises = readExercises();

/** Pairs of rows that `keyOf` gives the same key. */
function alike(keyOf: (exercise: (typeof exercises)[number]) => string[]): string[] {
  const owners = new Map<string, string>();
  return exercises.flatMap((exercise) =>
    keyOf(exercise).flatMap((key) => {
      const owner = owners.get(key);
      owners.set(key, exercise.slug);
      return owner === undefined ? [] : [`${owner}, ${exercise.slug}: ${key}`];
    }),
  );
}

describe('every exercise', () => {
  test('there are enough of them, each with a key of its own', () => {
    expect(exercises.length).toBeGreaterThanOrEqual(400);
    expect(alike(({ slug }) => [slug])).toEqual([]);
  });

  test('shares no name with another, nor has one twice, however it is spelled', () => {
    expect(alike(({ name, aliases }) => [name, ...aliases].map((words) => wordsOf(words).join(' ')))).toEqual([]);
    const names = ({ name, aliases }: (typeof exercises)[number]) => [
      ...new Set([name, ...aliases].map((words) => exerciseWords(words).join(' '))),
    ];
    expect(alike(names)).toEqual([]);
    expect(exercises.filter((exercise) => names(exercise).includes(''))).toEqual([]);
  });

  test('comes in the order of categories, then of the muscle it is for', () => {
    const place = ({ category, primary }: (typeof exercises)[number]) =>
      exerciseCategories.indexOf(category) * 100 + muscles.indexOf(primary[0] ?? 'full body');
    expect(exercises.map(place)).toEqual(exercises.map(place).toSorted((a, b) => a - b));
  });

  test('works no muscle twice', () => {
    for (const { slug, primary, secondary } of exercises) {
      expect(new Set([...primary, ...secondary]).size, slug).toBe(primary.length + secondary.length);
    }
  });

  test('no category, muscle or piece of equipment is without one', () => {
    const used = new Set(exercises.flatMap(({ category, primary, equipment }) => [category, ...primary, ...equipment]));
    expect([...exerciseCategories, ...muscles, ...exerciseEquipment].filter((one) => !used.has(one))).toEqual([]);
  });

  test('names each piece of equipment once', () => {
    for (const { slug, equipment } of exercises) expect(new Set(equipment).size, slug).toBe(equipment.length);
  });

  test('has one MET a code', () => {
    const metOf = new Map<string, number>();
    for (const { slug, met, metCode } of exercises) {
      expect(met, slug).toBe(metOf.get(metCode) ?? met);
      metOf.set(metCode, met);
    }
  });

  test('has a MET that its category can have', () => {
    const range = {
      strength: [2.3, 8],
      cardio: [2.3, 16],
      mobility: [1.5, 4],
      sport: [2, 14],
      everyday: [2, 8],
    } as const;
    for (const { slug, category, met } of exercises) {
      expect(met, slug).toBeGreaterThanOrEqual(range[category][0]);
      expect(met, slug).toBeLessThanOrEqual(range[category][1]);
    }
  });

  test('has the source of its share of body weight, and only then', () => {
    for (const { slug, bodyweight, bodyweightSource } of exercises)
      expect(bodyweightSource === undefined, slug).toBe(bodyweight === undefined);
    const share = new Map(exercises.map(({ slug, bodyweight }) => [slug, bodyweight]));
    expect(share.get('push-up')).toBe(0.64);
    expect(share.get('pull-up')).toBe(1);
    expect(share.get('bench-press')).toBeUndefined();
  });

  test('has instructions and tips that no other has', () => {
    expect(alike(({ instructions, tips }) => [instructions, tips].map((text) => wordsOf(text).join(' ')))).toEqual([]);
    for (const { slug, instructions, tips } of exercises) {
      for (const text of [instructions, tips]) {
        expect(text, slug).toMatch(/^[A-Z0-9].*[.]$/);
        expect(text.length, slug).toBeLessThanOrEqual(160);
      }
    }
  });
});
