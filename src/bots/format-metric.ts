import { metricName } from '../domain/body/metric-name.ts';
import { type Metric, plausible } from '../domain/body/plausible.ts';
import { capital, volume } from './format.ts';
import { isKeptFrom, type Reader } from './gentle.ts';

type Units = 'metric' | 'us';

/** A figure of body or mood, as recorded. */
export interface ShownMetric {
  readonly metric: Metric;
  readonly value: number;
  readonly value2: number | null;
  readonly typed: { readonly value: number; readonly unit: string | null };
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const fine = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const kgPerLb = 0.45359237;
const cmPerInch = 2.54;

/** A body's weight as its owner reads it: "82.4 kg", "181.7 lb". */
export const bodyWeight = (kg: number, units: Units): string =>
  units === 'us' ? `${short.format(kg / kgPerLb)} lb` : `${short.format(kg)} kg`;

/** "Weight 82.4 kg", "Blood pressure 121/79 mmHg", "Sleep 7 h 20 min", "Mood 8 of 10", "Water 500 ml (2 glasses)"; what is kept back has its name alone. */
export const metricLine = (shown: ShownMetric, reader: Reader): string => {
  const name = capital(metricName(shown.metric));
  return isKeptFrom(reader, shown.metric) ? name : `${name} ${metricFigure(shown, reader.unitSystem)}`;
};

/** The figure alone, in the person's units; what was typed in another unit stands beside it. */
export function metricFigure({ metric, value, value2, typed }: ShownMetric, units: Units): string {
  switch (plausible[metric].unit) {
    case 'kg':
      return inOwnUnit(typed, units === 'us' ? 'lb' : 'kg', bodyWeight(value, units));
    case 'cm':
      return inOwnUnit(
        typed,
        units === 'us' ? 'in' : 'cm',
        units === 'us' ? `${short.format(value / cmPerInch)} in` : `${short.format(value)} cm`,
      );
    case '%':
      return `${fine.format(value)} %`;
    case 'bpm':
      return `${fine.format(value)} bpm`;
    case 'mmHg':
      return `${fine.format(value)}/${fine.format(value2 ?? 0)} mmHg`;
    case 'h':
      return hours(value);
    case 'count':
      return whole.format(value);
    case 'ml':
      return water(value, typed, units);
    default:
      return typed.unit === '/5'
        ? `${fine.format(value)} of 10 (${fine.format(typed.value)}/5)`
        : `${fine.format(value)} of 10`;
  }
}

/** As typed where that is the person's unit, else converted, with what was typed. */
function inOwnUnit(typed: ShownMetric['typed'], own: string, converted: string): string {
  if (typed.unit === null || typed.unit === own) return `${fine.format(typed.value)} ${own}`;
  return `${converted} (${fine.format(typed.value)} ${typed.unit})`;
}

function hours(value: number): string {
  const minutes = Math.round(value * 60);
  const rest = minutes % 60;
  const full = (minutes - rest) / 60;
  if (full === 0) return `${rest} min`;
  return rest === 0 ? `${full} h` : `${full} h ${rest} min`;
}

/** Vessels are said: their size is ours. */
function water(ml: number, typed: ShownMetric['typed'], units: Units): string {
  const unit = typed.unit ?? 'glass';
  const isVessel = /^[a-z]{3,}$/.test(unit) && unit !== 'floz';
  if (!isVessel) return volume(ml, units);
  const many = unit === 'glass' ? 'glasses' : `${unit}s`;
  return `${volume(ml, units)} (${fine.format(typed.value)} ${typed.value > 1 ? many : unit})`;
}
