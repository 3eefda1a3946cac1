import { and, asc, eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { mealSlots } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';

export type MealSlot = Pick<typeof mealSlots.$inferSelect, 'id' | 'name' | 'startsAt'>;

const columns = { id: mealSlots.id, name: mealSlots.name, startsAt: mealSlots.startsAt };
const mostSlots = 20;

/** The meals a person has named themselves, in the order of the day. */
export async function mealSlotsOf(ctx: Context): Promise<MealSlot[]> {
  return ctx.db
    .select(columns)
    .from(mealSlots)
    .where(eq(mealSlots.userId, ctx.user.id))
    .orderBy(sql`${mealSlots.startsAt} nulls last`, asc(mealSlots.orderIndex));
}

/**
 * Names a meal of a person's own, or sets when one they have named is; one at the same time gets the new name. Returns
 * the action. Throws DomainError `invalid` when they have too many.
 */
export async function keepMealSlot(
  ctx: Context,
  { name, startsAt }: { name: string; startsAt: Temporal.PlainTime | null },
): Promise<{ actionId: number; slots: MealSlot[] }> {
  const known = await mealSlotsOf(ctx);
  const actionId = await recordAction(ctx, `meal “${name}”`);
  const same =
    known.find((slot) => slot.name.toLowerCase() === name.toLowerCase()) ??
    known.find((slot) => startsAt !== null && slot.startsAt?.equals(startsAt));
  if (same) {
    await ctx.db
      .update(mealSlots)
      .set({ name, startsAt: startsAt ?? same.startsAt })
      .where(eq(mealSlots.id, same.id));
  } else {
    if (known.length >= mostSlots) throw new DomainError('invalid', 'You have 20 meals already. Remove one first.');
    await ctx.db.insert(mealSlots).values({ userId: ctx.user.id, name, startsAt, orderIndex: known.length });
  }
  return { actionId, slots: await mealSlotsOf(ctx) };
}

/** Forgets a meal name; what was logged under it keeps it. Throws DomainError `not-found`. */
export async function forgetMealSlot(ctx: Context, name: string): Promise<{ actionId: number; name: string }> {
  const found = (await mealSlotsOf(ctx)).find((slot) => slot.name.toLowerCase() === name.toLowerCase());
  if (!found) throw new DomainError('not-found', `You have no meal called “${name}”.`);
  const actionId = await recordAction(ctx, `removing the meal “${found.name}”`);
  await ctx.db.delete(mealSlots).where(and(eq(mealSlots.id, found.id), eq(mealSlots.userId, ctx.user.id)));
  return { actionId, name: found.name };
}
