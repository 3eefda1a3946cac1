import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { reminders } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { quietEnd } from '../notifications/quiet-hours.ts';
import { nextDueAt, type Whereabouts, whereaboutsOf } from './plan-reminder.ts';
import { type Reminder, type ReminderKind, type ReminderSubject, reminderName } from './reminder.ts';
import { isOneOff, type ReminderRule } from './reminder-rule.ts';

export interface ReminderInput extends Partial<Omit<ReminderRule, 'timeZone' | 'ignoresQuietHours'>> {
  readonly kind: ReminderKind;
  readonly what: string;
  readonly subject?: ReminderSubject | null;
  /** Whether the person named the time: then quiet hours do not hold it. */
  readonly isTimeNamed: boolean;
  /** Offered by us and taken up with a tap: only such a one is thinned out. */
  readonly isSuggested?: boolean;
  /** The zone whose clocks tell its times, wherever the person is; null, or left out: that of where they are. */
  readonly fixedZone?: string | null;
  /** Who sets it, where that is not the person themselves: it takes the place only of what they set of the same before. */
  readonly setById?: number;
}

export interface SetReminder {
  readonly reminder: Reminder;
  /** Null: it was there already, just so. */
  readonly actionId: number | null;
  /** It took the place of another time of the same. */
  readonly isChanged: boolean;
}

const mostReminders = 50;
/** Of these one is enough: said again, it is moved. */
const onlyOnce: ReadonlySet<ReminderKind> = new Set(['day_summary', 'week_card', 'streak_warning', 'coach_briefing']);

/**
 * Sets a reminder, as one action. What is there already just so stays; a removed one that was just so comes back; a
 * built-in one of which there is but one, or that we suggested, is moved. Throws DomainError `invalid` for a rule that
 * never comes, or for more than anybody reads.
 */
export async function setReminder(ctx: Context, input: ReminderInput): Promise<SetReminder> {
  const rule = ruleOf(input);
  const rows = await ctx.db
    .select()
    .from(reminders)
    .where(and(eq(reminders.userId, ctx.user.id), eq(reminders.kind, input.kind)))
    .orderBy(asc(reminders.id));
  const same = rows.filter((row) => isSame(row, input, rule));
  const standing = same.find((row) => row.removedAt === null && row.nextDueAt !== null && !row.isPaused);
  if (standing) return { reminder: standing, actionId: null, isChanged: false };
  const isTheirs = ({ setById }: Reminder) => input.setById === undefined || setById === input.setById;
  const again = same.find(isTheirs);
  const movable = rows.find((row) => row.removedAt === null && isTheirs(row) && isMovable(row, input, rule));
  const before = again ?? movable ?? null;
  if (!before) await checkRoom(ctx);
  const actionId = await recordAction(ctx, reminderName(input));
  const reminder = await keep(ctx, before, {
    ...rule,
    ...{ kind: input.kind, what: input.what, subject: input.subject ?? null },
    // A run about to end is never told of at night.
    ignoresQuietHours: input.isTimeNamed && input.kind !== 'streak_warning',
    ...{ isSuggested: input.isSuggested ?? false, setById: input.setById ?? ctx.user.id },
    ...zoneValues(input.fixedZone ?? null),
  });
  return { reminder, actionId, isChanged: before !== null && before.removedAt === null && before !== again };
}

/**
 * Writes a reminder and when it is due next, within an open action: a new one, or in the place of `before`, from now
 * on and with nothing left unanswered. Throws DomainError `invalid` where it would never come.
 */
export async function keep(
  ctx: Context,
  before: Reminder | null,
  values: Partial<typeof reminders.$inferInsert>,
): Promise<Reminder> {
  const quiet = await whereaboutsOf(ctx);
  const { onDay = null, onceAt = null, everyMin = null } = values;
  const isOnce = isOneOff({ onDay, onceAt, everyMin });
  const kept = before?.zoneRule === 'fixed' && values.zoneRule === undefined ? before.timeZone : quiet.timeZone;
  const timeZone = values.timeZone ?? kept;
  const fresh = { isPaused: false, removedAt: null, ignoredInARow: 0, pace: 1, passOver: 0, updatedAt: ctx.now };
  const [row] = before
    ? await ctx.db
        .update(reminders)
        .set({ ...values, ...fresh, timeZone, pausedUntil: isOnce ? null : ctx.now })
        .where(eq(reminders.id, before.id))
        .returning()
    : await ctx.db
        .insert(reminders)
        .values({
          what: '',
          ...values,
          ...{ userId: ctx.user.id, setById: values.setById ?? ctx.user.id, inboundMessageId: ctx.sourceMessageId },
          ...{ timeZone, createdAt: ctx.now, updatedAt: ctx.now },
        })
        .returning();
  if (!row) throw new Error('The reminder was not returned');
  const due = await nextDueAt(ctx, row, quiet);
  if (!due || due.epochNanoseconds < ctx.now.epochNanoseconds)
    throw new DomainError('invalid', 'That time has gone by, so there is nothing to remind you of.');
  if (row.kind === 'streak_warning') checkWarning(row, quiet);
  await ctx.db.update(reminders).set({ nextDueAt: due }).where(eq(reminders.id, row.id));
  return { ...row, nextDueAt: due };
}

