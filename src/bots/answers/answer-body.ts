import type { Temporal } from 'temporal-polyfill';
import { metricName } from '../../domain/body/metric-name.ts';
import { type MetricDay, metricOver } from '../../domain/body/metric-over.ts';
import type { Metric } from '../../domain/body/plausible.ts';
import { trendWeight } from '../../domain/body/trend-weight.ts';
import { count, inDays, measured, moved, onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { capital } from '../format.ts';
import { bold, code, lines, type Text } from '../text.ts';
import type { Asked } from './asked.ts';

/** So far back weigh-ins still move a trend. */
const warmUpDays = 60;
/** With fewer days there is no trend. */
const fewestDays = 4;
/** Weight that moves less than this in the time is said to hold. */
const steadyKg = 0.2;

/** What was measured in a time: weight and its trend, or any other metric. */
export async function answerBody(ctx: CommandContext, asked: Asked): Promise<Answer> {
  const metric = asked.metric ?? 'weight';
  const days = await metricOver(ctx, metric, asked);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return nothingMeasured(ctx, asked, metric);
  const today = todayOf(ctx);
  const units = ctx.user.unitSystem;
  const show = (one: MetricDay) => measured(metric, one.value, one.value2, units);
  const when = inDays(asked, today);
  if (asked.figure === 'highest' || asked.figure === 'lowest') {
    const isHighest = asked.figure === 'highest';
    const best = days.reduce((one, other) =>
      (isHighest ? other.value > one.value : other.value < one.value) ? other : one,
    );
    const name = capital(`${isHighest ? 'highest' : 'lowest'} ${metricName(metric)}`);
    return { text: `${name} ${when}: ${show(best)} ${onDay(best.day, today)}, of ${count(days.length, 'day')}.` };
  }
  if (asked.figure === 'first') return { text: `${show(first)} ${onDay(first.day, today)}, the first in your log.` };
  if (asked.figure === 'last') {
    const ago = last.day.until(today).total('days');
    return { text: `${capital(onDay(last.day, today))}${ago > 1 ? `, ${count(ago, 'day')} ago` : ''}: ${show(last)}.` };
  }
  if (metric === 'weight') return weightText(ctx, asked, days, first, last);
  if (days.length === 1) return { text: `${capital(metricName(metric))} ${onDay(last.day, today)}: ${show(last)}.` };
  const mean = days.reduce((sum, { value }) => sum + value, 0) / days.length;
  const mean2 = last.value2 === null ? null : days.reduce((sum, { value2 }) => sum + (value2 ?? 0), 0) / days.length;
  const [low, high] = [Math.min(...days.map(({ value }) => value)), Math.max(...days.map(({ value }) => value))];
  const range =
    last.value2 === null
      ? `, from ${measured(metric, low, null, units)} to ${measured(metric, high, null, units)}`
      : '';
  const isBody = asked.about === 'weight';
  return {
    text: lines(
      [bold(`${capital(metricName(metric))} ${onDay(last.day, today)}: `), `${show(last)}.`],
      isBody
        ? `${capital(moved(metric, last.value - first.value, units))} since ${show(first)} ${onDay(first.day, today)}.`
        : `${capital(when)}: ${measured(metric, mean, mean2, units)} on average over ${count(days.length, 'day')}${range}.`,
    ),
  };
}

/** The last weight, how the trend moved, and over how many days. */
async function weightText(
  ctx: CommandContext,
  asked: Asked,
  days: readonly MetricDay[],
  first: MetricDay,
  last: MetricDay,
): Promise<Answer> {
  const today = todayOf(ctx);
  const units = ctx.user.unitSystem;
  const weighed: Text = [bold(`${measured('weight', last.value, null, units)} `), `${onDay(last.day, today)}.`];
  if (days.length === 1) return { text: lines(weighed, await trendNow(ctx, last.day)) };
  const before = await metricOver(ctx, 'weight', {
    from: first.day.subtract({ days: warmUpDays }),
    to: first.day.subtract({ days: 1 }),
  });
  const points = trendWeight([...before, ...days].map(({ day, value }) => ({ day, kg: value })));
  const [start, end] = [points.at(-days.length), points.at(-1)];
  if (!start || !end || days.length < fewestDays) {
    const change = moved('weight', last.value - first.value, units);
    return {
      text: lines(
        weighed,
        `${capital(change)} since ${measured('weight', first.value, null, units)} ${onDay(first.day, today)}; ${count(days.length, 'weigh-in')} are too few for a trend.`,
      ),
    };
  }
  const change = end.trendKg - start.trendKg;
  const verdict = Math.abs(change) < steadyKg ? 'holding' : moved('weight', change, units);
  const mean = days.reduce((sum, { value }) => sum + value, 0) / days.length;
  const average = asked.figure === 'average' ? ` The plain average is ${measured('weight', mean, null, units)}.` : '';
  return {
    text: lines(
      [
        bold(`Trend ${measured('weight', end.trendKg, null, units)}, ${verdict} `),
        `${inDays(asked, today)}, from ${count(days.length, 'day')} on the scale.${average}`,
      ],
      ['The last weight: ', weighed],
    ),
  };
}

/** The trend up to a day, in a sentence; null while there is too little for one. */
async function trendNow(ctx: CommandContext, day: Temporal.PlainDate): Promise<Text | null> {
  const days = await metricOver(ctx, 'weight', { from: day.subtract({ days: warmUpDays }), to: day });
  const points = trendWeight(days.map((one) => ({ day: one.day, kg: one.value })));
  const end = points.at(-1);
  return end && points.length >= fewestDays
    ? `The trend was at ${measured('weight', end.trendKg, null, ctx.user.unitSystem)}.`
    : null;
}

async function nothingMeasured(ctx: CommandContext, asked: Asked, metric: Metric): Promise<Answer> {
  const today = todayOf(ctx);
  const name = metric === 'weight' ? 'No weigh-ins' : `No ${metricName(metric)}`;
  const invite: Text | null =
    metric === 'weight' ? ['Say ', code('weight 82.4'), ' whenever you step on the scale.'] : null;
  if (asked.from === null) return { text: lines(`${name} yet.`, invite) };
  const last = (await metricOver(ctx, metric, { from: null, to: asked.from.subtract({ days: 1 }) })).at(-1);
  const known = last
    ? `The last before: ${measured(metric, last.value, last.value2, ctx.user.unitSystem)} ${onDay(last.day, today)}.`
    : null;
  return { text: lines(`${name} ${inDays(asked, today)}.`, known ?? invite) };
}
