import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { runsAt } from '../coaching/runs-at.ts';
import type { PersonContext } from '../context.ts';
import { type WeekOverview, weekOverview } from '../progress/week-overview.ts';

/** What the data of a week tells by itself, as far as whoever asks may read it. */
export interface CheckInFacts {
  readonly week: WeekOverview;
  /** Whether they stood on the scale in that week. */
  readonly isWeighed: boolean;
  /** The trend at its end; null without a weigh-in in it. */
  readonly weightKg: number | null;
  /** They read better without figures of intake and weight, and are asked for none. */
  readonly isGentle: boolean;
  /** Trainings that were planned in it, and how many of them were done; null where none were. */
  readonly planned: { readonly all: number; readonly done: number } | null;
  /** Whether photos are any use: not where their coach does not get to see them. */
  readonly asksPhotos: boolean;
}

/** What is known of the week that begins on `monday`. */
export async function checkInFacts(ctx: PersonContext, monday: Temporal.PlainDate): Promise<CheckInFacts> {
  const week = await weekOverview(ctx, monday);
  const last = week.trend.at(-1);
  const isWeighed = last !== undefined && Temporal.PlainDate.compare(last.day, monday) >= 0;
  const { rows } = await ctx.db.execute<{ all: number; done: number; asksPhotos: boolean }>(sql`
    select count(*)::int as all, count(completed_at)::int as done,
      not exists (select from coachings c where c.client_id = ${ctx.user.id} and ${runsAt(ctx.now)}
        and 'photos' <> all (c.can_read)) as "asksPhotos"
    from scheduled_routines
    where user_id = ${ctx.user.id} and day between ${monday.toString()} and ${monday.add({ days: 6 }).toString()}`);
  const [planned] = rows;
  return {
    week,
    isWeighed,
    isGentle: ctx.user.isGentle,
    weightKg: isWeighed ? Math.round(last.trendKg * 100) / 100 : null,
    planned: planned && planned.all > 0 ? { all: planned.all, done: planned.done } : null,
    asksPhotos: planned?.asksPhotos ?? true,
  };
}
