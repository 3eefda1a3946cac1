import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { PlannedFood } from '../../../db/schema/index.ts';
import { userDailyMealPlans } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { assignmentsOver, inForceOn } from './assignments.ts';
import { clearPlan, settlePlan } from './settle-plan.ts';

export interface OwnPlanChange {
  /** ISO, 1–7. */
  readonly weekdays: readonly number[];
  /** Null: every meal of these days, to be taken out. */
  readonly slot: string | null;
  /** What is to be eaten; null takes it out. */
  readonly meal: { readonly text: string; readonly items: readonly PlannedFood[] } | null;
}

/**
 * Plans a meal of a person's own for weekdays, or takes it out. Throws DomainError `not-allowed` while a diet of their
 * coach's holds, `not-found` where there is nothing to take out.
 */
export async function setOwnPlan(ctx: Context, { weekdays, slot, meal }: OwnPlanChange): Promise<{ actionId: number }> {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  if (inForceOn(await assignmentsOver(ctx, today, today), today, ctx.user))
    throw new DomainError(
      'not-allowed',
      'Your plan comes from your coach. Tell them what you would change: tell my coach …',
    );
  await settlePlan(ctx);
  const p = userDailyMealPlans;
  const actionId = await recordAction(ctx, meal ? `plan for ${slot}` : 'plan taken out');
  if (meal && slot !== null) {
    const kept = {
      text: meal.text,
      items: [...meal.items],
      assignmentId: null,
      setById: ctx.user.id,
      updatedAt: ctx.now,
    };
    for (const weekday of weekdays)
      await ctx.db
        .insert(p)
        .values({ ...kept, userId: ctx.user.id, weekday, slot, createdAt: ctx.now })
        .onConflictDoUpdate({ target: [p.userId, p.weekday, p.slot], set: kept });
    return { actionId };
  }
  const planned = await ctx.db
    .select({ id: p.id })
    .from(p)
    .where(
      and(
        eq(p.userId, ctx.user.id),
        inArray(p.weekday, [...weekdays]),
        isNotNull(p.text),
        slot === null ? undefined : eq(p.slot, slot),
      ),
    );
  if (planned.length === 0) throw new DomainError('not-found', 'Nothing of that is in your plan.');
  await clearPlan(ctx, planned);
  return { actionId };
}
