import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { type DiscordSimulator, startDiscordSimulator } from '../support/discord-simulator/simulator.ts';
import { startTelegramSimulator, type TelegramSimulator } from '../support/telegram-simulator.ts';
import { dataFolder, runCli, type Settings } from './run-cli.ts';

const { url } = await testDatabase();
const secret = 'AAE-this-is-secret-and-wrong-0123456789';
const wrongTelegramToken = `123456789:${secret}`;

/** Nothing listens there. */
const nowhere = 'http://127.0.0.1:9';

let telegram: TelegramSimulator;
let discord: DiscordSimulator;
const taken = createServer();
let takenPort = 0;
beforeAll(async () => {
  telegram = await startTelegramSimulator();
  discord = await startDiscordSimulator();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  takenPort = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(async () => {
  await telegram.close();
  await discord.close();
  taken.close();
});

/** Runs it and expects one line that says what to do, soon, without a stack or a secret. */
async function lineFor(args: readonly string[], settings: Settings, input = ''): Promise<string> {
  const startedAt = performance.now();
  const { code, stderr, stdout } = await runCli(args, settings, input);
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(code).toBe(1);
  expect(`${stdout}${stderr}`).not.toContain(secret);
  expect(`${stdout}${stderr}`).not.toMatch(/\n\s+at /);
  expect(performance.now() - startedAt).toBeLessThan(45_000);
  return stderr.trim();
}

const quiet = { LOG_LEVEL: 'error' };

describe.concurrent('one line says what to do about', { timeout: 90_000 }, () => {
  const botMistakes: [string, () => Settings, RegExp][] = [
    [
      'a Telegram token that Telegram does not know',
      () => ({ TELEGRAM_BOT_TOKEN: wrongTelegramToken, TELEGRAM_API_ROOT: telegram.apiRoot }),
      /^Telegram does not accept TELEGRAM_BOT_TOKEN: ask @BotFather/,
    ],
    [
      'a Discord token that Discord does not know',
      () => ({ DISCORD_BOT_TOKEN: secret, DISCORD_API_ROOT: discord.apiRoot }),
      /DISCORD_BOT_TOKEN/,
    ],
    [
      'a Telegram that cannot be reached',
      () => ({ TELEGRAM_BOT_TOKEN: wrongTelegramToken, TELEGRAM_API_ROOT: nowhere }),
      /^Telegram cannot be reached at http:\/\/127\.0\.0\.1:9\/: check the network and TELEGRAM_API_ROOT/,
    ],
    [
      'a Discord that cannot be reached',
      () => ({ DISCORD_BOT_TOKEN: secret, DISCORD_API_ROOT: nowhere }),
      /^Discord cannot be reached.*DISCORD_API_ROOT/,
    ],
    [
      'a port that is taken',
      () => ({
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.apiRoot,
        HTTP_PORT: String(takenPort),
      }),
      /^Port \d+ is taken: .*HTTP_PORT/,
    ],
    ['a bot without a token', () => ({}), /^No bot to run: set TELEGRAM_BOT_TOKEN or DISCORD_BOT_TOKEN/],
  ];
  it.each(botMistakes)('%s', async (_, settings, line) => {
    expect(await lineFor(['bot'], { DATABASE_URL: url, ...quiet, ...settings() })).toMatch(line);
  });

  it('a database that does not answer', async () => {
    const line = await lineFor([], { DATABASE_URL: `postgres://spotter:${secret}@127.0.0.1:9/spotter`, ...quiet });
    expect(line).toMatch(/DATABASE_URL/);
  });

  it('a setting that is wrong, without repeating it', async () => {
    const line = await lineFor([], { SPOTTER_DATA_DIR: dataFolder(), TELEGRAM_BOT_TOKEN: secret });
    expect(line).toMatch(/^TELEGRAM_BOT_TOKEN is not a bot token: copy/);
  });

  it('a scenario that is not there', async () => {
    expect(await lineFor(['scenario', 'not-there.jsonl'], {})).toMatch(/^Cannot read the scenario not-there\.jsonl/);
  });

  it('a scenario that is not named', async () => {
    expect(await lineFor(['scenario'], {})).toMatch(/^Say which scenario to run/);
  });
});
