import { and, desc, eq, gte } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { mealLogs } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { type PastMeal, pastMeals } from './past-meals.ts';
import { usualMeal } from './usual-meal.ts';

/** Which meal is meant by what was said. */
export type WhichMeal =
  /** The one a message told of; null: the last one there is. */
  | { readonly what: 'last'; readonly messageId: number | null }
  | { readonly what: 'slot'; readonly slot: string }
  | { readonly what: 'day'; readonly day: Temporal.PlainDate; readonly slot: string | null }
  | { readonly what: 'whole'; readonly day: Temporal.PlainDate }
  /** Null: whatever is eaten about this hour. */
  | { readonly what: 'usual'; readonly slot: string | null };

/** What to repeat, or what it may be. */
export type FoundMeals = { readonly meals: readonly PastMeal[] } | { readonly options: readonly PastMeal[] };

/** "Again" reaches so far back. */
const lastHours = 24;
const slotDays = 365;
const usualDays = 60;
/** "The usual" without a slot is what is had about this hour. */
const usualSpreadH = 2;
const mostOptions = 4;

/** Finds the meal that somebody wants again; several where they may mean any of them. Throws DomainError `not-found`. */
export async function findRepeated(ctx: Context, which: WhichMeal): Promise<FoundMeals> {
  const zone = zoneOf(ctx.user);
  const today = localDay(ctx.saidAt, zone, ctx.user.dayStartHour);
  switch (which.what) {
    case 'last':
      return { meals: [await lastOne(ctx, which.messageId)] };
    case 'slot': {
      const meals = await pastMeals(ctx, today.subtract({ days: slotDays }));
      const found = meals.find(({ slot, items }) => isSame(slot, which.slot) && items.length > 0);
      if (!found) throw new DomainError('not-found', `You have no ${which.slot} logged yet that I could repeat.`);
      return { meals: [found] };
    }
    case 'whole':
    case 'day': {
      const meals = (await pastMeals(ctx, which.day, which.day)).toReversed();
      const slot = which.what === 'day' ? which.slot : null;
      const wanted = slot === null ? meals : meals.filter((meal) => isSame(meal.slot, slot));
      if (wanted.length === 0)
        throw new DomainError('not-found', `You have ${slot === null ? 'nothing' : `no ${slot}`} logged for that day.`);
      return which.what === 'whole' || wanted.length === 1 || slot !== null
        ? { meals: wanted }
        : { options: wanted.slice(0, mostOptions) };
    }
    case 'usual': {
      const meals = await pastMeals(ctx, today.subtract({ days: usualDays }));
      const time = ctx.saidAt.toZonedDateTimeISO(zone);
      const now = time.hour + time.minute / 60;
      const { slot } = which;
      const isNear = ({ hour }: PastMeal): boolean => hour !== null && Math.abs(hour - now) <= usualSpreadH;
      const { clear, options } = usualMeal(
        meals.filter((meal) => (slot === null ? isNear(meal) : isSame(meal.slot, slot))),
      );
      if (clear) return { meals: [clear] };
      if (options.length === 0)
        throw new DomainError(
          'not-found',
          `I do not know your usual ${slot ?? 'meal'} yet. Log it a few times, and I will.`,
        );
      return { options: options.slice(0, mostOptions) };
    }
  }
}

const isSame = (slot: string | null, wanted: string): boolean => slot?.toLowerCase() === wanted.toLowerCase();

async function lastOne(ctx: Context, messageId: number | null): Promise<PastMeal> {
  const m = mealLogs;
  const isMeant =
    messageId === null ? gte(m.loggedAt, ctx.saidAt.subtract({ hours: lastHours })) : eq(m.inboundMessageId, messageId);
  const rows = await ctx.db
    .select({ id: m.id, day: m.day })
    .from(m)
    .where(and(eq(m.userId, ctx.user.id), isMeant))
    .orderBy(desc(m.loggedAt), desc(m.id))
    .limit(messageId === null ? 1 : 20);
  const [last] = rows;
  if (!last) {
    throw new DomainError(
      'not-found',
      messageId === null
        ? 'There is no meal of the last day that I could repeat.'
        : 'There is no meal in that message to repeat.',
    );
  }
  return { mealIds: rows.map(({ id }) => id), day: last.day, slot: null, hour: null, items: [] };
}
