import type { Temporal } from 'temporal-polyfill';
import { metricOver } from '../../domain/body/metric-over.ts';
import { type PastTarget, targetHistory } from '../../domain/goals/target-history.ts';
import { nutrientOver } from '../../domain/meals/period-overview.ts';
import { amountOf, count, inDays, nutrientAmount, onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { capital } from '../format.ts';
import { lines } from '../text.ts';
import { answerBody } from './answer-body.ts';
import type { Asked } from './asked.ts';

/** Means over fewer days are not compared. */
const fewestDays = 3;

/** Since when a target holds, who set it, and what it was before. */
export async function whyTarget(ctx: CommandContext, asked: Asked): Promise<Answer> {
  const today = todayOf(ctx);
  const [now, before] = await targetHistory(ctx, today, 2);
  const { key, name } = asked.nutrient && asked.nutrient.key !== 'all' ? asked.nutrient : energy;
  const value = now ? targetValue(now, key) : null;
  if (!now || value === null)
    return { text: `You have no target for ${name} set, so there is nothing to explain yet.` };
  const units = ctx.user.unitSystem;
  const own = now.setById === null || now.setById === ctx.user.id ? 'you set it yourself' : 'your coach set it';
  const was = before ? targetValue(before, key) : null;
  const other =
    asked.number !== null && Math.abs(asked.number - value) >= 1
      ? `, not ${nutrientAmount(key, asked.number, units)}`
      : '';
  return {
    text: lines(
      `Your target is ${amountOf(key, name, value, units)}${other}; ${own}, and it counts from ${plainFrom(now.fromDay, today)}.`,
      was === null || was === value ? null : `Before that it was ${nutrientAmount(key, was, units)}.`,
    ),
  };
}

const energy = { key: 'energyKcal', name: 'calories' };

const targetValue = (target: PastTarget, key: string): number | null =>
  key === 'energyKcal' || key === 'proteinG' || key === 'carbsG' || key === 'fatG' || key === 'waterMl'
    ? target[key]
    : null;

const plainFrom = (day: Temporal.PlainDate, today: Temporal.PlainDate): string => onDay(day, today).replace(/^on /, '');

/** Compares a time with the days before it: figures, no guesses at causes. */
export async function whyChange(ctx: CommandContext, asked: Asked): Promise<Answer> {
  if (!asked.nutrient || asked.nutrient.key === 'all') return whyWeight(ctx, asked);
  const { key, name } = asked.nutrient;
  const { from, to } = asked;
  if (!from || !to) return { text: 'Tell me which days, like “this week”, and I compare them with the days before.' };
  const length = from.until(to).total('days') + 1;
  const earlier = { from: from.subtract({ days: Math.max(length, 7) }), to: from.subtract({ days: 1 }) };
  const today = todayOf(ctx);
  const units = ctx.user.unitSystem;
  const [now, before] = [await nutrientOver(ctx, key, asked), await nutrientOver(ctx, key, earlier)];
  const say = (when: string, { average, days }: typeof now): string =>
    average === null
      ? `${when}: nothing is logged.`
      : days.length === 1
        ? `${when}: ${amountOf(key, name, average, units)} on one logged day.`
        : `${when}: ${amountOf(key, name, average, units)} a day on average, over ${count(days.length, 'logged day')}.`;
  const few =
    Math.min(now.days.length, before.days.length) < fewestDays
      ? 'So few days make a mean that jumps; more of them will tell.'
      : null;
  return {
    text: lines(
      say(capital(inDays(asked, today)), now),
      say(`The ${count(earlier.from.until(earlier.to).total('days') + 1, 'day')} before`, before),
      ...(await targetChange(ctx, key, name, from, to)),
      few,
    ),
  };
}

/** Whether the target itself changed in the time. */
async function targetChange(
  ctx: CommandContext,
  key: string,
  name: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<string[]> {
  const [now, before] = await targetHistory(ctx, to, 2);
  if (!now || now.fromDay.until(from).total('days') > 0) return [];
  const [is, was] = [targetValue(now, key), before ? targetValue(before, key) : null];
  if (is === null || was === null || is === was) return [];
  const units = ctx.user.unitSystem;
  return [
    `Your target for ${name} changed from ${nutrientAmount(key, was, units)} to ${nutrientAmount(key, is, units)} ${onDay(now.fromDay, todayOf(ctx))}.`,
  ];
}

async function whyWeight(ctx: CommandContext, asked: Asked): Promise<Answer> {
  const weighIns = await metricOver(ctx, 'weight', asked);
  const answer = await answerBody(ctx, { ...asked, metric: 'weight', figure: 'trend' });
  if (weighIns.length === 0) return answer;
  return {
    text: lines(
      answer.text,
      'One day on the scale moves with water, salt and meals not yet digested; the trend over weeks is what counts.',
    ),
  };
}
