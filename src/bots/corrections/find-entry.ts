import { correctedBy } from '../../domain/entries/corrected-by.ts';
import { type Entry, entryOfMessage } from '../../domain/entries/entry-of-message.ts';
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

/**
 * The entry that corrections are about: that of the message or card replied to, the one that the message corrected
 * before it was edited, or, of what was logged in the last five minutes, the newest one that they fit. Null: it has to
 * be said which.
 */
export async function findEntry(
  ctx: CommandContext,
  { messageId, corrections }: { readonly messageId: number | null; readonly corrections: readonly Correction[] },
): Promise<FoundEntry | null> {
  const known = messageId === null ? await repliedTo(ctx) : await entryOfMessage(ctx, messageId);
  if (known) return { entry: known };
  if (messageId !== null) return null;
  if (ctx.message.kind === 'edit') return editedBefore(ctx);
  let newest: Entry | null = null;
  for (const id of await recentMessages(ctx)) {
    const entry = await entryOfMessage(ctx, id);
    if (entry && corrections.every((one) => findParts(entry, one, ctx.given) !== null)) return { entry };
    newest ??= entry;
  }
  return newest && { entry: newest };
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
