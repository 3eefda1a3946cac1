import type { CallbackQuery, MessageReactionUpdated, Message as TelegramMessage, Update, User } from 'telegraf/types';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Message } from '../message.ts';

/** Whom updates are addressed to. */
export interface Me {
  readonly id: number;
  readonly username: string;
  /** The commands that are ours in a group even without `@us` behind them. */
  readonly commands: ReadonlySet<string>;
}

/** What `respondTo` holds: where in a group, or in which topic, an answer belongs. */
export const respondToSchema = z.object({
  chatId: z.string(),
  messageId: z.number(),
  threadId: z.number().nullable(),
});

/** The update as a Message; null for what is not said to us by a person. */
export function toMessage(update: Update, me: Me, now: Temporal.Instant): Message | null {
  const eventKey = `update:${update.update_id}`;
  if ('callback_query' in update) return toPress(update.callback_query, eventKey, now);
  if ('message_reaction' in update) return toReaction(update.message_reaction, eventKey);
  if ('message' in update) return toWritten('text', update.message, eventKey, me);
  if ('edited_message' in update) return toWritten('edit', update.edited_message, eventKey, me);
  return null;
}

function toPress(query: CallbackQuery, eventKey: string, now: Temporal.Instant): Message | null {
  // Messages too old to be shown still have a chat and an id; presses without any are not under messages of ours.
  if (query.message === undefined || !('data' in query) || query.data === '') return null;
  return {
    kind: 'press',
    platform: 'telegram',
    eventKey,
    chatId: String(query.message.chat.id),
    isPrivate: query.message.chat.type === 'private',
    sender: toSender(query.from),
    sentAt: now.toString(),
    timeZone: null,
    respondTo: null,
    messageId: String(query.message.message_id),
    buttonId: query.data,
  };
}

/** A sign put under a message; one that is taken back says nothing. Groups tell administrators only. */
function toReaction(reaction: MessageReactionUpdated, eventKey: string): Message | null {
  const { chat, user, new_reaction: signs } = reaction;
  if (user === undefined || user.is_bot || signs.length === 0) return null;
  return {
    kind: 'reaction',
    platform: 'telegram',
    eventKey,
    chatId: String(chat.id),
    isPrivate: chat.type === 'private',
    sender: toSender(user),
    sentAt: Temporal.Instant.fromEpochMilliseconds(reaction.date * 1000).toString(),
    timeZone: null,
    respondTo: null,
    messageId: String(reaction.message_id),
  };
}

function toWritten(
  kind: 'text' | 'edit',
  message: Update.MessageUpdate['message'] | Update.EditedMessageUpdate['edited_message'],
  eventKey: string,
  me: Me,
): Message | null {
  const { from, chat } = message;
  if (from === undefined || from.is_bot || message.sender_chat !== undefined) return null;
  const media = toMedia(message);
  const words = wordsOf(message);
  if (words === null && media.length === 0) return null;
  const isPrivate = chat.type === 'private';
  const text = addressedText(message, words ?? '', isPrivate, me);
  if (text === null) return null;
  const threadId = message.is_topic_message ? (message.message_thread_id ?? null) : null;
  const editedAtS = 'edit_date' in message ? message.edit_date : undefined;
  return {
    kind,
    platform: 'telegram',
    eventKey,
    chatId: String(chat.id),
    ...(threadId === null ? {} : { threadId: String(threadId) }),
    isPrivate,
    sender: toSender(from),
    sentAt: Temporal.Instant.fromEpochMilliseconds((editedAtS ?? message.date) * 1000).toString(),
    timeZone: null,
    respondTo:
      isPrivate && threadId === null ? null : { chatId: String(chat.id), messageId: message.message_id, threadId },
    messageId: String(message.message_id),
    text: storable(text),
    media,
    ...('media_group_id' in message && message.media_group_id !== undefined ? { albumId: message.media_group_id } : {}),
    replyToId: repliedTo(message)?.message_id.toString() ?? null,
  };
}

/** The words without our name in front; null when they are for somebody else. */
function addressedText(message: TelegramMessage, words: string, isPrivate: boolean, me: Me): string | null {
  const command = /^\/(\w{1,32})(?:@(\w+))?(?!\S)/.exec(words);
  const addressee = command?.[2]?.toLowerCase();
  if (addressee !== undefined && addressee !== me.username.toLowerCase()) return null;
  const text = addressee === undefined ? words : `/${command?.[1]}${words.slice(command?.[0].length)}`;
  if (isPrivate || addressee !== undefined) return text;
  const mention = mentionOfUs(message, words, me);
  if (mention !== null) return withoutStretch(words, mention);
  if (repliedTo(message)?.from?.id === me.id) return text;
  return command?.[1] !== undefined && me.commands.has(command[1].toLowerCase()) ? text : null;
}

function mentionOfUs(message: TelegramMessage, words: string, me: Me) {
  const entities =
    ('entities' in message ? message.entities : undefined) ??
    ('caption_entities' in message ? message.caption_entities : undefined) ??
    [];
  return (
    entities.find(({ type, offset, length, ...entity }) => {
      if (type === 'text_mention') return 'user' in entity && entity.user.id === me.id;
      return (
        type === 'mention' && words.slice(offset, offset + length).toLowerCase() === `@${me.username.toLowerCase()}`
      );
    }) ?? null
  );
}

const withoutStretch = (words: string, { offset, length }: { offset: number; length: number }) =>
  [words.slice(0, offset).trimEnd(), words.slice(offset + length).replace(/^[,:]?\s+/, '')].join(' ').trim();

function wordsOf(message: TelegramMessage): string | null {
  if ('text' in message) return message.text;
  return 'caption' in message ? (message.caption ?? null) : null;
}

function toMedia(
  message: TelegramMessage,
): { kind: 'photo' | 'voice' | 'file' | 'other'; handle: string; fileName: string | null }[] {
  // Sizes come smallest first.
  const photo = 'photo' in message ? message.photo.at(-1) : undefined;
  if (photo !== undefined) return [{ kind: 'photo', handle: photo.file_id, fileName: null }];
  if ('voice' in message) return [{ kind: 'voice', handle: message.voice.file_id, fileName: null }];
  // Animations come with a document of the same file.
  if ('animation' in message) return [other(message.animation)];
  if ('document' in message)
    return [{ kind: 'file', handle: message.document.file_id, fileName: fileName(message.document.file_name) }];
  if ('audio' in message)
    return [{ kind: 'file', handle: message.audio.file_id, fileName: fileName(message.audio.file_name) }];
  if ('video' in message) return [other(message.video)];
  if ('video_note' in message) return [other(message.video_note)];
  return 'sticker' in message ? [other(message.sticker)] : [];
}

const other = ({ file_id }: { file_id: string }) => ({ kind: 'other' as const, handle: file_id, fileName: null });

const fileName = (name: string | undefined) => (name === undefined ? null : storable(name));

/** The message it replies to; not the one that opened the topic, which everything in a topic refers to. */
function repliedTo(message: TelegramMessage) {
  const replied = 'reply_to_message' in message ? message.reply_to_message : undefined;
  return replied === undefined || 'forum_topic_created' in replied ? undefined : replied;
}

const toSender = (user: User) => ({
  id: String(user.id),
  name: storable([user.first_name, user.last_name].filter(Boolean).join(' ')) || null,
  locale: user.language_code ?? null,
});

/** PostgreSQL takes neither NUL nor halves of surrogate pairs. */
const storable = (text: string) => text.replace(/\0/g, '').replace(/\p{Surrogate}/gu, '\ufffd');
