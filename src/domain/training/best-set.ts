import type { Temporal } from 'temporal-polyfill';
import { oneRepMax } from './one-rep-max.ts';
import { countingSets, type Training } from './trainings-over.ts';
import type { DoneSet } from './workout-overview.ts';

export type BestOf = 'heaviest' | 'one-rep-max' | 'longest' | 'fastest' | 'most-reps';

export interface BestSet {
  readonly day: Temporal.PlainDate;
  readonly set: DoneSet;
  /** kg, estimated kg, metres or seconds, seconds a metre, repetitions. */
  readonly value: number;
}

/** Distances that differ by less than this share are the same course. */
const sameCourse = 0.05;

/**
 * The best set of one exercise over trainings, the first to reach it; null where none tells. `fastest` compares what is
 * of the asked distance, or longer than nothing where none is asked.
 */
export function bestSet(trainings: readonly Training[], of: BestOf, distanceM: number | null = null): BestSet | null {
  let best: BestSet | null = null;
  // Trainings come newest first, and whoever did it first holds it.
  for (const set of countingSets(trainings).toReversed() as (DoneSet & { day: Temporal.PlainDate })[]) {
    if (distanceM !== null && !isCourse(set, distanceM)) continue;
    const value = figureOf(set, of);
    if (value === null) continue;
    const isBetter =
      best === null || (of === 'fastest' ? value < best.value : value > best.value) || isMoreReps(set, of, value, best);
    if (isBetter) best = { day: set.day, set, value };
  }
  return best;
}

const isCourse = (set: DoneSet, distanceM: number): boolean =>
  set.distanceM !== null && Math.abs(set.distanceM - distanceM) <= distanceM * sameCourse;

/** At one weight, more repetitions are better. */
const isMoreReps = (set: DoneSet, of: BestOf, value: number, best: BestSet): boolean =>
  of === 'heaviest' && value === best.value && (set.reps ?? 0) > (best.set.reps ?? 0);

function figureOf(set: DoneSet, of: BestOf): number | null {
  switch (of) {
    case 'heaviest':
      return set.weightKg;
    case 'one-rep-max':
      return set.weightKg === null || set.reps === null ? null : oneRepMax(set.weightKg, set.reps);
    case 'longest':
      return set.distanceM ?? set.durationS;
    case 'fastest':
      return set.distanceM === null || set.durationS === null ? null : set.durationS / set.distanceM;
    case 'most-reps':
      return set.reps;
  }
}
