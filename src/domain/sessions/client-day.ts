import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';
import { localDay } from '../users/local-day.ts';

/** Where a partner of the asking person is; UTC until it is known. */
export async function zoneOfPartner(ctx: Context, id: number): Promise<{ timeZone: string; dayStartHour: number }> {
  const { rows } = await ctx.db.execute<{ timeZone: string | null; dayStartHour: number }>(
    sql`select time_zone as "timeZone", day_start_hour as "dayStartHour" from known_people where id = ${id}`,
  );
  return { timeZone: rows[0]?.timeZone ?? 'UTC', dayStartHour: rows[0]?.dayStartHour ?? 3 };
}

/** The client's own day of a moment. */
export async function clientDay(ctx: Context, clientId: number, at: Temporal.Instant): Promise<Temporal.PlainDate> {
  const { timeZone, dayStartHour } = await zoneOfPartner(ctx, clientId);
  return localDay(at, timeZone, dayStartHour);
}
