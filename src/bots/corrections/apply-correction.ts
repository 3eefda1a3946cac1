import { Temporal } from 'temporal-polyfill';
import { changeMeasurement, removeMeasurements } from '../../domain/body/change-measurement.ts';
import { plausible } from '../../domain/body/plausible.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { Entry } from '../../domain/entries/entry-of-message.ts';
import type { IndexedFood } from '../../domain/foods/food-index.ts';
import { changeMealItem } from '../../domain/meals/change-meal-item.ts';
import { changeMealWater } from '../../domain/meals/change-meal-water.ts';
import type { RecordedItem } from '../../domain/meals/meals-of-message.ts';
import { moveMeal } from '../../domain/meals/move-meal.ts';
import { removeMealItems } from '../../domain/meals/remove-meal-items.ts';
import { changeExercise } from '../../domain/training/change-exercise.ts';
import { changeSets, type SetsChange } from '../../domain/training/change-sets.ts';
import { moveWorkout } from '../../domain/training/move-workout.ts';
import { removeExercises } from '../../domain/training/remove-exercises.ts';
import type { CommandContext } from '../command.ts';
import { kgPerLb } from '../language/recognise-body-mass.ts';
import { waterMlOf } from '../language/weigh-item.ts';
import type { Correction, Part, StoredChange } from './correction.ts';
import { exerciseOf, itemOf } from './find-parts.ts';
import type { Lesson } from './lesson.ts';
import { newAmount } from './new-amount.ts';
import { setsMeant } from './sets-meant.ts';

/** More than this of one food nobody eats at once, in grams. */
const mostG = 10_000;

/**
 * Does to one part of an entry what a correction says, within the open action of `ctx`. `food` is what an item was
 * instead, where it was another. Throws DomainError for what cannot be. Returns what it tells of the person's words.
 */
export async function applyCorrection(
  ctx: CommandContext,
  entry: Entry,
  part: Part,
  correction: Correction,
  food: IndexedFood | null,
): Promise<Lesson[]> {
  const { change } = correction;
  switch (part.kind) {
    case 'item': {
      const item = itemOf(entry, part);
      return item ? changeItem(ctx, item, change, food) : [];
    }
    case 'water':
      await changeWater(ctx, entry, part.id, change);
      return [];
    case 'meal': {
      const meal = entry.meals.find(({ id }) => id === part.id);
      const waterOf = meal?.waterMl === null ? [] : [part.id];
      if (change.remove) await removeMealItems(ctx, { itemIds: meal?.items.map(({ id }) => id) ?? [], waterOf }, '');
      else if (change.times !== undefined)
        for (const item of meal?.items ?? []) await changeItem(ctx, item, change, null);
      else await moveMeal(ctx, { mealId: part.id, itemIds: null, ...placeOf(change) }, '');
      return [];
    }
    case 'exercise':
      await changeTraining(ctx, entry, part, correction);
      return [];
    case 'workout':
      if (change.remove) await removeExercises(ctx, { workoutIds: [part.id], exerciseLogIds: [], setIds: [] }, '');
      else await moveWorkout(ctx, part.id, placeOf(change), '');
      return [];
    case 'measurement':
      await changeFigure(ctx, entry, part.id, change);
      return [];
  }
}

const placeOf = ({ slot, day, time }: StoredChange) => ({
  slot: slot ?? null,
  day: day === undefined ? null : Temporal.PlainDate.from(day),
  time: time === undefined ? null : Temporal.PlainTime.from(time),
});

const isMoved = ({ slot, day, time }: StoredChange): boolean => (slot ?? day ?? time) !== undefined;

