import { eq } from 'drizzle-orm';
import { users } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { type RestedPlans, restPlans } from '../goals/rest-plans.ts';
import { flagsAmong, type HealthFlag, healthOf, noteHealthAsked } from './health.ts';

export interface HealthChange {
  readonly add: readonly HealthFlag[];
  readonly remove: readonly HealthFlag[];
}

export interface ChangedHealth extends RestedPlans {
  /** Null where nothing was otherwise than before. */
  readonly actionId: number | null;
  readonly added: readonly HealthFlag[];
  readonly removed: readonly HealthFlag[];
  /** What is known of their health now. */
  readonly flags: readonly HealthFlag[];
}

/**
 * Keeps, or forgets, what somebody says of their health, as one action together with what follows: targets and goals that
 * are no longer safe for them rest from today on. What rests is not brought back by forgetting it.
 */
export async function changeHealth(ctx: Context, { add, remove }: HealthChange): Promise<ChangedHealth> {
  const before = await healthOf(ctx);
  if (!before.isAsked) await noteHealthAsked(ctx);
  const flags = flagsAmong([...before.flags, ...add]).filter((flag) => !remove.includes(flag));
  const added = flags.filter((flag) => !before.flags.includes(flag));
  const removed = before.flags.filter((flag) => !flags.includes(flag));
  if (added.length + removed.length === 0) return { actionId: null, added, removed, flags, target: null, goals: [] };
  const actionId = await recordAction(ctx, 'what you told me of your health');
  await ctx.db.update(users).set({ healthFlags: flags, updatedAt: ctx.now }).where(eq(users.id, ctx.user.id));
  const rested = added.length > 0 ? await restPlans(ctx) : { target: null, goals: [] };
  return { actionId, added, removed, flags, ...rested };
}
