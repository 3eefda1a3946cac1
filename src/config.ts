import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { OperatorError } from './domain/operator-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const isAddress = (...protocols: string[]) => {
  return (text: string) => URL.canParse(text) && protocols.includes(new URL(text).protocol.replace(':', ''));
};
const apiRoot = z
  .string()
  .refine(isAddress('http', 'https'), 'is not an http(s) address: write one like https://api.example.org')
  .transform((text) => text.replace(/\/+$/, ''));

/** One entry a setting. What a check says completes the sentence that the setting's name begins; no value is repeated, since any may be a secret. */
const settings = z.object({
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'is not a bot token: copy the whole line that BotFather gave, like 123456789:AAE…')
    .optional(),
  DISCORD_BOT_TOKEN: z
    .string()
    .regex(
      /^[^\s"']+$/,
      'is not a bot token: copy it from the Bot page of the developer portal, without "Bot" before it',
    )
    .optional(),
  DATABASE_URL: z
    .string()
    .refine(
      isAddress('postgres', 'postgresql'),
      'is not a PostgreSQL address: write postgres://user:password@host:5432/name, or leave it out to use the built-in one',
    )
    .optional(),
  REDIS_URL: z
    .string()
    .refine(
      isAddress('redis', 'rediss'),
      'is not a Redis address: write redis://host:6379, or leave it out to keep the queue in PostgreSQL',
    )
    .optional(),
  TELEGRAM_API_ROOT: apiRoot.default('https://api.telegram.org'),
  DISCORD_API_ROOT: apiRoot.default('https://discord.com/api'),
  TELEGRAM_WEBHOOK_URL: z
    .string()
    .refine(
      (text) => isAddress('http', 'https')(text) && new URL(text).pathname !== '/',
      'is not an address with a path: write one like https://bot.example.org/telegram, or leave it out to poll',
    )
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 letters, digits, _ or -: write what `openssl rand -hex 32` prints')
    .optional(),
  ADMINS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine(
      (entries) => entries.every((entry) => /^(telegram|discord):\d+$/.test(entry)),
      'is not a list of platform ids: write telegram:123456789, discord:123456789012345678',
    )
    .transform((entries) =>
      entries.map((entry) => {
        const [platform, accountId = ''] = entry.split(':');
        return { platform: platform === 'telegram' ? ('telegram' as const) : ('discord' as const), accountId };
      }),
    )
    .default([]),
  CRISIS_TEXT: z.string().max(1500, 'is too long: write at most 1500 characters').optional(),
  SPOTTER_DATA_DIR: z.string().default('.spotter'),
  MEDIA_DIR: z.string().optional(),
  HTTP_PORT: z
    .string()
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
      'is not a port: write 0 to 65535, 0 for any free one',
    )
    .transform(Number)
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `is not a level: write one of ${logLevels.join(', ')}`).default('info'),
});

/** The names of all settings, as they are written in the environment and in `.env.example`. */
export const settingNames: readonly string[] = Object.keys(settings.shape);

export type Config = ReturnType<typeof readConfig>;

/**
 * Reads the settings from the environment and from `.env` in `cwd`; the environment wins, and a setting that is empty
 * there counts as not set even if the file has it. Folders come out absolute. Throws an OperatorError that names the
 * first wrong setting and never repeats its value.
 */
export function readConfig(env: Environment, { cwd }: { cwd: string }) {
  const merged: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...readEnvFile(cwd), ...env })) {
    const text = value?.trim();
    if (text) merged[name] = text;
  }
  const parsed = settings.safeParse(merged);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new OperatorError(`${String(issue?.path[0])} ${issue?.message}.`);
  }
  const is = parsed.data;
  if (is.TELEGRAM_WEBHOOK_URL && !is.TELEGRAM_WEBHOOK_SECRET) {
    throw new OperatorError(
      'TELEGRAM_WEBHOOK_SECRET is missing: a webhook needs one, so write what `openssl rand -hex 32` prints.',
    );
  }
  const dataDir = resolve(cwd, is.SPOTTER_DATA_DIR);
  return {
    telegramBotToken: is.TELEGRAM_BOT_TOKEN ?? null,
    discordBotToken: is.DISCORD_BOT_TOKEN ?? null,
    /** Null: use the embedded PostgreSQL. */
    databaseUrl: is.DATABASE_URL ?? null,
    /** Null: the queue lives in PostgreSQL. */
    redisUrl: is.REDIS_URL ?? null,
    telegramApiRoot: is.TELEGRAM_API_ROOT,
    discordApiRoot: is.DISCORD_API_ROOT,
    /** Null: poll. */
    telegramWebhookUrl: is.TELEGRAM_WEBHOOK_URL ?? null,
    telegramWebhookSecret: is.TELEGRAM_WEBHOOK_SECRET ?? null,
    admins: is.ADMINS,
    /** Null: use our own words. */
    crisisText: is.CRISIS_TEXT ?? null,
    dataDir,
    mediaDir: is.MEDIA_DIR ? resolve(cwd, is.MEDIA_DIR) : join(dataDir, 'media'),
    /** 0: any free one. A webhook must be found where the proxy looks for it, so it has a fixed one. */
    httpPort: is.HTTP_PORT ?? (is.TELEGRAM_WEBHOOK_URL ? 8080 : 0),
    logLevel: is.LOG_LEVEL,
  };
}

function readEnvFile(cwd: string): Environment {
  const file = join(cwd, '.env');
  if (!existsSync(file)) return {};
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new OperatorError(`Cannot read ${file}: make it a file that this user may read.`, { cause: error });
  }
}
