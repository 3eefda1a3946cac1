import { and, eq, isNotNull } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import type { Temporal } from 'temporal-polyfill';
import { mealLogs, measurements, workoutSessions } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

/** The written messages that recorded something of a day, the newest first. */
export async function messagesOfDay(ctx: Context, day: Temporal.PlainDate): Promise<number[]> {
  const of = (table: typeof mealLogs | typeof measurements | typeof workoutSessions) =>
    ctx.db
      .select({ id: table.inboundMessageId })
      .from(table)
      .where(and(eq(table.userId, ctx.user.id), eq(table.day, day), isNotNull(table.inboundMessageId)));
  const rows = await union(of(mealLogs), of(workoutSessions), of(measurements));
  return rows.flatMap(({ id }) => id ?? []).toSorted((a, b) => b - a);
}
