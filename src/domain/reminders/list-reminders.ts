import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { reminders } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

export type ListedReminder = Pick<
  typeof reminders.$inferSelect,
  | 'what'
  | 'atTimes'
  | 'weekdays'
  | 'everyMin'
  | 'windowFrom'
  | 'windowUntil'
  | 'onDay'
  | 'onceAt'
  | 'isPaused'
  | 'nextDueAt'
>;

/** The reminders a person has, the one due next first. What is over is left out. */
export async function listReminders(ctx: Context): Promise<ListedReminder[]> {
  const r = reminders;
  return ctx.db
    .select({
      what: r.what,
      atTimes: r.atTimes,
      weekdays: r.weekdays,
      everyMin: r.everyMin,
      windowFrom: r.windowFrom,
      windowUntil: r.windowUntil,
      onDay: r.onDay,
      onceAt: r.onceAt,
      isPaused: r.isPaused,
      nextDueAt: r.nextDueAt,
    })
    .from(r)
    .where(and(eq(r.userId, ctx.user.id), isNull(r.removedAt), sql`(${r.nextDueAt} is not null or ${r.isPaused})`))
    .orderBy(asc(r.nextDueAt), asc(r.id));
}
