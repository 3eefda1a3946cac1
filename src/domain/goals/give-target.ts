import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { asOwner } from '../as-owner.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { localDay } from '../users/local-day.ts';
import { personLock } from '../users/lock-person.ts';
import { type User, zoneOf } from '../users/user.ts';
import { keepTarget } from './keep-target.ts';
import { checkMost, judgeTarget, type TargetChange } from './set-target.ts';
import { type NutritionTarget, targetFor } from './target-for.ts';
import type { Unsafe } from './target-safety.ts';

/** Whose target a coach sets, and from which day of theirs. */
interface Given {
  readonly client: User;
  readonly clientName: string;
  readonly fromDay: Temporal.PlainDate;
}

const fields = ['energyKcal', 'proteinG', 'carbsG', 'fatG', 'fiberG', 'waterMl'] as const;

/**
 * Sets what a client's days should hold from their today on, as an action of the coach's; what is not said stays. Throws
 * DomainError `not-allowed` where the client does not let the coach change their food, `invalid` where it is not safe for
 * them or nobody means it.
 */
export async function giveTarget(
  ctx: Context,
  { client, clientName }: Pick<Given, 'client' | 'clientName'>,
  change: TargetChange,
): Promise<{ actionId: number; fromDay: Temporal.PlainDate; target: NutritionTarget }> {
  await ctx.db.execute(sql`select ${personLock(client.id)}`);
  await mustChangeFood(ctx, client.id, clientName);
  const fromDay = localDay(ctx.now, zoneOf(client), client.dayStartHour);
  const before = await targetFor({ ...ctx, user: client }, fromDay);
  const merged = Object.fromEntries(fields.map((field) => [field, change[field] ?? before?.[field] ?? null]));
  const target = merged as NutritionTarget;
  await checkGiven(ctx, { client, clientName, fromDay }, change, target);
  const actionId = await recordAction(ctx, `the target of ${clientName}`);
  await keepTarget({ ...ctx, user: client, actionId }, fromDay, target, ctx.user.id);
  return { actionId, fromDay, target };
}

/** Throws where a target that a coach would set is not safe for the client, or nobody means it. Changes nothing. */
export async function checkGiven(
  ctx: Context,
  { client, clientName, fromDay }: Given,
  change: TargetChange,
  target: NutritionTarget = change,
): Promise<void> {
  checkMost(change);
  // What is safe depends on the whole body, also where the coach is not shown it. What they may write was checked before.
  const judged = await asOwner(ctx.db, () => judgeTarget({ ...ctx, user: client }, fromDay, target, change));
  if (judged && !judged.verdict.isSafe) {
    const { rows } = await ctx.db.execute<{ sees: boolean }>(
      sql`select spotter_may_read(${client.id}, 'body') as sees`,
    );
    const { reason, leastKcal } = judged.verdict;
    throw new DomainError('invalid', refusal(clientName, reason, leastKcal, rows[0]?.sees === true));
  }
}

/** Throws DomainError `not-allowed` where a client does not let the asking coach change their food. */
export async function mustChangeFood(ctx: Context, clientId: number, clientName: string): Promise<void> {
  const { rows } = await ctx.db.execute<{ may: boolean }>(sql`select spotter_may_write(${clientId}, 'food') as may`);
  if (rows[0]?.may !== true)
    throw new DomainError('not-allowed', `${clientName} has not agreed to let you change their food.`);
}

/** What the coach is told; why their body asks for more only where they are shown it. */
function refusal(name: string, reason: Unsafe, leastKcal: number | null, seesBody: boolean): string {
  const least = leastKcal === null ? '' : ` The least I would set is about ${leastKcal.toLocaleString('en-GB')} kcal.`;
  switch (reason) {
    case 'medical':
      return `Below 800 kcal a day is safe only under medical care, so I set no such target for ${name}.`;
    case 'health':
      return `With what ${name} told me about their health I set no target below what their body needs.${least}`;
    case 'unknown-body':
      return `For ${name} I need height, weight and birth date before an energy target, to be sure that it is enough.`;
    case 'under-age':
    case 'underweight':
    case 'too-fast':
    case 'floor':
      return seesBody
        ? `${reasons[reason]}, so I do not set this target.${least}`
        : `This is less energy than is safe for ${name}, so I do not set it.${least}`;
  }
}

const reasons = {
  'under-age': 'Under 18 a body is still growing',
  underweight: 'Their weight is low for their height',
  'too-fast': 'This would mean losing more than 1 % of their weight a week',
  floor: 'This is below what their body needs at rest',
} as const;
