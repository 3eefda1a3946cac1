import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { userDailyMealPlans } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import { assignmentsOver, type DietAssignment, inForceOn } from './assignments.ts';
import { type DietMeal, mealsOn } from './diet.ts';

/** What a person planned themselves, where no diet holds; by weekday and slot. */
async function ownPlan(ctx: PersonContext): Promise<(DietMeal & { readonly weekday: number })[]> {
  const p = userDailyMealPlans;
  const rows = await ctx.db
    .select({ weekday: p.weekday, slot: p.slot, text: p.text, items: p.items })
    .from(p)
    .where(and(eq(p.userId, ctx.user.id), isNull(p.assignmentId), isNotNull(p.text)))
    .orderBy(asc(p.weekday), asc(p.id));
  return rows.sort((a, b) => a.weekday - b.weekday || placeOf(a.slot) - placeOf(b.slot));
}

const order = ['breakfast', 'lunch', 'dinner', 'snack', 'drink'];
const placeOf = (slot: string): number => (order.includes(slot) ? order.indexOf(slot) : order.length);

/** What is to be eaten on each of some days: the diet that holds then, or else what the person planned themselves. */
export async function plansOver(
  ctx: PersonContext,
  days: readonly Temporal.PlainDate[],
): Promise<{ day: Temporal.PlainDate; assignment: DietAssignment | null; meals: DietMeal[] }[]> {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return [];
  const assignments = await assignmentsOver(ctx, first, last);
  const own = await ownPlan(ctx);
  return days.map((day) => {
    const assignment = inForceOn(assignments, day, ctx.user);
    return { day, assignment, meals: mealsOn<DietMeal>(assignment?.meals ?? own, day.dayOfWeek) };
  });
}
