import { Temporal } from 'temporal-polyfill';
import { commands } from '../../src/bots/commands/index.ts';
import { menuOf } from '../../src/bots/commands/menu.ts';
import { suggestFoods } from '../../src/bots/commands/suggest.ts';
import { createDiscordAdapter, type DiscordConfig } from '../../src/bots/discord/create-adapter.ts';
import type { Database } from '../../src/domain/context.ts';
import { lastSeen } from '../../src/domain/conversation/last-seen.ts';
import type { FoodIndex } from '../../src/domain/foods/food-index.ts';
import { appFact } from '../../src/domain/system/app-fact.ts';
import { fast } from '../bots/discord/open-discord.ts';
import { type DiscordSimulator, startDiscordSimulator } from '../support/discord-simulator/simulator.ts';
import type { Channel, Message } from '../support/discord-simulator/world.ts';
import { openBot, type TestClock, testClock } from './open-bot.ts';

export interface DiscordBot {
  readonly discord: DiscordSimulator;
  readonly clock: TestClock;
  /** Resolves when so many events more than at the last call are committed, and all that came of them is said and settled. */
  settled(events: number): Promise<void>;
  /** Connects; with `config`, as another process with other settings would. */
  start(config?: Partial<DiscordConfig>): Promise<void>;
  /** Does what is due now, as the worker would. */
  work(): Promise<void>;
  /** The newest message of ours in a channel. */
  last(channel: Channel): Message;
  /** Disconnects and finishes what is in hand. */
  stop(): Promise<void>;
  /** Stops the bot and Discord. */
  close(): Promise<void>;
}

/** A bot on a simulated Discord, not started; made as the command line makes it, but for pauses that only cost time. */
export async function openDiscordBot({ db, foods }: { db: Database; foods: FoodIndex }): Promise<DiscordBot> {
  const discord = await startDiscordSimulator();
  // It stands still, so that no test sees the day change.
  const clock = testClock(Temporal.Now.instant());
  // What is read again after a restart counts once.
  const committed = new Set<string>();
  let seen = 0;
  const open = (config: Partial<DiscordConfig>) =>
    openBot({
      db,
      foods,
      clock,
      adapters: [
        createDiscordAdapter({
          token: discord.token,
          apiRoot: discord.apiRoot,
          menu: menuOf(commands),
          suggest: suggestFoods({ db, foods, platform: 'discord', clock: clock.now }),
          lastSeen: () => lastSeen(db, 'discord'),
          registeredMenu: appFact(db, 'discord.commands', 'The slash commands registered last', clock.now),
          client: fast,
          ...config,
        }),
      ],
      onReceived({ eventKey }) {
        committed.add(eventKey);
        discord.world.changes.emit('change');
      },
    });
  let bot = await open({});
  return {
    discord,
    clock,
    async start(config = {}) {
      bot = await open(config);
      await bot.start();
    },
    async settled(events) {
      seen += events;
      // However many there are: as long as they keep coming, there is patience.
      while (committed.size < seen) {
        const before = committed.size;
        await discord.until(`more than ${before} of ${seen} events are committed`, () => committed.size > before);
      }
      await bot.runtime.respond.idle();
    },
    work: () => bot.work(),
    last(channel) {
      const last = discord.ours(channel).at(-1);
      if (!last) throw new Error('nothing was said');
      return last;
    },
    stop: () => bot.stop(),
    async close() {
      await bot.stop();
      await discord.close();
    },
  };
}
