import type { Metric } from '../body/plausible.ts';

/** A weight this near is kept, not changed. */
export const keepWithinKg = 0.5;
/** Less of these is losing weight by another name. */
const ofWeight: ReadonlySet<Metric> = new Set(['weight', 'body-fat', 'waist', 'hips', 'thigh', 'arm', 'chest']);

/** Whether a goal is to lose weight, by whatever name. Where nothing was measured yet (`current` null) it may be. */
export const leadsToLess = (metric: Metric, target: number, current: number | null): boolean =>
  ofWeight.has(metric) && (current === null || target < current - (metric === 'weight' ? keepWithinKg : 0));
