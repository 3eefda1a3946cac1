import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { type CheckInQuestion, checkInAnswers, checkInForms, checkIns } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

export type CheckInRow = typeof checkIns.$inferSelect;
export type CheckInAnswer = typeof checkInAnswers.$inferSelect;
export type { CheckInQuestion };

/** A week's check-in with what was answered and what is asked. */
export interface CheckIn {
  readonly row: CheckInRow;
  /** In the order they were asked. */
  readonly answers: readonly CheckInAnswer[];
  /** Of the coach's form it is filled in by; none without one. */
  readonly questions: readonly CheckInQuestion[];
}

/** A check-in the asking person may read, by id; null for any other. */
export async function findCheckIn(ctx: Context, id: number): Promise<CheckIn | null> {
  const [row] = await ctx.db.select().from(checkIns).where(eq(checkIns.id, id));
  return row ? withAnswers(ctx, row) : null;
}

/** The asking person's own of a week; null where none was begun. */
export async function checkInOf(ctx: Context, weekOf: Temporal.PlainDate): Promise<CheckIn | null> {
  const [row] = await ctx.db
    .select()
    .from(checkIns)
    .where(and(eq(checkIns.clientId, ctx.user.id), eq(checkIns.weekOf, weekOf)));
  return row ? withAnswers(ctx, row) : null;
}

/** The one handed in before it by the same person; null for the first. */
export async function checkInBefore(ctx: Context, { clientId, weekOf }: CheckInRow): Promise<CheckIn | null> {
  const [row] = await ctx.db
    .select()
    .from(checkIns)
    .where(
      and(
        eq(checkIns.clientId, clientId),
        sql`${checkIns.weekOf} < ${weekOf.toString()}`,
        sql`${checkIns.state} <> 'open'`,
      ),
    )
    .orderBy(desc(checkIns.weekOf))
    .limit(1);
  return row ? withAnswers(ctx, row) : null;
}

async function withAnswers(ctx: Context, row: CheckInRow): Promise<CheckIn> {
  const answers = await ctx.db
    .select()
    .from(checkInAnswers)
    .where(eq(checkInAnswers.checkInId, row.id))
    .orderBy(asc(checkInAnswers.orderIndex), asc(checkInAnswers.id));
  const forms =
    row.formId === null
      ? []
      : await ctx.db
          .select({ questions: checkInForms.questions })
          .from(checkInForms)
          .where(eq(checkInForms.id, row.formId));
  return { row, answers, questions: forms[0]?.questions ?? [] };
}
