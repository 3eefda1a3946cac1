import { and, eq, gt, inArray } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { notifications, reminderOccurrences, reminders } from '../../../db/schema/index.ts';
import type { Context, PersonContext } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { localDay } from '../users/local-day.ts';
import { zoneOf } from '../users/user.ts';
import { whereaboutsOf } from './plan-reminder.ts';
import type { Reminder } from './reminder.ts';
import { isOneOff } from './reminder-rule.ts';

export type Occurrence = typeof reminderOccurrences.$inferSelect;

export type OccurrenceAnswer =
  | { readonly kind: 'done' | 'skip' }
  /** `until` null: tomorrow at the same wall time. */
  | { readonly kind: 'snooze'; readonly until: Temporal.Instant | null };

export interface AnsweredOccurrence {
  readonly reminder: Reminder;
  readonly occurrence: Occurrence;
  /**
   * What is so now. `over`: its day has gone by or the next one has come, so nothing was changed; `removed`: nothing more
   * comes of it; `comes-anyway`: it comes by itself by then, so this one is skipped.
   */
  readonly outcome: 'done' | 'skipped' | 'snoozed' | 'comes-anyway' | 'over' | 'removed';
  /** Null: it was so before. */
  readonly actionId: number | null;
}

/** Within this a second tap is the first one. */
const doubleTapS = 60;

/**
 * Answers a time a reminder came, as one action. The last answer of its day counts; the same again changes nothing.
 * Null where there is no such time.
 */
export async function answerOccurrence(
  ctx: Context,
  occurrenceId: number,
  answer: OccurrenceAnswer,
): Promise<AnsweredOccurrence | null> {
  const found = await findOccurrence(ctx, occurrenceId);
  if (!found) return null;
  const { occurrence, reminder } = found;
  const stays = (outcome: AnsweredOccurrence['outcome']) => ({ ...found, outcome, actionId: null });
  if (answer.kind !== 'snooze') {
    const state = answer.kind === 'done' ? ('done' as const) : ('skipped' as const);
    if (occurrence.state === state) return stays(state);
    if (await isOver(ctx, found)) return stays('over');
    return { ...(await settle(ctx, found, { state, snoozedUntil: null })), outcome: state };
  }
  if (reminder.removedAt) return stays('removed');
  if (await isOver(ctx, found)) return stays('over');
  const until = answer.until ?? (await sameTimeTomorrow(ctx, found));
  const { state, snoozedUntil } = occurrence;
  const apartS = snoozedUntil ? Math.abs(until.since(snoozedUntil).total('seconds')) : Infinity;
  if (state === 'snoozed' && apartS < doubleTapS) return stays('snoozed');
  const { nextDueAt } = reminder;
  if (nextDueAt && Temporal.Instant.compare(nextDueAt, until) <= 0)
    return { ...(await settle(ctx, found, { state: 'skipped', snoozedUntil: null })), outcome: 'comes-anyway' };
  return { ...(await settle(ctx, found, { state: 'snoozed', snoozedUntil: until })), outcome: 'snoozed' };
}

export interface FoundOccurrence {
  readonly reminder: Reminder;
  readonly occurrence: Occurrence;
}

async function findOccurrence({ db, user }: PersonContext, id: number): Promise<FoundOccurrence | null> {
  const o = reminderOccurrences;
  const [row] = await db
    .select({ occurrence: o, reminder: reminders })
    .from(o)
    .innerJoin(reminders, eq(reminders.id, o.reminderId))
    .where(and(eq(o.id, id), eq(o.userId, user.id)));
  return row ?? null;
}

async function settle(
  ctx: Context,
  { occurrence, reminder }: FoundOccurrence,
  change: Pick<Occurrence, 'state' | 'snoozedUntil'>,
): Promise<Omit<AnsweredOccurrence, 'outcome'>> {
  const actionId = await recordAction(ctx, `your answer to “${reminder.what}”`);
  const answered = { ...change, reason: null, answeredAt: ctx.now };
  await ctx.db.update(reminderOccurrences).set(answered).where(eq(reminderOccurrences.id, occurrence.id));
  // Whoever answers is not ignoring it.
  if (reminder.ignoredInARow > 0)
    await ctx.db.update(reminders).set({ ignoredInARow: 0, updatedAt: ctx.now }).where(eq(reminders.id, reminder.id));
  // What was to be said again at another time is not said any more.
  if (occurrence.notificationId !== null)
    await ctx.db
      .update(notifications)
      .set({ state: 'suppressed', reason: 'answered already', settledAt: ctx.now })
      .where(and(eq(notifications.id, occurrence.notificationId), eq(notifications.state, 'due')));
  return { actionId, reminder, occurrence: { ...occurrence, ...answered } };
}

/** Whether the next one has been said, or its day has gone by; what comes once only can be answered for ever. */
async function isOver(ctx: Context, { occurrence, reminder }: FoundOccurrence): Promise<boolean> {
  const dayOf = (at: Temporal.Instant) => localDay(at, zoneOf(ctx.user), ctx.user.dayStartHour);
  const from = occurrence.snoozedUntil ?? occurrence.dueAt;
  if (!isOneOff(reminder) && !dayOf(ctx.now).equals(dayOf(from)) && !dayOf(ctx.now).equals(dayOf(occurrence.dueAt)))
    return true;
  const o = reminderOccurrences;
  const [next] = await ctx.db
    .select({ id: o.id })
    .from(o)
    .where(
      and(
        eq(o.reminderId, reminder.id),
        gt(o.dueAt, occurrence.dueAt),
        inArray(o.state, ['sent', 'snoozed', 'done', 'skipped', 'ignored']),
      ),
    )
    .limit(1);
  return next !== undefined;
}

async function sameTimeTomorrow(ctx: Context, { occurrence, reminder }: FoundOccurrence): Promise<Temporal.Instant> {
  const { slot } = occurrence;
  const timeZone = reminder.zoneRule === 'fixed' ? reminder.timeZone : (await whereaboutsOf(ctx)).timeZone;
  const day = ctx.now.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 });
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(slot) }).toInstant();
}
