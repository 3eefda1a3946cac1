import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../domain/context.ts';
import type { FileStore } from '../domain/media/file-store.ts';
import { inOneRow } from '../domain/media/picture.ts';
import { readMedia } from '../domain/media/read-media.ts';
import { isStillToSay } from '../domain/messages/is-still-to-say.ts';
import { type LeasedDelivery, leaseDelivery, nextDelivery, storeDelivery } from '../domain/notifications/deliveries.ts';
import {
  noteUnreachable,
  putOff,
  settleFailed,
  settleLater,
  settleSent,
  settleUnwanted,
} from '../domain/notifications/settle-delivery.ts';
import { noteRefusal } from '../domain/system/refusals.ts';
import type { Log } from '../log.ts';
import { type Adapter, type Chat, SendError, type SendFailure, type SendOptions, type SentMessage } from './adapter.ts';
import type { Message, Platform } from './message.ts';
import { tellOf } from './messages/follow-message.ts';
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
/** How long one attempt may take, once it is its turn: less than its lease, after which another process would make one. */
const attemptMs = 25_000;

/** Sends a delivery, by its id or by the lease of it. Where sending fails its row says what happens next. */
export type Deliver = (due: number | LeasedDelivery) => Promise<void>;

/**
 * Makes the sender: lease, send, settle. Calling it for a delivery that is not due, held elsewhere, or behind another
 * one of the same account does nothing, so it may be called as often as anybody likes.
 */
export function createDeliver(dependencies: DeliverDependencies): Deliver {
  const { db, adapters, files, pace, clock, log, onOutcome = () => {} } = dependencies;
  const threads = createThreads({ db, clock, log });

  async function deliver(due: number | LeasedDelivery): Promise<void> {
    // Whatever was held up by one that is settled may go now.
    for (let next: number | LeasedDelivery | null = due; next !== null; ) {
      const delivery: LeasedDelivery | null =
        typeof next === 'number' ? await leaseDelivery(db, next, [...adapters.keys()], clock()) : next;
      const adapter = delivery ? adapters.get(delivery.platform) : undefined;
      if (!delivery || !adapter) return;
      const { next: behind, tells } = await attempt(adapter, delivery);
      for (const id of tells) await deliver(id);
      next = behind;
    }
  }

  /**
   * Settles a delivery: `settle` returns the next one to the same account. Where it brings nothing from anybody that is one
   * statement; what is stored during it waits for a sweep.
   */
  async function settled(
    delivery: LeasedDelivery,
    settle: (db: Database | Transaction) => Promise<number | null>,
  ): Promise<Ended> {
    if (delivery.messageId === null) return { next: await settle(db), tells: [] };
    return told(delivery, async (tx) => ({ next: await settle(tx), held: [] }));
  }

  /**
   * Settles a delivery that concerns messages: its own and what is held by it. Whoever wrote them is told in the same
   * transaction: whoever is killed after it leaves nobody waiting for news.
   */
  async function told(delivery: LeasedDelivery, settle: (tx: Transaction) => Promise<Settled>): Promise<Ended> {
    const { messageId } = delivery;
    const ended = await db.transaction(async (tx) => {
      const { next, held } = await settle(tx);
      const tells: number[] = [];
      const messages = new Set([...(messageId === null ? [] : [messageId]), ...held]);
      for (const id of messages) tells.push(...(await tellOf(tx, id, clock())));
      return { next, tells };
    });
    // Whoever stored one while this was being settled left it to whoever did that.
    return ended.next === null ? { ...ended, next: await nextDelivery(db, delivery) } : ended;
  }

  /** Sends and settles. */
  async function attempt(adapter: Adapter, delivery: LeasedDelivery): Promise<Ended> {
    const { platform, chatId, accountId, inboundMessageId, messageId } = delivery;
    const turn = { platform, chatId: chatId ?? accountId, isReply: inboundMessageId !== null };
    const waitMs = (await pace?.turn(turn)) ?? 0;
    if (waitMs > 0) return later(delivery, 'too fast for this chat', waitMs);
    // It may have waited: since then it may have been taken back, or the two have parted.
    if (messageId !== null && !(await isStillToSay({ db, now: clock() }, messageId)))
      return settled(delivery, (tx) => settleUnwanted(tx, delivery, clock()));
    // From here on: opening a thread and fetching a picture take of it too.
    const signal = AbortSignal.timeout(attemptMs);
    const place = await threads.placeOf(adapter, delivery).catch(toSendError);
    const sent =
      place instanceof SendError
        ? place
        : await attached(delivery)
            .then((files) => send(adapter, delivery, place, files, signal))
            .catch(toSendError);
    if (!(sent instanceof SendError)) {
      onOutcome(platform, 'sent');
      return settled(delivery, (tx) => settleSent(tx, delivery, sent, clock()));
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
      return settled(delivery, (tx) => settleFailed(tx, delivery, reason, clock()));
    }
    onOutcome(platform, 'retried');
    const backoffMs = Math.min(1000 * 2 ** (delivery.attempts - 1), 120_000);
    await settleLater(db, delivery, reason, clock().add({ milliseconds: backoffMs }));
    return inTheWay;
  }

  /** Puts a delivery off for as long as its platform wants. */
  async function later(delivery: LeasedDelivery, reason: string, waitMs: number): Promise<Ended> {
    onOutcome(delivery.platform, 'put off');
    await putOff(db, delivery, reason, clock().add({ milliseconds: Math.ceil(waitMs) }));
    return inTheWay;
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
  async function giveUpOn(delivery: LeasedDelivery, reason: string): Promise<Ended> {
    // The row's reply was written by us from a Reply.
    const { isPublic } = delivery.reply as Reply;
    if (isPublic) return settled(delivery, (tx) => settleFailed(tx, delivery, reason, clock()));
    return told(delivery, async (tx) => {
      await settleFailed(tx, delivery, reason, clock());
      const held = await noteUnreachable(tx, delivery, reason, clock());
      const asked = delivery.answers as Message | null;
      if (asked?.isPrivate !== false || delivery.userId === null) return { next: null, held };
      const { userId, inboundMessageId, platform, accountId } = delivery;
      const reply: Reply = { text: writeFirst, isPublic: true };
      const to = { userId, inboundMessageId, sourceMessageId: null, platform, accountId, chatId: asked.chatId };
      return { next: await storeDelivery(tx, { ...to, editsId: null, reply, now: clock() }), held };
    });
  }

  return deliver;
}

/** What follows from a delivery that is settled: the next one to the same account, and messages that now wait with it. */
interface Settled {
  readonly next: number | null;
  readonly held: readonly number[];
}

/** How an attempt ended: the delivery that may go next to the same account, and those that tell of it. */
interface Ended {
  readonly next: number | null;
  readonly tells: readonly number[];
}

/** It waits, and so do those behind it. */
const inTheWay: Ended = { next: null, tells: [] };

const writeFirst =
  'I answer in private, but could not reach you there. Open a private chat with me and write to me once.';

/** What goes with a reply: at most one of them. */
interface Attached {
  readonly picture?: OutgoingPicture;
  readonly file?: OutgoingFile;
}

async function send(
  adapter: Adapter,
  delivery: LeasedDelivery,
  place: Chat,
  attached: Attached,
  signal: AbortSignal,
): Promise<SentMessage> {
  // The row was written by us from a Reply and a Message.
  const reply = delivery.reply as Reply;
  const answers = delivery.answers as Message | null;
  const options = {
    nonce: `spotter-${delivery.id}`,
    respondTo: answers?.respondTo ?? null,
    isEphemeral: answers?.isPrivate === false && !reply.isPublic,
    signal,
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
