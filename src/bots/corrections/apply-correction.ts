import { DomainError } from '../../domain/domain-error.ts';
import type { Entry } from '../../domain/entries/entry-of-message.ts';
import type { IndexedFood } from '../../domain/foods/food-index.ts';
import { changeMealItem } from '../../domain/meals/change-meal-item.ts';
import { changeMealWater } from '../../domain/meals/change-meal-water.ts';
import type { RecordedItem } from '../../domain/meals/meals-of-message.ts';
import { moveMeal } from '../../domain/meals/move-meal.ts';
import { removeMealItems } from '../../domain/meals/remove-meal-items.ts';
import { moveWorkout } from '../../domain/training/move-workout.ts';
import { removeExercises } from '../../domain/training/remove-exercises.ts';
import type { CommandContext } from '../command.ts';
import { correctFigure, waterMlSaid } from './correct-figure.ts';
import { correctTraining } from './correct-training.ts';
import type { Correction, Part, StoredChange } from './correction.ts';
import { itemOf } from './find-parts.ts';
import { type Heard, heardOfAmount, heardOfFood } from './lesson.ts';
import { newAmount } from './new-amount.ts';
import { isMoved, placeOf } from './place-of.ts';

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
): Promise<Heard[]> {
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
      return correctTraining(ctx, entry, part, correction);
    case 'workout':
      if (change.remove) await removeExercises(ctx, { workoutIds: [part.id], exerciseLogIds: [], setIds: [] }, '');
      else await moveWorkout(ctx, part.id, placeOf(change), '');
      return [];
    case 'measurement':
      await correctFigure(ctx, entry, part.id, change);
      return [];
  }
}

async function changeItem(
  ctx: CommandContext,
  item: RecordedItem,
  change: StoredChange,
  other: IndexedFood | null,
): Promise<Heard[]> {
  if (change.remove) {
    await removeMealItems(ctx, { itemIds: [item.id], waterOf: [] }, '');
    return [];
  }
  const heard: Heard[] = [];
  const { quantity, times, energyKcal } = change;
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
    heard.push(...(other ? heardOfFood(item, other) : times === undefined ? heardOfAmount(item, amount) : []));
  }
  if (isMoved(change)) await moveMeal(ctx, { mealId: item.mealId, itemIds: [item.id], ...placeOf(change) }, '');
  return heard;
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
  else await changeMealWater(ctx, mealId, times === undefined ? waterMlSaid(quantity ?? 1, unit) : was * times, '');
}
