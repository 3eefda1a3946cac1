import type { Telegram } from 'telegraf';
import type { InlineKeyboardMarkup, Message, ReplyParameters } from 'telegraf/types';
import { type Chat, SendError, type SendOptions, type SentMessage } from '../adapter.ts';
import type { OutgoingFile, OutgoingPicture, OutgoingReply } from '../reply.ts';
import { type Signal, withDeadline } from './deadline.ts';
import { isBlank, renderHtml, toRuns, withoutMentions } from './render.ts';
import { isCaptioned, isUnchanged, toSendError } from './send-failure.ts';
import { captionRuns } from './split.ts';
import { respondToSchema } from './to-message.ts';

const timeoutMs = 30_000;
const noPreview = { link_preview_options: { is_disabled: true } } as const;

/** Sends one message. Telegram has no key against sending twice: `unknown` may mean that it arrived. */
export async function sendReply(
  telegram: Telegram,
  redact: (text: string) => string,
  chat: Chat,
  reply: OutgoingReply,
  options: SendOptions,
): Promise<SentMessage> {
  const chatId = targetOf(chat, options);
  const html = htmlOf(reply, chatId);
  const place = chat.threadId ? { message_thread_id: toNumber(chat.threadId) } : placeOf(chatId, options.respondTo);
  const silence = reply.isSilent ? { disable_notification: true } : {};
  const common = { chat_id: chatId, parse_mode: 'HTML' as const, ...silence, ...keyboardOf(reply) };
  const { image, file } = reply;
  // Forms cannot carry whom it replies to: telegraf leaves nested fields out.
  const form = { ...common, ...threadOf(place), ...captionOf(html) };
  try {
    const sent = await withDeadline<Pick<Message, 'chat' | 'message_id'>>(timeoutMs, options.signal, (signal) => {
      if (file?.isVoice) return telegram.callApi('sendVoice', { ...form, voice: sourceOf(file) }, { signal });
      if (file) return telegram.callApi('sendDocument', { ...form, document: sourceOf(file) }, { signal });
      return image === undefined
        ? telegram.callApi('sendMessage', { ...common, ...place, text: html, ...noPreview }, { signal })
        : telegram.callApi('sendPhoto', { ...form, photo: fileOf(image) }, { signal });
    });
    return { chatId: String(sent.chat.id), messageId: String(sent.message_id) };
  } catch (error) {
    throw toSendError(error, redact);
  }
}

/** Takes a message of ours away. Telegram lets us for two days. */
export async function removeSent(
  telegram: Telegram,
  redact: (text: string) => string,
  sent: SentMessage,
  options: SendOptions,
): Promise<void> {
  const which = { chat_id: toNumber(sent.chatId), message_id: toNumber(sent.messageId) };
  try {
    await withDeadline(timeoutMs, options.signal, (signal) => telegram.callApi('deleteMessage', which, { signal }));
  } catch (error) {
    throw toSendError(error, redact);
  }
}

/** Opens a topic in a chat that has them. */
export async function openTopic(
  telegram: Telegram,
  redact: (text: string) => string,
  { id, accountId }: Chat,
  name: string,
  outer: AbortSignal,
): Promise<{ readonly threadId: string }> {
  try {
    const topic = await withDeadline(timeoutMs, outer, (signal) =>
      telegram.callApi('createForumTopic', { chat_id: toNumber(id ?? accountId), name }, { signal }),
    );
    return { threadId: String(topic.message_thread_id) };
  } catch (error) {
    throw toSendError(error, redact);
  }
}

/** Changes a message of ours to this reply, picture or not. */
export async function editReply(
  telegram: Telegram,
  redact: (text: string) => string,
  sent: SentMessage,
  reply: OutgoingReply,
  options: SendOptions,
): Promise<void> {
  const chatId = toNumber(sent.chatId);
  const html = htmlOf(reply, chatId);
  const common = { chat_id: chatId, message_id: toNumber(sent.messageId), ...keyboardOf(reply) };
  const { image } = reply;
  const change = async (signal: Signal) => {
    if (image !== undefined) {
      const media = { type: 'photo' as const, media: fileOf(image), parse_mode: 'HTML' as const, ...captionOf(html) };
      await telegram.callApi('editMessageMedia', { ...common, media }, { signal });
      return;
    }
    try {
      await telegram.callApi(
        'editMessageText',
        { ...common, text: html, parse_mode: 'HTML', ...noPreview },
        { signal },
      );
    } catch (error) {
      if (!isCaptioned(error)) throw error;
      await telegram.callApi('editMessageCaption', { ...common, caption: html, parse_mode: 'HTML' }, { signal });
    }
  };
  try {
    await withDeadline(timeoutMs, options.signal, change);
  } catch (error) {
    if (!isUnchanged(error)) throw toSendError(error, redact);
  }
}

/** A person's private chat has the person's id. What only one may see goes there, as groups show everything to all. */
function targetOf({ id, accountId }: Chat, { isEphemeral }: SendOptions): number {
  const chatId = toNumber(id ?? accountId);
  return isEphemeral && isGroup(chatId) ? toNumber(accountId) : chatId;
}

const isGroup = (chatId: number) => chatId < 0;

function htmlOf(reply: OutgoingReply, chatId: number): string {
  const runs = reply.image === undefined ? toRuns(reply.text) : captionRuns(reply.text, reply.image);
  if (isBlank(runs) && reply.image === undefined && reply.file === undefined)
    throw new SendError('rejected', 'There is no text to send.');
  return renderHtml(isGroup(chatId) ? withoutMentions(runs) : runs);
}

function keyboardOf({ buttons }: OutgoingReply): { reply_markup?: InlineKeyboardMarkup } {
  if (!buttons.some((row) => row.length > 0)) return {};
  return {
    reply_markup: {
      inline_keyboard: buttons.map((row) => row.map(({ label, id }) => ({ text: label, callback_data: id }))),
    },
  };
}

/** In a group the answer hangs below the question; in a topic it stays there. */
function placeOf(
  chatId: number,
  respondTo: unknown,
): { reply_parameters?: ReplyParameters; message_thread_id?: number } {
  const asked = respondToSchema.safeParse(respondTo).data;
  if (asked === undefined || asked.chatId !== String(chatId)) return {};
  return {
    reply_parameters: { message_id: asked.messageId, allow_sending_without_reply: true },
    ...(asked.threadId === null ? {} : { message_thread_id: asked.threadId }),
  };
}

const threadOf = (place: ReturnType<typeof placeOf>) =>
  place.message_thread_id === undefined ? {} : { message_thread_id: place.message_thread_id };

const captionOf = (html: string) => (html === '' ? {} : { caption: html });

const fileOf = ({ bytes, mime }: OutgoingPicture) => ({
  source: bytes,
  filename: mime === 'image/png' ? 'picture.png' : 'picture.jpg',
});

const sourceOf = ({ bytes, name }: OutgoingFile) => ({ source: bytes, filename: name });

function toNumber(id: string): number {
  const number = Number(id);
  if (!Number.isSafeInteger(number)) throw new SendError('rejected', `"${id}" is no Telegram id.`);
  return number;
}
