import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { reminders } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { nextDueAt, whereaboutsOf } from './plan-reminder.ts';
import { type Reminder, reminderName } from './reminder.ts';
import { keep, type ReminderInput, ruleOf, zoneValues } from './set-reminder.ts';

/** What can be done with reminders there are. `until` null: until they say otherwise. */
export type ReminderChange =
  | { readonly do: 'pause'; readonly until: Temporal.Instant | null }
  /** From now on again, and each time: also what was removed, or had been thinned out. */
  | { readonly do: 'resume' }
  | { readonly do: 'remove' };

export interface ChangedReminders {
  readonly actionId: number;
  readonly reminders: readonly Reminder[];
}

/** Changes reminders of the asking person, as one action. Those that are not theirs, or have gone, are left out. */
export async function changeReminders(
  ctx: Context,
  ids: readonly number[],
  change: ReminderChange,
): Promise<ChangedReminders | null> {
  const rows = await ctx.db
    .select()
    .from(reminders)
    .where(and(eq(reminders.userId, ctx.user.id), inArray(reminders.id, [...ids])))
    .orderBy(asc(reminders.id));
  const [first] = rows;
  if (!first) return null;
  const actionId = await recordAction(ctx, rows.length === 1 ? reminderName(first) : `${rows.length} reminders`);
  const quiet = await whereaboutsOf(ctx);
  const changed: Reminder[] = [];
  for (const row of rows) {
    const next = { ...row, ...changeOf(change, ctx.now), updatedAt: ctx.now };
    const done = { ...next, nextDueAt: await nextDueAt(ctx, next, quiet) };
    const { isPaused, pausedUntil, removedAt, pace, passOver, ignoredInARow, updatedAt } = done;
    await ctx.db
      .update(reminders)
      .set({ isPaused, pausedUntil, removedAt, pace, passOver, ignoredInARow, updatedAt, nextDueAt: done.nextDueAt })
      .where(eq(reminders.id, row.id));
    changed.push(done);
  }
  return { actionId, reminders: changed };
}

function changeOf(change: ReminderChange, now: Temporal.Instant): Partial<Reminder> {
  switch (change.do) {
    case 'pause':
      return change.until ? { isPaused: false, pausedUntil: change.until } : { isPaused: true };
    case 'remove':
      return { removedAt: now };
    case 'resume': {
      // What was missed while it was away does not count.
      const fresh = { isPaused: false, removedAt: null, ignoredInARow: 0, pace: 1, passOver: 0 };
      return { ...fresh, pausedUntil: now };
    }
  }
}

/** Moves a reminder to other times, as one action. Throws DomainError `invalid` where it would never come. */
export async function moveReminder(
  ctx: Context,
  row: Reminder,
  to: Partial<Omit<ReminderInput, 'kind'>>,
): Promise<{ actionId: number; reminder: Reminder }> {
  const actionId = await recordAction(ctx, reminderName(row));
  const { what = row.what, fixedZone } = to;
  const named = { isSuggested: false, ignoresQuietHours: row.kind !== 'streak_warning' };
  return {
    actionId,
    reminder: await keep(ctx, row, {
      ...ruleOf(to),
      ...named,
      ...(fixedZone === undefined ? {} : zoneValues(fixedZone)),
      what,
    }),
  };
}
