import { eq, inArray, sql } from 'drizzle-orm';
import { mealLogs, userDailyMealPlans } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { assignmentsOver, inForceOn } from './assignments.ts';
import { mealsOn } from './diet.ts';

type Row = typeof userDailyMealPlans.$inferSelect;

/**
 * Makes the rows of a person's plan those of the diet that holds today: one begins and ends at its day, and nobody has to
 * be there for it. A row keeps its id while its weekday and slot stay, since meals point at it. What they planned
 * themselves gives way to a diet they are given.
 */
export async function settlePlan(ctx: PersonContext): Promise<void> {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const assignment = inForceOn(await assignmentsOver(ctx, today, today), today, ctx.user);
  const p = userDailyMealPlans;
  const mine = eq(p.userId, ctx.user.id);
  const rows = await ctx.db.select().from(p).where(mine);
  const wanted = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    mealsOn(assignment?.meals ?? [], weekday).map((meal) => ({ ...meal, items: [...meal.items], weekday })),
  );
  if (!assignment) {
    await clearPlan(
      ctx,
      rows.filter(({ assignmentId }) => assignmentId !== null),
    );
    return;
  }
  const isWanted = new Set(wanted.map(placeOf));
  await clearPlan(
    ctx,
    rows.filter((row) => !isWanted.has(placeOf(row)) && row.text !== null),
  );
  if (wanted.length === 0) return;
  const given = { userId: ctx.user.id, assignmentId: assignment.id, setById: assignment.coachId };
  await ctx.db
    .insert(p)
    .values(wanted.map((meal) => ({ ...meal, ...given, createdAt: ctx.now, updatedAt: ctx.now })))
    .onConflictDoUpdate({
      target: [p.userId, p.weekday, p.slot],
      set: {
        text: sql`excluded.text`,
        items: sql`excluded.items`,
        assignmentId: sql`excluded.assignment_id`,
        setById: sql`excluded.set_by_id`,
        updatedAt: ctx.now,
      },
      setWhere: sql`(${p.text}, ${p.items}, ${p.assignmentId}) is distinct from
        (excluded.text, excluded.items, excluded.assignment_id)`,
    });
}

/** Takes meals out of a plan. A row that was eaten by stays, empty: what was logged goes on pointing at it. */
export async function clearPlan(ctx: PersonContext, rows: readonly Pick<Row, 'id'>[]): Promise<void> {
  if (rows.length === 0) return;
  const p = userDailyMealPlans;
  const ids = rows.map(({ id }) => id);
  const followed = await ctx.db
    .selectDistinct({ id: mealLogs.planId })
    .from(mealLogs)
    .where(inArray(mealLogs.planId, ids));
  const kept = ids.filter((id) => followed.some((one) => one.id === id));
  const gone = ids.filter((id) => !kept.includes(id));
  const empty = { text: null, items: [], assignmentId: null, setById: null, updatedAt: ctx.now };
  if (kept.length > 0) await ctx.db.update(p).set(empty).where(inArray(p.id, kept));
  if (gone.length > 0) await ctx.db.delete(p).where(inArray(p.id, gone));
}

const placeOf = ({ weekday, slot }: Pick<Row, 'weekday' | 'slot'>): string => `${weekday} ${slot}`;
