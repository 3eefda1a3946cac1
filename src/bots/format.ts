import type { Temporal } from 'temporal-polyfill';
import type { NutritionTarget } from '../domain/goals/target-for.ts';
import type { DayTotals } from '../domain/meals/refresh-day.ts';
import type { Reader } from './gentle.ts';
import { bold, type Text } from './text.ts';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const fine = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const tiny = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });
const gramsPerOz = 28.349523125;
const mlPerFlOz = 29.5735295625;

/** "1,942 kcal" */
export const kcal = (value: number): string => `${whole.format(value)} kcal`;

/** At most one decimal, "0.5", "1,250", unless that would make nothing of something: "0.04". */
const number = (value: number): string => (Math.abs(value) < 0.1 ? tiny : short).format(value);

/** How much somebody said: "200", "1.25", "0.33", "0.04". */
export const quantity = (value: number): string =>
  (Math.abs(value) < 1 ? tiny : value < 10 ? fine : short).format(value);

/** What people drink, as they read it: "750 ml", or "25.4 fl oz". */
export const volume = (ml: number, units: 'metric' | 'us'): string =>
  units === 'us' ? `${number(ml / mlPerFlOz)} fl oz` : `${whole.format(ml)} ml`;

const irregular: Readonly<Record<string, string>> = { leaf: 'leaves', loaf: 'loaves', half: 'halves', foot: 'feet' };
/** Abbreviations stay as they are. */
const unchanged = new Set(['g', 'kg', 'mg', 'oz', 'lb', 'ml', 'l', 'floz', 'tbsp', 'tsp', 'cl', 'dl']);

/** Several of a unit: "slices", "glasses", "patties", "leaves". */
export function plural(unit: string): string {
  if (unchanged.has(unit)) return unit;
  const known = irregular[unit];
  if (known) return known;
  if (/[^aeiou]y$/.test(unit)) return `${unit.slice(0, -1)}ies`;
  return /(?:ch|sh|s|x|z)$/.test(unit) ? `${unit}es` : `${unit}s`;
}

/** One of a unit: "a bowl", "an ear". */
export const article = (unit: string): string => `${/^[aeiou]/.test(unit) ? 'an' : 'a'} ${unit}`;

/** A weight as the person reads weights: "200 g", "2.5 g", or "7.1 oz". */
export const weight = (grams: number, units: 'metric' | 'us'): string => {
  if (units === 'us') return `${number(grams / gramsPerOz)} oz`;
  return `${grams < 10 ? number(grams) : whole.format(grams)} g`;
};

/** "today", "yesterday", "Monday", or "2 March". */
export function dayName(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const ago = day.until(today).days;
  if (ago === 0) return 'today';
  if (ago === 1) return 'yesterday';
  if (ago > 1 && ago < 7) return day.toLocaleString('en-GB', { weekday: 'long' });
  const year = day.year === today.year ? {} : { year: 'numeric' as const };
  return day.toLocaleString('en-GB', { day: 'numeric', month: 'long', ...year });
}

/**
 * A day's line: "Today: 1,240 of 2,200 kcal, 960 left · protein 85 g · carbs 120 g · fat 40 g". In gentle mode only the
 * water of it; null without.
 */
export function dayLine(
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
  totals: DayTotals,
  target: NutritionTarget | null,
  { unitSystem, isGentle }: Reader,
): Text | null {
  const name = bold(`${capital(dayName(day, today))}: `);
  const drunk = water(totals, target, unitSystem);
  if (isGentle) return drunk && [name, drunk];
  return [name, ...energy(totals, target), macros(totals, target), drunk === null ? '' : ` · ${drunk}`];
}

function energy({ energyKcal }: DayTotals, target: NutritionTarget | null): Text[] {
  const goal = target?.energyKcal;
  if (!goal) return [bold(kcal(energyKcal))];
  const left = Math.round(goal) - Math.round(energyKcal);
  const rest = left >= 0 ? `${kcal(left)} left` : `${kcal(-left)} over`;
  return [bold(whole.format(energyKcal)), ` of ${kcal(goal)}, ${rest}`];
}

function macros(totals: DayTotals, target: NutritionTarget | null): string {
  const part = (name: string, value: number, goal: number | null | undefined) =>
    ` · ${name} ${whole.format(value)}${goal ? ` of ${whole.format(goal)}` : ''} g`;
  return [
    part('protein', totals.proteinG, target?.proteinG),
    part('carbs', totals.carbsG, target?.carbsG),
    part('fat', totals.fatG, target?.fatG),
    target?.fiberG ? part('fibre', totals.fiberG ?? 0, target.fiberG) : '',
  ].join('');
}

function water({ waterMl }: DayTotals, target: NutritionTarget | null, units: 'metric' | 'us'): string | null {
  if (waterMl <= 0 && !target?.waterMl) return null;
  return `water ${volume(waterMl, units)}${target?.waterMl ? ` of ${volume(target.waterMl, units)}` : ''}`;
}

/** The first letter in upper case. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
