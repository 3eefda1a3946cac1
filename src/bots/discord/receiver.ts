import {
  type APIInteraction,
  ApplicationCommandType,
  type ClientOptions,
  ComponentType,
  GatewayDispatchEvents,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageReactionAddDispatchData,
  InteractionType,
  Routes,
} from 'discord.js';
import type { Message } from '../message.ts';
import { answerAutocomplete } from './autocomplete.ts';
import { createCatchUp } from './catch-up.ts';
import { createChatQueue } from './chat-queue.ts';
import type { DiscordConfig } from './config.ts';
import { connectGateway } from './gateway.ts';
import type { Interactions } from './interactions.ts';
import { registerMenu } from './register-menu.ts';
import { toRespondTo } from './respond-to.ts';
import { errorCode, type Rest } from './rest.ts';
import { reasonOf } from './send-failure.ts';
import {
  channelOf,
  type DiscordMessage,
  type DiscordRequest,
  fromRequest,
  isForUs,
  toDelete,
  toEdit,
  toReaction,
  toText,
} from './to-message.ts';

export interface Receiver {
  readonly applicationId: string;
  /** Hears nothing more and lets what is in hand finish. */
  stop(): Promise<void>;
}

interface ReceiverConfig extends DiscordConfig {
  readonly options: Partial<ClientOptions>;
  readonly rest: Rest;
  readonly interactions: Interactions;
  readonly onMessage: (message: Message) => Promise<void>;
}

/** A message update holds at least these; the rest may be missing when Discord changed only a part. */
type Update = Partial<DiscordMessage> & { readonly id: string; readonly channel_id: string };

/** Connects and hands over what happens, in order per chat. Throws an OperatorError. */
export async function startReceiver(config: ReceiverConfig): Promise<Receiver> {
  const { rest, interactions, onMessage, log, suggest = async () => [] } = config;
  const stopping = new AbortController();
  const queue = createChatQueue((isGivenUp, error) => {
    const fields = { platform: 'discord', reason: reasonOf(error) };
    if (isGivenUp) log?.error(fields, 'an event could not be stored and is given up');
    else log?.warn(fields, 'an event could not be stored yet');
  });
  let userId = '';
  let applicationId = '';

  const takeMessage = async (message: DiscordMessage) => {
    if (isForUs(message, userId)) await onMessage(toText(message, userId));
  };
  const takeEdit = async (message: DiscordMessage) => {
    const edit = isForUs(message, userId) ? toEdit(message, userId) : null;
    if (edit !== null) await onMessage(edit);
  };
  const catchUp = createCatchUp({ rest, onMessage: takeMessage, onEdit: takeEdit, signal: stopping.signal });

  /** Before anything else of these chats is handed over, they are read from where we were. */
  async function beginCatchUp(): Promise<void> {
    for (const chat of (await config.lastSeen?.()) ?? []) queue.addFirst(chat.channelId, catchUp(chat));
  }

  async function whole(update: Update): Promise<DiscordMessage | null> {
    const isWhole = update.author && update.content !== undefined && update.type !== undefined && update.timestamp;
    if (isWhole) return { mentions: [], attachments: [], ...update } as DiscordMessage;
    try {
      const message = (await rest('GET', Routes.channelMessage(update.channel_id, update.id))) as DiscordMessage;
      return update.guild_id === undefined ? message : { ...message, guild_id: update.guild_id };
    } catch (error) {
      // Removed meanwhile, or out of our reach.
      if (errorCode(error) !== null) return null;
      throw error;
    }
  }

  function onUpdate(update: Update): void {
    // Links that unfold come as updates as well, but nobody edited anything.
    if (!update.edited_timestamp || update.author?.bot) return;
    queue.add(update.channel_id, async () => {
      const message = await whole(update);
      if (message !== null) await takeEdit(message);
    });
  }

  function onRemoved(messageIds: readonly string[], channelId: string, isPrivate: boolean): void {
    const now = new Date().toISOString();
    for (const id of messageIds) queue.add(channelId, () => onMessage(toDelete(id, channelId, isPrivate, now)));
  }

  function onReaction(reaction: GatewayMessageReactionAddDispatchData): void {
    if (reaction.user_id === userId) return;
    // Where Discord says whose message it is, signs under other people's need not be asked about.
    if (reaction.message_author_id !== undefined && reaction.message_author_id !== userId) return;
    const sign = toReaction(reaction, new Date().toISOString());
    queue.add(reaction.channel_id, () => onMessage(sign));
  }

  function onInteraction(interaction: APIInteraction): void {
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete)
      void answerAutocomplete(rest, interaction, suggest);
    if (!isRequest(interaction)) return;
    const respondTo = toRespondTo(interaction, applicationId, Date.now());
    interactions.received(respondTo);
    queue.add(channelOf(interaction), () => onMessage(fromRequest(interaction, respondTo)));
  }

  const gateway = await connectGateway({
    token: config.token,
    options: config.options,
    connectTimeoutMs: config.connectTimeoutMs,
    listeners: {
      [GatewayDispatchEvents.MessageCreate]: (message: DiscordMessage) => {
        if (isForUs(message, userId)) queue.add(message.channel_id, () => takeMessage(message));
      },
      [GatewayDispatchEvents.MessageUpdate]: onUpdate,
      [GatewayDispatchEvents.MessageDelete]: ({ id, channel_id, guild_id }: GatewayMessageDeleteDispatchData) =>
        onRemoved([id], channel_id, guild_id === undefined),
      [GatewayDispatchEvents.MessageDeleteBulk]: ({
        ids,
        channel_id,
        guild_id,
      }: GatewayMessageDeleteBulkDispatchData) => onRemoved(ids, channel_id, guild_id === undefined),
      [GatewayDispatchEvents.MessageReactionAdd]: onReaction,
      [GatewayDispatchEvents.InteractionCreate]: onInteraction,
    },
    onReady(session) {
      userId = session.user.id;
      applicationId = session.application.id;
      queue.hold(
        beginCatchUp().catch((error: unknown) => {
          log?.error({ platform: 'discord', reason: reasonOf(error) }, 'missed messages could not be looked for');
        }),
      );
    },
    onProblem(error) {
      log?.warn({ platform: 'discord', reason: reasonOf(error) }, 'an event could not be read');
    },
    onLost(error) {
      log?.error({ platform: 'discord' }, error.message);
      config.onLost?.(error);
    },
  });
  await registerMenu({ ...config, applicationId });
  return {
    applicationId,
    async stop() {
      await gateway.close();
      stopping.abort();
      await Promise.all([interactions.stop(), queue.stop()]);
    },
  };
}

function isRequest(interaction: APIInteraction): interaction is DiscordRequest {
  if (interaction.type === InteractionType.ApplicationCommand)
    return interaction.data.type === ApplicationCommandType.ChatInput;
  if (interaction.type === InteractionType.ModalSubmit) return true;
  return (
    interaction.type === InteractionType.MessageComponent && interaction.data.component_type === ComponentType.Button
  );
}
