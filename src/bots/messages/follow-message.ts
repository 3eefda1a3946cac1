import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../domain/context.ts';
import { inboundPlace } from '../../domain/messages/inbound-place.ts';
import { type MessageState, messageState, statusCardOf } from '../../domain/messages/message-state.ts';
import { storeDelivery } from '../../domain/notifications/deliveries.ts';
import { findUser } from '../../domain/users/find-user.ts';
import { zoneOf } from '../../domain/users/user.ts';
import { statusText } from '../notices/message-status.ts';
import type { Reply } from '../reply.ts';
import { plainText } from '../text.ts';

/**
 * Tells whoever wrote a message how it fares, if that has changed: their line about it changes. In a running conversation
 * there is none, and only trouble makes one. Runs as owner. Returns the deliveries that tell it.
 */
export async function tellOf(tx: Transaction, messageId: number, now: Temporal.Instant): Promise<number[]> {
  const state = await messageState(tx, messageId);
  if (!state || state.progress === 'waiting') return [];
  const sender = await findUser(tx, state.senderId);
  if (!sender) return [];
  const card = await statusCardOf(tx, state, messageId);
  const last = card?.reply as Reply | undefined;
  const note = last?.tells?.note ?? null;
  const reply: Reply = {
    text: statusText(state, note, now, zoneOf(sender)),
    tells: { messageId, ...(note ? { note } : {}) },
  };
  const about = { userId: state.senderId, sourceMessageId: null, reply, now };
  if (card) {
    if (last && plainText(last.text) === plainText(reply.text)) return [];
    const { platform, accountId, chatId } = card;
    const place = { platform, accountId, chatId, inboundMessageId: null, editsId: card.id };
    return [await storeDelivery(tx, { ...about, ...place })];
  }
  const place = isTrouble(state) ? await inboundPlace(tx, state.inboundMessageId, state.senderId) : null;
  return place ? [await storeDelivery(tx, { ...about, ...place, editsId: null })] : [];
}

export const isTrouble = ({ progress }: MessageState): boolean =>
  progress === 'held' || progress === 'refused' || progress === 'ended' || progress === 'failed';
