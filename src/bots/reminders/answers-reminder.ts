import type { Temporal } from 'temporal-polyfill';
import { lastDoneAt } from '../../domain/conversation/newest-action.ts';
import { lastSaid } from '../../domain/reminders/last-said.ts';
import { listReminders } from '../../domain/reminders/list-reminders.ts';
import type { CommandContext } from '../command.ts';
import { readReminder } from '../language/read-reminder.ts';
import { readReminderAnswer } from '../language/read-reminder-answer.ts';
import { newestOf } from './meant-reminder.ts';

/** "push it to 8pm": of whatever was spoken of last. */
const isOfIt =
  /^\W*(?:\w+ ){0,2}(?:move|push|change|shift|make|reschedule|put|set|bring) (?:it|that|this|the time)\b/iu;

/** Whether nothing was done since a reminder was set, changed or said; a reply to one is about it. */
async function isReminderLast(ctx: CommandContext): Promise<boolean> {
  if (ctx.remindedOf) return true;
  if (ctx.given.isReply) return false;
  const newest = newestOf(ctx, await listReminders(ctx));
  const done = newest && (await lastDoneAt(ctx));
  return newest !== null && (!done || done.epochNanoseconds <= newest.updatedAt.epochNanoseconds);
}

/**
 * Whether "done", "skip" or "push it to 8pm" is about a reminder: one that is replied to, or the one said just now, after
 * whatever was asked at `askedAt`.
 */
export async function answersReminder(
  ctx: CommandContext,
  text: string,
  askedAt: Temporal.Instant | null,
): Promise<boolean> {
  if (isOfIt.test(text) && readReminder(text, ctx.given, true)?.kind === 'move') return isReminderLast(ctx);
  if (readReminderAnswer(text) === null) return false;
  if (ctx.remindedOf) return true;
  if (ctx.given.isReply) return false;
  const [said] = await lastSaid(ctx);
  if (!said) return false;
  const saidAt = said.occurrence.snoozedUntil ?? said.occurrence.dueAt;
  return askedAt === null || saidAt.epochNanoseconds > askedAt.epochNanoseconds;
}

/** A bare figure, with or without its unit. */
const bareFigure = /^\s*\d{2,3}(?:[.,]\d{1,2})?\s*(?:kgs?|lbs?)?[.!]?\s*$/i;

/** What a bare figure says after a reminder to weigh in, or in reply to it: "82.4" is "weight 82.4". Null for any other. */
export async function figureForReminder(ctx: CommandContext, text: string): Promise<string | null> {
  if (!bareFigure.test(text) || (ctx.given.isReply && !ctx.remindedOf)) return null;
  const said = await lastSaid(ctx, { occurrenceId: ctx.remindedOf ?? null });
  return said.some(({ reminder }) => reminder.kind === 'weigh_in') ? `weight ${text}` : null;
}
