import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../domain/context.ts';
import { forgetThread, keepThread, threadFor } from '../domain/messages/threads.ts';
import type { LeasedDelivery } from '../domain/notifications/deliveries.ts';
import type { Log } from '../log.ts';
import { type Adapter, type Chat, SendError, type SendFailure } from './adapter.ts';

interface ThreadsDependencies {
  readonly db: Database;
  readonly clock: () => Temporal.Instant;
  readonly log: Log;
}

/** How long a platform may take to open a thread. */
const openMs = 10_000;
const longestName = 100;

/** Where the messages of a coach's clients go: a thread for each in the chat they chose, where the platform has any. */
export function createThreads({ db, clock, log }: ThreadsDependencies) {
  const ordinary = ({ chatId, accountId }: LeasedDelivery): Chat => ({ id: chatId, accountId });

  /** Where a delivery goes; a client's thread is opened with the first message that needs it. Throws SendError. */
  async function placeOf(adapter: Adapter, delivery: LeasedDelivery): Promise<Chat> {
    const { userId: coachId, aboutUserId: clientId, platform, accountId, messageId, edits } = delivery;
    if (messageId === null || coachId === null || clientId === null || edits) return ordinary(delivery);
    const found = await threadFor(db, coachId, clientId, platform);
    if (!found) return ordinary(delivery);
    const { chatId, threadId } = found.place;
    if (threadId !== null) return { id: chatId, accountId, threadId };
    const opened = await open(adapter, { id: chatId, accountId }, found.clientName, delivery.chatId);
    if (opened === null) {
      await forgetThread(db, coachId, null, platform);
      return ordinary(delivery);
    }
    await keepThread(db, { coachId, clientId, platform }, { chatId, threadId: opened }, clock());
    return { id: chatId, accountId, threadId: opened };
  }

  /** Null where that chat takes no threads. */
  async function open(adapter: Adapter, chat: Chat, name: string, ordinaryId: string | null): Promise<string | null> {
    if (!adapter.openThread) return null;
    const short = [...name].slice(0, longestName).join('');
    try {
      return (await adapter.openThread(chat, short, AbortSignal.timeout(openMs))).threadId;
    } catch (error) {
      if (!(error instanceof SendError) || !isFinal(error.failure, chat, ordinaryId)) throw error;
      log.warn({ platform: adapter.platform, failure: error.failure }, 'A chat takes no threads');
      return null;
    }
  }

  /** Whether a delivery failed for its thread's sake: that one is forgotten. */
  async function isLost(delivery: LeasedDelivery, place: Chat | SendError, failure: SendFailure): Promise<boolean> {
    const { userId: coachId, aboutUserId: clientId, platform } = delivery;
    if (place instanceof SendError || !place.threadId || coachId === null || clientId === null) return false;
    if (failure === 'rejected' || !isFinal(failure, place, delivery.chatId)) return false;
    await forgetThread(db, coachId, clientId, platform);
    return true;
  }

  return { placeOf, isLost };
}

/** Whether a failure is the thread's or its chat's. That the person's own private chat is closed says nothing of it. */
const isFinal = (failure: SendFailure, chat: Chat, ordinaryId: string | null): boolean =>
  failure === 'gone' || failure === 'rejected' || (failure === 'blocked' && chat.id !== ordinaryId);
