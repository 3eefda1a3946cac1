import { type APIMessage, Routes } from 'discord.js';
import type { Adapter, Chat, SendOptions, SentMessage } from '../adapter.ts';
import type { Message } from '../message.ts';
import type { OutgoingReply } from '../reply.ts';
import type { DiscordConfig } from './config.ts';
import { fetchFile } from './fetch-file.ts';
import { createInteractions } from './interactions.ts';
import { toMessageBody } from './message-body.ts';
import { openThread } from './open-thread.ts';
import { createPrivateChats } from './private-chats.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { readRespondTo } from './respond-to.ts';
import { createRest, restOptions } from './rest.ts';
import { toSendError } from './send-failure.ts';
import { splitReply } from './split.ts';

export type { DiscordConfig } from './config.ts';

export interface DiscordAdapter extends Adapter {
  /** The address that adds the bot to a server, known once it is connected. */
  link(): string | null;
}

/** Discord through discord.js: the gateway for what happens, REST for what we say. */
export function createDiscordAdapter(config: DiscordConfig): DiscordAdapter {
  const options = { ...config.client, rest: restOptions(config.apiRoot, config.client?.rest) };
  const token = config.token.trim().replace(/^Bot\s+/i, '');
  const rest = createRest(token, options.rest);
  const interactions = createInteractions(rest, config.deferAfterMs);
  const privateChats = createPrivateChats(rest);
  let starting: Promise<Receiver> | null = null;
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
    const place = chat.threadId ?? chat.id;
    if (place !== null && !options.isEphemeral) return sendToChannel(place, reply, options);
    const channelId = await privateChats.open(chat.accountId, options.signal);
    return sendToChannel(channelId, reply, options);
  }

  async function edit(sent: SentMessage, reply: OutgoingReply, options: SendOptions): Promise<void> {
    const respondTo = readRespondTo(options.respondTo, Date.now());
    if (respondTo?.kind === 'press' && reply.form && (await interactions.open(respondTo, reply.form, options.signal)))
      return;
    const message = toMessageBody(reply, false);
    if (respondTo?.kind === 'press' && respondTo.messageId === sent.messageId)
      if (await interactions.change(respondTo, message, options.signal)) return;
    await rest('PATCH', Routes.channelMessage(sent.chatId, sent.messageId), { ...message, signal: options.signal });
  }

  async function remove({ chatId, messageId }: SentMessage, { signal }: SendOptions): Promise<void> {
    await rest('DELETE', Routes.channelMessage(chatId, messageId), { signal });
  }

  return {
    platform: 'discord',
    async start(onMessage: (message: Message) => Promise<void>) {
      starting = startReceiver({ ...config, token, options, rest, interactions, onMessage });
      receiver = await starting;
    },
    split: splitReply,
    send: (chat, reply, options) =>
      send(chat, reply, options).catch((error: unknown) => Promise.reject(toSendError(error))),
    edit: (sent, reply, options) =>
      edit(sent, reply, options).catch((error: unknown) => Promise.reject(toSendError(error))),
    remove: (sent, options) => remove(sent, options).catch((error: unknown) => Promise.reject(toSendError(error))),
    openThread: (chat, name, signal) =>
      openThread(rest, chat, name, signal).catch((error: unknown) => Promise.reject(toSendError(error))),
    fetch: ({ handle }, signal) => fetchFile(rest, config.apiRoot, handle, signal),
    async stop() {
      const started = await starting?.catch(() => null);
      starting = null;
      receiver = null;
      await started?.stop();
    },
    link: () =>
      receiver &&
      `https://discord.com/oauth2/authorize?client_id=${receiver.applicationId}&scope=bot%20applications.commands`,
  };
}
