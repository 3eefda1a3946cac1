import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { keepTarget } from './keep-target.ts';
import { type NutritionTarget, targetFor } from './target-for.ts';

export type TargetField = keyof NutritionTarget;

const names: Readonly<Record<TargetField, string>> = {
  energyKcal: 'energy',
  proteinG: 'protein',
  carbsG: 'carbs',
  fatG: 'fat',
  fiberG: 'fibre',
  waterMl: 'water',
};

export interface RemovedTarget {
  actionId: number;
  /** What was taken out, in words. */
  removed: string[];
  /** What is left from today on; null where nothing is. */
  target: NutritionTarget | null;
}

/**
 * Takes figures out of what a day should hold, or all of them, from today on; earlier days keep theirs. Throws
 * DomainError `not-found` where there is none of these.
 */
export async function removeTarget(ctx: Context, fields: readonly TargetField[] | null): Promise<RemovedTarget> {
  const fromDay = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const before = await targetFor(ctx, fromDay);
  const all = Object.keys(names) as TargetField[];
  const removed = (fields ?? all).filter((field) => (before?.[field] ?? null) !== null);
  if (!before || removed.length === 0) {
    const of = fields === null ? '' : ` for ${fields.map((field) => names[field]).join(' or ')}`;
    throw new DomainError('not-found', `You have no target${of}, so there is nothing to remove.`);
  }
  const words = removed.map((field) => names[field]);
  const actionId = await recordAction(ctx, `removal of your ${words.join(', ')} target`);
  const target = { ...before, ...Object.fromEntries(removed.map((field) => [field, null])) };
  await keepTarget(ctx, fromDay, target);
  return { actionId, removed: words, target: Object.values(target).some((value) => value !== null) ? target : null };
}
