import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { reminderOccurrences, reminders } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import type { Occurrence } from './answer-occurrence.ts';
import { cameBefore, isOpen } from './came-before.ts';
import { doneAlready, isDoneAlready } from './is-done-already.ts';
import { type Firing, type FiringGiven, firingsOf } from './next-firing.ts';
import { firingGiven, type Whereabouts, whereaboutsAt } from './plan-reminder.ts';
import type { Reminder, ReminderKind } from './reminder.ts';
import { isOneOff } from './reminder-rule.ts';

/** A firing that is to be said now. */
export interface FiredReminder {
  readonly reminder: Reminder;
  readonly occurrenceId: number;
  readonly day: Temporal.PlainDate;
  /** `07:10` */
  readonly slot: string;
  readonly dueAt: Temporal.Instant;
  /** Its time was more than a few minutes ago: only what comes once is said so late. */
  readonly isLate: boolean;
  /** Unanswered three times, it comes half as often from this time on. */
  readonly isThinnedNow: boolean;
}

/** What recurs and is found later than this is not said any more. */
const latestMin = 120;
/** What comes once is said to be late from here on. */
const punctualMin = 5;
/** What comes once waits for somebody who is switched off, and is looked at again so much later. */
const lookAgain = { hours: 24 };
const ignoredBeforeThinning = 3;
const mostPace = 32;
/** Rows in one statement. */
const chunk = 500;

/**
 * Sees to all reminders of a person that are due: writes each time they came, and returns what is to be said. Of what
 * was missed only the newest is. Nothing is said for what is done already, too late, or passed over, nor to somebody who is
 * switched off, who ignores nothing by that. Runs as owner, under the person's lock; again at once, it does nothing.
 */
export async function fireReminders(ctx: PersonContext): Promise<FiredReminder[]> {
  const r = reminders;
  const rows = await ctx.db
    .select()
    .from(r)
    .where(and(eq(r.userId, ctx.user.id), isNull(r.removedAt), eq(r.isPaused, false), lte(r.nextDueAt, ctx.now)))
    .orderBy(asc(r.nextDueAt), asc(r.id))
    .for('update');
  if (rows.length === 0) return [];
  const quiet = whereaboutsAt(ctx.user);
  const fired: FiredReminder[] = [];
  for (const row of rows) {
    const one = await fire(ctx, row, quiet);
    if (one) fired.push(one);
  }
  return fired;
}

async function fire(ctx: PersonContext, row: Reminder, quiet: Whereabouts): Promise<FiredReminder | null> {
  const { isActive } = ctx.user;
  if (!isActive && isOneOff(row)) {
    await ctx.db
      .update(reminders)
      .set({ nextDueAt: ctx.now.add(lookAgain) })
      .where(eq(reminders.id, row.id));
    return null;
  }
  const before = await cameBefore(ctx, row.id);
  const { due, next } = dueFirings(row, firingGiven(row, quiet, before), ctx.now);
  const newest = due.filter(({ isPassedOver }) => !isPassedOver).at(-1);
  const isKept = newest && (isOneOff(row) || sinceMin(newest.at, ctx.now) <= latestMin);
  const spoken = isKept && isActive ? newest : null;
  const missed = due.filter((one) => one !== spoken);
  for (let from = 0; from < missed.length; from += chunk)
    await ctx.db
      .insert(reminderOccurrences)
      .values(
        missed.slice(from, from + chunk).map(({ day, slot, at, isPassedOver }) => ({
          ...{ reminderId: row.id, userId: ctx.user.id, day, slot, dueAt: at, createdAt: ctx.now },
          ...{
            state: 'suppressed' as const,
            reason: isPassedOver ? 'quiet hours' : isActive ? 'late' : 'switched off',
          },
        })),
      )
      .onConflictDoNothing();
  const nextDueAt = next?.at ?? null;
  if (!spoken) {
    await ctx.db.update(reminders).set({ nextDueAt, updatedAt: ctx.now }).where(eq(reminders.id, row.id));
    return null;
  }
  const { reason, isThinnedNow, counts } = await weigh(ctx, row, spoken, before);
  const occurrenceId = await account(ctx, row, spoken, reason, { ...counts, nextDueAt });
  if (occurrenceId === null || reason !== null) return null;
  const { day, slot, at: dueAt } = spoken;
  const isLate = isOneOff(row) && sinceMin(dueAt, ctx.now) > punctualMin;
  const reminder = { ...row, ...counts, nextDueAt, updatedAt: ctx.now };
  return { reminder, occurrenceId, day, slot, dueAt, isLate, isThinnedNow };
}

