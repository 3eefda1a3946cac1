import { and, eq, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { reminders } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { nextDueAt, whereaboutsOf } from '../reminders/plan-reminder.ts';
import { forPartner, partnerOf } from './partner.ts';

/**
 * Has a client of the asking coach's reminded of their check-in, every week on that ISO weekday at that time where they
 * are, as one action. An earlier time that a coach set gives way. Throws DomainError `not-allowed` without their consent.
 */
export async function assignCheckIns(
  ctx: Context,
  clientId: number,
  { weekday, at }: { readonly weekday: number; readonly at: Temporal.PlainTime },
): Promise<{ actionId: number; name: string; nextDueAt: Temporal.Instant | null }> {
  const { isCoach, canWrite, name } = await partnerOf(ctx, clientId);
  if (isCoach || !canWrite.includes('messages'))
    throw new DomainError('not-allowed', `${name} has not agreed to be asked for check-ins.`);
  const actionId = await recordAction(ctx, 'weekly check-in');
  return forPartner(ctx, clientId, async (client) => {
    const r = reminders;
    const { now } = ctx;
    await ctx.db
      .update(r)
      .set({ removedAt: now, nextDueAt: null, updatedAt: now })
      .where(and(eq(r.userId, clientId), eq(r.kind, 'check_in'), eq(r.setById, ctx.user.id), isNull(r.removedAt)));
    const whereabouts = await whereaboutsOf(client);
    const [row] = await ctx.db
      .insert(r)
      .values({
        ...{
          userId: clientId,
          setById: ctx.user.id,
          kind: 'check_in',
          what: 'check in',
          atTimes: [at],
          weekdays: [weekday],
        },
        ...{ timeZone: whereabouts.timeZone, ignoresQuietHours: false, createdAt: now, updatedAt: now },
      })
      .returning();
    if (!row) throw new Error('The reminder was not returned');
    const due = await nextDueAt(client, row, whereabouts);
    await ctx.db.update(r).set({ nextDueAt: due }).where(eq(r.id, row.id));
    return { actionId, name, nextDueAt: due };
  });
}
