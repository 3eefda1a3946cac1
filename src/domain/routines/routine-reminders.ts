import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { reminders } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { keep } from '../reminders/set-reminder.ts';

const ofRoutine = (routineId: number) =>
  and(
    eq(reminders.kind, 'workout'),
    isNull(reminders.removedAt),
    sql`${reminders.subject} ->> 'routineId' = ${String(routineId)}`,
  );

/** When a routine's reminder comes: on weekdays from a day to another, or on one day. */
export interface RoutineTimes {
  readonly time: Temporal.PlainTime;
  readonly weekdays?: readonly number[];
  readonly fromDay?: Temporal.PlainDate;
  readonly untilDay?: Temporal.PlainDate;
  readonly onDay?: Temporal.PlainDate;
}

/**
 * Reminds of a routine, within an open action: nothing is said on days it is not planned for, nor once it is done. What
 * has gone by for good is not set. `isNamed`: the person chose the time, so quiet hours do not hold it.
 */
export async function remindOfRoutine(
  ctx: Context,
  { routineId, name, setById }: { routineId: number; name: string; setById: number },
  { time, weekdays, fromDay, untilDay, onDay }: RoutineTimes,
  isNamed: boolean,
): Promise<void> {
  const days = weekdays?.length === 7 ? null : (weekdays ?? null);
  try {
    await keep(ctx, null, {
      ...{ kind: 'workout', what: name, subject: { isPlanned: true, routineId }, setById },
      ...{ atTimes: [time], weekdays: days === null ? null : [...days] },
      ...{ fromDay: fromDay ?? null, untilDay: untilDay ?? null, onDay: onDay ?? null },
      ...{ ignoresQuietHours: isNamed, isSuggested: false },
    });
  } catch (error) {
    // Its only time has gone by today: there is nothing left to be said.
    if (!(error instanceof DomainError)) throw error;
  }
}

/** Stops what reminds of a routine, within an open action. */
export async function stopReminders(ctx: Context, routineId: number): Promise<void> {
  await ctx.db
    .update(reminders)
    .set({ removedAt: ctx.now, nextDueAt: null, updatedAt: ctx.now })
    .where(and(eq(reminders.userId, ctx.user.id), ofRoutine(routineId)));
}
