import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { goalMilestones, userGoals } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { groupBy } from '../search/group-by.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';

type Goal = typeof userGoals.$inferSelect;

export interface Milestone
  extends Pick<typeof goalMilestones.$inferSelect, 'id' | 'title' | 'targetValue' | 'targetDay'> {
  readonly isReached: boolean;
}

export interface CurrentGoal
  extends Pick<
    Goal,
    | 'id'
    | 'goalType'
    | 'metric'
    | 'title'
    | 'description'
    | 'notes'
    | 'status'
    | 'startValue'
    | 'targetValue'
    | 'targetUnit'
    | 'weeklyWeightChangeKg'
    | 'startDay'
    | 'targetDay'
  > {
  /** Of the weight goal: the energy of the daily target in force. */
  readonly dailyEnergyKcal: number | null;
  /** What was measured last. */
  readonly currentValue: number | null;
  /** How far from start to target, 0–100; null while one of them is not known. */
  readonly progressPct: number | null;
  readonly milestones: readonly Milestone[];
}

const g = userGoals;
const measured = sql`from measurements m where m.user_id = ${g}.user_id and m.metric = ${g}.metric`;

/** The goals a person is at or has paused, the oldest first, each with where it stands by what was measured last. */
export async function currentGoals(ctx: Context): Promise<CurrentGoal[]> {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour).toString();
  const goals = await ctx.db
    .select({
      ...{ id: g.id, goalType: g.goalType, metric: g.metric, title: g.title, description: g.description },
      ...{ notes: g.notes, status: g.status, targetValue: g.targetValue, targetUnit: g.targetUnit },
      ...{ weeklyWeightChangeKg: g.weeklyWeightChangeKg, startDay: g.startDay, targetDay: g.targetDay },
      dailyEnergyKcal: sql<number | null>`(select t.energy_kcal from nutrition_targets t
        where t.user_id = ${g}.user_id and ${g}.metric = 'weight' and t.from_day <= ${today}
        order by t.from_day desc limit 1)::float8`,
      startValue: sql<number | null>`coalesce(${g}.start_value, (select value ${measured} and m.day >= ${g}.start_day
        order by m.day, m.logged_at, m.id limit 1))::float8`,
      currentValue: sql<number | null>`coalesce((select value ${measured}
        order by m.day desc, m.logged_at desc, m.id desc limit 1), ${g}.current_value)::float8`,
    })
    .from(g)
    .where(and(eq(g.userId, ctx.user.id), inArray(g.status, ['active', 'paused'])))
    .orderBy(asc(g.status), asc(g.startDay), asc(g.id));
  const s = goalMilestones;
  const rows = await ctx.db
    .select({
      ...{ id: s.id, goalId: s.goalId, title: s.title },
      ...{ targetValue: s.targetValue, targetDay: s.targetDay, reachedAt: s.reachedAt },
    })
    .from(s)
    .where(eq(s.userId, ctx.user.id))
    .orderBy(asc(s.orderIndex), asc(s.id));
  const steps = groupBy(rows, ({ goalId }) => goalId);
  return goals.map((goal) => ({
    ...goal,
    progressPct: progressOf(goal),
    milestones: (steps.get(goal.id) ?? []).map(({ reachedAt, goalId, ...step }) => ({
      ...step,
      isReached: reachedAt !== null || hasReached(goal, step.targetValue),
    })),
  }));
}

type Way = Pick<CurrentGoal, 'startValue' | 'currentValue' | 'targetValue'>;

/** Linear between start and target, in percent to one decimal. */
function progressOf({ startValue, currentValue, targetValue }: Way): number | null {
  if (startValue === null || currentValue === null || targetValue === null || startValue === targetValue) return null;
  const share = (currentValue - startValue) / (targetValue - startValue);
  return Math.round(1000 * Math.max(0, Math.min(1, share))) / 10;
}

/** Whether what was measured last is at a value on the way, or past it. */
function hasReached({ startValue, currentValue, targetValue }: Way, value: number | null): boolean {
  if (value === null || startValue === null || currentValue === null || targetValue === null) return false;
  return targetValue < startValue ? currentValue <= value : currentValue >= value;
}
