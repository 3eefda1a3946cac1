import { Temporal } from 'temporal-polyfill';
import { correctedBy } from '../../domain/entries/corrected-by.ts';
import { type Entry, entryOfMessage } from '../../domain/entries/entry-of-message.ts';
import { messagesOfDay } from '../../domain/entries/messages-of-day.ts';
import { recentMessages } from '../../domain/entries/recent-messages.ts';
import { takeBackCorrection } from '../../domain/entries/take-back-correction.ts';
import type { CommandContext } from '../command.ts';
import type { Correction } from './correction.ts';
import { findParts } from './find-parts.ts';

export interface FoundEntry {
  readonly entry: Entry;
  /** The action of the same message that was taken back to find it as it was. */
  readonly takenBackId?: number | null;
}

interface Wanted {
  readonly messageId: number | null;
  readonly corrections: readonly Correction[];
  readonly of?: OfDay | undefined;
}

/** A day, and perhaps a meal of it, that an entry is of. */
export interface OfDay {
  readonly day: string;
  readonly slot: string | null;
}

/**
 * The entry that corrections are about: the one that the message corrected before it was edited, that of the message or
 * card replied to, or, of what was logged in the last five minutes, the newest one that they fit. Null: it has to
 * be said which.
 */
export async function findEntry(
  ctx: CommandContext,
  { messageId, corrections, of }: Wanted,
): Promise<FoundEntry | null> {
  const isEdit = messageId === null && ctx.message.kind === 'edit';
  const before = isEdit ? await editedBefore(ctx) : null;
  if (before) return before;
  const known = messageId === null ? await repliedTo(ctx) : await entryOfMessage(ctx, messageId);
  if (known) return { entry: of ? partOfDay(known, of) : known };
  if (messageId !== null || isEdit || of) return null;
  let newest: Entry | null = null;
  for (const id of await recentMessages(ctx)) {
    const entry = await entryOfMessage(ctx, id);
    if (entry && corrections.every((one) => findParts(entry, one, ctx.given) !== null)) return { entry };
    newest ??= entry;
  }
  return newest && { entry: newest };
}

/** The entries of a day, perhaps of one of its meals, that corrections fit, the newest first, without what is of other days. */
export async function entriesThatFit(
  ctx: CommandContext,
  corrections: readonly Correction[],
  of: OfDay,
): Promise<Entry[]> {
  const fitting: Entry[] = [];
  for (const id of await messagesOfDay(ctx, Temporal.PlainDate.from(of.day))) {
    const whole = await entryOfMessage(ctx, id);
    const entry = whole && partOfDay(whole, of);
    if (entry && corrections.every((one) => findParts(entry, one, ctx.given) !== null)) fitting.push(entry);
  }
  return fitting;
}

function partOfDay({ messageId, meals, workouts, measurements }: Entry, { day, slot }: OfDay): Entry {
  const isOf = (one: { readonly day: Temporal.PlainDate }) => one.day.toString() === day;
  return {
    messageId,
    meals: meals.filter((meal) => isOf(meal) && (slot === null || meal.slot === slot)),
    workouts: slot === null ? workouts.filter(isOf) : [],
    measurements: slot === null ? measurements.filter(isOf) : [],
  };
}

/** A reply to an earlier correction is about what that one corrected. */
async function repliedTo(ctx: CommandContext): Promise<Entry | null> {
  if (ctx.repliesToId === null) return null;
  const entry = await entryOfMessage(ctx, ctx.repliesToId);
  if (entry) return entry;
  const corrected = await correctedBy(ctx, ctx.repliesToId);
  return corrected && entryOfMessage(ctx, corrected.messageId);
}

/** What an edited correction did is taken back first. */
async function editedBefore(ctx: CommandContext): Promise<FoundEntry | null> {
  const corrected = ctx.sourceMessageId === null ? null : await correctedBy(ctx, ctx.sourceMessageId);
  if (!corrected) return null;
  const { messageId, actionId } = corrected;
  if (actionId !== null) await takeBackCorrection(ctx, actionId);
  const entry = await entryOfMessage(ctx, messageId);
  return entry && { entry, takenBackId: actionId };
}
