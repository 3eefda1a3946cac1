import { metric } from '../../../db/schema/index.ts';

export const metrics = metric.enumValues;

export type Metric = (typeof metrics)[number];

export interface Plausible {
  /** The unit that values of this metric are kept in; null for ratings. */
  readonly unit: 'kg' | '%' | 'cm' | 'bpm' | 'mmHg' | 'h' | 'count' | 'ml' | null;
  /** Lowest and highest a person can have at all; outside, nothing is recorded. Never wider than the table's check. */
  readonly possible: readonly [min: number, max: number];
  /** Where nearly every adult is: a figure outside it whose unit was not said is asked about first. */
  readonly usual: readonly [min: number, max: number];
}

const rating: Plausible = { unit: null, possible: [1, 10], usual: [1, 10] };

/**
 * What figures people have. Possible: human extremes on record, a little widened (lightest and heaviest adults 20 and
 * 500 kg; body fat from 1 % to 75 %; resting pulse from 20 in athletes to 250 in tachycardia; systolic pressure from
 * shock to 300 mmHg in heavy lifting; 300,000 steps are a run of 24 hours; 10 l of water in one go are past danger).
 * Usual: about the middle 99 of 100 adults in surveys of body measures, widened for athletes and for obesity.
 */
export const plausible: Readonly<Record<Metric, Plausible>> = {
  weight: { unit: 'kg', possible: [20, 500], usual: [40, 150] },
  'body-fat': { unit: '%', possible: [1, 75], usual: [3, 60] },
  'muscle-mass': { unit: 'kg', possible: [5, 200], usual: [15, 75] },
  waist: { unit: 'cm', possible: [30, 300], usual: [50, 170] },
  chest: { unit: 'cm', possible: [30, 300], usual: [65, 180] },
  hips: { unit: 'cm', possible: [30, 300], usual: [65, 190] },
  neck: { unit: 'cm', possible: [15, 100], usual: [25, 60] },
  arm: { unit: 'cm', possible: [10, 100], usual: [20, 60] },
  thigh: { unit: 'cm', possible: [20, 150], usual: [35, 100] },
  calf: { unit: 'cm', possible: [15, 100], usual: [25, 65] },
  'resting-hr': { unit: 'bpm', possible: [20, 250], usual: [30, 120] },
  'blood-pressure': { unit: 'mmHg', possible: [50, 300], usual: [80, 220] },
  energy: rating,
  mood: rating,
  stress: rating,
  'sleep-quality': rating,
  fatigue: rating,
  soreness: rating,
  sleep: { unit: 'h', possible: [0, 24], usual: [1, 16] },
  steps: { unit: 'count', possible: [0, 300_000], usual: [100, 80_000] },
  water: { unit: 'ml', possible: [1, 10_000], usual: [20, 6000] },
};

/** The lower figure of a blood pressure, in mmHg. */
const diastolic: readonly [min: number, max: number] = [20, 200];

const isWithin = (value: number, [min, max]: readonly [number, number]): boolean => value >= min && value <= max;

/** Whether a figure, in the metric's unit, can be a person's. Ratings are whole; a pressure needs both figures. */
export function isPossible(metric: Metric, value: number, value2: number | null): boolean {
  const { unit, possible } = plausible[metric];
  if (!isWithin(value, possible) || ((unit === null || unit === 'count') && !Number.isInteger(value))) return false;
  return metric === 'blood-pressure'
    ? value2 !== null && isWithin(value2, diastolic) && value2 < value
    : value2 === null;
}

/** Whether nearly every adult has such a figure. */
export const isUsual = (metric: Metric, value: number): boolean => isWithin(value, plausible[metric].usual);
