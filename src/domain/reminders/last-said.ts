import { and, desc, eq, gte, inArray, isNull, lte } from 'drizzle-orm';
import { deliveries, reminderOccurrences, reminders } from '../../../db/schema/index.ts';
import type { PersonContext } from '../context.ts';
import type { FoundOccurrence } from './answer-occurrence.ts';
import type { Reminder } from './reminder.ts';

/** Words like "done" mean a reminder that was said no longer ago than this. */
const justSaidMin = 120;
/** Named, it may have been said longer ago. */
const lookBackHours = 24;

export interface WhichSaid {
  /** The one that is replied to. */
  readonly occurrenceId?: number | null;
  /** Which reminders were named; null where none was. */
  readonly choose?: ((rows: readonly Reminder[]) => readonly Reminder[]) | null;
}

/**
 * The times reminders came that words answer: the one replied to; else the newest of what was named, answered or not; else
 * what was said just now and waits for an answer. What was said at once goes together.
 */
export async function lastSaid(
  ctx: PersonContext,
  { occurrenceId = null, choose = null }: WhichSaid = {},
): Promise<FoundOccurrence[]> {
  const o = reminderOccurrences;
  const since = ctx.now.subtract({ hours: lookBackHours });
  const states = choose ? (['sent', 'snoozed', 'ignored', 'done', 'skipped'] as const) : (['sent', 'snoozed'] as const);
  const recent = and(
    inArray(o.state, [...states]),
    gte(o.dueAt, since),
    // Wherever they are: this is what finds them among years of others.
    gte(o.day, since.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 })),
    lte(o.dueAt, ctx.now),
    isNull(reminders.removedAt),
  );
  const rows = await ctx.db
    .select({ occurrence: o, reminder: reminders })
    .from(o)
    .innerJoin(reminders, eq(reminders.id, o.reminderId))
    .where(and(eq(o.userId, ctx.user.id), occurrenceId === null ? recent : eq(o.id, occurrenceId)))
    .orderBy(desc(o.dueAt), desc(o.id));
  const meant = choose?.(rows.map(({ reminder }) => reminder));
  const found = meant ? rows.filter(({ reminder }) => meant.includes(reminder)) : rows;
  const [newest] = found;
  if (!newest) return [];
  const { dueAt, snoozedUntil } = newest.occurrence;
  const saidAt = snoozedUntil && snoozedUntil.epochNanoseconds < ctx.now.epochNanoseconds ? snoozedUntil : dueAt;
  const isJustSaid = ctx.now.since(saidAt).total('minutes') <= justSaidMin;
  if (occurrenceId === null && !choose && !isJustSaid) return [];
  return found.filter(({ occurrence }) => occurrence.dueAt.equals(dueAt));
}

/** The time a reminder came that a message of ours said, by what its platform calls the message; null for any other. */
export async function saidBy(
  ctx: PersonContext,
  {
    platform,
    chatId,
    messageId,
  }: { platform: (typeof deliveries.$inferSelect)['platform']; chatId: string; messageId: string },
): Promise<number | null> {
  const d = deliveries;
  const o = reminderOccurrences;
  const [row] = await ctx.db
    .select({ id: o.id })
    .from(d)
    .innerJoin(o, eq(o.notificationId, d.notificationId))
    .where(
      and(
        eq(d.platform, platform),
        eq(d.chatId, chatId),
        eq(d.platformMessageId, messageId),
        eq(o.userId, ctx.user.id),
      ),
    )
    .limit(1);
  return row?.id ?? null;
}

/** The newest message of ours that says a time a reminder came, by its delivery; null where it was said with others. */
export async function cardOf({ db }: Pick<PersonContext, 'db'>, notificationId: number): Promise<number | null> {
  const d = deliveries;
  const [row] = await db
    .select({ id: d.id })
    .from(d)
    .where(and(eq(d.notificationId, notificationId), eq(d.kind, 'send'), eq(d.state, 'sent')))
    .orderBy(desc(d.id))
    .limit(1);
  return row?.id ?? null;
}
