import { eq } from 'drizzle-orm';
import { foods } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { findOwnFood } from './find-own-food.ts';

export interface ForgottenFood {
  actionId: number;
  name: string;
  isRecipe: boolean;
}

/**
 * Forgets a food or recipe of a person's own: its name means it no longer. What was eaten of it stays as it was, and so
 * do recipes it is part of. Throws DomainError `not-found`.
 */
export async function forgetOwnFood(ctx: Context, name: string): Promise<ForgottenFood> {
  const food = await findOwnFood(ctx, name);
  const actionId = await recordAction(ctx, `forgetting ${food.name}`);
  await ctx.db.update(foods).set({ isActive: false, updatedAt: ctx.now }).where(eq(foods.id, food.id));
  return { actionId, name: food.name, isRecipe: food.isRecipe };
}
