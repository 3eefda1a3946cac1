import { asOwner } from '../../domain/as-owner.ts';
import { changeMessage, removeMessage } from '../../domain/messages/change-message.ts';
import {
  type KnownMessage,
  markRead,
  messageAt,
  messageSaidBy,
  speakerAt,
} from '../../domain/messages/find-message.ts';
import { messageKey } from '../../domain/messages/message-words.ts';
import { talkPartners } from '../../domain/messages/talk-partners.ts';
import { talkTo } from '../../domain/messages/talk-to.ts';
import { clientOfThread } from '../../domain/messages/threads.ts';
import { notify } from '../../domain/notifications/notify.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { Message } from '../message.ts';
import { tellOf } from './follow-message.ts';
import { noLonger } from './name-partner.ts';
import { passedAnswer, passOn, tellSeen } from './pass-on.ts';
import { readPassing } from './read-passing.ts';

type Written = Extract<Message, { kind: 'text' | 'edit' }>;

/**
 * What is said to another person: in a running conversation, in a client's thread, or in reply to what somebody wrote.
 * Null for all else. Commands are never passed on.
 */
export async function hearTalk(ctx: CommandContext, message: Written): Promise<Answer | null> {
  const { text, media, replyToId, platform, chatId, isPrivate, threadId } = message;
  if (text.startsWith('/') || (text.trim() === '' && media.length === 0)) return null;
  const place = replyToId === null ? null : { platform, chatId, messageId: replyToId };
  const repliedTo = place && (await messageAt(ctx, place));
  // A reply to one's own words says no more than that they are spoken of.
  const writer = repliedTo && repliedTo.senderId !== ctx.user.id ? repliedTo.senderId : null;
  const isThread = !isPrivate || threadId !== undefined;
  const client = isThread ? await clientOfThread(ctx, platform, chatId, threadId ?? null) : null;
  const talking = isPrivate ? ctx.talkingToId : null;
  // What a coach says of a session, or that somebody is in danger, is answered like a message.
  const speaker = place && !repliedTo ? await speakerAt(ctx, place) : null;
  const partnerId = writer ?? speaker ?? client ?? talking;
  if (partnerId === null) return null;
  const partner = (await talkPartners(ctx)).find(({ id }) => id === partnerId);
  if (!partner) {
    if (talking === partnerId) await talkTo(ctx, { platform, accountId: ctx.accountId }, null);
    const isOver = talking === partnerId ? ' The conversation is over.' : '';
    return { text: `${noLonger}${isOver}` };
  }
  const isInTalk = partnerId === client || partnerId === talking;
  const isOfThem = repliedTo && [repliedTo.senderId, repliedTo.receiverId].includes(partnerId);
  const replyToMessage = isOfThem ? repliedTo.id : null;
  return passedAnswer(await passOn(ctx, { partner, body: text, media, replyToId: replyToMessage, isInTalk }));
}

/**
 * The copies of a message follow its words, which were `before` until now. Null for an edit of what was no message to anybody.
 */
export async function editTalk(
  ctx: CommandContext,
  text: string,
  before: string | null,
  originalId: number,
): Promise<Answer | null> {
  const sent = await messageSaidBy(ctx, originalId);
  if (!sent) return null;
  if (sent.deletedAt) return { text: 'That message was taken back, so the change went nowhere.' };
  const words = bodyOf(text, sent, before);
  if (words === null)
    return { text: 'That message is on its way as it was: what you wrote now names nobody, so I changed nothing.' };
  return changed(ctx, sent, () => changeMessage(ctx, sent.id, words));
}

/** Who puts a sign under what somebody wrote to them has read it. Null for any other message. */
export async function reactionSeen(ctx: CommandContext, messageId: string): Promise<Answer | null> {
  const { platform, chatId } = ctx.message;
  const under = await messageAt(ctx, { platform, chatId, messageId });
  if (under?.receiverId !== ctx.user.id) return null;
  const seen = await markRead(ctx, under.senderId);
  return { text: '', delivers: await asOwner(ctx.db, () => tellSeen(ctx, seen)) };
}

/** The copies of a message go with it. Null for the deletion of what was no message to anybody. */
export async function deleteTalk(ctx: CommandContext, originalId: number): Promise<Answer | null> {
  const sent = await messageSaidBy(ctx, originalId);
  return sent && changed(ctx, sent, () => removeMessage(ctx, sent.id));
}

async function changed(ctx: CommandContext, sent: KnownMessage, change: () => Promise<boolean>): Promise<Answer> {
  return asOwner(ctx.db, async () => {
    if (!(await change())) return { text: '' };
    const id = await oweChange(ctx, sent);
    return { text: '', notifies: id === null ? [] : [id], delivers: await tellOf(ctx.db, sent.id, ctx.now) };
  });
}

/** Owes whoever got a message that its copies follow. Runs as owner. Returns the notification's id. */
const oweChange = (ctx: CommandContext, sent: Pick<KnownMessage, 'id' | 'receiverId'>): Promise<number | null> =>
  notify(ctx.db, {
    ...{ userId: sent.receiverId, key: `${messageKey(sent.id)}-change-${ctx.eventId}`, type: 'message' },
    ...{ title: '', message: '', reply: { text: '' }, aboutUserId: ctx.user.id, isSilent: true },
    ...{ dueAt: ctx.now, now: ctx.now },
  });

/** What a changed message says to the other: all of it where all of it went, else what it says now that it sends. */
function bodyOf(text: string, { content }: KnownMessage, before: string | null): string | null {
  if (before === null || before.trim() === content) return text.trim();
  return readPassing(text)?.body ?? null;
}
