import type { Temporal } from 'temporal-polyfill';
import { type NutritionTarget, targetFor } from '../../domain/goals/target-for.ts';
import { dayOverview } from '../../domain/meals/day-overview.ts';
import { lastMeal } from '../../domain/meals/last-meal.ts';
import { type NutrientOverview, nutrientOver, periodOverview } from '../../domain/meals/period-overview.ts';
import { amountOf, count, inDays, nutrientAmount, onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { dayCard } from '../day-card.ts';
import { capital, kcal } from '../format.ts';
import { bold, code, lines, type Text } from '../text.ts';
import type { Asked } from './asked.ts';

/** Figures may be this far off a target of energy and still be on it. */
const nearShare = 0.1;

const targetKeys: ReadonlySet<string> = new Set(['energyKcal', 'proteinG', 'carbsG', 'fatG', 'fiberG', 'waterMl']);

const targetOf = (target: NutritionTarget | null, key: string): number | null =>
  targetKeys.has(key) ? (target?.[key as keyof NutritionTarget] ?? null) : null;

/** What days hold: sums, means, extremes, and how they stand against the target. */
export async function answerNutrients(ctx: CommandContext, asked: Asked): Promise<Answer> {
  const { figure, nutrient, from, to } = asked;
  if (figure === 'last') return newestMeal(ctx);
  if (figure === 'days-logged') return daysLogged(ctx, asked);
  if (figure === 'on-target') return onTarget(ctx, asked);
  const isOneDay = from !== null && to !== null && from.equals(to);
  if (!nutrient || nutrient.key === 'all') {
    if (isOneDay)
      return dayCard(ctx, await dayOverview(ctx, from), asked.about === 'remaining' ? 'remaining' : 'day', asked.slot);
    return { text: lines(...(await macrosText(ctx, asked))) };
  }
  const over = await nutrientOver(ctx, nutrient.key, asked);
  const today = todayOf(ctx);
  if (over.days.length === 0 && !(isOneDay && asked.about === 'remaining')) return nothingLogged(asked, today);
  if (figure === 'highest' || figure === 'lowest') return extreme(ctx, asked, over);
  if (isOneDay) return oneDay(ctx, asked, over, from);
  const average = amountOf(nutrient.key, nutrient.name, over.average ?? 0, ctx.user.unitSystem);
  const days = count(over.days.length, nutrient.key === 'waterMl' ? 'day' : 'logged day');
  const sum = amountOf(nutrient.key, nutrient.name, over.sum, ctx.user.unitSystem);
  const target = targetOf(await targetFor(ctx, to ?? today), nutrient.key);
  const goal = target === null ? '' : ` Your target is ${nutrientAmount(nutrient.key, target, ctx.user.unitSystem)}.`;
  const text =
    figure === 'average'
      ? `${capital(inDays(asked, today))}: ${average} a day on average, over ${days}.${goal}`
      : `${capital(inDays(asked, today))}: ${sum} over ${days}, ${nutrientAmount(nutrient.key, over.average ?? 0, ctx.user.unitSystem)} a day.${goal}`;
  return { text: lines(text, unknownNote(over, nutrient.name)) };
}

/** What the logged days of a time come to on average, with the target, a line each; in gentle mode only on how many. */
export async function macrosText(ctx: CommandContext, asked: Asked): Promise<Text[]> {
  const today = todayOf(ctx);
  const { days, average } = await periodOverview(ctx, asked);
  if (!average) return [nothingLoggedText(asked, today)];
  const length = asked.from && asked.to ? asked.from.until(asked.to).total('days') + 1 : null;
  const of = length === null ? count(days.length, 'logged day') : `${days.length} of ${count(length, 'day')} logged`;
  if (ctx.user.isGentle)
    return [
      length === 1
        ? `${capital(inDays(asked, today))}: food logged.`
        : `${capital(inDays(asked, today))}: food on ${of}.`,
    ];
  const units = ctx.user.unitSystem;
  const target = targetOf(await targetFor(ctx, asked.to ?? today), 'energyKcal');
  const macros = [
    ['protein', average.proteinG],
    ['carbs', average.carbsG],
    ['fat', average.fatG],
  ] as const;
  return [
    [
      bold(`${capital(inDays(asked, today))}: `),
      length === 1 ? `${kcal(average.energyKcal)}.` : `${kcal(average.energyKcal)} a day on average, ${of}.`,
      target === null ? '' : ` Your target is ${kcal(target)}.`,
    ],
    capital(macros.map(([name, value]) => `${name} ${nutrientAmount('proteinG', value, units)}`).join(' · ')),
  ];
}

async function oneDay(
  ctx: CommandContext,
  { about, nutrient, slot }: Asked,
  over: NutrientOverview,
  day: Temporal.PlainDate,
): Promise<Answer> {
  if (!nutrient) return { text: '' };
  const { key, name } = nutrient;
  const units = ctx.user.unitSystem;
  const today = todayOf(ctx);
  const target = targetOf(await targetFor(ctx, day), key);
  const when = capital(onDay(day, today));
  const had = amountOf(key, name, over.sum, units);
  const note = [
    unknownNote(over, name),
    slot === null ? null : 'That is the whole day; single meals I show with the day.',
  ];
  if (target === null) {
    const hint =
      about === 'remaining'
        ? ['You have no target for ', name, ' set, so nothing is left to count. Say ', code(example(key)), '.']
        : null;
    return { text: lines(`${when}: ${had}.`, hint, ...note) };
  }
  const left = target - over.sum;
  const rest = left >= 0 ? `${nutrientAmount(key, left, units)} left` : `${nutrientAmount(key, -left, units)} over`;
  return { text: lines([`${when}: ${had} of ${nutrientAmount(key, target, units)}, `, bold(rest), '.'], ...note) };
}

const example = (key: string): string =>
  key === 'energyKcal'
    ? 'target 2200 kcal'
    : key === 'waterMl'
      ? 'target 2.5l water'
      : `target 120g ${key.slice(0, -1)}`;

function extreme(ctx: CommandContext, asked: Asked, over: NutrientOverview): Answer {
  const { nutrient } = asked;
  const isHighest = asked.figure === 'highest';
  const best = over.days.reduce((one, other) =>
    (isHighest ? other.value > one.value : other.value < one.value) ? other : one,
  );
  const today = todayOf(ctx);
  const amount = nutrient ? amountOf(nutrient.key, nutrient.name, best.value, ctx.user.unitSystem) : '';
  return {
    text: lines(
      `${isHighest ? 'Most' : 'Least'} ${inDays(asked, today)}: ${amount} ${onDay(best.day, today)}, of ${count(over.days.length, 'logged day')}.`,
      unknownNote(over, nutrient?.name ?? ''),
    ),
  };
}

async function onTarget(ctx: CommandContext, asked: Asked): Promise<Answer> {
  const { nutrient, from, to } = asked;
  const key = nutrient && nutrient.key !== 'all' ? nutrient.key : 'energyKcal';
  const name = nutrient && nutrient.key !== 'all' ? nutrient.name : 'calories';
  const units = ctx.user.unitSystem;
  const today = todayOf(ctx);
  const target = targetOf(await targetFor(ctx, to ?? today), key);
  if (target === null)
    return { text: ['You have no target for ', name, ' yet. Say ', code(example(key)), ' and I count against it.'] };
  const over = await nutrientOver(ctx, key, asked);
  if (over.days.length === 0) return nothingLogged(asked, today);
  const isOn = (value: number) =>
    key === 'energyKcal' ? Math.abs(value - target) <= nearShare * target : value >= target;
  const goal = nutrientAmount(key, target, units);
  if (from && to && from.equals(to)) {
    const value = over.sum;
    const gap = Math.abs(value - target);
    const side = value < target ? 'below' : 'above';
    const off = gap < 0.5 ? 'right on your target' : `${nutrientAmount(key, gap, units)} ${side} your target`;
    return { text: `${capital(onDay(from, today))}: ${amountOf(key, name, value, units)} of ${goal}, ${off}.` };
  }
  const hit = over.days.filter(({ value }) => isOn(value)).length;
  const how = key === 'energyKcal' ? `you were within 10 % of ${goal}` : `you had ${goal} of ${name} or more`;
  return { text: `${capital(inDays(asked, today))}: on ${hit} of ${count(over.days.length, 'logged day')} ${how}.` };
}

async function daysLogged(ctx: CommandContext, asked: Asked): Promise<Answer> {
  const today = todayOf(ctx);
  const { days } = await periodOverview(ctx, asked);
  if (days.length === 0) return nothingLogged(asked, today);
  const length = asked.from && asked.to ? asked.from.until(asked.to).total('days') + 1 : null;
  const of = length === null ? count(days.length, 'day') : `${days.length} of ${count(length, 'day')}`;
  return { text: `${capital(inDays(asked, today))}: food is logged on ${of}.` };
}

async function newestMeal(ctx: CommandContext): Promise<Answer> {
  const meal = await lastMeal(ctx);
  if (!meal) return { text: 'No meal is logged yet.' };
  const at = meal.time === null ? '' : `, ${meal.time.toString({ smallestUnit: 'minute' })}`;
  const slot = meal.slot === null ? '' : ` for ${meal.slot}`;
  return {
    text: `Your last meal, ${onDay(meal.day, todayOf(ctx))}${slot}${at}: ${meal.foods.join(', ')}${ctx.user.isGentle ? '' : `, ${kcal(meal.energyKcal)}`}.`,
  };
}

function nothingLoggedText(asked: Asked, today: Temporal.PlainDate): string {
  if (asked.nutrient?.key === 'waterMl') return `No water is logged ${inDays(asked, today)}.`;
  return asked.from === null ? 'Nothing is logged yet.' : `Nothing is logged ${inDays(asked, today)}.`;
}

const nothingLogged = (asked: Asked, today: Temporal.PlainDate): Answer => ({ text: nothingLoggedText(asked, today) });

/** What is not known counts for nothing, so the sum is told to be at least that. */
const unknownNote = ({ unknownItems, items }: NutrientOverview, name: string): string | null =>
  unknownItems === 0
    ? null
    : `${unknownItems} of ${count(items, 'food')} ${unknownItems === 1 ? 'has' : 'have'} no figure for ${name}, so it may be more.`;
