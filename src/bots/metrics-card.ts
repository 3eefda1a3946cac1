import type { Temporal } from 'temporal-polyfill';
import type { LoggedMeasurements, MeasurementInput } from '../domain/body/log-measurements.ts';
import type { WeightTrend } from '../domain/body/weight-trend.ts';
import { localDay } from '../domain/users/local-day.ts';
import { zoneOf } from '../domain/users/user.ts';
import type { Answer, CommandContext } from './command.ts';
import { dayName, volume } from './format.ts';
import { bodyWeight, metricLine } from './format-metric.ts';
import type { Reader } from './gentle.ts';
import { bold, lines, type Text } from './text.ts';
import { undoButton } from './undo-button.ts';

type Units = 'metric' | 'us';

/** With more figures of a day than this they share a line. */
const mostLines = 3;
/** A trend that moves less than this in a week is steady, in kg. */
const steadyKg = 0.05;

/** The card of the figures one message recorded: each in the person's units, the weight's trend, the day's water. */
export function metricsCard(
  ctx: Pick<CommandContext, 'now' | 'user'>,
  { actionId, measurements, water, trend }: LoggedMeasurements,
): Answer {
  const units = ctx.user.unitSystem;
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const days = new Map(measurements.map(({ day }) => [day.toString(), day]));
  return {
    text: lines(
      ...[...days.values()].flatMap((day) => [
        bold(heading(day, today)),
        ...figures(
          measurements.filter((one) => one.day.equals(day)),
          ctx.user,
        ),
      ]),
      trend && !ctx.user.isGentle ? trendLine(trend, units) : null,
      ...water.map(({ day, waterMl, targetMl }) => waterLine(dayName(day, today), waterMl, targetMl, units)),
    ),
    buttons: [[undoButton(actionId)]],
  };
}

function heading(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const name = dayName(day, today);
  if (name === 'today') return 'Logged:';
  return name === 'yesterday' ? 'Logged for yesterday:' : `Logged for ${name}:`;
}

function figures(measurements: readonly MeasurementInput[], reader: Reader): Text[] {
  const said = measurements.map((one) => metricLine(one, reader));
  return said.length > mostLines ? [said.join(' · ')] : said;
}

/** The trend and its week; a single day is never commented on. */
function trendLine({ trendKg, weekChangeKg }: WeightTrend, units: Units): string {
  const trend = `Trend ${bodyWeight(trendKg, units)}`;
  if (weekChangeKg === null) return `${trend}.`;
  if (Math.abs(weekChangeKg) < steadyKg) return `${trend}, steady for a week.`;
  return `${trend}, ${weekChangeKg < 0 ? 'down' : 'up'} ${bodyWeight(Math.abs(weekChangeKg), units)} in a week.`;
}

function waterLine(day: string, waterMl: number, targetMl: number | null, units: Units): Text {
  const so = volume(waterMl, units);
  const of = targetMl === null ? '' : ` of ${volume(targetMl, units)}`;
  return [bold(`Water ${day}: `), `${so}${of}`];
}
