import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { userGoals } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { checkGoal } from './set-goal.ts';

/** What becomes of a goal; what is not there stays as it is. */
export interface GoalChange {
  /** In the unit of the goal. */
  readonly target?: number | undefined;
  /** Null: without a day. */
  readonly by?: Temporal.PlainDate | null | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly notes?: string | undefined;
  readonly status?: 'active' | 'completed' | 'paused' | 'abandoned' | undefined;
}

const said = { active: 'resuming', completed: 'completion', paused: 'pausing', abandoned: 'removal' };
const ofWeight = ['weight_loss', 'weight_gain', 'maintain'] as const;

export interface ChangedGoal {
  readonly actionId: number;
  /** Another figure was set, and it is to lose weight. */
  readonly isLoss: boolean;
}

/**
 * Changes a goal as one action; another figure or day is judged as `setGoal` judges, and so is one that goes on. Throws
 * DomainError `not-found` for a goal that is not there, `invalid` where it may not be.
 */
export async function changeGoal(ctx: Context, goalId: number, change: GoalChange): Promise<ChangedGoal> {
  const g = userGoals;
  const [goal] = await ctx.db
    .select()
    .from(g)
    .where(and(eq(g.id, goalId), eq(g.userId, ctx.user.id)));
  if (!goal) throw new DomainError('not-found', 'That goal is no longer there.');
  const { target, by, status, ...words } = change;
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const next = { target: target ?? goal.targetValue, by: by === undefined ? goal.targetDay : by };
  const isAnother = target !== undefined || by !== undefined;
  const judged =
    isAnother && goal.metric !== null && next.target !== null
      ? await checkGoal(ctx, { metric: goal.metric, target: next.target, by: next.by })
      : null;
  if (status === 'active') {
    await checkAlone(ctx, goalId, goal.goalType);
    // What was paused may have become unsafe since.
    if (goal.metric !== null && next.target !== null)
      await checkGoal(ctx, { metric: goal.metric, target: next.target, by: null });
  }
  const what = status ? said[status] : 'change';
  const actionId = await recordAction(ctx, `${what} of your ${goal.title} goal`);
  await ctx.db
    .update(g)
    .set({
      ...words,
      ...(isAnother ? { targetValue: next.target, targetDay: next.by } : {}),
      ...(judged ? { goalType: judged.goalType, weeklyWeightChangeKg: judged.weeklyWeightChangeKg } : {}),
      ...(status ? { status, completedDay: status === 'completed' ? today : null } : {}),
      updatedAt: ctx.now,
    })
    .where(eq(g.id, goalId));
  return { actionId, isLoss: target !== undefined && judged?.isLoss === true };
}

/** One goal of weight at a time. */
async function checkAlone(
  ctx: Context,
  goalId: number,
  type: (typeof userGoals.$inferSelect)['goalType'],
): Promise<void> {
  if (!ofWeight.some((one) => one === type)) return;
  const g = userGoals;
  const [other] = await ctx.db
    .select({ id: g.id })
    .from(g)
    .where(and(eq(g.userId, ctx.user.id), eq(g.status, 'active'), inArray(g.goalType, [...ofWeight]), ne(g.id, goalId)))
    .limit(1);
  if (other)
    throw new DomainError('invalid', 'You are at another weight goal already; pause or remove that one first.');
}