/** Writes a time that has come, and when the next one does. Returns its id; null where it was written before. */
async function account(
  { db, now, user }: PersonContext,
  { id }: Reminder,
  { day, slot, at }: Firing,
  reason: string | null,
  { ignoredInARow, pace, passOver, nextDueAt }: Counts & Pick<Reminder, 'nextDueAt'>,
): Promise<number | null> {
  const state = reason === null ? 'sent' : 'suppressed';
  const nowText = now.toString();
  const { rows } = await db.execute<{ id: string }>(sql`
    with accounted as (
      insert into ${reminderOccurrences} (reminder_id, user_id, day, slot, due_at, state, reason, created_at)
      values (${id}, ${user.id}, ${day.toString()}, ${slot}, ${at.toString()}, ${state}, ${reason}, ${nowText})
      on conflict do nothing
      returning id
    ), planned as (
      update ${reminders} set ignored_in_a_row = ${ignoredInARow}, pace = ${pace}, pass_over = ${passOver},
        next_due_at = ${nextDueAt?.toString() ?? null}, updated_at = ${nowText}
      where id = ${id}
    )
    select id from accounted`);
  return rows[0] ? Number(rows[0].id) : null;
}

const sinceMin = (at: Temporal.Instant, now: Temporal.Instant): number => now.since(at).total('minutes');

/** All that has come by now and is not accounted for, in order, and what comes next. */
function dueFirings(row: Reminder, given: FiringGiven, now: Temporal.Instant) {
  const due: Firing[] = [];
  for (const firing of firingsOf(row, given)) {
    if (Temporal.Instant.compare(firing.at, now) > 0) return { due, next: firing };
    due.push(firing);
  }
  return { due, next: null };
}

type Counts = Pick<Reminder, 'ignoredInARow' | 'pace' | 'passOver'>;

/** Whether the one that is due now is said: not where there is a reason. */
interface Weighed {
  readonly reason: string | null;
  readonly counts: Counts;
  readonly isThinnedNow: boolean;
}

async function weigh(
  ctx: PersonContext,
  row: Reminder,
  firing: Firing,
  before: readonly Occurrence[],
): Promise<Weighed> {
  const ignoredInARow = await settleBefore(ctx, row, before);
  const { pace, passOver } = row;
  const done = await isDoneAlready(ctx, row, firing.at);
  // Having done it is as good as an answer.
  if (done !== null) {
    const counts = { ignoredInARow: done === doneAlready ? 0 : ignoredInARow, pace, passOver };
    return { reason: done, counts, isThinnedNow: false };
  }
  if (passOver > 0)
    return { reason: 'comes less often', counts: { ignoredInARow, pace, passOver: passOver - 1 }, isThinnedNow: false };
  // Where it is passed over this time, it is the next one that says so.
  const isThinnedNow = row.isSuggested && ignoredInARow >= ignoredBeforeThinning && pace < mostPace;
  const paced = isThinnedNow ? { ignoredInARow: 0, pace: pace * 2 } : { ignoredInARow, pace };
  return { reason: null, counts: { ...paced, passOver: paced.pace - 1 }, isThinnedNow };
}

/** These tell something and ask for no answer, so silence is none. */
const telling: ReadonlySet<ReminderKind> = new Set([
  'day_summary',
  'week_card',
  'streak_warning',
  'coach_briefing',
  'coaching_session',
]);

/**
 * Settles what was said before and is still open: done where an entry shows it, else ignored. One that was to be said
 * again later is said by this one. Returns how many in a row were ignored.
 */
async function settleBefore(ctx: PersonContext, row: Reminder, before: readonly Occurrence[]): Promise<number> {
  const o = reminderOccurrences;
  let { ignoredInARow } = row;
  for (const one of before.filter(isOpen)) {
    const isWaiting = one.snoozedUntil !== null && Temporal.Instant.compare(one.snoozedUntil, ctx.now) > 0;
    const reason = isWaiting
      ? 'said by the next'
      : telling.has(row.kind)
        ? 'told'
        : await isDoneAlready(ctx, row, one.dueAt);
    const state = isWaiting ? 'suppressed' : reason === null ? 'ignored' : 'done';
    ignoredInARow = state === 'ignored' ? ignoredInARow + 1 : 0;
    await ctx.db.update(o).set({ state, reason }).where(eq(o.id, one.id));
  }
  return ignoredInARow;
}
