import type { Entry } from '../../domain/entries/entry-of-message.ts';
import type { RecordedItem, RecordedMeal } from '../../domain/meals/meals-of-message.ts';
import type { Given } from '../command.ts';
import type { Correction, Part, StoredChange } from './correction.ts';
import { fewestGrams, isMeasured } from './new-amount.ts';
import {
  isServedWith,
  namedSlot,
  partOfName,
  scoreExercise,
  scoreItem,
  scoreMeasurement,
  scoreWater,
} from './score-part.ts';

/**
 * What a correction is about, or among what it has to be asked; with the correction as it is then meant. Null: nothing
 * of the entry fits it.
 */
export type FoundParts =
  | { readonly correction: Correction; readonly parts: readonly Part[]; readonly choose?: never }
  | { readonly correction: Correction; readonly parts?: never; readonly choose: readonly Part[] }
  | null;

/** Finds what of an entry a correction means: by its words, by the figure it was not, or because nothing else fits. */
export function findParts(entry: Entry, correction: Correction, given: Given): FoundParts {
  const { part, target, change } = correction;
  if (part) return { parts: [part], correction };
  const pools = poolsFor(entry, change);
  const slot = target === null ? null : namedSlot(target, given.slots);
  if (slot !== null && (isWhen(change) || change.remove || change.times !== undefined)) {
    const meals = entry.meals.filter((meal) => meal.slot === slot).map(mealPart);
    if (meals.length > 0) return { parts: meals, correction };
  }
  if (target === null) return unnamed(entry, correction, pools, given);
  const named = best(pools.flat(), (one) => scoreOf(entry, one, target, given));
  // "Remove the rice and beans" takes both, where they are two.
  if (change.remove && named.every((one) => scoreOf(entry, one, target, given) === partOfName))
    return named.length > 0 ? { parts: named, correction } : null;
  if (named.length > 0) return only(narrowed(entry, named, correction), correction);
  if (entry.meals.some(({ items }) => items.some((item) => isServedWith(item, target)))) return null;
  // "It was 2 eggs" of something that is no egg says what it was instead.
  const replacing = { ...correction, change: { ...change, food: target }, was: null };
  return correction.mayReplace ? only(narrowed(entry, pools[0] ?? [], replacing), replacing) : null;
}

const isWhen = ({ slot, day, time }: StoredChange): boolean =>
  slot !== undefined || day !== undefined || time !== undefined;
const mealPart = ({ id }: RecordedMeal): Part => ({ kind: 'meal', id });
const only = (parts: readonly Part[], correction: Correction): FoundParts => {
  if (parts.length === 0) return null;
  return parts.length === 1 ? { parts, correction } : { choose: parts, correction };
};

/** What a change can be about, the likelier kinds first. */
function poolsFor(entry: Entry, change: StoredChange): Part[][] {
  const items = entry.meals.flatMap((meal) => meal.items.map(({ id }): Part => ({ kind: 'item', id })));
  const water = entry.meals.flatMap(({ id, waterMl }): Part[] => (waterMl === null ? [] : [{ kind: 'water', id }]));
  const exercises = entry.workouts.flatMap((one) => one.exercises.map(({ id }): Part => ({ kind: 'exercise', id })));
  const measured = (isMeant: (metric: string) => boolean = () => true) =>
    entry.measurements.filter(({ metric }) => isMeant(metric)).map(({ id }): Part => ({ kind: 'measurement', id }));
  const { quantity, unit, food, slot, weightKg, value, durationS, times } = change;
  if (change.remove || change.day !== undefined || change.time !== undefined)
    return [[...items, ...water, ...exercises, ...measured()]];
  if (slot !== undefined) return [[...items, ...water]];
  if (food !== undefined) return [items, exercises];
  if (quantity !== undefined)
    return unit === undefined
      ? [[...items, ...water], exercises, measured()]
      : [[...items, ...water], measured((metric) => metric === 'water')];
  if (times !== undefined) return [[...items, ...water]];
  if (change.energyKcal !== undefined) return [items];
  if (weightKg !== undefined) return [exercises, measured(isMass), items];
  if (value !== undefined) return [measured(), exercises];
  if (durationS !== undefined) return [exercises, measured((metric) => metric === 'sleep')];
  return [exercises];
}

