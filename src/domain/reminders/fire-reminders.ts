import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';

import { Temporal } from 'temporal-polyfill';
import { reminderOccurrences, reminders } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import { doneAlready, isDoneAlready } from './is-done-already.ts';
import { type Firing, firingsOf } from './next-firing.ts';
import { firingGiven, type Whereabouts, whereaboutsOf } from './plan-reminder.ts';
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
const ignoredBeforeThinning = 3;
const mostPace = 32;
/** Rows in one statement. */
const chunk = 500;

/**
 * Sees to all reminders of a person that are due: writes each time they came, and returns what is to be said. Of what
 * was missed only the newest is. Nothing is said for what is done already, too late, or passed over. Runs as owner,
 * under the person's lock; again at once, it does nothing.
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
  const quiet = await whereaboutsOf(ctx);
  const fired: FiredReminder[] = [];
  for (const row of rows) {
    const one = await fire(ctx, row, quiet);
    if (one) fired.push(one);
  }
  return fired;
}

async function fire(ctx: PersonContext, row: Reminder, quiet: Whereabouts): Promise<FiredReminder | null> {
  const { due, next } = await dueFirings(ctx, row, quiet);
  const newest = due.filter(({ isPassedOver }) => !isPassedOver).at(-1);
  const isKept = newest && (isOneOff(row) || sinceMin(newest.at, ctx.now) <= latestMin);
  const spoken = isKept ? newest : null;
  const missed = due.filter((one) => one !== spoken);
  for (let from = 0; from < missed.length; from += chunk)
    await ctx.db
      .insert(reminderOccurrences)
      .values(
        missed
          .slice(from, from + chunk)
          .map((one) => occurrence(ctx, row, one, one.isPassedOver ? 'quiet hours' : 'late')),
      )
      .onConflictDoNothing();
  const said = spoken ? await say(ctx, row, spoken) : null;
  const counts = said?.counts ?? {};
  const change = { ...counts, nextDueAt: next?.at ?? null, updatedAt: ctx.now };
  await ctx.db.update(reminders).set(change).where(eq(reminders.id, row.id));
  return said?.fired ? { ...said.fired, reminder: { ...row, ...change } } : null;
}

const sinceMin = (at: Temporal.Instant, now: Temporal.Instant): number => now.since(at).total('minutes');

/** All that has come by now and is not accounted for, in order, and what comes next. */
async function dueFirings(ctx: PersonContext, row: Reminder, quiet: Whereabouts) {
  const due: Firing[] = [];
  for (const firing of firingsOf(row, await firingGiven(ctx, row, quiet))) {
    if (Temporal.Instant.compare(firing.at, ctx.now) > 0) return { due, next: firing };
    due.push(firing);
  }
  return { due, next: null };
}

const occurrence = (ctx: PersonContext, row: Reminder, { day, slot, at }: Firing, reason: string | null) => ({
  ...{ reminderId: row.id, userId: ctx.user.id, day, slot, dueAt: at, createdAt: ctx.now },
  state: reason === null ? ('sent' as const) : ('suppressed' as const),
  reason,
});

type Counts = Pick<Reminder, 'ignoredInARow' | 'pace' | 'passOver'>;
type Said = Omit<FiredReminder, 'reminder'>;

/** Accounts for the one that is due now. `fired` is null where it is not to be said. */
async function say(ctx: PersonContext, row: Reminder, firing: Firing): Promise<{ counts: Counts; fired: Said | null }> {
  const { day, slot, at } = firing;
  const ignoredInARow = await settleBefore(ctx, row);
  const { pace, passOver } = row;
  // Where it is passed over this time, it is the next one that says so.
  const isTurn = passOver === 0;
  const isThinnedNow = isTurn && row.isSuggested && ignoredInARow >= ignoredBeforeThinning && pace < mostPace;
  const paced = isThinnedNow ? { ignoredInARow: 0, pace: pace * 2, passOver } : { ignoredInARow, pace, passOver };
  const done = await isDoneAlready(ctx, row, at);
  const isThinnedOut = done === null && paced.passOver > 0;
  const reason = done ?? (isThinnedOut ? 'comes less often' : null);
  const [kept] = await ctx.db
    .insert(reminderOccurrences)
    .values(occurrence(ctx, row, firing, reason))
    .onConflictDoNothing()
    .returning({ id: reminderOccurrences.id });
  // Having done it is as good as an answer.
  if (done !== null || !kept)
    return { counts: { ignoredInARow: done === doneAlready ? 0 : ignoredInARow, pace, passOver }, fired: null };
  if (isThinnedOut) return { counts: { ...paced, passOver: paced.passOver - 1 }, fired: null };
  const isLate = isOneOff(row) && sinceMin(at, ctx.now) > punctualMin;
  const counts = { ...paced, passOver: paced.pace - 1 };
  return { counts, fired: { occurrenceId: kept.id, day, slot, dueAt: at, isLate, isThinnedNow } };
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
async function settleBefore(ctx: PersonContext, row: Reminder): Promise<number> {
  const o = reminderOccurrences;
  const open = await ctx.db
    .select()
    .from(o)
    .where(and(eq(o.reminderId, row.id), inArray(o.state, ['due', 'sent', 'snoozed'])))
    .orderBy(asc(o.dueAt));
  let { ignoredInARow } = row;
  for (const one of open) {
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
