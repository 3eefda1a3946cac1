import type { Temporal } from 'temporal-polyfill';
import { asOwner } from '../../domain/as-owner.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { markRead } from '../../domain/messages/find-message.ts';
import { isInTouch } from '../../domain/messages/is-in-touch.ts';
import { hasWrittenSince, keepMessage } from '../../domain/messages/keep-message.ts';
import { messageState } from '../../domain/messages/message-state.ts';
import { closedAt } from '../../domain/messages/office-hours.ts';
import { firstName, type Partner } from '../../domain/messages/talk-partners.ts';
import { findUser } from '../../domain/users/find-user.ts';
import { zoneOf } from '../../domain/users/user.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { Media } from '../message.ts';
import { messageNotice } from '../notices/message.ts';
import { statusText } from '../notices/message-status.ts';
import { momentWords } from '../schedule-words.ts';
import { owe } from '../speak.ts';
import { lines, quoted, type Text } from '../text.ts';
import { isTrouble, tellOf } from './follow-message.ts';
import { keepFiles } from './keep-files.ts';

export interface PassOn {
  readonly partner: Partner;
  readonly body: string;
  readonly media?: readonly Media[];
  readonly replyToId?: number | null;
  readonly groupId?: number | null;
  readonly dueAt?: Temporal.Instant | undefined;
  readonly isDrafted?: boolean;
  /** Whether they see what it says, which they did not write just now. */
  readonly isShown?: boolean;
  /** Whether it is one of many in a running conversation: then only trouble speaks. */
  readonly isInTalk?: boolean;
}

/** A message that is on its way. */
export interface Passed {
  readonly messageId: number;
  /** What is said of it to whoever wrote it; null where nothing need be. */
  readonly said: Pick<Answer, 'text' | 'tells'> | null;
  readonly notifies: readonly number[];
  readonly delivers: readonly number[];
}

/** The longest message that is passed on, in characters. */
const longest = 4000;

/**
 * Passes words and files on from the person who asks, through the ledger. Throws DomainError where the other has not
 * agreed to messages.
 */
export async function passOn(ctx: CommandContext, what: PassOn): Promise<Passed> {
  const { partner, media = [], dueAt, isInTalk = false } = what;
  const body = what.body.trim();
  if (partner.side === 'client' && !partner.hasAgreed)
    throw new DomainError(
      'not-allowed',
      `${quoted(partner.name, 60)} has not agreed to messages through me, so nothing was sent. They can with /coach.`,
    );
  if (body.length > longest)
    throw new DomainError(
      'invalid',
      'That is longer than one message may be, so nothing was sent. Send it in parts, please.',
    );
  const mediaIds = await keepFiles(ctx, media);
  const { message } = ctx;
  const isWritten = (message.kind === 'text' || message.kind === 'edit') && ctx.sourceMessageId === ctx.eventId;
  const messageId = await keepMessage(ctx, {
    ...{ receiverId: partner.id, content: body, dueAt, mediaIds },
    ...{ replyToId: what.replyToId ?? null, groupId: what.groupId ?? null, isDrafted: what.isDrafted ?? false },
    original: isWritten ? { platform: message.platform, chatId: message.chatId, messageId: message.messageId } : null,
  });
  // Who answers has read what they were written.
  const seen = dueAt ? [] : await markRead(ctx, partner.id);
  const office = dueAt ? null : await officeNote(ctx, partner, messageId);
  return asOwner(ctx.db, async () => {
    const notified = await oweMessage(ctx, messageId, partner.id, dueAt, office !== null);
    const delivers = await tellSeen(ctx, seen);
    const state = await messageState(ctx.db, messageId);
    if (!state) throw new Error('The message was not kept');
    const shared = { messageId, notifies: dueAt || notified === null ? [] : [notified], delivers };
    const note = lines(what.isShown ? `“${quoted(body, 200)}”` : null, office?.note ?? null, noAnswerNote(partner));
    const hasNote = (note as readonly Text[]).length > 0;
    if (isInTalk && !isTrouble(state)) return { ...shared, said: office?.note ? { text: office.note } : null };
    const text = statusText(state, hasNote && !isInTalk ? note : null, ctx.now, zoneOf(ctx.user));
    return { ...shared, said: { text, tells: { messageId, ...(hasNote && !isInTalk ? { note } : {}) } } };
  });
}

/** An Answer that tells of a message. */
export const passedAnswer = ({ said, notifies, delivers }: Passed): Answer => ({
  ...(said ?? { text: '' }),
  notifies,
  delivers,
});

/** Owes a message to whom it is for. Runs as owner. Returns the notification's id. */
async function oweMessage(
  ctx: CommandContext,
  messageId: number,
  receiverId: number,
  dueAt: Temporal.Instant | undefined,
  isSilent: boolean,
): Promise<number | null> {
  const receiver = await findUser(ctx.db, receiverId);
  const notice = await messageNotice(ctx.db, messageId);
  if (!receiver || !notice) throw new DomainError('not-found', 'They are no longer here, so nothing was sent.');
  return owe({ db: ctx.db, now: ctx.now, user: receiver }, { ...notice, isSilent }, dueAt ?? ctx.now);
}

const mostTold = 5;

/** Whoever wrote these sees that they were read. Runs as owner. */
export async function tellSeen(ctx: CommandContext, messageIds: readonly number[]): Promise<number[]> {
  const ids: number[] = [];
  for (const id of messageIds.slice(-mostTold)) ids.push(...(await tellOf(ctx.db, id, ctx.now)));
  return ids;
}

/**
 * Out of the coach's hours: that, and what to say of it, once until they open again. Null within them, and where the coach
 * is there all the same.
 */
async function officeNote(
  ctx: CommandContext,
  partner: Partner,
  messageId: number,
): Promise<{ readonly note: string | null } | null> {
  if (partner.side !== 'coach') return null;
  const closed = closedAt(partner.officeHours, partner.timeZone ?? 'UTC', ctx.now);
  if (!closed || (await isInTouch(ctx, partner.id, closed.since))) return null;
  if (await hasWrittenSince(ctx, partner.id, closed.since, messageId)) return { note: null };
  const back = momentWords(closed.until, ctx.now, zoneOf(ctx.user));
  return {
    note: `${quoted(firstName(partner.name), 40)} is off now and is back ${back}, so expect an answer from then on.`,
  };
}

const noAnswerNote = ({ side, hasAgreed, name }: Partner): string | null =>
  side === 'coach' && !hasAgreed
    ? `${quoted(firstName(name), 40)} cannot answer through me, since you have not let them write to you here. /coach changes that.`
    : null;
