import { Temporal } from 'temporal-polyfill';
import { changeMeasurement, removeMeasurements } from '../../domain/body/change-measurement.ts';
import { plausible } from '../../domain/body/plausible.ts';
import type { Entry } from '../../domain/entries/entry-of-message.ts';
import type { CommandContext } from '../command.ts';
import { kgPerLb } from '../language/recognise-body-mass.ts';
import { waterMlOf } from '../language/weigh-item.ts';
import type { StoredChange } from './correction.ts';

const cmPerInch = 2.54;

/** Does to a figure of body, mood or water what a correction says. */
export async function correctFigure(
  ctx: CommandContext,
  entry: Entry,
  id: number,
  change: StoredChange,
): Promise<void> {
  if (change.remove) {
    await removeMeasurements(ctx, [id], '');
    return;
  }
  const one = entry.measurements.find((measurement) => measurement.id === id);
  if (!one) return;
  const figure = figureOf(one.metric, change, one.typed.unit, ctx.user.unitSystem);
  const day = change.day === undefined ? {} : { day: Temporal.PlainDate.from(change.day) };
  if (figure || change.day !== undefined)
    await changeMeasurement(ctx, id, { ...(figure ? { figure } : {}), ...day }, '');
}

/** The new figure in the metric's unit; a bare one is in the unit it was said in before. */
function figureOf(
  metric: Entry['measurements'][number]['metric'],
  change: StoredChange,
  saidIn: string | null,
  units: 'metric' | 'us',
) {
  const { value, value2, weightKg, typed, quantity, unit, durationS } = change;
  if (value !== undefined)
    return { value, value2: value2 ?? null, typed: typed ?? { value, unit: plausible[metric].unit } };
  if (weightKg !== undefined && typed) return { value: weightKg, value2: null, typed };
  if (durationS !== undefined)
    return { value: durationS / 3600, value2: null, typed: { value: durationS / 3600, unit: 'h' } };
  if (quantity === undefined) return null;
  const said = unit ?? saidIn;
  const isPounds = said === 'lb' || (said === null && units === 'us');
  const inOwn = plausible[metric].unit;
  const kept =
    metric === 'water'
      ? waterMlSaid(quantity, unit)
      : inOwn === 'kg' && isPounds
        ? Number((quantity * kgPerLb).toFixed(10))
        : inOwn === 'cm' && (said === 'in' || (said === null && units === 'us'))
          ? quantity * cmPerInch
          : quantity;
  return { value: kept, value2: null, typed: { value: quantity, unit: metric === 'water' ? (unit ?? null) : said } };
}

/** A bare figure of water is millilitres, unless it counts glasses. */
export const waterMlSaid = (quantity: number, unit: string | undefined): number =>
  waterMlOf({ quantity, unit: unit ?? (quantity > 15 ? 'ml' : 'glass') });
