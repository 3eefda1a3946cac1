import type { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';
import { healthOf, noteHealthAsked } from '../users/health.ts';
import { judgeTarget, type TargetChange } from './set-target.ts';

/**
 * Whether a target that somebody is given is the first to hold less than they need, so that they are to be asked about
 * their health with it. It is noted as asked: that happens once. Needs to read the person's body.
 */
export async function askHealthOf(ctx: Context, day: Temporal.PlainDate, target: TargetChange): Promise<boolean> {
  const judged = await judgeTarget(ctx, day, target, target);
  if (!judged?.verdict.isSafe || !judged.verdict.isDeficit || (await healthOf(ctx)).isAsked) return false;
  await noteHealthAsked(ctx);
  return true;
}
