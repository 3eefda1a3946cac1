import type { IndexedFood } from '../../domain/foods/food-index.ts';
import type { NewAmount } from '../../domain/meals/change-meal-item.ts';
import type { RecordedItem } from '../../domain/meals/meals-of-message.ts';
import { wordsOf } from '../../domain/search/words.ts';
import type { IndexedExercise } from '../../domain/training/exercise-index.ts';
import type { RecordedExercise } from '../../domain/training/workouts-of-message.ts';
import type { Lesson } from '../../domain/users/teach-word.ts';

/** What a correction tells of how a person speaks, and whether once is enough to believe it. */
export interface Heard {
  readonly lesson: Lesson;
  readonly isSure: boolean;
}

/** What was logged, and what it was. */
interface Renamed {
  /** As the person said it, and as it is called. */
  readonly words: string;
  readonly was: string;
  readonly is: string;
  readonly isOwn: boolean;
}

/**
 * Whether words for one thing turn out to be how a person calls another. "Shake" for "my shake" and "press" for "leg
 * press" say the same with less: once is enough. Where the words are the very name of what was logged ("rice" for
 * "brown rice"), where they say less in another way ("egg" for "egg white"), and for any food of their own, it may as
 * well have been so only this time, and has to be said twice. Eating tofu instead of an egg teaches nothing.
 */
function heardOf({ words, was, is, isOwn }: Renamed): 'surely' | 'maybe' | 'no' {
  const said = wordsOf(words);
  const full = wordsOf(is);
  if (said.length === 0) return 'no';
  const isShort = said.every((word) => full.includes(word));
  const isLoose = isOwn || said.join(' ') !== wordsOf(was).join(' ');
  if (isShort && isLoose && said.at(-1) === full.at(-1)) return 'surely';
  return isShort || isOwn ? 'maybe' : 'no';
}

/** What it tells that an item was another food. */
export function heardOfFood(item: RecordedItem, food: IndexedFood): Heard[] {
  if (food.id === null || food.id === item.foodId) return [];
  const { words, foodName: was } = item;
  const heard = heardOf({ words, was, is: food.name, isOwn: food.source === 'own' });
  const lesson: Lesson = { kind: 'food', words, id: food.id, name: food.name };
  return heard === 'no' ? [] : [{ lesson, isSure: heard === 'surely' }];
}

/** The same of an exercise. */
export function heardOfExercise(done: RecordedExercise, exercise: IndexedExercise): Heard[] {
  if (exercise.id === null || exercise.id === done.exerciseId) return [];
  const { words, name: was } = done;
  const heard = heardOf({ words, was, is: exercise.name, isOwn: exercise.source === 'own' });
  const lesson: Lesson = { kind: 'exercise', words, id: exercise.id, name: exercise.name };
  return heard === 'no' ? [] : [{ lesson, isSure: heard === 'surely' }];
}

const masses = new Set(['g', 'kg', 'oz', 'lb']);
const volumes = new Set(['ml', 'cl', 'dl', 'l', 'floz']);
const isMeasured = (unit: string | null): boolean => unit !== null && (masses.has(unit) || volumes.has(unit));

/** What it tells that something counted, or said without an amount, weighed so much: to be believed when said twice. */
export function heardOfAmount(item: RecordedItem, { unit, grams }: NewAmount): Heard[] {
  const { foodId, foodName, portionRule, quantity } = item;
  if (foodId === null || !grams || !isMeasured(unit) || isMeasured(item.unit) || portionRule === 'mass') return [];
  const isServing = item.unit === null && (quantity === null || portionRule.startsWith('serving'));
  const each = Math.round((grams / (quantity ?? 1)) * 10) / 10;
  const measure = { unit: isServing ? 'serving' : item.unit, foodId, grams: each, ml: null };
  return each > 0 ? [{ lesson: { kind: 'measure', measure, foodName }, isSure: false }] : [];
}
