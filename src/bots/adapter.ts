import type { Media, Message, Platform } from './message.ts';
import type { OutgoingReply, Reply } from './reply.ts';

/** Where a delivery goes. A null `id` means the account's private chat, which the adapter opens. */
export interface Chat {
  readonly id: string | null;
  readonly accountId: string;
  /** A thread or topic within the chat. */
  readonly threadId?: string | null;
}

export interface SendOptions {
  /** The same for every attempt at the same delivery; at most 25 characters. */
  readonly nonce: string;
  /** The `respondTo` of the message this answers, if it had one and is still fresh. */
  readonly respondTo: unknown;
  /** Whether the answer may be seen by the one who asked only (on a server). */
  readonly isEphemeral: boolean;
  /** Aborted when we stop waiting. */
  readonly signal?: AbortSignal;
}

/** What the platform called the message we sent. */
export interface SentMessage {
  readonly chatId: string;
  readonly messageId: string;
}

/** Transport to one platform, and nothing else. */
export interface Adapter {
  readonly platform: Platform;
  /**
   * Connects and hands over everything that happens, in order per chat. `onMessage` resolves once the raw message is
   * committed: only then may the platform be told that we have it. Rejects if the platform refuses us (an
   * OperatorError for a bad token). Resolves once connected.
   */
  start(onMessage: (message: Message) => Promise<void>): Promise<void>;
  /** Cuts a reply into messages the platform takes; buttons and image go with the last. Pure. */
  split(reply: Reply): Reply[];
  /** Sends one message. Throws SendError. Works without `start`, so any process can send. */
  send(chat: Chat, reply: OutgoingReply, options: SendOptions): Promise<SentMessage>;
  /** Changes a message of ours. Throws SendError. */
  edit(sent: SentMessage, reply: OutgoingReply, options: SendOptions): Promise<void>;
  /** Takes a message of ours away, where the platform can. Throws SendError. */
  remove?(sent: SentMessage, options: SendOptions): Promise<void>;
  /** Opens a thread or topic in a chat, which that person sees, where the platform can. Throws SendError. */
  openThread?(chat: Chat, name: string, signal: AbortSignal): Promise<{ readonly threadId: string }>;
  /**
   * Brings a file that came with a message, of at most `maxFileBytes`. Throws FetchError. Works without `start`. The
   * signal is aborted when we stop waiting.
   */
  fetch(media: Media, signal: AbortSignal): Promise<Uint8Array>;
  /** Stops receiving and lets what is in hand finish. */
  stop(): Promise<void>;
}

/**
 * Why a file could not be brought.
 * - `too-large`: it has more than `maxFileBytes`.
 * - `gone`: the platform no longer has it, or it is no file that we may fetch.
 * - `unknown`: no clear answer (network, 5xx); it may be there later.
 */
export type FetchFailure = 'too-large' | 'gone' | 'unknown';

export class FetchError extends Error {
  readonly failure: FetchFailure;

  constructor(failure: FetchFailure, message: string) {
    super(message);
    this.name = 'FetchError';
    this.failure = failure;
  }
}

/**
 * Why a message could not be sent.
 * - `later`: the platform asked us to wait `retryAfterMs` (429).
 * - `blocked`: this account cannot be reached until the person writes again (Telegram 403, Discord 50007, 50278).
 * - `gone`: what should be edited or answered is no longer there.
 * - `rejected`: the platform will never take this message; a defect of ours.
 * - `unknown`: no clear answer (network, 5xx); tried again with the same nonce.
 */
export type SendFailure = 'later' | 'blocked' | 'gone' | 'rejected' | 'unknown';

export class SendError extends Error {
  readonly failure: SendFailure;
  /** Milliseconds to wait, for `later`. */
  readonly retryAfterMs: number | null;

  constructor(failure: SendFailure, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = 'SendError';
    this.failure = failure;
    this.retryAfterMs = retryAfterMs;
  }
}
