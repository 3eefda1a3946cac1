import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { coachingSessions, reminders } from '../../../db/schema/index.ts';
import { asOwner } from '../as-owner.ts';
import type { Context, PersonContext } from '../context.ts';
import { besideAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { nextDueAt, whereaboutsOf } from '../reminders/plan-reminder.ts';
import { findUser } from '../users/find-user.ts';
import { type CoachingSession, isStanding, sessionOf } from './session.ts';

/** Both are reminded so long before. The hour is kept at night as well: they agreed on the time. */
const leads = [
  { hours: 24, ignoresQuietHours: false },
  { hours: 1, ignoresQuietHours: true },
] as const;

/** Plans what reminds both of a session anew. Whoever asks must be one of the two. */
export async function replanSession(ctx: Context, id: number): Promise<void> {
  const { clientId, coachId } = await sessionOf(ctx, id);
  await remindOfSessions(ctx, [id], [clientId, coachId]);
}

/**
 * Makes the reminders of sessions those that they ask for as they are now, beside any action: none are left of one that is
 * over, was called off or is gone. `people` are all who had a part in them.
 */
export async function remindOfSessions(ctx: Context, ids: readonly number[], people: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const { db, now } = ctx;
  const r = reminders;
  await besideAction(ctx, () =>
    asOwner(db, async () => {
      const about = ids.map((id) => sql`${r.subject} @> ${JSON.stringify({ sessionId: id })}::jsonb`);
      await db.delete(r).where(and(inArray(r.userId, [...people]), eq(r.kind, 'coaching_session'), or(...about)));
      const sessions = await db
        .select()
        .from(coachingSessions)
        .where(inArray(coachingSessions.id, [...ids]));
      for (const session of sessions.filter(isStanding))
        for (const userId of [session.clientId, session.coachId]) {
          const user = await findUser(db, userId);
          if (user) await remind({ db, now, user }, session, ctx.user.id);
        }
    }),
  );
}

async function remind(person: PersonContext, session: CoachingSession, setById: number): Promise<void> {
  const { db, now, user } = person;
  const quiet = await whereaboutsOf(person);
  const subject = { sessionId: session.id, startsAt: session.startsAt.toString() };
  for (const { hours, ignoresQuietHours } of leads) {
    const onceAt = session.startsAt.subtract({ hours });
    if (Temporal.Instant.compare(onceAt, now) <= 0) continue;
    const [row] = await db
      .insert(reminders)
      .values({
        ...{ userId: user.id, setById, kind: 'coaching_session', what: 'coaching session', subject, onceAt },
        ...{ timeZone: quiet.timeZone, ignoresQuietHours, createdAt: now, updatedAt: now },
      })
      .returning();
    if (!row) throw new DomainError('invalid', 'That session could not be planned.');
    await db
      .update(reminders)
      .set({ nextDueAt: await nextDueAt(person, row, quiet) })
      .where(eq(reminders.id, row.id));
  }
}
