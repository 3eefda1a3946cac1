import {
  type APIChatInputApplicationCommandInteraction,
  type APIMessage,
  type APIMessageComponentButtonInteraction,
  type APIModalSubmitInteraction,
  type APIUser,
  type APIApplicationCommandInteractionDataOption as ApiOption,
  ApplicationCommandOptionType,
  type GatewayMessageReactionAddDispatchData,
  InteractionContextType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  SnowflakeUtil,
} from 'discord.js';
import { Temporal } from 'temporal-polyfill';
import type { Message } from '../message.ts';

type Written = Extract<Message, { kind: 'text' | 'edit' }>;
type Media = Written['media'][number];

/** A message as the gateway dispatches it and as a channel's history lists it; the history does not name the server. */
export type DiscordMessage = APIMessage & { readonly guild_id?: string };

/** A slash command, a press or a form handed in: what can be answered. */
export type DiscordRequest =
  | APIChatInputApplicationCommandInteraction
  | APIMessageComponentButtonInteraction
  | APIModalSubmitInteraction;

/** Whether a message is a person's words to us: any in a private chat, on a server those that mention us. */
export function isForUs(message: DiscordMessage, ourUserId: string): boolean {
  const type = message.type ?? MessageType.Default;
  const isWords = type === MessageType.Default || type === MessageType.Reply;
  const isByPerson = message.author.bot !== true && message.author.system !== true && message.webhook_id === undefined;
  const isHeard = message.guild_id === undefined || (message.mentions ?? []).some((user) => user.id === ourUserId);
  return isWords && isByPerson && isHeard && message.author.id !== ourUserId;
}

/** What a person wrote. */
export function toText(message: DiscordMessage, ourUserId: string): Message {
  return { kind: 'text', eventKey: `message:${message.id}`, ...written(message, ourUserId, message.timestamp) };
}

/** What a person changed a message to, or null if nobody changed it: embeds that resolve come as updates as well. */
export function toEdit(message: DiscordMessage, ourUserId: string): Message | null {
  const editedAt = message.edited_timestamp;
  if (!editedAt) return null;
  return {
    kind: 'edit',
    eventKey: `edit:${message.id}:${instant(editedAt, message.id)}`,
    ...written(message, ourUserId, editedAt),
  };
}

/** A message that was removed. Discord tells neither who nor when. */
export function toDelete(messageId: string, channelId: string, isPrivate: boolean, now: string): Message {
  return {
    kind: 'delete',
    platform: 'discord',
    eventKey: `delete:${messageId}`,
    chatId: channelId,
    isPrivate,
    sender: null,
    sentAt: now,
    timeZone: null,
    respondTo: null,
    messageId,
  };
}

/** A sign put under a message. */
export function toReaction(reaction: GatewayMessageReactionAddDispatchData, now: string): Message {
  const { message_id: messageId, user_id: id, channel_id: chatId, emoji } = reaction;
  return {
    kind: 'reaction',
    platform: 'discord',
    eventKey: `reaction:${messageId}:${id}:${emoji.id ?? emoji.name ?? ''}`,
    chatId,
    isPrivate: reaction.guild_id === undefined,
    sender: { id, name: null, locale: null },
    sentAt: now,
    timeZone: null,
    respondTo: null,
    messageId,
  };
}

/** A slash command, a press or a form handed in. `respondTo` is what answers it. */
export function fromRequest(request: DiscordRequest, respondTo: unknown): Message {
  const user = request.member?.user ?? request.user;
  const common = {
    platform: 'discord' as const,
    eventKey: `interaction:${request.id}`,
    chatId: channelOf(request),
    isPrivate: isPrivate(request),
    sender: user === undefined ? null : sender(user, request.member?.nick ?? null, request.locale ?? null),
    sentAt: Temporal.Instant.fromEpochMilliseconds(SnowflakeUtil.timestampFrom(request.id)).toString(),
    timeZone: null,
    respondTo,
    canAnswerAlone: true,
  };
  if ('components' in request.data) {
    const { custom_id: formId, components } = request.data;
    return { kind: 'submit', ...common, messageId: request.message?.id ?? null, formId, fields: fieldsOf(components) };
  }
  if ('custom_id' in request.data)
    return { kind: 'press', ...common, messageId: request.message?.id ?? request.id, buttonId: request.data.custom_id };
  return {
    kind: 'command',
    ...common,
    messageId: null,
    name: request.data.name,
    options: optionsOf(request.data.options),
  };
}

