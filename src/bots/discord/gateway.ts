import { setTimeout as sleep } from 'node:timers/promises';
import {
  Client,
  type ClientOptions,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayReadyDispatchData,
  Options,
  SimpleShardingStrategy,
  type WebSocketOptions,
} from 'discord.js';
import { OperatorError } from '../../domain/operator-error.ts';
import { reasonOf } from './send-failure.ts';

interface Gateway {
  /** Hears nothing more and leaves nothing open behind. */
  close(): Promise<void>;
}

/** The receiver of a kind of event. What it is given is what the gateway sent. */
type Listeners = Partial<Record<GatewayDispatchEvents, Parameters<Client['ws']['on']>[1]>>;

interface GatewayConfig {
  readonly token: string;
  readonly options: Partial<ClientOptions>;
  readonly listeners: Listeners;
  /** A new session began: what was sent while we were away will not come. */
  readonly onReady: (session: GatewayReadyDispatchData) => void;
  /** Discord ended the connection for good. */
  readonly onLost: (error: OperatorError) => void;
  /** An event could not be read. */
  readonly onProblem: (error: unknown) => void;
  readonly connectTimeoutMs: number | undefined;
}

const defaultConnectTimeoutMs = 15_000;
const closeTimeoutMs = 2000;

/**
 * Connects discord.js to the gateway. Events are read as they were sent (`client.ws`), which needs no partials for
 * private chats and keeps their order; caches of our own would only grow.
 * Throws an OperatorError when Discord refuses us or cannot be reached.
 */
export async function connectGateway(config: GatewayConfig): Promise<Gateway> {
  const { token, options, listeners, onReady, onLost, onProblem, connectTimeoutMs = defaultConnectTimeoutMs } = config;
  const sockets = trackSockets(options.ws);
  const client = new Client({
    makeCache: Options.cacheWithLimits({
      MessageManager: 0,
      GuildMemberManager: 0,
      PresenceManager: 0,
      UserManager: 0,
    }),
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.GuildMessageReactions,
      GatewayIntentBits.DirectMessages,
      GatewayIntentBits.DirectMessageReactions,
    ],
    ...options,
    ws: { ...options.ws, buildStrategy: sockets.buildStrategy },
  });
  client.on(Events.Error, () => {});
  for (const [event, listener] of Object.entries(listeners))
    client.ws.on(event as GatewayDispatchEvents, (data, shardId) => {
      try {
        listener(data, shardId);
      } catch (error) {
        // An event that is not as Discord describes it must not end the process.
        onProblem(error);
      }
    });
  client.ws.on(GatewayDispatchEvents.Ready, onReady);

  const close = async () => {
    sockets.close();
    await Promise.race([client.destroy(), sleep(closeTimeoutMs, undefined, { ref: false })]);
    sockets.terminate();
  };
  const giveUp = new AbortController();
  try {
    await Promise.race([
      client.login(token),
      sleep(connectTimeoutMs, undefined, { signal: giveUp.signal }).then(() => {
        throw new Error('no answer');
      }),
    ]);
  } catch (error) {
    await close();
    throw toOperatorError(error, client.options.rest?.api ?? '');
  } finally {
    giveUp.abort();
  }
  client.on(Events.ShardDisconnect, ({ code }) => onLost(closedForGood(code)));
  return { close };
}

const badToken = new OperatorError(
  'DISCORD_BOT_TOKEN is not accepted by Discord: copy it anew from https://discord.com/developers/applications (Bot, Reset Token).',
);

function toOperatorError(error: unknown, api: string): OperatorError {
  const { message } = error instanceof Error ? error : new Error(String(error));
  const isRefused = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
  if (isRefused || (error instanceof DiscordAPIError && error.status === 401) || message === 'Authentication failed')
    return badToken;
  const code = { 'Used disallowed intents': 4014, 'Used invalid intents': 4013, 'Sharding is required': 4011 }[message];
  if (code !== undefined) return closedForGood(code);
  if (message.startsWith('Not enough sessions'))
    return new OperatorError(
      'Discord allows this bot no more connections today: wait until tomorrow, and find out what restarts it.',
    );
  const reason = message === 'no answer' ? message : reasonOf(error);
  return new OperatorError(`Discord cannot be reached at ${api} (${reason}): check the network and DISCORD_API_ROOT.`);
}

function closedForGood(code: number): OperatorError {
  if (code === 4004) return badToken;
  if (code === 4011)
    return new OperatorError('This bot is in too many servers for one connection: Discord wants it sharded.');
  if (code === 4013 || code === 4014)
    return new OperatorError(
      "Discord refuses the bot's intents: check the bot's settings at https://discord.com/developers/applications.",
    );
  return new OperatorError(`Discord ended the connection (code ${code}): start the bot again.`);
}

/**
 * discord.js 14 goes on reconnecting when it is destroyed between two attempts, and leaves a socket behind that was
 * still connecting. So the attempt is kept from going on, and what is left is closed here.
 */
function trackSockets(ws: WebSocketOptions = {}) {
  type Manager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];
  const shards = new Set<object>();
  let isClosed = false;
  const connections = () => [...shards].map((shard) => Reflect.get(shard, 'connection')).filter(isSocket);
  return {
    buildStrategy(manager: Manager) {
      const { retrieveSessionInfo } = manager.options;
      // The last thing discord.js asks for before it opens a socket.
      manager.options.retrieveSessionInfo = (shardId) =>
        isClosed ? new Promise(() => {}) : retrieveSessionInfo(shardId);
      const strategy = ws.buildStrategy?.(manager) ?? new SimpleShardingStrategy(manager);
      const { connect } = strategy;
      strategy.connect = () => {
        const spawned: unknown = Reflect.get(strategy, 'shards');
        if (spawned instanceof Map) for (const shard of spawned.values()) shards.add(shard);
        return connect.call(strategy);
      };
      return strategy;
    },
    close() {
      isClosed = true;
      for (const socket of connections()) if (socket.readyState === socket.CONNECTING) terminate(socket);
    },
    terminate() {
      for (const socket of connections()) if (socket.readyState !== socket.CLOSED) terminate(socket);
    },
  };
}

interface Socket {
  readonly readyState: number;
  readonly CONNECTING: number;
  readonly CLOSED: number;
  on(event: 'error', listener: () => void): void;
  terminate(): void;
}

const isSocket = (value: unknown): value is Socket =>
  typeof value === 'object' && value !== null && 'terminate' in value && 'readyState' in value;

function terminate(socket: Socket): void {
  // A socket that is broken off while it connects says so as an error.
  socket.on('error', () => {});
  socket.terminate();
}
