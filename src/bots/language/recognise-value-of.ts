import type { Metric } from '../../domain/body/plausible.ts';
import type { FoundValue } from './found-value.ts';
import type { Line } from './line.ts';
import { recogniseBloodPressure } from './recognise-blood-pressure.ts';
import { recogniseBodyLength } from './recognise-body-length.ts';
import { recogniseBodyMass } from './recognise-body-mass.ts';
import { recogniseHeartRate } from './recognise-heart-rate.ts';
import { recogniseNight } from './recognise-night.ts';
import { recognisePercentage } from './recognise-percentage.ts';
import { recogniseRating } from './recognise-rating.ts';
import { recogniseSleep } from './recognise-sleep.ts';
import { recogniseSteps } from './recognise-steps.ts';
import { recogniseWater } from './recognise-water.ts';

/** What has to be known to read a figure. */
export interface MetricView {
  readonly units: 'metric' | 'us';
  /** Whether a word of drinking stands anywhere in the text: else water is not looked for. */
  readonly mayHaveWater: boolean;
}

/** The figure of a metric whose name is known. */
export function recogniseValueOf(line: Line, metric: Metric, at: number, view: MetricView): FoundValue | null {
  switch (metric) {
    case 'weight':
    case 'muscle-mass':
      return recogniseBodyMass(line, at, view.units);
    case 'body-fat':
      return recognisePercentage(line, at);
    case 'resting-hr':
      return recogniseHeartRate(line, at);
    case 'blood-pressure':
      return recogniseBloodPressure(line, at, true);
    case 'sleep':
      return recogniseNight(line, at, true) ?? recogniseSleep(line, at);
    case 'steps':
      return recogniseSteps(line, at);
    case 'water':
      return recogniseWater(line, at, view.units);
    case 'energy':
    case 'mood':
    case 'stress':
    case 'sleep-quality':
    case 'fatigue':
    case 'soreness':
      return recogniseRating(line, at);
    default:
      return recogniseBodyLength(line, at, view.units);
  }
}

/** Metrics whose figures are written alike. */
export function kindOf(metric: Metric): string {
  switch (metric) {
    case 'weight':
    case 'muscle-mass':
      return 'mass';
    case 'energy':
    case 'mood':
    case 'stress':
    case 'sleep-quality':
    case 'fatigue':
    case 'soreness':
      return 'rating';
    case 'body-fat':
    case 'resting-hr':
    case 'blood-pressure':
    case 'sleep':
    case 'steps':
    case 'water':
      return metric;
    default:
      return 'length';
  }
}
