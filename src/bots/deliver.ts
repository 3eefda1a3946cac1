import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../domain/context.ts';
import type { FileStore } from '../domain/media/file-store.ts';
import { inOneRow } from '../domain/media/picture.ts';
import { readMedia } from '../domain/media/read-media.ts';
import {
  type LeasedDelivery,
  leaseDelivery,
  noteUnreachable,
  putOff,
  settleFailed,
  settleLater,
  settleSent,
  storeDelivery,
} from '../domain/notifications/deliveries.ts';
import { noteRefusal } from '../domain/system/refusals.ts';
import type { Log } from '../log.ts';
import { type Adapter, SendError, type SentMessage } from './adapter.ts';
import type { Message, Platform } from './message.ts';
import type { Pace } from './pace.ts';
import type { OutgoingPicture, OutgoingReply, Reply } from './reply.ts';
import { italic, lines } from './text.ts';

export interface DeliverDependencies {
  readonly db: Database;
  readonly adapters: ReadonlyMap<Platform, Adapter>;
  /** Where the pictures of replies are; without it they are sent in words. */
  readonly files?: FileStore | undefined;
  /** What the platforms bear; without it nothing is held back. */
  readonly pace?: Pace | undefined;
  readonly clock: () => Temporal.Instant;
  readonly log: Log;
  /** Told how each attempt ended. */
  readonly onOutcome?: OnDelivery | undefined;
}

/** How an attempt at a delivery ended. */
export type DeliveryOutcome = 'sent' | 'put off' | 'retried' | 'failed' | 'unreachable';
export type OnDelivery = (platform: Platform, outcome: DeliveryOutcome) => void;

/** Attempts at a delivery before it is given up; with doubling pauses from 1 s that is about ten minutes. */
const maxAttempts = 10;
/** How long one attempt may take: less than its lease, after which another process would make one. */
const attemptMs = 25_000;

/**
 * Makes the sender: lease, send, settle. Calling it for a delivery that is not due, held elsewhere, or behind another
 * one of the same account does nothing, so it may be called as often as anybody likes.
 */