/** The chat an interaction happened in. */
export const channelOf = (request: DiscordRequest): string => request.channel?.id ?? request.channel_id ?? request.id;

/** Whether nobody but the person and us sees the chat an interaction happened in. */
export const isPrivate = (request: DiscordRequest): boolean =>
  request.context === undefined || request.context === null
    ? request.guild_id === undefined
    : request.context === InteractionContextType.BotDM;

function written(message: DiscordMessage, ourUserId: string, at: string) {
  return {
    platform: 'discord' as const,
    chatId: message.channel_id,
    isPrivate: message.guild_id === undefined,
    sender: sender(message.author, null, null),
    sentAt: instant(at, message.id),
    timeZone: null,
    respondTo: null,
    messageId: message.id,
    text: wordsOf(message.content, ourUserId),
    media: mediaOf(message),
    replyToId: repliedTo(message),
  };
}

/** Without the mention that called us, and fit to be stored: no NUL, no halves of surrogate pairs. */
function wordsOf(content: string, ourUserId: string): string {
  const text = content.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');
  const called = new RegExp(`[^\\S\\n]*<@!?${ourUserId}>[^\\S\\n]*`, 'gu');
  return called.test(text) ? text.replace(called, ' ').trim() : text;
}

function repliedTo({ message_reference: reference }: DiscordMessage): string | null {
  const isReply =
    reference !== undefined && (reference.type ?? MessageReferenceType.Default) === MessageReferenceType.Default;
  return isReply ? (reference.message_id ?? null) : null;
}

/** Links to attachments run out; `channel/message/attachment` can always be looked up anew. */
function mediaOf(message: DiscordMessage): Media[] {
  const isVoice = ((message.flags ?? 0) & MessageFlags.IsVoiceMessage) !== 0;
  const attachments = (message.attachments ?? []).map((attachment): Media => {
    const type = attachment.content_type ?? '';
    const kind = isVoice || type.startsWith('audio/') ? 'voice' : type.startsWith('image/') ? 'photo' : 'file';
    return {
      kind,
      handle: `${message.channel_id}/${message.id}/${attachment.id}`,
      fileName: attachment.filename.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd'),
    };
  });
  const stickers = (message.sticker_items ?? []).map(
    ({ id }): Media => ({ kind: 'other', handle: `sticker/${id}`, fileName: null }),
  );
  return [...attachments, ...stickers];
}

const sender = (user: APIUser, nick: string | null, locale: string | null) => ({
  id: user.id,
  name: nick ?? user.global_name ?? user.username ?? null,
  locale,
});

function optionsOf(options: readonly ApiOption[] = []): Record<string, string | number | boolean> {
  return Object.fromEntries(
    options.flatMap((option) => {
      if (
        option.type === ApplicationCommandOptionType.Subcommand ||
        option.type === ApplicationCommandOptionType.SubcommandGroup
      )
        return Object.entries(optionsOf(option.options));
      return [[option.name, typeof option.value === 'string' ? stored(option.value) : option.value]];
    }),
  );
}

/** What was typed or chosen, by the fields' keys. */
function fieldsOf(components: APIModalSubmitInteraction['data']['components']): Record<string, string> {
  const filled = components.flatMap((one) =>
    'component' in one ? [one.component] : 'components' in one ? one.components : [],
  );
  return Object.fromEntries(
    filled.flatMap((field) => {
      if ('value' in field && typeof field.value === 'string') return [[field.custom_id, stored(field.value)]];
      return 'values' in field ? [[field.custom_id, field.values.map(stored).join(', ')]] : [];
    }),
  );
}

const stored = (text: string) => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');

/** An instant in one form, whatever the number of decimals; that of the message's id where Discord gave none. */
function instant(at: string | null | undefined, messageId: string): string {
  try {
    return Temporal.Instant.from(at ?? '').toString();
  } catch {
    return Temporal.Instant.fromEpochMilliseconds(SnowflakeUtil.timestampFrom(messageId)).toString();
  }
}