const isMass = (metric: string): boolean => metric === 'weight' || metric === 'muscle-mass';

function unnamed(entry: Entry, correction: Correction, pools: readonly Part[][], given: Given): FoundParts {
  const { change } = correction;
  if (change.remove || isWhen(change) || change.times !== undefined) {
    const isSlotOnly = change.slot !== undefined && change.day === undefined && change.time === undefined;
    const meals = entry.meals.map(mealPart);
    if (change.slot !== undefined || change.times !== undefined)
      return isSlotOnly || meals.length === 0 ? only(meals, correction) : { parts: meals, correction };
    const others: Part[] = [
      ...entry.workouts.map(({ id }): Part => ({ kind: 'workout', id })),
      ...entry.measurements.map(({ id }): Part => ({ kind: 'measurement', id })),
    ];
    return { parts: [...meals, ...others], correction };
  }
  const pool = pools.find((parts) => parts.length > 0) ?? [];
  // "It was a banana" of a meal with a banana says how much of it.
  const { food } = change;
  const same = food === undefined ? [] : best(pool, (one) => scoreOf(entry, one, food, given));
  if (same.length > 0 && change.quantity !== undefined) return only(narrowed(entry, same, correction), correction);
  return only(narrowed(entry, pool, correction), correction);
}

function best(parts: readonly Part[], score: (part: Part) => number): Part[] {
  const scored = parts.map((part) => ({ part, score: score(part) }));
  const highest = Math.max(0, ...scored.map((one) => one.score));
  return highest === 0 ? [] : scored.filter((one) => one.score === highest).map(({ part }) => part);
}

/** Of several that fit, those with the figure it was not; then those measured in the same unit. */
function narrowed(entry: Entry, parts: readonly Part[], { was, change }: Correction): readonly Part[] {
  if (parts.length < 2) return parts;
  const were = was === null ? [] : parts.filter((part) => hasFigure(entry, part, was));
  if (were.length > 0) return were;
  const { unit, quantity } = change;
  const alike = parts.filter((part) => {
    const item = itemOf(entry, part);
    if (!item || quantity === undefined) return false;
    return unit === undefined ? isMeasured(item.unit) === quantity >= fewestGrams : item.unit === unit;
  });
  return alike.length > 0 ? alike : parts;
}

function hasFigure(entry: Entry, part: Part, was: number): boolean {
  const isIt = (...figures: readonly (number | null)[]) =>
    figures.some((figure) => figure !== null && Math.abs(figure - was) < 1e-6);
  switch (part.kind) {
    case 'item': {
      const item = itemOf(entry, part);
      return item !== undefined && isIt(item.quantity, item.grams);
    }
    case 'water':
      return isIt(entry.meals.find(({ id }) => id === part.id)?.waterMl ?? null);
    case 'exercise':
      return (exerciseOf(entry, part)?.sets ?? []).some((set) => isIt(set.loadValue, set.weightKg, set.reps));
    case 'measurement': {
      const one = entry.measurements.find(({ id }) => id === part.id);
      return one !== undefined && isIt(one.value, one.typed.value);
    }
    default:
      return false;
  }
}

/** How well words name a part; 0 where they do not. */
function scoreOf(entry: Entry, part: Part, words: string, given: Given): number {
  const item = itemOf(entry, part);
  if (item) return scoreItem(item, words, given.foods);
  const exercise = exerciseOf(entry, part);
  if (exercise) return scoreExercise(exercise, words, given.exercises);
  if (part.kind === 'water') return scoreWater(words);
  const measurement = entry.measurements.find(({ id }) => part.kind === 'measurement' && id === part.id);
  return measurement ? scoreMeasurement(measurement.metric, words) : 0;
}

/** The item that a part is. */
export const itemOf = (entry: Entry, part: Part): RecordedItem | undefined =>
  part.kind === 'item' ? entry.meals.flatMap(({ items }) => items).find(({ id }) => id === part.id) : undefined;

/** The exercise that a part is. */
export const exerciseOf = (entry: Entry, part: Part) =>
  part.kind === 'exercise'
    ? entry.workouts.flatMap(({ exercises }) => exercises).find(({ id }) => id === part.id)
    : undefined;
