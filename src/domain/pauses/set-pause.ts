import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { pauses } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { currentPauses, type Pause, pauseColumns } from './current-pauses.ts';

export interface PauseInput {
  from: Temporal.PlainDate;
  /** The last day of it; null: until they say otherwise. */
  until: Temporal.PlainDate | null;
  /** In a word; null where they gave none. */
  reason: string | null;
}

export interface SetPause {
  /** Null where it was so already. */
  actionId: number | null;
  pause: Pause;
  /** Whether it was to begin earlier than it may. */
  isCutShort: boolean;
}

/** As with what is told late: what lies further back stays as it was. */
const daysBack = 2;
const longestDays = 366;

/**
 * Pauses a person's streaks from a day on, two days ago at the earliest. One that runs gets the new end when that is
 * to count from now on; one that is there already stays. Throws DomainError `invalid` when it is over already, ends before it begins, or lasts
 * more than a year.
 */
export async function setPause(ctx: Context, { from, until, reason }: PauseInput): Promise<SetPause> {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const earliest = today.subtract({ days: daysBack });
  if (until && isBefore(until, from)) throw new DomainError('invalid', 'That pause would end before it begins.');
  if (until && isBefore(until, earliest))
    throw new DomainError('invalid', 'Those days are over. A pause can reach back two days at most.');
  if (until && until.since(from).days >= longestDays)
    throw new DomainError('invalid', 'A pause can last a year at most.');
  const isCutShort = isBefore(from, earliest);
  const fromDay = isCutShort ? earliest : from;
  const running = (await currentPauses(ctx)).find((one) => covers(one, fromDay));
  if (running && sameDay(running.untilDay, until)) return { actionId: null, pause: running, isCutShort };
  const actionId = await recordAction(ctx, 'the pause of your streaks');
  const stamp = { updatedAt: ctx.now };
  // An end that is left open stands beside one that was named, and so does what is planned while another one runs.
  const [pause] =
    running && until && !isBefore(today, fromDay)
      ? await ctx.db
          .update(pauses)
          .set({ untilDay: until, reason: reason ?? running.reason, ...stamp })
          .where(eq(pauses.id, running.id))
          .returning(pauseColumns)
      : await ctx.db
          .insert(pauses)
          .values({ userId: ctx.user.id, fromDay, untilDay: until, reason, createdAt: ctx.now, ...stamp })
          .returning(pauseColumns);
  if (!pause) throw new Error('The pause was not returned');
  return { actionId, pause, isCutShort };
}

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0;

const covers = ({ fromDay, untilDay }: Pause, day: Temporal.PlainDate): boolean =>
  !isBefore(day, fromDay) && (untilDay === null || !isBefore(untilDay, day));

const sameDay = (a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);