export function createDeliver(dependencies: DeliverDependencies): (id: number) => Promise<void> {
  const { db, adapters, files, pace, clock, log, onOutcome = () => {} } = dependencies;

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
    const { platform, chatId, accountId, inboundMessageId } = delivery;
    const turn = { platform, chatId: chatId ?? accountId, isReply: inboundMessageId !== null };
    const waitMs = (await pace?.turn(turn)) ?? 0;
    if (waitMs > 0) return later(delivery, 'too fast for this chat', waitMs);
    const sent = await pictureOf(delivery)
      .then((picture) => send(adapter, delivery, picture))
      .catch(toSendError);
    if (!(sent instanceof SendError)) {
      onOutcome(platform, 'sent');
      return settleSent(db, delivery, sent, clock());
    }
    const { failure, retryAfterMs } = sent;
    const reason = `${failure}: ${sent.message}`;
    log.warn({ delivery: delivery.id, platform: delivery.platform, failure }, 'A delivery failed');
    if (failure === 'blocked') {
      onOutcome(platform, 'unreachable');
      return giveUpOn(delivery, reason);
    }
    if (failure === 'later' && retryAfterMs !== null) {
      await noteRefusal(db, clock());
      return later(delivery, reason, retryAfterMs);
    }
    if (failure === 'gone' || failure === 'rejected' || delivery.attempts >= maxAttempts) {
      onOutcome(platform, 'failed');
      return settleFailed(db, delivery, reason, clock());
    }
    onOutcome(platform, 'retried');
    const backoffMs = Math.min(1000 * 2 ** (delivery.attempts - 1), 120_000);
    await settleLater(db, delivery, reason, clock().add({ milliseconds: backoffMs }));
    return null;
  }

  /** Puts a delivery off for as long as its platform wants. */
  async function later(delivery: LeasedDelivery, reason: string, waitMs: number): Promise<null> {
    onOutcome(delivery.platform, 'put off');
    await putOff(db, delivery, reason, clock().add({ milliseconds: Math.ceil(waitMs) }));
    return null;
  }

  /** The picture of a reply as whoever gets it may see it now; null without one, or when none of it is left. */
  async function pictureOf({ reply, userId }: LeasedDelivery): Promise<OutgoingPicture | null> {
    const { image } = reply as Reply;
    if (image && 'chart' in image) {
      // Loaded when first needed: most processes never draw.
      const { drawWeek } = await import('./pictures/week-picture.ts');
      return { bytes: drawWeek(image.chart), mime: 'image/png', alt: image.alt };
    }
    if (!image || !files || userId === null) return null;
    const found = await readMedia(db, files, userId, image.mediaIds, clock());
    return found.length === 0 ? null : { bytes: await inOneRow(found), mime: 'image/jpeg', alt: image.alt };
  }

  /** What an adapter throws beside its failures is a defect of ours; the account must not wait for it for ever. */
  function toSendError(error: unknown): SendError {
    if (error instanceof SendError) return error;
    log.error({ err: error }, 'An adapter broke');
    return new SendError('unknown', error instanceof Error ? error.name : typeof error);
  }

  /** For an account that cannot be reached in private. Whoever asked before others is told so there. */
  async function giveUpOn(delivery: LeasedDelivery, reason: string): Promise<number | null> {
    const next = await settleFailed(db, delivery, reason, clock());
    // The row's reply was written by us from a Reply.
    const { isPublic } = delivery.reply as Reply;
    if (isPublic) return next;
    await noteUnreachable(db, delivery, reason, clock());
    const asked = delivery.answers as Message | null;
    if (asked?.isPrivate !== false || delivery.userId === null) return null;
    const { userId, inboundMessageId, platform, accountId } = delivery;
    const reply: Reply = { text: writeFirst, isPublic: true };
    const to = { userId, inboundMessageId, sourceMessageId: null, platform, accountId, chatId: asked.chatId };
    return storeDelivery(db, { ...to, editsId: null, reply, now: clock() });
  }

  return deliver;
}

const writeFirst =
  'I answer in private, but could not reach you there. Open a private chat with me and write to me once.';

async function send(adapter: Adapter, delivery: LeasedDelivery, picture: OutgoingPicture | null): Promise<SentMessage> {
  // The row was written by us from a Reply and a Message.
  const reply = delivery.reply as Reply;
  const answers = delivery.answers as Message | null;
  const options = {
    nonce: `spotter-${delivery.id}`,
    respondTo: answers?.respondTo ?? null,
    isEphemeral: answers?.isPrivate === false && !reply.isPublic,
    signal: AbortSignal.timeout(attemptMs),
  };
  const out = outgoing(delivery.id, reply, picture);
  const { edits } = delivery;
  if (edits) {
    try {
      await adapter.edit(edits, out, options);
      return edits;
    } catch (error) {
      // Of a card that is no longer there, the change is said anew.
      if (!(error instanceof SendError && error.failure === 'gone')) throw error;
    }
  }
  return adapter.send({ id: delivery.chatId, accountId: delivery.accountId }, out, options);
}

/** The id under which the press of a button comes back. */
const buttonId = (deliveryId: number, index: number): string => `${deliveryId}.${index}`;

function outgoing(deliveryId: number, { image, ...reply }: Reply, picture: OutgoingPicture | null): OutgoingReply {
  let index = 0;
  const buttons = (reply.buttons ?? []).map((row) =>
    row.map(({ label }) => ({ label, id: buttonId(deliveryId, index++) })),
  );
  if (picture) return { ...reply, buttons, image: picture };
  // Whoever waits for a picture is told that there is none.
  const text = image ? lines(reply.text, italic(`(This picture is no longer there: ${image.alt})`)) : reply.text;
  return { ...reply, text, buttons };
}
