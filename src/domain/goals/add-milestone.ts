import { and, eq, max } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { goalMilestones, userGoals } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';

export interface MilestoneInput {
  readonly goalId: number;
  readonly title: string;
  /** In the unit of the goal; null for a step that is not measured. */
  readonly targetValue: number | null;
  readonly targetDay: Temporal.PlainDate | null;
}

/**
 * Adds a step on the way to a goal, as one action. Throws DomainError `not-found` without the goal, `invalid` for a figure
 * that does not lie between start and target, or a day after the goal's.
 */
export async function addMilestone(ctx: Context, step: MilestoneInput): Promise<{ actionId: number }> {
  const g = userGoals;
  const [goal] = await ctx.db
    .select()
    .from(g)
    .where(and(eq(g.id, step.goalId), eq(g.userId, ctx.user.id)));
  if (!goal) throw new DomainError('not-found', 'That goal is no longer there.');
  const { startValue, targetValue, targetDay } = goal;
  if (step.targetValue !== null && startValue !== null && targetValue !== null) {
    const [low, high] = startValue < targetValue ? [startValue, targetValue] : [targetValue, startValue];
    if (step.targetValue <= low || step.targetValue >= high)
      throw new DomainError('invalid', 'A milestone lies between where you began and your goal.');
  }
  if (step.targetDay && targetDay && step.targetDay.since(targetDay).sign > 0)
    throw new DomainError('invalid', 'That day is after the day of the goal itself.');
  const actionId = await recordAction(ctx, `milestone ${step.title}`);
  const s = goalMilestones;
  const [last] = await ctx.db
    .select({ index: max(s.orderIndex) })
    .from(s)
    .where(eq(s.goalId, step.goalId));
  await ctx.db.insert(s).values({ ...step, userId: ctx.user.id, orderIndex: (last?.index ?? -1) + 1 });
  return { actionId };
}