/** A reminder told by the clocks of one zone, or of wherever the person is. */
export const zoneValues = (fixedZone: string | null) =>
  fixedZone === null ? { zoneRule: 'follow' as const } : { zoneRule: 'fixed' as const, timeZone: fixedZone };

/** How long before the night begins a warning still helps. */
const warningMin = 120;

/** A run about to end is told of by day, while there is time to do something about it. */
function checkWarning({ atTimes }: Reminder, { quietFrom, quietUntil, timeZone }: Whereabouts): void {
  const quiet = { quietFrom, quietUntil };
  const anyDay = Temporal.PlainDate.from('2026-01-15');
  const isNight = (atTimes ?? []).some((plainTime) => {
    const at = anyDay.toZonedDateTime({ timeZone, plainTime }).toInstant();
    return quietEnd(at, timeZone, quiet) !== null;
  });
  const isLate = (atTimes ?? []).some(({ hour, minute }) => hour * 60 + minute > 24 * 60 - warningMin);
  if (isNight || isLate)
    throw new DomainError(
      'invalid',
      'I warn by day and at least two hours before it ends: choose a time before 22:00, outside your quiet hours.',
    );
}

type Rule = Omit<ReminderRule, 'timeZone' | 'ignoresQuietHours'>;

export function ruleOf(input: Partial<Rule>): Rule {
  const { atTimes = null, weekdays = null, everyMin = null, windowFrom = null, windowUntil = null } = input;
  const { onDay = null, onceAt = null, fromDay = null, untilDay = null } = input;
  if (everyMin !== null && (everyMin < 5 || everyMin > 1440))
    throw new DomainError('invalid', 'I remind every 5 minutes at the most often, and once a day at the least.');
  const days = weekdays?.length === 7 ? null : weekdays;
  return { atTimes, weekdays: days, everyMin, windowFrom, windowUntil, onDay, onceAt, fromDay, untilDay };
}

const words = (text: string): string => text.trim().toLowerCase();
const plain = (value: unknown): string => JSON.stringify(value ?? null);

/** Two that say the same at the same times. */
function isSame(row: Reminder, input: ReminderInput, rule: Rule): boolean {
  const times = (list: readonly Temporal.PlainTime[] | null) => (list ?? []).map(String).sort().join();
  return (
    words(row.what) === words(input.what) &&
    plain(row.subject) === plain(input.subject) &&
    (row.zoneRule === 'fixed' ? row.timeZone : null) === (input.fixedZone ?? null) &&
    times(row.atTimes) === times(rule.atTimes) &&
    plain(row.weekdays) === plain(rule.weekdays) &&
    (['everyMin', 'windowFrom', 'windowUntil', 'onDay', 'onceAt', 'fromDay', 'untilDay'] as const).every(
      (key) => String(row[key]) === String(rule[key]),
    )
  );
}

function isMovable(row: Reminder, input: ReminderInput, rule: Rule): boolean {
  if (onlyOnce.has(row.kind)) return true;
  const isSameThing = row.kind !== 'own' && plain(row.subject) === plain(input.subject);
  if (row.isSuggested) return isSameThing;
  const isSameDays = row.kind === 'check_in' || plain(row.weekdays) === plain(rule.weekdays);
  return isSameThing && isSameDays && input.setById !== undefined;
}

async function checkRoom(ctx: Context): Promise<void> {
  const r = reminders;
  const standing = await ctx.db.$count(r, and(eq(r.userId, ctx.user.id), isNull(r.removedAt), isNotNull(r.nextDueAt)));
  if (standing >= mostReminders)
    throw new DomainError('invalid', `You have ${mostReminders} reminders, which is all I keep. Remove one first.`);
}
