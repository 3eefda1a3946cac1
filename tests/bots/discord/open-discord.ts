import type { DiscordConfig } from '../../../src/bots/discord/config.ts';
import { createDiscordAdapter, type DiscordAdapter } from '../../../src/bots/discord/create-adapter.ts';
import type { Message } from '../../../src/bots/message.ts';
import { type DiscordSimulator, startDiscordSimulator } from '../../support/discord-simulator/simulator.ts';

export interface OpenDiscord {
  readonly discord: DiscordSimulator;
  readonly adapter: DiscordAdapter;
  /** What was handed over, in order. */
  readonly received: Message[];
  /** What was logged. */
  readonly logged: { readonly level: string; readonly fields: object; readonly message: string }[];
  /** Starts the adapter. `commit` may delay or refuse a message. */
  start(commit?: (message: Message) => Promise<void>): Promise<void>;
  /** Another adapter of the same bot, as in another process. */
  another(config?: Partial<DiscordConfig>): DiscordAdapter;
  /** The next message that was handed over and not yet taken here. */
  next<K extends Message['kind']>(kind: K): Promise<Extract<Message, { kind: K }>>;
  close(): Promise<void>;
}

/** No waiting between identifies, and no limit of discord.js's own on how much may be sent. */
export const fast: NonNullable<DiscordConfig['client']> = {
  rest: { globalRequestsPerSecond: 1_000_000, offset: 0 },
  ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
};

/** A simulated Discord with an adapter for it that is not started. */
export async function openDiscord(config: Partial<DiscordConfig> = {}): Promise<OpenDiscord> {
  const discord = await startDiscordSimulator();
  const received: Message[] = [];
  const logged: { level: string; fields: object; message: string }[] = [];
  const log = {
    warn: (fields: object, message: string) => void logged.push({ level: 'warn', fields, message }),
    error: (fields: object, message: string) => void logged.push({ level: 'error', fields, message }),
  };
  const create = (more: Partial<DiscordConfig> = {}) =>
    createDiscordAdapter({
      token: discord.token,
      apiRoot: discord.apiRoot,
      menu: [],
      client: fast,
      log,
      ...config,
      ...more,
    });
  const adapter = create();
  const adapters = [adapter];
  let taken = 0;
  return {
    discord,
    adapter,
    received,
    logged,
    start: (commit) =>
      adapter.start(async (message) => {
        await commit?.(message);
        received.push(message);
        discord.world.changes.emit('change');
      }),
    another(more) {
      const other = create(more);
      adapters.push(other);
      return other;
    },
    async next(kind) {
      const place = taken++;
      const message = await discord.until(`a ${kind} is handed over`, () => received[place]);
      if (!isKind(message, kind)) throw new Error(`expected a ${kind}, got ${JSON.stringify(message)}`);
      return message;
    },
    async close() {
      for (const each of adapters) await each.stop();
      await discord.close();
    },
  };
}

const isKind = <K extends Message['kind']>(message: Message, kind: K): message is Extract<Message, { kind: K }> =>
  message.kind === kind;
