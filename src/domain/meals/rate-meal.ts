import { and, desc, eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { mealItems, mealLogs } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { justRecorded } from '../entries/just-recorded.ts';

const figures = {
  hungerBefore: mealLogs.hungerBefore,
  hungerAfter: mealLogs.hungerAfter,
  satisfaction: mealLogs.satisfaction,
  adherence: mealLogs.adherence,
};

/** How a meal was, each from 1 to 10: `adherence` says how close it was to what was planned. */
export type MealRatings = Readonly<Record<keyof typeof figures, number | null>>;

export interface RatedMeal {
  readonly actionId: number;
  readonly day: Temporal.PlainDate;
  readonly slot: string | null;
  /** The foods it was of. */
  readonly names: readonly string[];
  /** All that is known of it now. */
  readonly ratings: MealRatings;
}

const names: Readonly<Record<keyof MealRatings, string>> = {
  hungerBefore: 'hunger before',
  hungerAfter: 'hunger after',
  satisfaction: 'satisfaction',
  adherence: 'adherence',
};

/** The newest meal of a written message, or of the minutes before it was said where none is named; null when there is none. */
async function findMeal(ctx: Context, messageId: number | null) {
  const which = messageId === null ? justRecorded(ctx) : eq(mealLogs.inboundMessageId, messageId);
  const [meal] = await ctx.db
    .select({
      ...{ id: mealLogs.id, day: mealLogs.day, slot: mealLogs.slot, ratings: figures },
      names: sql<string[]>`array(select ${mealItems.foodName} from ${mealItems}
        where ${mealItems.mealLogId} = ${mealLogs}.id order by ${mealItems.orderIndex})`,
    })
    .from(mealLogs)
    .where(and(eq(mealLogs.userId, ctx.user.id), which))
    .orderBy(desc(mealLogs.id))
    .limit(1);
  return meal ?? null;
}

/** What has been said of the newest meal of a written message; null when it has none. */
export async function ratingsOf(ctx: Context, messageId: number): Promise<MealRatings | null> {
  return (await findMeal(ctx, messageId))?.ratings ?? null;
}

/**
 * Keeps how a meal was, whole numbers from 1 to 10, as an action of its own: the newest meal of a written message, or
 * of the five minutes before it was said. Throws DomainError `not-found` without such a meal, `invalid` for other figures.
 */
export async function rateMeal(
  ctx: Context,
  messageId: number | null,
  ratings: Partial<MealRatings>,
): Promise<RatedMeal> {
  const said = Object.entries(ratings).filter((entry): entry is [keyof MealRatings, number] => entry[1] !== null);
  const wrong = said.find(([, value]) => !Number.isInteger(value) || value < 1 || value > 10);
  if (wrong || said.length === 0) throw new DomainError('invalid', 'Say that with a whole number from 1 to 10.');
  const meal = await findMeal(ctx, messageId);
  if (!meal)
    throw new DomainError('not-found', 'Which meal was that? Reply with it to the meal, or say it right after.');
  const actionId = await recordAction(ctx, said.map(([of, value]) => `${names[of]} ${value}`).join(', '));
  const [row] = await ctx.db
    .update(mealLogs)
    .set({ ...Object.fromEntries(said), updatedAt: ctx.now })
    .where(eq(mealLogs.id, meal.id))
    .returning({ ...figures });
  if (!row) throw new Error('The rated meal was not returned');
  return { actionId, day: meal.day, slot: meal.slot, names: meal.names, ratings: row };
}
