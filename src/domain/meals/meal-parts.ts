import { and, asc, desc, eq, gte, inArray } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { mealItems, mealLogs } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import type { FiguredPart } from '../foods/keep-recipe.ts';

/** Which meal: the one a message told of, that of a slot (and day), or the last one. */
export interface WhichParts {
  readonly messageId: number | null;
  readonly slot: string | null;
  readonly day: Temporal.PlainDate | null;
}

export interface MealParts {
  /** Items that weigh something. */
  readonly parts: readonly FiguredPart[];
  /** Energy and macros of those that were given as figures alone. */
  readonly unweighed: readonly Omit<FiguredPart, 'grams'>[];
}

/** Un-replied, "that" is what was logged so lately. */
const recentMinutes = 5;

/** What a meal that was eaten was made of, with its figures as it was logged. Throws DomainError `not-found`. */
export async function mealParts(ctx: Context, { messageId, slot, day }: WhichParts): Promise<MealParts> {
  const m = mealLogs;
  const isMeant =
    slot !== null || day !== null
      ? and(slot === null ? undefined : eq(m.slot, slot), day === null ? undefined : eq(m.day, day))
      : messageId === null
        ? gte(m.loggedAt, ctx.saidAt.subtract({ minutes: recentMinutes }))
        : eq(m.inboundMessageId, messageId);
  const meals = await ctx.db
    .select({ id: m.id, day: m.day, slot: m.slot, message: m.inboundMessageId })
    .from(m)
    .where(and(eq(m.userId, ctx.user.id), isMeant))
    .orderBy(desc(m.day), desc(m.loggedAt), desc(m.id))
    .limit(20);
  const [newest] = meals;
  // A message may tell of several meals; said of a slot, all of that day's are meant.
  const meant = meals.filter((meal) =>
    slot !== null ? newest?.day.equals(meal.day) : day !== null || messageId !== null || meal.id === newest?.id,
  );
  if (meant.length === 0) throw new DomainError('not-found', nothingThere({ messageId, slot, day }));
  const items = await ctx.db
    .select()
    .from(mealItems)
    .where(
      inArray(
        mealItems.mealLogId,
        meant.map(({ id }) => id),
      ),
    )
    .orderBy(asc(mealItems.mealLogId), asc(mealItems.orderIndex));
  if (items.length === 0) throw new DomainError('not-found', 'There is no food in that meal to keep.');
  const parts: FiguredPart[] = [];
  const unweighed: Omit<FiguredPart, 'grams'>[] = [];
  for (const { foodId, foodName, grams, energyKcal, proteinG, carbsG, fatG, nutrients } of items) {
    const part = { foodId, foodName, energyKcal, proteinG, carbsG, fatG, nutrients };
    if (grams === null) unweighed.push(part);
    else parts.push({ ...part, grams });
  }
  return { parts, unweighed };
}

function nothingThere({ messageId, slot, day }: WhichParts): string {
  if (slot !== null || day !== null) return `I find no ${slot ?? 'meal'} of that day to keep.`;
  return messageId === null
    ? 'Which meal? Reply to its message with “save that as …”, or say it right after logging.'
    : 'There is no meal in that message to keep.';
}
