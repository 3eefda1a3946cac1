import { type APIMessage, type ClientOptions, Routes } from 'discord.js';
import type { OperatorError } from '../../domain/operator-error.ts';
import type { Adapter, Chat, SendOptions, SentMessage } from '../adapter.ts';
import type { MenuEntry, Suggest } from '../menu.ts';
import type { Message } from '../message.ts';
import type { OutgoingReply } from '../reply.ts';
import type { LastSeen } from './catch-up.ts';
import { createInteractions } from './interactions.ts';
import { toMessageBody } from './message-body.ts';
import { createPrivateChats } from './private-chats.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { readRespondTo } from './respond-to.ts';
import { createRest, restOptions } from './rest.ts';
import { toSendError } from './send-failure.ts';
import { splitReply } from './split.ts';

export interface DiscordConfig {
  readonly token: string;
  /** Where Discord's API is, without the version: `https://discord.com/api` unless told. */
  readonly apiRoot?: string | undefined;
  readonly menu: readonly MenuEntry[];
  readonly suggest?: Suggest | undefined;
  /** discord.js's own options (`rest`, `ws` …), merged over ours. */
  readonly client?: Partial<ClientOptions> | undefined;
  /** The private chats we know, each with the newest message of theirs that is stored. */
  readonly lastSeen?: (() => Promise<readonly LastSeen[]>) | undefined;
  /** Keeps what was last registered as slash commands, so that a start with the same ones registers nothing. */
  readonly registeredMenu?: { read(): Promise<string | null>; write(hash: string): Promise<void> } | undefined;
  /** Discord ended the connection for good (the token was reset, say). */
  readonly onLost?: ((error: OperatorError) => void) | undefined;
  readonly log?: DiscordLog | undefined;
  /** How long an interaction may go without an answer before it is deferred; 1500 unless told. */
  readonly deferAfterMs?: number | undefined;
  /** How long Discord may take to let us in; 15 000 unless told. */
  readonly connectTimeoutMs?: number | undefined;
}

/** The part of a logger that is used. Nothing that a person wrote, and no token, is ever handed to it. */
export interface DiscordLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface DiscordAdapter extends Adapter {
  /** The address that adds the bot to a server, known once it is connected. */
  link(): string | null;
}

/** Discord through discord.js: the gateway for what happens, REST for what we say. */
export function createDiscordAdapter(config: DiscordConfig): DiscordAdapter {
  const options = { ...config.client, rest: restOptions(config.apiRoot, config.client?.rest) };
  const rest = createRest(config.token, options.rest);
  const interactions = createInteractions(rest, config.deferAfterMs);
  const privateChats = createPrivateChats(rest);
  let receiver: Receiver | null = null;

  async function sendToChannel(
    channelId: string,
    reply: OutgoingReply,
    { nonce, signal }: SendOptions,
  ): Promise<SentMessage> {
    const { body, files } = toMessageBody(reply, false);
    // With its nonce, a message that is sent again is the same message.
    const request = { body: { ...body, nonce, enforce_nonce: true }, files, signal };
    const sent = (await rest('POST', Routes.channelMessages(channelId), request)) as APIMessage;
    return { chatId: sent.channel_id, messageId: sent.id };
  }

  async function send(chat: Chat, reply: OutgoingReply, options: SendOptions): Promise<SentMessage> {
    const respondTo = readRespondTo(options.respondTo, Date.now());
    if (respondTo !== null) {
      const sent = await interactions.answer(respondTo, toMessageBody(reply, options.isEphemeral), options.signal);
      if (sent !== null) return sent;
    }
    // What one person only may see goes to that person alone.
    if (chat.id !== null && !options.isEphemeral) return sendToChannel(chat.id, reply, options);
    const channelId = await privateChats.open(chat.accountId, options.signal);
    return sendToChannel(channelId, reply, options);
  }

  async function edit(sent: SentMessage, reply: OutgoingReply, options: SendOptions): Promise<void> {
    const respondTo = readRespondTo(options.respondTo, Date.now());
    const message = toMessageBody(reply, false);
    if (respondTo?.kind === 'press' && respondTo.messageId === sent.messageId)
      if (await interactions.change(respondTo, message, options.signal)) return;
    await rest('PATCH', Routes.channelMessage(sent.chatId, sent.messageId), { ...message, signal: options.signal });
  }

  return {
    platform: 'discord',
    async start(onMessage: (message: Message) => Promise<void>) {
      receiver = await startReceiver({ ...config, options, rest, interactions, onMessage });
    },
    split: splitReply,
    send: (chat, reply, options) =>
      send(chat, reply, options).catch((error: unknown) => Promise.reject(toSendError(error))),
    edit: (sent, reply, options) =>
      edit(sent, reply, options).catch((error: unknown) => Promise.reject(toSendError(error))),
    async stop() {
      await receiver?.stop();
      receiver = null;
    },
    link: () =>
      receiver &&
      `https://discord.com/oauth2/authorize?client_id=${receiver.applicationId}&scope=bot%20applications.commands`,
  };
}
