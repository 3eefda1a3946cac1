import { and, eq, gte } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { mealLogs, measurements, users, workoutSessions } from '../../../db/schema/index.ts';
import { refreshBodyDay } from '../body/refresh-body-day.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { refreshDay } from '../meals/refresh-day.ts';
import type { QuietHours } from '../notifications/quiet-hours.ts';
import { replanReminders } from '../reminders/plan-reminder.ts';
import { refreshTrainingDay } from '../training/refresh-training-day.ts';
import { isTimeZone, localDay } from './local-day.ts';
import { personColumns, type User } from './user.ts';

/** What a person can set about themselves; what is left out stays. */
export interface SettingsChange {
  /** IANA name. */
  timeZone?: string | undefined;
  unitSystem?: User['unitSystem'] | undefined;
  /** Whether figures of food and body are kept from them. */
  isGentle?: boolean | undefined;
  /** 0–6 */
  dayStartHour?: number | undefined;
  /** Between them nothing is said first; the same twice: never quiet. */
  quietHours?: QuietHours | undefined;
}

/** How far back a new day start moves entries: far enough for the night in which people notice. */
const redateHours = 48;

/**
 * Changes settings. Entries that named no day move to the day they belong to now: all of them when the zone becomes
 * known for the first time, those of the last two days when the day start changes. A journey from one zone to another
 * moves nothing but when their reminders come. Returns the person as they are now and how many entries moved. Throws DomainError `invalid`.
 */
export async function changeSettings(
  ctx: Context,
  { timeZone, unitSystem, isGentle, dayStartHour, quietHours }: SettingsChange,
): Promise<{ user: User; moved: number }> {
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw new DomainError('invalid', 'I do not know that time zone.');
  if (dayStartHour !== undefined && (!Number.isInteger(dayStartHour) || dayStartHour < 0 || dayStartHour > 6))
    throw new DomainError('invalid', 'A day can start between midnight and 6 in the morning.');
  const change = {
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(unitSystem === undefined ? {} : { unitSystem }),
    ...(isGentle === undefined ? {} : { isGentle }),
    ...(dayStartHour === undefined ? {} : { dayStartHour }),
    ...(quietHours ?? {}),
  };
  const [user] = await ctx.db
    .update(users)
    .set({ ...change, updatedAt: ctx.now })
    .where(eq(users.id, ctx.user.id))
    .returning(personColumns);
  if (!user) throw new Error('The person was not returned');
  if (quietHours || user.timeZone !== ctx.user.timeZone) await replanReminders({ ...ctx, user });
  if (ctx.user.timeZone === null && user.timeZone !== null)
    return { user, moved: await redate({ ...ctx, user }, { timeZone: user.timeZone }) };
  if (user.dayStartHour !== ctx.user.dayStartHour)
    return { user, moved: await redate({ ...ctx, user }, { since: ctx.now.subtract({ hours: redateHours }) }) };
  return { user, moved: 0 };
}

/**
 * Moves entries that named no day to the day they belong to, in `timeZone` or else in the zone each was said in.
 * Returns how many moved.
 */
async function redate(
  ctx: Context,
  { timeZone, since }: { timeZone?: string; since?: Temporal.Instant },
): Promise<number> {
  const { user } = ctx;
  const days = new Map<string, Temporal.PlainDate>();
  let moved = 0;
  for (const table of [mealLogs, workoutSessions, measurements]) {
    const open = and(eq(table.userId, user.id), eq(table.isDaySaid, false));
    const entries = await ctx.db
      .select({ id: table.id, day: table.day, loggedAt: table.loggedAt, timeZone: table.timeZone })
      .from(table)
      .where(since ? and(open, gte(table.loggedAt, since)) : open);
    for (const entry of entries) {
      const zone = timeZone ?? entry.timeZone;
      const belongs = localDay(entry.loggedAt, zone, user.dayStartHour);
      if (belongs.equals(entry.day)) continue;
      const stamp = 'updatedAt' in table ? { updatedAt: ctx.now } : {};
      await ctx.db
        .update(table)
        .set({ day: belongs, timeZone: zone, ...stamp })
        .where(eq(table.id, entry.id));
      for (const touched of [entry.day, belongs]) days.set(touched.toString(), touched);
      moved += 1;
    }
  }
  for (const day of days.values()) {
    await refreshTrainingDay(ctx, day);
    await refreshBodyDay(ctx, day);
    await refreshDay(ctx, day);
  }
  return moved;
}

/** Notes that we have asked where this person's days begin; we ask once. */
export async function noteZoneAsked(ctx: Context): Promise<void> {
  await ctx.db.update(users).set({ zoneAskedAt: ctx.now, updatedAt: ctx.now }).where(eq(users.id, ctx.user.id));
}
