import type { Metric } from './plausible.ts';

/** What a metric is called in a sentence. */
export function metricName(metric: Metric): string {
  return metric === 'resting-hr' ? 'resting heart rate' : metric.replaceAll('-', ' ');
}
