import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig, settingNames } from '../src/config.ts';
import { OperatorError } from '../src/domain/operator-error.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'spotter-config-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const envFile = (text: string) => writeFileSync(join(cwd, '.env'), text);

describe('reading settings', () => {
  test('nothing set is a working configuration', () => {
    expect(readConfig({}, { cwd })).toEqual({
      telegramBotToken: null,
      discordBotToken: null,
      databaseUrl: null,
      redisUrl: null,
      telegramApiRoot: 'https://api.telegram.org',
      discordApiRoot: 'https://discord.com/api',
      telegramWebhookUrl: null,
      telegramWebhookSecret: null,
      admins: [],
      crisisText: null,
      dataDir: join(cwd, '.spotter'),
      mediaDir: join(cwd, '.spotter', 'media'),
      httpPort: 0,
      logLevel: 'info',
    });
  });

  test('the .env file is read, the environment wins over it, and an empty value there unsets it', () => {
    envFile('# mine\nLOG_LEVEL="debug"\nHTTP_PORT=8081\nREDIS_URL=redis://from-file\nSPOTTER_DATA_DIR=data\n');
    const before = { ...process.env };
    const config = readConfig({ HTTP_PORT: '9000', REDIS_URL: '' }, { cwd });
    expect(config).toMatchObject({
      logLevel: 'debug',
      httpPort: 9000,
      redisUrl: null,
      dataDir: join(cwd, 'data'),
      mediaDir: join(cwd, 'data', 'media'),
    });
    expect(process.env).toEqual(before);
  });

  test('admins are platform ids', () => {
    expect(readConfig({ ADMINS: 'telegram:12, discord:34 telegram:56' }, { cwd }).admins).toEqual([
      { platform: 'telegram', accountId: '12' },
      { platform: 'discord', accountId: '34' },
      { platform: 'telegram', accountId: '56' },
    ]);
  });

  test('a webhook has a fixed port and needs a secret', () => {
    const TELEGRAM_WEBHOOK_URL = 'https://bot.example.org/telegram';
    const TELEGRAM_WEBHOOK_SECRET = '0123456789abcdef';
    expect(readConfig({ TELEGRAM_WEBHOOK_URL, TELEGRAM_WEBHOOK_SECRET }, { cwd }).httpPort).toBe(8080);
    expect(() => readConfig({ TELEGRAM_WEBHOOK_URL }, { cwd })).toThrow(/^TELEGRAM_WEBHOOK_SECRET is missing: /);
  });
});

describe('a wrong setting is one line that names it and does not repeat its value', () => {
  test.each([
    ['TELEGRAM_BOT_TOKEN', 'hunter2', 'BotFather'],
    ['DISCORD_BOT_TOKEN', 'Bot hunter2', 'without "Bot"'],
    ['DATABASE_URL', 'mysql://hunter2@x/y', 'postgres://'],
    ['REDIS_URL', 'hunter2:6379', 'redis://'],
    ['TELEGRAM_API_ROOT', 'hunter2', 'https://'],
    ['DISCORD_API_ROOT', 'ftp://hunter2', 'https://'],
    ['TELEGRAM_WEBHOOK_URL', 'https://hunter2.example.org', 'with a path'],
    ['TELEGRAM_WEBHOOK_SECRET', 'hunter2', '16 to 256'],
    ['ADMINS', '@hunter2', 'telegram:'],
    ['CRISIS_TEXT', 'hunter2'.repeat(500), '1500 characters'],
    ['HTTP_PORT', '70000', '0 to 65535'],
    ['HTTP_PORT', 'hunter2', '0 to 65535'],
    ['LOG_LEVEL', 'hunter2', 'debug, info, warn, error, silent'],
  ])('%s=%s', (name, value, advice) => {
    const read = () => readConfig({ [name]: value }, { cwd });
    expect(read).toThrow(OperatorError);
    expect(read).toThrow(new RegExp(`^${name} `));
    expect(read).toThrow(advice);
    expect(read).toThrow(/^.+\.$/);
    expect(read).not.toThrow(/hunter2/);
  });

  test('a .env that cannot be read says so', () => {
    mkdirSync(join(cwd, '.env'));
    expect(() => readConfig({}, { cwd })).toThrow(/^Cannot read .*\.env: /);
  });
});

test('.env.example lists every setting once, and is itself a working .env', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  expect([...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)).toEqual(settingNames);
  const without = readConfig({}, { cwd });
  envFile(example);
  expect(readConfig({}, { cwd })).toEqual(without);
});
