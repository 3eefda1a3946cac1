import type { Temporal } from 'temporal-polyfill';
import {
  type Adapter,
  type Chat,
  FetchError,
  SendError,
  type SendOptions,
  type SentMessage,
} from '../../bots/adapter.ts';
import type { OutgoingReply } from '../../bots/reply.ts';
import { plainText } from '../../bots/text.ts';

export type ScenarioPlatform = 'telegram' | 'discord';

/** A message of the bot's as a scenario prints it. */
export interface BotMessage {
  readonly id: string;
  readonly account: string;
  readonly on: ScenarioPlatform;
  /** The thread it stands in. */
  readonly thread: string | null;
  text: string;
  buttons: { label: string; id: string }[];
}

/** A form that stands open over somebody's chat. */
export interface OpenForm {
  readonly account: string;
  readonly on: ScenarioPlatform;
  readonly id: string;
}

export interface Wire {
  adapter(platform: ScenarioPlatform, split: Adapter['split']): Adapter;
  /** Makes the next sends to an account fail. */
  fail(platform: ScenarioPlatform, account: string, how: '403' | '429' | 'timeout', times: number): void;
  /** All messages of the bot's, oldest first, as they are now. */
  readonly messages: readonly BotMessage[];
  /** All forms that were opened, oldest first. */
  readonly forms: readonly OpenForm[];
}

const retryAfterMs = 5_000;

/**
 * The wire of a scenario: what would go to a platform is printed as a line, and fails when told to. `files` holds what
 * people have sent, by its handle.
 */
export function createWire(
  print: (line: object) => void,
  clock: () => Temporal.Instant,
  files: ReadonlyMap<string, Buffer>,
): Wire {
  const messages: BotMessage[] = [];
  const forms: OpenForm[] = [];
  const failures: { platform: ScenarioPlatform; account: string; how: '403' | '429' | 'timeout'; times: number }[] = [];

  function mayFail(platform: ScenarioPlatform, account: string): void {
    const failure = failures.find((one) => one.platform === platform && one.account === account && one.times > 0);
    if (!failure) return;
    failure.times -= 1;
    if (failure.how === '403') throw new SendError('blocked', 'bot was blocked by the user');
    if (failure.how === '429') throw new SendError('later', 'too many requests', retryAfterMs);
    throw new SendError('unknown', 'no answer in time');
  }

  const show = (message: BotMessage, reply: OutgoingReply, options: SendOptions, edits: string | null) => {
    message.text = plainText(reply.text);
    message.buttons = reply.buttons.flat().map(({ label, id }) => ({ label, id }));
    print({
      at: clock().toString(),
      to: personOf(message.account),
      on: message.on,
      id: message.id,
      // Scenario messages carry their own name as the platform's handle.
      in_reply_to: (options.respondTo as string | null) ?? null,
      text: message.text,
      buttons: reply.buttons.map((row) => row.map(({ label }) => label)),
      ...(reply.image ? { image: { alt: reply.image.alt } } : {}),
      ...(reply.file ? { file: { name: reply.file.name } } : {}),
      ...(message.thread === null ? {} : { thread: message.thread }),
      ...(edits ? { edits } : {}),
    });
  };

  /** A form is opened over the chat, and the card it is opened from stays as it was. */
  const open = (account: string, on: ScenarioPlatform, { form }: OutgoingReply, options: SendOptions): boolean => {
    if (on !== 'discord' || !form) return false;
    forms.push({ account, on, id: form.id });
    const modal = form.fields.map(({ key, label, choices, value }) => ({
      ...{ key, label },
      ...(choices.length > 0 ? { choices } : {}),
      ...(value === null ? {} : { value }),
    }));
    const inReplyTo = (options.respondTo as string | null) ?? null;
    const to = personOf(account);
    print({ at: clock().toString(), to, on, id: null, in_reply_to: inReplyTo, text: form.title, buttons: [], modal });
    return true;
  };

  return {
    messages,
    forms,
    fail: (platform, account, how, times) => failures.push({ platform, account, how, times }),
    adapter: (platform, split) => ({
      platform,
      split,
      async start() {},
      async stop() {},
      async fetch({ handle }) {
        const file = files.get(handle);
        if (!file) throw new FetchError('gone', 'no such file');
        return file;
      },
      async send({ accountId, threadId }: Chat, reply, options) {
        mayFail(platform, accountId);
        const id = `b${messages.length + 1}`;
        const message = { id, account: accountId, on: platform, thread: threadId ?? null, text: '', buttons: [] };
        messages.push(message);
        show(message, reply, options, null);
        return { chatId: chatOf(accountId), messageId: message.id };
      },
      async edit({ messageId }: SentMessage, reply, options) {
        const message = messages.find(({ id }) => id === messageId);
        if (!message) throw new SendError('gone', 'message to edit not found');
        mayFail(platform, message.account);
        if (open(message.account, platform, reply, options)) return;
        show(message, reply, options, messageId);
      },
      async remove({ messageId }: SentMessage) {
        const message = messages.find(({ id }) => id === messageId);
        if (!message) throw new SendError('gone', 'message to delete not found');
        mayFail(platform, message.account);
        print({ at: clock().toString(), to: personOf(message.account), on: platform, deletes: messageId });
      },
      async openThread(_chat, name) {
        return { threadId: name };
      },
    }),
  };
}

/** Accounts of a run are `name~run`, so that runs against one database do not meet. */
export const accountOf = (person: string, run: string): string => `${person}~${run}`;
/** The private chat of an account has an id of its own, as on the platforms. */
export const chatOf = (account: string): string => `chat with ${account}`;

export const personOf = (account: string): string => account.slice(0, account.lastIndexOf('~'));
