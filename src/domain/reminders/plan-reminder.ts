import { and, eq, isNull } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { reminders, users } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import type { QuietHours } from '../notifications/quiet-hours.ts';
import { type User, zoneOf } from '../users/user.ts';
import { cameBefore } from './came-before.ts';
import { type FiringGiven, nextFiring } from './next-firing.ts';
import type { Reminder } from './reminder.ts';
import { isOneOff } from './reminder-rule.ts';

/** Where a person is, and when they want quiet. */
export type Whereabouts = QuietHours & { readonly timeZone: string };

/** As their row has it now, which a request's `user` may be older than. */
export async function whereaboutsOf({ db, user }: PersonContext): Promise<Whereabouts> {
  const [row] = await db
    .select({ timeZone: users.timeZone, quietFrom: users.quietFrom, quietUntil: users.quietUntil })
    .from(users)
    .where(eq(users.id, user.id));
  if (!row) throw new Error('The person was not found');
  return { ...row, timeZone: row.timeZone ?? 'UTC' };
}

/** As `whereaboutsOf`, of a person that was read just now, under their lock. */
export const whereaboutsAt = (user: User): Whereabouts => ({
  quietFrom: user.quietFrom,
  quietUntil: user.quietUntil,
  timeZone: zoneOf(user),
});

const later = (one: Temporal.Instant, other: Temporal.Instant | null): Temporal.Instant =>
  other && Temporal.Instant.compare(other, one) > 0 ? other : one;

/** What a reminder's firings depend on beside its rule, as `cameBefore` says what has fired. */
export function firingGiven(row: Reminder, quiet: Whereabouts, fired: FiringGiven['fired']): FiringGiven {
  const timeZone = row.zoneRule === 'fixed' ? row.timeZone : quiet.timeZone;
  return { timeZone, quiet, since: later(row.createdAt, row.pausedUntil), fired };
}

/** When a reminder is due next; null where nothing more is, or nothing while it is paused. */
export async function nextDueAt(
  ctx: PersonContext,
  row: Reminder,
  quiet: Whereabouts,
): Promise<Temporal.Instant | null> {
  if (row.removedAt || row.isPaused) return null;
  const next = nextFiring(row, firingGiven(row, quiet, await cameBefore(ctx, row.id)));
  // What comes once only is not lost in a pause: it comes at its end.
  return next && (isOneOff(row) ? later(next.at, row.pausedUntil) : next.at);
}

/**
 * Plans all reminders of a person anew: after their zone or quiet hours have changed, and after an undo. Those that have
 * come to their end stay as they are.
 */
export async function replanReminders(ctx: PersonContext): Promise<void> {
  const r = reminders;
  const rows = await ctx.db
    .select()
    .from(r)
    .where(and(eq(r.userId, ctx.user.id), isNull(r.removedAt)));
  if (rows.length === 0) return;
  const quiet = await whereaboutsOf(ctx);
  for (const row of rows) {
    const due = await nextDueAt(ctx, row, quiet);
    if (due?.epochNanoseconds === row.nextDueAt?.epochNanoseconds) continue;
    await ctx.db.update(r).set({ nextDueAt: due, updatedAt: ctx.now }).where(eq(r.id, row.id));
  }
}
