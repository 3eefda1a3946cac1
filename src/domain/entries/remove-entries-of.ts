import { hasMeasurements, removeMeasurementsOf } from '../body/remove-measurements-of.ts';
import type { Context } from '../context.ts';
import { hasMeals, removeMealsOf } from '../meals/remove-meals-of.ts';
import { hasProgressPhotos, removeProgressPhotosOf } from '../photos/remove-progress-photos.ts';
import { hasWorkouts, removeWorkoutsOf } from '../training/remove-workouts-of.ts';

export interface RemovedEntries {
  actionId: number;
  /** What was removed, in words. */
  names: string[];
}

/** Whether the written message this request is about has anything recorded. */
export async function hasEntries(ctx: Context): Promise<boolean> {
  return (
    (await hasMeals(ctx)) || (await hasWorkouts(ctx)) || (await hasMeasurements(ctx)) || (await hasProgressPhotos(ctx))
  );
}

/**
 * Removes all that a written message recorded, whatever its kinds, as one action with the given summary. Null when it
 * recorded nothing.
 */
export async function removeEntriesOf(
  ctx: Context,
  sourceMessageId: number,
  summary: string,
): Promise<RemovedEntries | null> {
  let actionId = ctx.actionId;
  const names: string[] = [];
  for (const removeOf of [removeMealsOf, removeWorkoutsOf, removeMeasurementsOf, removeProgressPhotosOf]) {
    const removed = await removeOf({ ...ctx, actionId }, sourceMessageId, summary);
    if (!removed) continue;
    actionId = removed.actionId;
    names.push(...removed.names);
  }
  return names.length > 0 && actionId !== null ? { actionId, names } : null;
}
