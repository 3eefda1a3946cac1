import { eq, inArray } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { pauses } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { currentPauses, type Pause } from './current-pauses.ts';

/**
 * Ends the pauses that run today: it is the last day of them, so that nothing is lost on the day of coming back. Those to
 * come stay. Returns null where none runs.
 */
export async function endPause(ctx: Context): Promise<{ actionId: number; ended: Pause[] } | null> {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const running = (await currentPauses(ctx)).filter(
    ({ fromDay, untilDay }) => Temporal.PlainDate.compare(fromDay, today) <= 0 && !untilDay?.equals(today),
  );
  if (running.length === 0) return null;
  const actionId = await recordAction(ctx, 'the end of your pause');
  await ctx.db
    .update(pauses)
    .set({ untilDay: today, updatedAt: ctx.now })
    .where(
      inArray(
        pauses.id,
        running.map(({ id }) => id),
      ),
    );
  return { actionId, ended: running };
}

/** Removes a pause as though it had never been; its days count again. Throws DomainError `not-found`. */
export async function removePause(ctx: Context, pauseId: number): Promise<{ actionId: number; removed: Pause }> {
  const removed = (await currentPauses(ctx)).find(({ id }) => id === pauseId);
  if (!removed) throw new DomainError('not-found', 'That pause is over or gone already.');
  const actionId = await recordAction(ctx, 'the removal of your pause');
  await ctx.db.delete(pauses).where(eq(pauses.id, removed.id));
  return { actionId, removed };
}