async function changeItem(
  ctx: CommandContext,
  item: RecordedItem,
  change: StoredChange,
  other: IndexedFood | null,
): Promise<Lesson[]> {
  if (change.remove) {
    await removeMealItems(ctx, { itemIds: [item.id], waterOf: [] }, '');
    return [];
  }
  const lessons: Lesson[] = [];
  const { quantity, unit, times, energyKcal } = change;
  if (other !== null || quantity !== undefined || times !== undefined || energyKcal !== undefined) {
    if (quantity !== undefined && quantity <= 0)
      throw new DomainError('invalid', 'I read an amount of nothing. Write it again with how much it was.');
    if (energyKcal !== undefined && item.foodId !== null)
      throw new DomainError('invalid', 'Its calories follow from how much it was; write the amount that was right.');
    const food = other ?? foodOf(ctx, item);
    const amount = newAmount(item, change, food, other !== null);
    if (!amount) throw new DomainError('invalid', `I cannot tell what that weighs. Write it in grams, like 150 g.`);
    if ((amount.grams ?? 0) > mostG)
      throw new DomainError('invalid', `That would be ${Math.round((amount.grams ?? 0) / 1000)} kg. How much was it?`);
    const to = other?.id ? { foodId: other.id, words: change.food ?? other.name } : null;
    const scale = times ?? (quantity !== undefined && item.quantity ? quantity / item.quantity : 1);
    const input = { itemId: item.id, food: to, amount, times: scale, energyKcal: energyKcal ?? null };
    await changeMealItem(ctx, input, '');
    if (to) lessons.push({ kind: 'food', words: item.words, foodId: to.foodId });
    else if (unit === 'g' && item.unit !== null && item.quantity && item.foodId !== null && amount.grams !== null)
      lessons.push({ kind: 'measure', unit: item.unit, foodId: item.foodId, grams: amount.grams / item.quantity });
  }
  if (isMoved(change)) await moveMeal(ctx, { mealId: item.mealId, itemIds: [item.id], ...placeOf(change) }, '');
  return lessons;
}

/** The food of an item as the index has it. */
function foodOf({ given }: CommandContext, { foodId, foodName }: RecordedItem): IndexedFood | null {
  if (foodId === null) return null;
  const named = given.foods.lookup(foodName);
  if (named?.id === foodId) return named;
  return given.foods.search(foodName, 20).find(({ food }) => food.id === foodId)?.food ?? null;
}

async function changeWater(ctx: CommandContext, entry: Entry, mealId: number, change: StoredChange): Promise<void> {
  const { quantity, unit, times, remove } = change;
  const was = entry.meals.find(({ id }) => id === mealId)?.waterMl ?? 0;
  if (remove) await removeMealItems(ctx, { itemIds: [], waterOf: [mealId] }, '');
  else if (isMoved(change)) await moveMeal(ctx, { mealId, itemIds: null, ...placeOf(change) }, '');
  else await changeMealWater(ctx, mealId, times === undefined ? waterOf(quantity ?? 1, unit) : was * times, '');
}

/** A bare figure of water is millilitres, unless it counts glasses. */
const waterOf = (quantity: number, unit: string | undefined): number =>
  waterMlOf({ quantity, unit: unit ?? (quantity > 15 ? 'ml' : 'glass') });

async function changeTraining(ctx: CommandContext, entry: Entry, part: Part, correction: Correction): Promise<void> {
  const exercise = exerciseOf(entry, part);
  if (!exercise) return;
  const { change } = correction;
  const sets = setsMeant(exercise, correction);
  if (change.remove) {
    const setIds = correction.set === null ? [] : (sets ?? []).map(({ id }) => id);
    const exerciseLogIds = correction.set === null ? [exercise.id] : [];
    await removeExercises(ctx, { workoutIds: [], exerciseLogIds, setIds }, '');
    return;
  }
  if (isMoved(change)) await moveWorkout(ctx, exercise.workoutId, placeOf(change), '');
  if (change.food !== undefined) {
    const meant = ctx.given.exercises.lookup(change.food);
    if (!meant?.id) throw new DomainError('not-found', `I do not know the exercise “${change.food}” yet.`);
    await changeExercise(ctx, exercise.id, { exerciseId: meant.id, words: change.food }, '');
  }
  const figures = setsChange(
    change,
    exercise.sets.some(({ weightKg }) => weightKg !== null),
    ctx.user.unitSystem,
  );
  const count = change.sets ?? null;
  if (Object.keys(figures).length === 0 && count === null) return;
  if (sets?.length === 0) throw new DomainError('not-found', `There are only ${exercise.sets.length} sets of that.`);
  const setIds = correction.set === 0 || count !== null || sets === null ? null : sets.map(({ id }) => id);
  await changeSets(ctx, { exerciseLogId: exercise.id, setIds, change: figures, count }, '');
}

