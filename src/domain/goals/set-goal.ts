import { and, desc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { measurements, userGoals } from '../../../db/schema/index.ts';
import { isPossible, type Metric, plausible } from '../body/plausible.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { bodyOf } from './body-of.ts';
import { keepWithinKg, leadsToLess } from './leads-to-less.ts';
import { type Body, bmiOf, briskGainPerWeek, guardOf, leastBmi, mostLossKgPerWeek } from './target-safety.ts';

export interface GoalInput {
  metric: Metric;
  /** In the metric's canonical unit. */
  target: number;
  by: Temporal.PlainDate | null;
}

export interface SetGoal {
  actionId: number;
  /** What was measured last; null where nothing was. */
  current: number | null;
  /** It would take more than half a percent of body weight a week. */
  isBriskGain: boolean;
  /** It is to lose weight, or may be. */
  isLoss: boolean;
}

type GoalType = (typeof userGoals.$inferInsert)['goalType'];

/** Without a height: what 18.5 is for somebody of 1.50 m. */
const leastUnknownKg = 42;
const rated: ReadonlySet<Metric> = new Set(['energy', 'mood', 'stress', 'sleep-quality', 'fatigue', 'soreness']);

/**
 * Sets where somebody wants to get; an earlier goal of the same kind gives way. Throws DomainError `invalid` for a weight
 * below a body mass index of 18.5, for losing more than 1 % (or 1 kg) a week, and for any loss under 18, underweight or
 * where health speaks against it.
 */
export async function setGoal(ctx: Context, goal: GoalInput): Promise<SetGoal> {
  const { metric, target, by } = goal;
  const { current, today, isBriskGain, isLoss, ...pace } = await checkGoal(ctx, goal);
  const unit = plausible[metric].unit;
  const actionId = await recordAction(ctx, `goal of ${metric.replace('-', ' ')} ${target}${unit ? ` ${unit}` : ''}`);
  await giveWay(ctx, metric);
  await ctx.db.insert(userGoals).values({
    userId: ctx.user.id,
    setById: ctx.user.id,
    inboundMessageId: ctx.sourceMessageId,
    ...pace,
    metric,
    title: metric.replace('-', ' '),
    startValue: current,
    currentValue: current,
    targetValue: target,
    targetUnit: unit,
    startDay: today,
    targetDay: by,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  });
  return { actionId, current, isBriskGain, isLoss };
}

/**
 * Whether a goal may be set, as `setGoal` says; throws what it throws. Returns where the person stands, and what kind of
 * goal and pace that makes.
 */
export async function checkGoal(ctx: Context, { metric, target, by }: GoalInput) {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  if (metric !== 'blood-pressure' && !isPossible(metric, target, null))
    throw new DomainError('invalid', 'That cannot be a goal of anybody; write it again with its unit.');
  if (by && by.since(today).days <= 0) throw new DomainError('invalid', 'That day has gone by already.');
  const body = await bodyOf(ctx, today);
  const current = metric === 'weight' ? body.weightKg : await lastOf(ctx, metric);
  const weeks = by ? by.since(today).days / 7 : null;
  guard(body, { metric, target, by }, current, today);
  const change = current === null ? null : target - current;
  const weekly = metric === 'weight' && change !== null && weeks !== null ? change / weeks : null;
  return {
    current,
    today,
    goalType: typeOf(metric, change),
    weeklyWeightChangeKg: weekly === null ? null : Math.max(-2, Math.min(2, Math.round(weekly * 1000) / 1000)),
    isBriskGain: weekly !== null && current !== null && weekly > current * briskGainPerWeek,
    isLoss: leadsToLess(metric, target, current),
  };
}

/** One goal of a kind at a time; the one that this same message set before is replaced without a trace. */
async function giveWay(ctx: Context, metric: Metric): Promise<void> {
  const active = and(eq(userGoals.userId, ctx.user.id), eq(userGoals.metric, metric), eq(userGoals.status, 'active'));
  if (ctx.sourceMessageId !== null)
    await ctx.db.delete(userGoals).where(and(active, eq(userGoals.inboundMessageId, ctx.sourceMessageId)));
  await ctx.db.update(userGoals).set({ status: 'abandoned', updatedAt: ctx.now }).where(active);
}

/** Which way a weight goal leads is open until a weight is known: until then it is one of the body. */
function typeOf(metric: Metric, change: number | null): GoalType {
  if (metric !== 'weight')
    return rated.has(metric) ? 'mood' : metric === 'steps' ? 'training' : metric === 'sleep' ? 'other' : 'body';
  if (change === null) return 'body';
  if (Math.abs(change) <= keepWithinKg) return 'maintain';
  return change < 0 ? 'weight_loss' : 'weight_gain';
}

function guard(body: Body, { metric, target, by }: GoalInput, current: number | null, today: Temporal.PlainDate): void {
  const isWeight = metric === 'weight';
  if (isWeight && body.heightCm !== null && bmiOf(target, body.heightCm) < leastBmi) {
    const leastKg = Math.ceil(leastBmi * (body.heightCm / 100) ** 2 * 2) / 2;
    throw new DomainError('invalid', `For your height I set no goal below ${leastKg} kg: less is underweight.`);
  }
  if (isWeight && body.heightCm === null && target < leastUnknownKg)
    throw new DomainError(
      'invalid',
      `Without your height I set no goal below ${leastUnknownKg} kg, which is underweight for most adults.`,
    );
  if (!leadsToLess(metric, target, current)) return;
  switch (guardOf(body)) {
    case 'under-age':
      throw new DomainError(
        'invalid',
        'Under 18 a body is still growing, so I set no goal to lose weight. Goals for sleep, steps or strength are welcome.',
      );
    case 'underweight':
      throw new DomainError('invalid', 'Your weight is low for your height, so I set no goal to lose more.');
    case 'health':
      throw new DomainError(
        'invalid',
        'With what you told me about your health I set no goal to lose weight. A doctor or your coach can plan with you.',
      );
  }
  if (!isWeight || current === null || by === null) return;
  const mostKg = mostLossKgPerWeek(current);
  const weeks = by.since(today).days / 7;
  if ((current - target) / weeks <= mostKg * 1.001) return;
  const earliest = today.add({ days: Math.ceil(((current - target) / mostKg) * 7) });
  const named = earliest.toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(earliest.year === today.year ? {} : { year: 'numeric' }),
  });
  throw new DomainError(
    'invalid',
    `That is ${round((current - target) / weeks)} kg a week. Up to ${round(mostKg)} kg a week is safe for you, so the earliest day I can set is ${named}.`,
  );
}

const round = (kg: number): number => Math.round(kg * 10) / 10;

async function lastOf(ctx: Context, metric: Metric): Promise<number | null> {
  const m = measurements;
  const [row] = await ctx.db
    .select({ value: m.value })
    .from(m)
    .where(and(eq(m.userId, ctx.user.id), eq(m.metric, metric)))
    .orderBy(desc(m.day), desc(m.loggedAt), desc(m.id))
    .limit(1);
  return row?.value ?? null;
}
