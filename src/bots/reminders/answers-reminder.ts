import type { Temporal } from 'temporal-polyfill';
import { lastSaid } from '../../domain/reminders/last-said.ts';
import type { CommandContext } from '../command.ts';
import { readReminderAnswer } from '../language/read-reminder-answer.ts';

/**
 * Whether "done" or "skip" answers a reminder: one that is replied to, or the one said just now, after whatever was asked at
 * `askedAt`.
 */
export async function answersReminder(
  ctx: CommandContext,
  text: string,
  askedAt: Temporal.Instant | null,
): Promise<boolean> {
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