/** A bare figure is the weight where there was one, else how often. */
function setsChange(change: StoredChange, isLoaded: boolean, units: 'metric' | 'us'): SetsChange {
  const { reps, weightKg, typed, durationS, distanceM } = change;
  const figure = change.value ?? change.quantity;
  const bare = figure === undefined || weightKg !== undefined ? null : figure;
  const unit = typed?.unit ?? change.unit ?? null;
  const isPounds = (unit ?? (units === 'us' ? 'lb' : 'kg')) === 'lb';
  const load =
    weightKg !== undefined
      ? { weightKg, loadValue: typed?.value ?? weightKg, loadUnit: typed?.unit ?? (units === 'us' ? 'lb' : 'kg') }
      : bare !== null && isLoaded
        ? { weightKg: isPounds ? bare * kgPerLb : bare, loadValue: bare, loadUnit: isPounds ? 'lb' : 'kg' }
        : null;
  return {
    ...(load ? { load } : {}),
    ...(reps === undefined ? (bare !== null && !isLoaded ? { reps: bare } : {}) : { reps }),
    ...(durationS === undefined ? {} : { durationS }),
    ...(distanceM === undefined ? {} : { distanceM }),
  };
}

async function changeFigure(ctx: CommandContext, entry: Entry, id: number, change: StoredChange): Promise<void> {
  if (change.remove) {
    await removeMeasurements(ctx, [id], '');
    return;
  }
  const one = entry.measurements.find((measurement) => measurement.id === id);
  if (!one) return;
  const figure = figureOf(one.metric, change, one.typed.unit, ctx.user.unitSystem);
  const day = change.day === undefined ? {} : { day: Temporal.PlainDate.from(change.day) };
  if (figure || change.day !== undefined)
    await changeMeasurement(ctx, id, { ...(figure ? { figure } : {}), ...day }, '');
}

/** The new figure in the metric's unit; a bare one is in the unit it was said in before. */
function figureOf(
  metric: Entry['measurements'][number]['metric'],
  change: StoredChange,
  saidIn: string | null,
  units: 'metric' | 'us',
) {
  const { value, value2, weightKg, typed, quantity, unit, durationS } = change;
  if (value !== undefined)
    return { value, value2: value2 ?? null, typed: typed ?? { value, unit: plausible[metric].unit } };
  if (weightKg !== undefined && typed) return { value: weightKg, value2: null, typed };
  if (durationS !== undefined)
    return { value: durationS / 3600, value2: null, typed: { value: durationS / 3600, unit: 'h' } };
  if (quantity === undefined) return null;
  const said = unit ?? saidIn;
  const isPounds = said === 'lb' || (said === null && units === 'us');
  const inOwn = plausible[metric].unit;
  const kept =
    metric === 'water'
      ? waterOf(quantity, unit)
      : inOwn === 'kg' && isPounds
        ? Number((quantity * kgPerLb).toFixed(10))
        : inOwn === 'cm' && (said === 'in' || (said === null && units === 'us'))
          ? quantity * 2.54
          : quantity;
  return { value: kept, value2: null, typed: { value: quantity, unit: metric === 'water' ? (unit ?? null) : said } };
}
