import { Temporal } from 'temporal-polyfill';
import type { Metric } from '../domain/body/plausible.ts';
import type { Days } from '../domain/meals/period-overview.ts';
import { localDay } from '../domain/users/local-day.ts';
import { type User, zoneOf } from '../domain/users/user.ts';
import type { CommandContext } from './command.ts';
import { dayName, kcal, volume } from './format.ts';
import { bodyWeight, metricFigure } from './format-metric.ts';

type Units = 'metric' | 'us';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const cmPerInch = 2.54;
const kgPerLb = 0.45359237;

/** The local day of whoever asks. */
export const todayOf = (ctx: Pick<CommandContext, 'now' | 'user'>): Temporal.PlainDate =>
  localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);

/** The day a coach named for a client; null where that is today: then it is each client's own today. */
export const dayNamed = (ctx: CommandContext, day: string | null): string | null =>
  day === todayOf(ctx).toString() ? null : day;

/** The day named, an ISO date, or else the client's own today. */
export const dayOfClient = ({ now }: CommandContext, day: string | null, client: User): Temporal.PlainDate =>
  day === null ? todayOf({ now, user: client }) : Temporal.PlainDate.from(day);

/** A day in a sentence: "today", "yesterday", "on Monday", "on 2 March". */
export function onDay(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  if (day.equals(today.add({ days: 1 }))) return 'tomorrow';
  const name = dayName(day, today);
  return name === 'today' || name === 'yesterday' ? name : `on ${name}`;
}

/** Days in a sentence: "this week", "in the last 28 days", "in February", "from 2 March to 8 March"; "so far" for all. */
export function inDays({ from, to }: Days, today: Temporal.PlainDate): string {
  if (!from || !to) return 'so far';
  if (from.equals(to)) return onDay(from, today);
  const length = from.until(to).total('days') + 1;
  const isNow = to.equals(today);
  if (isNow && from.dayOfWeek === 1 && length <= 7) return 'this week';
  if (from.dayOfWeek === 1 && length === 7 && from.until(today).total('days') < 14) return 'last week';
  if (from.day === 1 && from.month === to.month && from.year === to.year) {
    if (isNow) return 'this month';
    if (to.day === to.daysInMonth) return `in ${monthName(from, today)}`;
  }
  if (from.dayOfYear === 1 && from.year === to.year) {
    if (isNow) return 'this year';
    if (to.month === 12 && to.day === 31) return `in ${from.year}`;
  }
  return isNow ? `in the last ${length} days` : `from ${plainDay(from, today)} to ${plainDay(to, today)}`;
}

const monthName = (day: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  day.toLocaleString('en-GB', { month: 'long', ...(day.year === today.year ? {} : { year: 'numeric' as const }) });

const plainDay = (day: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  day.toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(day.year === today.year ? {} : { year: 'numeric' as const }),
  });

/** "1 day", "5 days". */
export const count = (value: number, one: string, many = `${one}s`): string =>
  `${whole.format(value)} ${value === 1 ? one : many}`;

/** An amount of what a question named: "264 kcal", "122 g", "1.4 mg", "1,200 ml". */
export function nutrientAmount(key: string, value: number, units: Units): string {
  if (key === 'energyKcal') return kcal(value);
  if (key === 'waterMl') return volume(value, units);
  const number = Math.abs(value) < 10 ? short.format(value) : whole.format(value);
  return `${number} ${key.endsWith('Mg') ? 'mg' : key.endsWith('Ug') ? 'µg' : 'g'}`;
}

/** An amount with what it is of: "122 g of protein", "264 kcal". */
export const amountOf = (key: string, name: string, value: number, units: Units): string =>
  key === 'energyKcal' ? kcal(value) : `${nutrientAmount(key, value, units)} of ${name}`;

/** A figure of body or mood in the person's own units. */
export function measured(metric: Metric, value: number, value2: number | null, units: Units): string {
  if (metric === 'weight' || metric === 'muscle-mass') return bodyWeight(value, units);
  const rounded = Math.round(value * 10) / 10;
  const isInches = units === 'us' && lengths.has(metric);
  const own = isInches
    ? { value: Math.round((value / cmPerInch) * 10) / 10, unit: 'in' }
    : { value: rounded, unit: null };
  const pressure = value2 === null ? null : Math.round(value2);
  return metricFigure(
    {
      metric,
      value: metric === 'steps' ? Math.round(value) : metric === 'sleep' ? value : rounded,
      value2: pressure,
      typed: own,
    },
    units,
  );
}

const lengths: ReadonlySet<Metric> = new Set<Metric>(['waist', 'chest', 'hips', 'neck', 'arm', 'thigh', 'calf']);

/** How far something moved: "0.6 kg down", "2 cm up", "no change". */
export function moved(metric: Metric, change: number, units: Units): string {
  const isMass = metric === 'weight' || metric === 'muscle-mass';
  const own = units === 'us' ? (isMass ? change / kgPerLb : lengths.has(metric) ? change / cmPerInch : change) : change;
  const unit = isMass
    ? units === 'us'
      ? ' lb'
      : ' kg'
    : lengths.has(metric)
      ? units === 'us'
        ? ' in'
        : ' cm'
      : metric === 'body-fat'
        ? ' points'
        : '';
  const size = short.format(Math.abs(own));
  return size === '0' ? 'no change' : `${size}${unit} ${own < 0 ? 'down' : 'up'}`;
}
