import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, jsonb, pgEnum, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { createdAt, day, id, instant, ref, updatedAt, wallTime } from './columns.ts';
import { notifications } from './notifications.ts';
import { users } from './people.ts';
import { inboundMessages } from './speaking.ts';

export const reminderKind = pgEnum('reminder_kind', [
  'own',
  'meal',
  'weigh_in',
  'water',
  'workout',
  'check_in',
  'coaching_session',
  /** What Spotter tells by itself at a time of the day: the day in short, the week on Sundays, a run about to end. */
  'day_summary',
  'week_card',
  'streak_warning',
  /** Which clients need their coach most. */
  'coach_briefing',
]);
/** What happens when the person travels: the wall time of where they are, or that of one zone for good. */
export const zoneRule = pgEnum('zone_rule', ['follow', 'fixed']);
export const occurrenceState = pgEnum('occurrence_state', [
  'due',
  'sent',
  'done',
  'snoozed',
  'skipped',
  'ignored',
  'suppressed',
]);

/**
 * Something to be reminded of: at wall times on weekdays (`atTimes`), every so often within a window (`everyMin`), on
 * one day (`onDay`), or at one moment (`onceAt`). `nextDueAt` is what the sweep looks at; null: nothing more is due.
 */
export const reminders = pgTable(
  'reminders',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The person, or the coach who switched it on. */
    setById: ref().references(() => users.id, { onDelete: 'set null' }),
    inboundMessageId: ref().references(() => inboundMessages.id, { onDelete: 'set null' }),
    kind: reminderKind().notNull().default('own'),
    what: text().notNull(),
    /** What a built-in kind is about: a meal's slot, a routine, a coaching session. */
    subject: jsonb(),
    atTimes: wallTime().array(),
    /** ISO weekdays. */
    weekdays: integer().array(),
    everyMin: integer(),
    windowFrom: wallTime(),
    windowUntil: wallTime(),
    onDay: day(),
    onceAt: instant(),
    fromDay: day(),
    untilDay: day(),
    zoneRule: zoneRule().notNull().default('follow'),
    /** The zone it was said in; the one that counts where the rule is `fixed`. */
    timeZone: text().notNull(),
    /** The person named the time, so it is kept within quiet hours too. */
    ignoresQuietHours: boolean().notNull().default(true),
    /** Suggested by us: only such a one is thinned out when it goes unanswered. */
    isSuggested: boolean().notNull().default(false),
    ignoredInARow: integer().notNull().default(0),
    /** Of how many firings one is said: 1 all, 2 every other; doubled each time three in a row went unanswered. */
    pace: integer().notNull().default(1),
    /** How many firings are still passed over until one is said again. */
    passOver: integer().notNull().default(0),
    pausedUntil: instant(),
    isPaused: boolean().notNull().default(false),
    /** Set when it was dismissed; it can be brought back. */
    removedAt: instant(),
    nextDueAt: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('reminders_user').on(t.userId),
    index('reminders_set_by').on(t.setById),
    index('reminders_inbound').on(t.inboundMessageId),
    index('reminders_due').on(t.nextDueAt).where(sql`${t.nextDueAt} is not null`),
    unique('reminders_owner').on(t.id, t.userId),
    check('reminders_weekdays_range', sql`${t.weekdays} <@ array[1, 2, 3, 4, 5, 6, 7]`),
    check('reminders_every_range', sql`${t.everyMin} between 5 and 1440`),
    check('reminders_ignored_positive', sql`${t.ignoredInARow} >= 0`),
    check('reminders_pace_range', sql`${t.pace} between 1 and 32 and ${t.passOver} between 0 and 31`),
    check('reminders_has_time', sql`num_nonnulls(${t.atTimes}, ${t.everyMin}, ${t.onceAt}) = 1`),
  ],
);

/** One firing of a reminder. `(reminder, local day, slot)` makes it one, whatever the clocks do. */
export const reminderOccurrences = pgTable(
  'reminder_occurrences',
  {
    id: id(),
    reminderId: ref().notNull(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    day: day().notNull(),
    /** Which of the day's times: the wall time, such as `07:10`. */
    slot: text().notNull(),
    dueAt: instant().notNull(),
    state: occurrenceState().notNull().default('due'),
    /** Why it was suppressed: done already, quiet hours, paused, late. */
    reason: text(),
    snoozedUntil: instant(),
    answeredAt: instant(),
    notificationId: ref().references(() => notifications.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: 'reminder_occurrences_reminder_fk',
      columns: [t.reminderId, t.userId],
      foreignColumns: [reminders.id, reminders.userId],
    }).onDelete('cascade'),
    unique('reminder_occurrences_once').on(t.reminderId, t.day, t.slot),
    index('reminder_occurrences_user_day').on(t.userId, t.day),
    index('reminder_occurrences_notification').on(t.notificationId),
    index('reminder_occurrences_open').on(t.reminderId).where(sql`${t.state} in ('due', 'sent', 'snoozed')`),
  ],
);
