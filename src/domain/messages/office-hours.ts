import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { users } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

/** When a coach answers, by ISO weekday; wall times `HH:MM` in the coach's zone. `24:00` is the end of the day. */
export type OfficeHours = readonly {
  readonly weekday: number;
  readonly from: string;
  readonly until: string;
}[];

/** Keeps when the person who asks answers; null: at any time. */
export async function setOfficeHours(ctx: Context, hours: OfficeHours | null): Promise<void> {
  await ctx.db
    .update(users)
    .set({ officeHours: hours && [...hours], updatedAt: ctx.now })
    .where(eq(users.id, ctx.user.id));
}

/** The hours of the person who asks; null where they set none. */
export async function officeHoursOf(ctx: Context): Promise<OfficeHours | null> {
  const [row] = await ctx.db.select({ hours: users.officeHours }).from(users).where(eq(users.id, ctx.user.id));
  return row?.hours ?? null;
}

/** A stretch in which a coach is not there: from the last closing until the next opening. */
export interface Closed {
  readonly since: Temporal.Instant;
  readonly until: Temporal.Instant;
}

const aWeek = 7;

/** The time around a moment in which nobody answers; null within office hours. `timeZone` is the coach's. */
export function closedAt(hours: OfficeHours | null, timeZone: string, at: Temporal.Instant): Closed | null {
  if (!hours || hours.length === 0) return null;
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate();
  const windows = Array.from({ length: 2 * aWeek + 1 }, (_, i) => today.add({ days: i - aWeek })).flatMap((day) =>
    hours
      .filter(({ weekday }) => weekday === day.dayOfWeek)
      .map(({ from, until }) => ({ from: moment(day, from, timeZone), until: moment(day, until, timeZone) })),
  );
  const { compare } = Temporal.Instant;
  if (windows.some(({ from, until }) => compare(from, at) <= 0 && compare(at, until) < 0)) return null;
  const closings = windows.map(({ until }) => until).filter((until) => compare(until, at) <= 0);
  const openings = windows.map(({ from }) => from).filter((from) => compare(from, at) > 0);
  const since = closings.sort(compare).at(-1);
  const until = openings.sort(compare)[0];
  return since && until ? { since, until } : null;
}

function moment(day: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant {
  const isEnd = time === '24:00';
  const plainTime = Temporal.PlainTime.from(isEnd ? '00:00' : time);
  return (isEnd ? day.add({ days: 1 }) : day).toZonedDateTime({ timeZone, plainTime }).toInstant();
}
