import https from 'node:https';
import { Telegraf } from 'telegraf';
import type { Update } from 'telegraf/types';
import { Temporal } from 'temporal-polyfill';
import { OperatorError } from '../../domain/operator-error.ts';
import type { Adapter } from '../adapter.ts';
import type { MenuEntry } from '../menu.ts';
import type { Message } from '../message.ts';
import { insist, refusedToken } from './connect.ts';
import { type Signal, withDeadline } from './deadline.ts';
import { fetchFile } from './fetch-file.ts';
import { isConflict, isUnauthorized, pollUpdates } from './poll.ts';
import { publishMenu } from './publish-menu.ts';
import { editReply, openTopic, removeSent, sendReply } from './send.ts';
import { reasonOf, redactor } from './send-failure.ts';
import { splitReply } from './split.ts';
import { type Me, toMessage } from './to-message.ts';
import { takeWebhook, type WebhookRequest } from './webhook.ts';

export interface TelegramConfig {
  readonly token: string;
  /** A self-hosted Bot API server or a proxy. */
  readonly apiRoot?: string;
  /** Where Telegram posts updates, with the secret it shows; without it, updates are fetched. */
  readonly webhook?: { readonly url: string; readonly secret: string };
  readonly menu: readonly MenuEntry[];
  readonly log?: Log;
  readonly now?: () => Temporal.Instant;
  /** Told when Telegram stops accepting the token while running. Nothing is received any more then. */
  readonly onRefused?: (error: OperatorError) => void;
  /** How long `start` tries to reach Telegram. */
  readonly startTimeoutMs?: number;
  /** How long one fetch waits for updates. */
  readonly pollTimeoutS?: number;
  /** The wait after a first failure. */
  readonly retryDelayMs?: number;
}

interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface TelegramAdapter extends Adapter {
  /** Where people find the bot; null until started. */
  link(): string | null;
  /** To be called with each request to the webhook's path. */
  webhook(request: WebhookRequest): Promise<{ status: number }>;
}

const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction'] as const;
const silent: Log = { info() {}, warn() {} };

