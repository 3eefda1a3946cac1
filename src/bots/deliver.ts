import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../domain/context.ts';
import {
  type LeasedDelivery,
  leaseDelivery,
  settleBlocked,
  settleFailed,
  settleLater,
  settleSent,
} from '../domain/notifications/deliveries.ts';
import type { Log } from '../log.ts';
import { type Adapter, SendError, type SentMessage } from './adapter.ts';
import type { Message, Platform } from './message.ts';
import type { OutgoingReply, Reply } from './reply.ts';

export interface DeliverDependencies {
  readonly db: Database;
  readonly adapters: ReadonlyMap<Platform, Adapter>;
  readonly clock: () => Temporal.Instant;
  readonly log: Log;
}

/** Attempts at a delivery before it is given up; with doubling pauses from 1 s that is about ten minutes. */
const maxAttempts = 10;

/**
 * Makes the sender: lease, send, settle. Calling it for a delivery that is not due, held elsewhere, or behind another
 * one of the same account does nothing, so it may be called as often as anybody likes.
 */
export function createDeliver({ db, adapters, clock, log }: DeliverDependencies): (id: number) => Promise<void> {
  async function deliver(id: number): Promise<void> {
    // Whatever was held up by one that is settled may go now.
    for (let next: number | null = id; next !== null; ) {
      const delivery = await leaseDelivery(db, next, [...adapters.keys()], clock());
      const adapter = delivery && adapters.get(delivery.platform);
      next = adapter ? await attempt(adapter, delivery) : null;
    }
  }

  /** Sends and settles. Returns the next delivery to the same account, unless this one is still in its way. */
  async function attempt(adapter: Adapter, delivery: LeasedDelivery): Promise<number | null> {
    try {
      const sent = await send(adapter, delivery);
      return await settleSent(db, delivery, sent, clock());
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      const reason = `${error.failure}: ${error.message}`;
      log.warn({ delivery: delivery.id, platform: delivery.platform, failure: error.failure }, 'A delivery failed');
      if (error.failure === 'blocked') return settleBlocked(db, delivery, reason, clock(), writeFirst(delivery));
      if (error.failure === 'gone' || error.failure === 'rejected' || delivery.attempts >= maxAttempts)
        return settleFailed(db, delivery.id, reason);
      const waitMs = error.retryAfterMs ?? Math.min(1000 * 2 ** (delivery.attempts - 1), 120_000);
      await settleLater(db, delivery.id, reason, clock().add({ milliseconds: Math.ceil(waitMs) }));
      return null;
    }
  }

  return deliver;
}

async function send(adapter: Adapter, delivery: LeasedDelivery): Promise<SentMessage> {
  // The row was written by us from a Reply and a Message.
  const reply = outgoing(delivery.id, delivery.reply as Reply);
  const answers = delivery.answers as Message | null;
  const isPrivate = answers?.isPrivate ?? true;
  const options = {
    nonce: `spotter-${delivery.id}`,
    respondTo: answers?.respondTo ?? null,
    isEphemeral: !isPrivate && !reply.isPublic,
  };
  if (delivery.kind === 'edit') {
    if (!delivery.edits) throw new SendError('gone', 'the message to change was never sent');
    await adapter.edit(delivery.edits, reply, options);
    return delivery.edits;
  }
  return adapter.send({ id: delivery.chatId, accountId: delivery.accountId }, reply, options);
}

/** For a private answer to something asked before others: where it was asked, and what can be said there. */
function writeFirst(delivery: LeasedDelivery): { chatId: string; reply: Reply } | null {
  const asked = delivery.answers as Message | null;
  if (!asked || asked.isPrivate || (delivery.reply as Reply).isPublic) return null;
  const text = 'I answer in private, but could not reach you there. Open a private chat with me and write to me once.';
  return { chatId: asked.chatId, reply: { text, isPublic: true } };
}

/** The id under which the press of a button comes back. */
const buttonId = (deliveryId: number, index: number): string => `${deliveryId}.${index}`;

function outgoing(deliveryId: number, reply: Reply): OutgoingReply {
  let index = 0;
  const buttons = (reply.buttons ?? []).map((row) =>
    row.map(({ label }) => ({ label, id: buttonId(deliveryId, index++) })),
  );
  return { ...reply, buttons };
}
