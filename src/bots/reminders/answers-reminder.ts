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