/** Telegram through telegraf. Updates are confirmed only after they are committed, whichever way they come. */
export function createTelegramAdapter(config: TelegramConfig): TelegramAdapter {
  const { token, webhook, menu, log = silent, now = () => Temporal.Now.instant(), pollTimeoutS = 30 } = config;
  const redact = redactor(token);
  const bot = new Telegraf(token, {
    telegram: {
      apiRoot: `${config.apiRoot ?? 'https://api.telegram.org'}/`.replace(/\/+$/, '/'),
      agent: new https.Agent({ keepAlive: true, keepAliveMsecs: 10_000 }),
      webhookReply: false,
    },
    // How long a commit may take is not the library's to say.
    handlerTimeout: Number.POSITIVE_INFINITY,
  });
  const { telegram } = bot;
  const inHand = new Set<Promise<unknown>>();
  let me: Me | null = null;
  let receive: ((message: Message) => Promise<void>) | null = null;
  let poll: { stop(): Promise<void> } | null = null;

  bot.catch((error) => {
    throw error;
  });
  bot.use(async ({ update }) => {
    if (receive === null || me === null) throw new Error('The adapter is not started.');
    const message = understood(update, me);
    if (message !== null) await receive(message);
    const queryId = 'callback_query' in update ? update.callback_query?.id : undefined;
    if (queryId !== undefined) track(answer(queryId));
  });

  /** What we cannot read is passed over: it would hold up everything behind it for ever. */
  function understood(update: Update, addressee: Me): Message | null {
    try {
      return toMessage(update, addressee, now());
    } catch (error) {
      log.warn({ updateId: update.update_id, reason: reasonOf(error, redact) }, 'An update could not be read');
      return null;
    }
  }

  /** Ends the spinner on the button. Too late or failed, it ends by itself. */
  const answer = (queryId: string) =>
    withDeadline(5000, undefined, (signal) =>
      telegram.callApi('answerCallbackQuery', { callback_query_id: queryId }, { signal }),
    ).catch(() => {});

  function track<Result>(work: Promise<Result>): Promise<Result> {
    inHand.add(work);
    const done = () => inHand.delete(work);
    work.then(done, done);
    return work;
  }

  function onTrouble(error: unknown, step: 'fetch' | 'handle'): void {
    const reason = reasonOf(error, redact);
    // What a database says of a message may hold its words.
    if (step === 'handle') log.warn({}, 'A message from Telegram could not be kept; trying again');
    else if (isUnauthorized(error)) {
      log.warn({ reason }, 'Telegram stopped accepting the token');
      config.onRefused?.(refusedToken());
    } else if (isConflict(error))
      log.warn({ reason }, 'Another process receives with the same Telegram token; waiting');
    else log.warn({ reason }, 'Cannot receive from Telegram; trying again');
  }

  const reach = <Result>(call: (signal: Signal) => Promise<Result>) =>
    insist(telegram, redact, config.startTimeoutMs ?? 15_000, call);

  async function listen(): Promise<void> {
    if (webhook !== undefined) {
      const { url, secret } = webhook;
      const wanted = { url, secret_token: secret, allowed_updates: allowedUpdates };
      await reach((signal) => telegram.callApi('setWebhook', wanted, { signal })).catch((error) => {
        if (error instanceof OperatorError) throw error;
        throw new OperatorError(`Telegram does not take TELEGRAM_WEBHOOK_URL: ${reasonOf(error, redact)}`);
      });
      return;
    }
    await reach((signal) => telegram.callApi('deleteWebhook', { drop_pending_updates: false }, { signal }));
    poll = pollUpdates({
      fetchUpdates: (offset, waitS, signal) =>
        // The answer is due when the wait is over; a connection that died says nothing.
        withDeadline((waitS + 15) * 1000, signal, (either) =>
          telegram.callApi(
            'getUpdates',
            { offset, timeout: waitS, limit: 100, allowed_updates: allowedUpdates },
            { signal: either },
          ),
        ),
      handle: (update) => bot.handleUpdate(update),
      onTrouble,
      onRecovery: () => log.info({}, 'Receiving from Telegram again'),
      waitS: pollTimeoutS,
      isFatal: isUnauthorized,
      retryDelayMs: config.retryDelayMs ?? 1000,
    });
  }

  return {
    platform: 'telegram',

    async start(onMessage) {
      checkSettings(config);
      const botInfo = await reach((signal) => telegram.callApi('getMe', {}, { signal }));
      bot.botInfo = botInfo;
      const commands = new Set(menu.flatMap(({ name, aliases = [] }) => [name, ...aliases]));
      me = { id: botInfo.id, username: botInfo.username, commands };
      receive = onMessage;
      await withDeadline(5000, undefined, (signal) => publishMenu(telegram, menu, signal)).catch((error: unknown) => {
        log.warn({ reason: reasonOf(error, redact) }, 'The command menu could not be set');
      });
      await listen();
    },

    split: splitReply,
    send: (chat, reply, options) => sendReply(telegram, redact, chat, reply, options),
    edit: (sent, reply, options) => editReply(telegram, redact, sent, reply, options),
    remove: (sent, options) => removeSent(telegram, redact, sent, options),
    openThread: (chat, name, signal) => openTopic(telegram, redact, chat, name, signal),
    fetch: ({ handle }, signal) => fetchFile(telegram, redact, handle, signal),

    async stop() {
      const polling = poll;
      poll = null;
      // A webhook stays set: other processes may receive by it, and what comes meanwhile is kept for us.
      if (polling === null) receive = null;
      await polling?.stop();
      receive = null;
      await Promise.allSettled(inHand);
    },

    link: () => (me === null ? null : `https://t.me/${me.username}`),

    async webhook(request) {
      if (webhook === undefined || receive === null) return { status: 503 };
      const handle = (update: Update) =>
        bot.handleUpdate(update).catch((error: unknown) => {
          onTrouble(error, 'handle');
          throw error;
        });
      return track(takeWebhook(request, webhook.secret, handle));
    },
  };
}

function checkSettings({ token, webhook }: TelegramConfig): void {
  if (!/^\d+:[\w-]+$/.test(token)) throw refusedToken();
  if (webhook !== undefined && !/^[\w-]{1,256}$/.test(webhook.secret))
    throw new OperatorError(
      'TELEGRAM_WEBHOOK_SECRET must be 1 to 256 letters, digits, _ or -; make one with: openssl rand -hex 32',
    );
}
