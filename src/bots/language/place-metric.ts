import { type Moment, type Placed, placeInTime } from './place-in-time.ts';
import type { FoundTime } from './recognise-clock-time.ts';
import type { FoundMetric } from './recognise-metric.ts';
import type { SaidDay } from './vocabulary/vocabulary.ts';

/** A metric and where in its text it was told. */
export interface ToldMetric extends FoundMetric {
  readonly clause: number;
  readonly at: number;
}

/** When something was, as said in one clause of the text. */
export interface When {
  readonly clause: number;
  readonly at: number;
  readonly day: SaidDay | null;
  readonly time: FoundTime | null;
  /** "last night": of sleep it is the night that ended today. */
  readonly isThisNight: boolean;
}

/** The day of a metric; of sleep it is the one on which they woke. */
export function placeMetric(
  metric: ToldMetric,
  metrics: readonly ToldMetric[],
  whens: readonly When[],
  given: Moment,
): Placed | null {
  const when = whenFor(
    metric,
    whens.filter(({ day }) => day !== null),
  );
  const isSlept = metric.metric === 'sleep' || metric.metric === 'sleep-quality';
  const hasSlept = isSlept || metrics.some((one) => one.metric === 'sleep' || one.metric === 'sleep-quality');
  if (when?.isThisNight && hasSlept) return placeInTime(null, null, null, given);
  const timed = whenFor(
    metric,
    whens.filter(({ time }) => time !== null),
  );
  const placed = placeInTime(when?.day ?? null, isSlept ? null : (timed?.time ?? null), null, given);
  const isNight = isSlept && when?.day?.kind === 'weekday' && when.day.part === 'night';
  return placed && isNight ? afterNight(placed, given) : placed;
}

/** Said in the metric's clause, before rather than after, or else earlier, or the only one there is. */
function whenFor(metric: ToldMetric, whens: readonly When[]): When | null {
  const own = whens.filter(({ clause }) => clause === metric.clause);
  const before = own.filter(({ at }) => at < metric.end).at(-1) ?? own[0];
  const earlier = before ?? whens.filter(({ at }) => at < metric.at).at(-1);
  return earlier ?? (whens.length === 1 ? (whens[0] ?? null) : null);
}

/** A night that began on a named day ended on the next. */
function afterNight(placed: Placed, given: Moment): Placed {
  const today = placeInTime(null, null, null, given)?.day;
  const next = placed.day.add({ days: 1 });
  return today && placed.day.equals(today) ? placed : { ...placed, day: next };
}
