import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../db/client.ts';
import type { Adapter } from '../bots/adapter.ts';
import { commands } from '../bots/commands/index.ts';
import { menuOf } from '../bots/commands/menu.ts';
import { suggestFoods } from '../bots/commands/suggest.ts';
import { hasSecret } from '../bots/telegram/webhook.ts';
import type { Config } from '../config.ts';
import { lastSeen } from '../domain/conversation/last-seen.ts';
import type { FoodIndex } from '../domain/foods/food-index.ts';
import type { OperatorError } from '../domain/operator-error.ts';
import { appFact } from '../domain/system/app-fact.ts';
import type { GuardedRoute } from '../http.ts';
import type { Log } from '../log.ts';

export interface PlatformBot {
  readonly adapter: Adapter;
  /** Where people find the bot, once it is connected. */
  link(): string | null;
  /** Whether only one process may receive from it at a time. */
  readonly hasOneReceiver: boolean;
  /** What it takes over HTTP, by path. */
  readonly routes: Readonly<Record<string, GuardedRoute>>;
}

export interface PlatformOptions {
  readonly config: Config;
  readonly db: Database;
  readonly foods: FoodIndex;
  readonly clock: () => Temporal.Instant;
  readonly log: Log;
  /** Told when a platform ends the connection for good. */
  readonly onRefused: (error: OperatorError) => void;
}

/** The platforms that have a token. Their libraries are loaded only then. */
export async function createPlatforms(options: PlatformOptions): Promise<PlatformBot[]> {
  const { telegramBotToken, discordBotToken } = options.config;
  return Promise.all([
    ...(telegramBotToken ? [createTelegram(options, telegramBotToken)] : []),
    ...(discordBotToken ? [createDiscord(options, discordBotToken)] : []),
  ]);
}

async function createTelegram({ config, log, clock, onRefused }: PlatformOptions, token: string): Promise<PlatformBot> {
  const { createTelegramAdapter } = await import('../bots/telegram/create-adapter.ts');
  const { telegramWebhookUrl: url, telegramWebhookSecret: secret } = config;
  const adapter = createTelegramAdapter({
    token,
    apiRoot: config.telegramApiRoot,
    ...(url && secret ? { webhook: { url, secret } } : {}),
    menu: menuOf(commands),
    log,
    now: clock,
    onRefused,
  });
  return {
    adapter,
    link: adapter.link,
    hasOneReceiver: url === null,
    routes:
      url && secret
        ? { [new URL(url).pathname]: { admits: (headers) => hasSecret(headers, secret), take: adapter.webhook } }
        : {},
  };
}

async function createDiscord(options: PlatformOptions, token: string): Promise<PlatformBot> {
  const { config, db, foods, log, clock, onRefused } = options;
  const { createDiscordAdapter } = await import('../bots/discord/create-adapter.ts');
  const adapter = createDiscordAdapter({
    token,
    apiRoot: config.discordApiRoot,
    menu: menuOf(commands),
    suggest: suggestFoods({ db, foods, platform: 'discord', clock }),
    lastSeen: () => lastSeen(db, 'discord'),
    registeredMenu: appFact(db, 'discord.commands', 'The slash commands registered last', clock),
    onLost: onRefused,
    log,
  });
  return { adapter, link: adapter.link, hasOneReceiver: true, routes: {} };
}
