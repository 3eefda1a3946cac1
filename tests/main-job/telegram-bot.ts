import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../src/domain/context.ts';
import type { FoodIndex } from '../../src/domain/foods/food-index.ts';
import { createHttpServer } from '../../src/http.ts';
import { silentLog } from '../support/silent-log.ts';
import { type Person, startTelegramSimulator, type TelegramSimulator } from '../support/telegram-simulator.ts';
import { type Bot, openBot, type TestClock, testClock } from './open-bot.ts';

export interface TelegramBot extends Bot {
  readonly telegram: TelegramSimulator;
  readonly clock: TestClock;
  /** Resolves when every update was taken and all that came of it is said and settled. */
  settled(): Promise<void>;
  /** The texts said to a person, as they stand now. */
  said(person: Person): string[];
  /** Stops the bot and Telegram. */
  close(): Promise<void>;
}

/** A little after the moment from which the simulated Telegram counts. */
const start = Temporal.Instant.fromEpochMilliseconds(1_700_000_600_000);

/** A running bot on a simulated Telegram, by polling or webhook. */
export async function openTelegramBot(
  { db, foods }: { db: Database; foods: FoodIndex },
  way: 'polling' | 'webhook' = 'polling',
): Promise<TelegramBot> {
  const telegram = await startTelegramSimulator();
  const clock = testClock(start);
  const server =
    way === 'webhook'
      ? await createHttpServer({
          port: 0,
          checks: {},
          routes: {
            '/telegram': {
              admits: (headers) => bot.routes['/telegram']?.admits(headers) ?? true,
              take: (request) => bot.routes['/telegram']?.take(request) ?? Promise.resolve({ status: 503 }),
            },
          },
          log: silentLog,
        })
      : null;
  const settings = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    ...(server === null
      ? {}
      : { TELEGRAM_WEBHOOK_URL: `${server.url}/telegram`, TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-sixteen' }),
  };
  const bot: Bot = await openBot({ db, foods, clock, settings });
  await bot.start();
  return {
    ...bot,
    telegram,
    clock,
    async settled() {
      await telegram.until(() => telegram.pending().length === 0);
      await bot.runtime.respond.idle();
    },
    said: (person) => telegram.said(person.chatId).map(({ text }) => text),
    async close() {
      await bot.stop();
      await server?.close();
      await telegram.close();
    },
  };
}
