import { eq, inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { routines, scheduledRoutines } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { plannedOver } from './find-routines.ts';
import { dropOpen } from './keep-routine.ts';
import { matchRoutines } from './match-routines.ts';
import { type Routine, type ScheduledRoutine, stateOf } from './routine.ts';
import { remindOfRoutine, stopReminders } from './routine-reminders.ts';

const mostWeeks = 52;
/** How far a routine is planned where nobody says for how long. */
export const usualWeeks = 12;

export interface RoutineSchedule {
  /** ISO, 1–7; none: only once, on `from`. */
  readonly weekdays: readonly number[];
  /** Null: no reminder. */
  readonly time: Temporal.PlainTime | null;
  readonly from: Temporal.PlainDate;
  readonly weeks: number;
}

/** The days of a schedule: those weekdays in so many weeks from its first day on. */
function daysOf({ weekdays, from, weeks }: Omit<RoutineSchedule, 'time'>): Temporal.PlainDate[] {
  if (weekdays.length === 0) return [from];
  return Array.from({ length: weeks * 7 }, (_, i) => from.add({ days: i })).filter((day) =>
    weekdays.includes(day.dayOfWeek),
  );
}

/**
 * Puts a routine on the calendar with a reminder, as one action; what was planned of it before and is still open goes.
 * Throws DomainError `invalid` for a time nobody plans.
 */
export async function scheduleRoutine(
  ctx: Context,
  routine: Routine,
  schedule: RoutineSchedule,
): Promise<{ readonly actionId: number; readonly days: readonly Temporal.PlainDate[] }> {
  const { weekdays, time, from, weeks } = schedule;
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  if (from.since(today).days < 0) throw new DomainError('invalid', 'That day has gone by. Choose today or later.');
  if (from.since(today).days > 366) throw new DomainError('invalid', 'I plan up to a year ahead.');
  if (weeks < 1 || weeks > mostWeeks) throw new DomainError('invalid', `I plan 1 to ${mostWeeks} weeks.`);
  const days = daysOf(schedule);
  const actionId = await recordAction(ctx, `the schedule of “${routine.name}”`);
  const acting = { ...ctx, actionId };
  await dropOpen(acting, routine.id);
  await stopReminders(acting, routine.id);
  await ctx.db
    .insert(scheduledRoutines)
    .values(
      days.map((day) => ({
        ...{ userId: ctx.user.id, routineId: routine.id, day, time },
        ...{ createdAt: ctx.now, updatedAt: ctx.now },
      })),
    )
    .onConflictDoNothing();
  const isRecurring = weekdays.length > 0;
  const untilDay = days.at(-1) ?? from;
  await ctx.db
    .update(routines)
    .set({
      ...{ weekdays: isRecurring ? [...weekdays] : null, time, fromDay: from, untilDay, updatedAt: ctx.now },
    })
    .where(eq(routines.id, routine.id));
  if (time)
    await remindOfRoutine(
      acting,
      { routineId: routine.id, name: routine.name, setById: ctx.user.id },
      isRecurring ? { time, weekdays, fromDay: from, untilDay } : { time, onDay: from },
      true,
    );
  await matchRoutines(acting, today);
  return { actionId, days };
}

/** Takes what is planned of a routine and still open off the calendar, as one action. The routine stays. */
export async function unscheduleRoutine(
  ctx: Context,
  routine: Routine,
): Promise<{ readonly actionId: number; readonly count: number }> {
  const actionId = await recordAction(ctx, `the schedule of “${routine.name}”`);
  const acting = { ...ctx, actionId };
  const count = await dropOpen(acting, routine.id);
  await stopReminders(acting, routine.id);
  const change = { weekdays: null, time: null, fromDay: null, untilDay: null, updatedAt: ctx.now };
  await ctx.db.update(routines).set(change).where(eq(routines.id, routine.id));
  return { actionId, count };
}

const nameOf = ({ name }: Routine, { day }: ScheduledRoutine): string =>
  `${name} on ${day.toLocaleString('en-GB', { day: 'numeric', month: 'long' })}`;

/** What can be said of a planned training. */
export type Settling = 'done' | 'skipped' | 'open';

/**
 * Says that a planned training was done, is skipped, or is open again after all, as one action. One that follows from
 * a logged training stays done as long as that is there.
 */
export async function settleScheduled(
  ctx: Context,
  { scheduled, routine }: { scheduled: ScheduledRoutine; routine: Routine },
  to: Settling,
): Promise<number | null> {
  if (stateOf(scheduled) === to) return null;
  if (scheduled.completedAt && !scheduled.isDoneByHand)
    throw new DomainError(
      'invalid',
      'It is done by the training you logged. Undo or delete that, and it is open again.',
    );
  const actionId = await recordAction(ctx, nameOf(routine, scheduled));
  await ctx.db
    .update(scheduledRoutines)
    .set({
      completedAt: to === 'done' ? ctx.now : null,
      isDoneByHand: to === 'done',
      skippedAt: to === 'skipped' ? ctx.now : null,
      updatedAt: ctx.now,
    })
    .where(eq(scheduledRoutines.id, scheduled.id));
  return actionId;
}

/**
 * Moves one planned training to another day with a reminder of its own, as one action; the others stay where they are.
 * Throws DomainError where it is over, the day has gone by, or the same routine is planned for it already.
 */
export async function moveScheduled(
  ctx: Context,
  { scheduled, routine }: { scheduled: ScheduledRoutine; routine: Routine },
  to: Temporal.PlainDate,
): Promise<number> {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  if (stateOf(scheduled) !== 'open') throw new DomainError('too-late', 'That one is over, so it stays where it is.');
  if (to.since(today).days < 0) throw new DomainError('invalid', 'That day has gone by.');
  if (to.since(today).days > 366) throw new DomainError('invalid', 'I plan up to a year ahead.');
  if (to.equals(scheduled.day)) throw new DomainError('invalid', `“${routine.name}” is on that day already.`);
  const there = await plannedOver(ctx, to, to);
  if (there.some((one) => one.routine.id === routine.id))
    throw new DomainError('invalid', `“${routine.name}” is planned for that day already.`);
  const actionId = await recordAction(ctx, nameOf(routine, scheduled));
  const acting = { ...ctx, actionId };
  const first = scheduled.movedFromDay ?? scheduled.day;
  await ctx.db
    .update(scheduledRoutines)
    .set({ day: to, movedFromDay: first.equals(to) ? null : first, updatedAt: ctx.now })
    .where(eq(scheduledRoutines.id, scheduled.id));
  const isItsDay = routine.weekdays?.includes(to.dayOfWeek) ?? false;
  if (scheduled.time && !isItsDay)
    await remindOfRoutine(
      acting,
      { routineId: routine.id, name: routine.name, setById: ctx.user.id },
      { time: scheduled.time, onDay: to },
      true,
    );
  await matchRoutines(acting, to);
  return actionId;
}

/** Gives planned trainings another time, with reminders to match, as one action. Null: they are not reminded of. */
export async function retimeRoutines(
  ctx: Context,
  routineIds: readonly number[],
  time: Temporal.PlainTime | null,
): Promise<number> {
  const rows = await ctx.db
    .select()
    .from(routines)
    .where(inArray(routines.id, [...routineIds]));
  const own = rows.filter(({ userId, isActive }) => userId === ctx.user.id && isActive);
  if (own.length === 0) throw new DomainError('not-found', 'That plan is no longer there.');
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const actionId = await recordAction(ctx, 'the time of your training');
  const acting = { ...ctx, actionId };
  for (const { id, name, weekdays, fromDay, untilDay } of own) {
    await stopReminders(acting, id);
    await ctx.db.update(routines).set({ time, updatedAt: ctx.now }).where(eq(routines.id, id));
    const s = scheduledRoutines;
    const open = await ctx.db.select().from(s).where(eq(s.routineId, id));
    const ahead = open.filter((row) => stateOf(row) === 'open' && row.day.since(today).days >= 0);
    for (const row of ahead) await ctx.db.update(s).set({ time, updatedAt: ctx.now }).where(eq(s.id, row.id));
    if (!time) continue;
    const named = { routineId: id, name, setById: ctx.user.id };
    if (weekdays && fromDay && untilDay)
      await remindOfRoutine(acting, named, { time, weekdays, fromDay, untilDay }, true);
    for (const row of ahead)
      if (!weekdays?.includes(row.day.dayOfWeek)) await remindOfRoutine(acting, named, { time, onDay: row.day }, true);
  }
  return actionId;
}
