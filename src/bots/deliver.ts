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
import { type Adapter, type Chat, SendError, type SendFailure, type SendOptions, type SentMessage } from './adapter.ts';
import type { Message, Platform } from './message.ts';
import { followMessage } from './messages/follow-message.ts';
import type { Pace } from './pace.ts';
import type { OutgoingFile, OutgoingPicture, OutgoingReply, Reply } from './reply.ts';
import { italic, lines } from './text.ts';
import { createThreads } from './threads.ts';

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
  const threads = createThreads({ db, clock, log });

  async function deliver(id: number): Promise<void> {
    // Whatever was held up by one that is settled may go now.
    for (let next: number | null = id; next !== null; ) {
      const delivery = await leaseDelivery(db, next, [...adapters.keys()], clock());
      const adapter = delivery && adapters.get(delivery.platform);
      next = adapter ? await attempt(adapter, delivery) : null;
      if (delivery && delivery.messageId !== null) await tellSender(delivery.messageId);
    }
  }

  /** Whoever wrote a message sees how it fares. */
  async function tellSender(messageId: number): Promise<void> {
    for (const id of await followMessage(db, messageId, clock())) await deliver(id);
  }

  /** Sends and settles. Returns the next delivery to the same account, unless this one is still in its way. */
  async function attempt(adapter: Adapter, delivery: LeasedDelivery): Promise<number | null> {
    const { platform, chatId, accountId, inboundMessageId } = delivery;
    const turn = { platform, chatId: chatId ?? accountId, isReply: inboundMessageId !== null };
    const waitMs = (await pace?.turn(turn)) ?? 0;
    if (waitMs > 0) return later(delivery, 'too fast for this chat', waitMs);
    const place = await threads.placeOf(adapter, delivery).catch(toSendError);
    const sent =
      place instanceof SendError
        ? place
        : await attached(delivery)
            .then((files) => send(adapter, delivery, place, files))
            .catch(toSendError);
    if (!(sent instanceof SendError)) {
      onOutcome(platform, 'sent');
      return settleSent(db, delivery, sent, clock());
    }
    const { failure, retryAfterMs } = sent;
    // A thread that is gone says nothing of the person: it is opened anew, or done without.
    if (await threads.isLost(delivery, place, failure)) return later(delivery, `thread: ${sent.message}`, 0);
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

  /** What goes with a reply, as whoever gets it may see it now; nothing where none of it is left. */
  async function attached({ reply, userId }: LeasedDelivery): Promise<Attached> {
    const { image, file } = reply as Reply;
    if (image && 'chart' in image) {
      // Loaded when first needed: most processes never draw.
      const { drawWeek } = await import('./pictures/week-picture.ts');
      return { picture: { bytes: drawWeek(image.chart), mime: 'image/png', alt: image.alt } };
    }
    const mediaIds = image?.mediaIds ?? (file ? [file.mediaId] : []);
    if (mediaIds.length === 0 || !files || userId === null) return {};
    const found = await readMedia(db, files, userId, mediaIds, clock());
    const [first] = found;
    if (!first) return {};
    if (image) return { picture: { bytes: await inOneRow(found), mime: 'image/jpeg', alt: image.alt } };
    return file ? { file: { bytes: first, name: file.name, mime: file.mime, isVoice: file.isVoice } } : {};
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

/** What goes with a reply: at most one of them. */
interface Attached {
  readonly picture?: OutgoingPicture;
  readonly file?: OutgoingFile;
}

async function send(adapter: Adapter, delivery: LeasedDelivery, place: Chat, attached: Attached): Promise<SentMessage> {
  // The row was written by us from a Reply and a Message.
  const reply = delivery.reply as Reply;
  const answers = delivery.answers as Message | null;
  const options = {
    nonce: `spotter-${delivery.id}`,
    respondTo: answers?.respondTo ?? null,
    isEphemeral: answers?.isPrivate === false && !reply.isPublic,
    signal: AbortSignal.timeout(attemptMs),
  };
  const out = outgoing(delivery.id, reply, attached);
  const { edits } = delivery;
  if (reply.isRemoval) return edits ? takeAway(adapter, edits, out, options) : { chatId: '', messageId: '' };
  if (edits) {
    try {
      await adapter.edit(edits, out, options);
      return edits;
    } catch (error) {
      // Of a card that is no longer there, the change is said anew.
      if (!isFailure(error, 'gone')) throw error;
    }
  }
  return adapter.send(place, out, options);
}

const isFailure = (error: unknown, failure: SendFailure): boolean =>
  error instanceof SendError && error.failure === failure;

/** Takes a message of ours away; one that is too old for that says that it was. */
async function takeAway(
  adapter: Adapter,
  sent: SentMessage,
  out: OutgoingReply,
  options: SendOptions,
): Promise<SentMessage> {
  try {
    if (adapter.remove) await adapter.remove(sent, options);
    else await adapter.edit(sent, out, options);
  } catch (error) {
    if (isFailure(error, 'rejected') && adapter.remove) await adapter.edit(sent, out, options);
    else if (!isFailure(error, 'gone')) throw error;
  }
  return sent;
}

/** The id under which the press of a button comes back. */
const buttonId = (deliveryId: number, index: number): string => `${deliveryId}.${index}`;

/** The id under which a form comes back. */
const formId = (deliveryId: number): string => `${deliveryId}.form`;

function outgoing(deliveryId: number, { image, file, form, ...words }: Reply, attached: Attached): OutgoingReply {
  let index = 0;
  const reply = {
    ...words,
    ...(form ? { form: { id: formId(deliveryId), title: form.title, fields: form.fields } } : {}),
  };
  const buttons = (reply.buttons ?? []).map((row) =>
    row.map(({ label }) => ({ label, id: buttonId(deliveryId, index++) })),
  );
  if (attached.picture) return { ...reply, buttons, image: attached.picture };
  if (attached.file) return { ...reply, buttons, file: attached.file };
  // Whoever waits for a picture or a file is told that there is none.
  const missing = image
    ? `(This picture is no longer there: ${image.alt})`
    : `(${file?.name ?? ''} is no longer there)`;
  const text = image || file ? lines(reply.text, italic(missing)) : reply.text;
  return { ...reply, text, buttons };
}
