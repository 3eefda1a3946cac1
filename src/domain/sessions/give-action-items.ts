import { and, eq, isNull, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { reminders } from '../../../db/schema/index.ts';
import { forPartner } from '../check-ins/partner.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { nextDueAt, whereaboutsOf } from '../reminders/plan-reminder.ts';
import { coachOnly } from './hold-session.ts';
import { change } from './plan-session.ts';
import { type CoachingSession, heldStill } from './session.ts';

/** Something a client is to do. Without `when` it is on the list, and nobody is reminded. */
export interface ActionItem {
  readonly text: string;
  readonly when:
    | { readonly on: Temporal.PlainDate; readonly at: Temporal.PlainTime }
    /** ISO weekdays; all of them where it is every day. */
    | { readonly weekdays: readonly number[]; readonly at: Temporal.PlainTime }
    | null;
}

/**
 * Gives the client of a session what they agreed to do, as one action: it takes the place of what was given before. What has a day
 * becomes a reminder of theirs, at their own time, which they may change or remove as any other. Throws DomainError
 * where that time has gone by.
 */
export async function giveActionItems(
  ctx: Context,
  id: number,
  items: readonly ActionItem[],
): Promise<CoachingSession> {
  const session = await heldStill(ctx, id);
  coachOnly(ctx, session);
  const changed = await change(
    ctx,
    id,
    { actionItems: items.map(({ text }) => text) },
    'what is to be done until the next session',
  );
  await forPartner(ctx, session.clientId, async (client, { canWrite }) => {
    const r = reminders;
    const { now } = ctx;
    const ofSession = sql`${r.subject} @> ${JSON.stringify({ sessionId: id })}::jsonb`;
    await ctx.db
      .update(r)
      .set({ removedAt: now, nextDueAt: null, updatedAt: now })
      .where(and(eq(r.userId, session.clientId), eq(r.kind, 'own'), isNull(r.removedAt), ofSession));
    if (!canWrite.includes('messages')) return;
    const quiet = await whereaboutsOf(client);
    for (const { text, when } of items) {
      if (!when) continue;
      const rule =
        'on' in when ? { onDay: when.on } : { weekdays: when.weekdays.length === 7 ? null : [...when.weekdays] };
      const [row] = await ctx.db
        .insert(r)
        .values({
          ...{ userId: session.clientId, setById: ctx.user.id, kind: 'own', what: text, subject: { sessionId: id } },
          ...{ ...rule, atTimes: [when.at], timeZone: quiet.timeZone, ignoresQuietHours: false },
          ...{ createdAt: now, updatedAt: now },
        })
        .returning();
      const due = row && (await nextDueAt(client, row, quiet));
      if (!row || !due || Temporal.Instant.compare(due, now) < 0)
        throw new DomainError('invalid', `The time for “${text}” has gone by. Nothing was given.`);
      await ctx.db.update(r).set({ nextDueAt: due }).where(eq(r.id, row.id));
    }
  });
  return changed;
}
