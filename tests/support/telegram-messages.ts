import { type Entity, isEmpty, kept, type Parsed, parseHtml } from './telegram-html.ts';
import type { Body } from './telegram-request.ts';

/** A message of the bot's, as the person has it on the screen. */
export interface BotMessage {
  readonly chatId: number;
  readonly messageId: number;
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly buttons: readonly (readonly { readonly label: string; readonly data: string }[])[];
  readonly photo: Buffer | null;
  /** A voice message or a document. */
  readonly file?: { readonly kind: 'voice' | 'document'; readonly bytes: Buffer };
  readonly repliesTo: number | null;
  readonly threadId: number | null;
  readonly hasPreview: boolean;
  readonly edits: number;
}

/** What the Bot API answers when it does not do something. */
export class Refusal extends Error {
  readonly status: number;
  readonly parameters: Readonly<Record<string, number>> | undefined;
  constructor(status: number, description: string, parameters?: Readonly<Record<string, number>>) {
    super(description);
    this.status = status;
    this.parameters = parameters;
  }
}

interface StoreConfig {
  /** Undefined for people who never started the bot. */
  readonly reachOf: (chatId: number) => 'yes' | 'blocked' | undefined;
  /** Whether a chat has a topic; asked for any that is named. */
  readonly hasThread: (chatId: number, threadId: number) => boolean;
  readonly nextId: () => number;
  readonly toApi: (message: BotMessage) => unknown;
}

/** What the bot said, and the Bot API's methods that change it. */
export function createMessageStore({ reachOf, hasThread, nextId, toApi }: StoreConfig) {
  const messages = new Map<string, BotMessage>();
  const keyOf = ({ chatId, messageId }: { chatId: number; messageId: number }) => `${chatId}:${messageId}`;

  function ours(body: Body): BotMessage {
    const message = messages.get(`${body.chat_id}:${body.message_id}`);
    if (message === undefined) throw new Refusal(400, 'Bad Request: message to edit not found');
    return message;
  }

  function add(body: Body, { text, entities }: Parsed, photo: Buffer | null, file?: BotMessage['file']): unknown {
    const chatId = Number(body.chat_id);
    const reach = reachOf(chatId);
    if (reach === undefined) throw new Refusal(400, 'Bad Request: chat not found');
    if (reach === 'blocked') throw new Refusal(403, 'Forbidden: bot was blocked by the user');
    const threadId = body.message_thread_id === undefined ? null : Number(body.message_thread_id);
    if (threadId !== null && !hasThread(chatId, threadId))
      throw new Refusal(400, 'Bad Request: message thread not found');
    const preview = body.link_preview_options as { is_disabled?: boolean } | undefined;
    const reply = body.reply_parameters as { message_id: number } | undefined;
    const message: BotMessage = {
      chatId,
      messageId: nextId(),
      text,
      entities,
      buttons: readButtons(body),
      photo,
      ...(file ? { file } : {}),
      repliesTo: reply?.message_id ?? null,
      threadId,
      hasPreview: photo === null && preview?.is_disabled !== true,
      edits: 0,
    };
    messages.set(keyOf(message), message);
    return toApi(message);
  }

  function change(message: BotMessage, body: Body, { text, entities }: Parsed, photo: Buffer | null): unknown {
    const changedMessage = { ...message, text, entities, buttons: readButtons(body), photo };
    if (JSON.stringify(changedMessage) === JSON.stringify(message))
      throw new Refusal(
        400,
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      );
    messages.set(keyOf(message), { ...changedMessage, edits: message.edits + 1 });
    return toApi(changedMessage);
  }

  const fileMethods = Object.fromEntries(
    (['voice', 'document'] as const).map((kind) => [
      kind === 'voice' ? 'sendVoice' : 'sendDocument',
      (body: Body) => {
        const bytes = body[kind];
        if (!(bytes instanceof Buffer)) throw new Refusal(400, `Bad Request: there is no ${kind} in the request`);
        return add(body, readText(body, 'caption', 1024), null, { kind, bytes });
      },
    ]),
  );

  const methods: Readonly<Record<string, (body: Body) => unknown>> = {
    sendMessage: (body) => add(body, readText(body, 'text', 4096), null),
    sendPhoto: (body) => {
      if (!(body.photo instanceof Buffer)) throw new Refusal(400, 'Bad Request: there is no photo in the request');
      return add(body, readText(body, 'caption', 1024), body.photo);
    },
    ...fileMethods,
    editMessageText: (body) => {
      const message = ours(body);
      if (message.photo !== null || message.file)
        throw new Refusal(400, 'Bad Request: there is no text in the message to edit');
      return change(message, body, readText(body, 'text', 4096), null);
    },
    editMessageCaption: (body) => change(ours(body), body, readText(body, 'caption', 1024), ours(body).photo),
    editMessageMedia: (body) => {
      const media = JSON.parse(String(body.media));
      const photo = body[String(media.media).replace('attach://', '')];
      if (!(photo instanceof Buffer)) throw new Refusal(400, 'Bad Request: there is no photo in the request');
      return change(ours(body), body, readText(media, 'caption', 1024), photo);
    },
    deleteMessage: (body) => messages.delete(keyOf(ours(body))),
  };

  return {
    methods,
    find: (chatId: number, messageId: number) => messages.get(`${chatId}:${messageId}`),
    said: (chatId: number) => [...messages.values()].filter((message) => message.chatId === chatId),
    clear: () => messages.clear(),
  };
}

/** Each formatted piece as `type:words`. */
export const marksOf = ({ text, entities }: BotMessage): string[] =>
  entities.map(({ type, offset, length }) => `${type}:${text.slice(offset, offset + length)}`);

/** Whom a message pings: people named in a group, and people linked to by id anywhere. */
export const pingsOf = ({ chatId, text, entities }: BotMessage): string[] => [
  ...(chatId < 0 ? (text.match(/(?<!\w)@\w{2,32}\b/g) ?? []) : []),
  ...entities.flatMap(({ url }) => (url?.startsWith('tg://user') ? [url] : [])),
];

function readText(body: Body, field: 'text' | 'caption', limit: number): Parsed {
  const raw = String(body[field] ?? '');
  if (Buffer.byteLength(raw) > 1 << 15) throw new Refusal(400, 'Bad Request: text is too long');
  const parsed = body.parse_mode === 'HTML' ? parseHtml(raw) : { text: kept(raw), entities: [] };
  if (field === 'text' && isEmpty(parsed.text)) throw new Refusal(400, 'Bad Request: message text is empty');
  if (parsed.text.length > limit)
    throw new Refusal(400, `Bad Request: message ${field === 'text' ? '' : 'caption '}is too long`);
  return parsed;
}

function readButtons(body: Body): { label: string; data: string }[][] {
  const markup = typeof body.reply_markup === 'string' ? JSON.parse(body.reply_markup) : body.reply_markup;
  const rows: { text: string; callback_data: string }[][] = markup?.inline_keyboard ?? [];
  return rows.map((row) =>
    row.map(({ text, callback_data }) => {
      const bytes = Buffer.byteLength(callback_data);
      if (bytes < 1 || bytes > 64) throw new Refusal(400, 'Bad Request: BUTTON_DATA_INVALID');
      if (kept(text) === '') throw new Refusal(400, 'Bad Request: inline keyboard button text is empty');
      return { label: text, data: callback_data };
    }),
  );
}
