import type { Temporal } from 'temporal-polyfill';
import type { Metric } from '../../domain/body/plausible.ts';
import { judgeMetrics } from './judge-metrics.ts';
import type { Line } from './line.ts';
import { listMetrics } from './list-metrics.ts';
import { phrases } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';
import { anyWord } from './word-test.ts';

/** What is known of the writer and the moment. */
export interface MetricsGiven extends Moment {
  readonly units: 'metric' | 'us';
  /** What they weighed last, where it is known: tells a bare figure from another. */
  readonly lastWeightKg?: number | null;
}

/** One figure of body or mood. */
export interface ReadMetric {
  readonly metric: Metric;
  /** In the metric's canonical unit (`plausible[metric].unit`). */
  readonly value: number;
  /** The lower figure of a blood pressure. */
  readonly value2: number | null;
  /** As typed; the unit is null when unsaid, "/10" for a rating with its scale. */
  readonly typed: { readonly value: number; readonly unit: string | null };
  readonly day: Temporal.PlainDate;
  /** Whether they named the day or a time. */
  readonly isDaySaid: boolean;
}

export interface MetricsReading {
  readonly kind: 'metrics';
  readonly metrics: readonly ReadMetric[];
}

/** Something to ask before it is recorded. */
export interface MetricsQuestion {
  readonly kind: 'question';
  /** `meaning`: is it this metric? `amount`: the figure cannot be right. `unit`: which unit was meant? */
  readonly about: 'meaning' | 'amount' | 'unit';
  /** The figures in doubt, as said. */
  readonly doubtful: readonly ReadMetric[];
  /** What may have been meant; empty where nothing comes near. With each, all the message records. */
  readonly choices: readonly { readonly meant: ReadMetric; readonly metrics: readonly ReadMetric[] }[];
}

/** In characters: a longer text is no list of figures that a person typed. */
const longestText = 1000;
/** In characters. */
const longestBare = 40;
const { hint, bareHint } = english.metrics;
const isHinted = anyWord(hint);
const noSlots = phrases<string>([]);

/**
 * Reads a text that tells figures of its writer's body, mood or water, and nothing else: all of them, in order, or what
 * has to be asked. Null for anything else, and for days to come.
 */
export function readMetrics(text: string, given: MetricsGiven): MetricsReading | MetricsQuestion | null {
  if (text.length > longestText) return null;
  const tokens = scan(text);
  if (!isHinted(tokens) && !(text.length <= longestBare && bareHint.test(text))) return null;
  const line: Line = { text, tokens, language: english, ownSlots: noSlots };
  const listed = listMetrics(line, given);
  return listed && judgeMetrics(listed, given);
}
