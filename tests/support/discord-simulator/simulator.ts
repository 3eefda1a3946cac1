import type { AddressInfo } from 'node:net';
import { routes } from './api.ts';
import { createFaults, type Faults } from './faults.ts';
import { createGatewayServer, type GatewayServer } from './gateway-server.ts';
import { createPerson, type Person } from './person.ts';
import { type Reading, readMarkdown } from './read-markdown.ts';
import { createRestServer, type Limit, type LoggedRequest } from './rest-server.ts';
import { snowflake } from './snowflake.ts';
import {
  type Attachment,
  addChannel,
  type Channel,
  createWorld,
  type Message,
  message,
  user,
  type World,
} from './world.ts';

export interface DiscordSimulator {
  /** For `DISCORD_API_ROOT`. */
  readonly apiRoot: string;
  readonly token: string;
  readonly world: World;
  readonly gateway: GatewayServer;
  readonly faults: Faults;
  /** Every REST request, in order. */
  readonly requests: readonly LoggedRequest[];
  /** The one channel of the one server we are on. */
  readonly server: Channel;
  /** How many requests a route takes, per channel. */
  limit(method: string, path: RegExp, limit: Limit): void;
  person(name: string, locale?: string): Person;
  /** Somebody who is no person writes in a channel. */
  botWrites(channel: Channel, text: string): Message;
  /** Sends any event. */
  dispatch(event: string, data: object, channel: Channel | null): void;
  /** A file that somebody attaches to a message. */
  keeps(bytes: Buffer, filename: string, contentType: string): Attachment;
  losesFiles(): void;
  /** What we said in a channel, as it stands there now. */
  ours(channel: Channel): Message[];
  /** The message as Discord's app shows it. */
  read(message: Message): Reading;
  /** Resolves with what is looked for as soon as it is there. Rejects after fifteen seconds, saying what it was. */
  until<T>(what: string, look: () => T | undefined | null | false): Promise<T>;
  close(): Promise<void>;
}

const patienceMs = 15_000;

/** A Discord of its own on a free port of this machine: REST API and gateway v10, for discord.js to run against. */
export async function startDiscordSimulator(token = 'discord-bot-token'): Promise<DiscordSimulator> {
  const world = createWorld(token);
  const server = addChannel(world, {
    id: snowflake(),
    type: 0,
    guildId: world.guildId,
    recipient: null,
    messages: [],
    nonces: new Map(),
  });
  const faults = createFaults();
  const limits: { readonly method: string; readonly path: RegExp; readonly limit: Limit }[] = [];
  const dispatch: GatewayServer['dispatch'] = (event, data, channel) => gateway.dispatch(event, data, channel);
  const rest = createRestServer({
    world,
    routes: routes(world, dispatch, () => gateway.url()),
    faults,
    limitOf: (method, path) => limits.find((entry) => entry.method === method && entry.path.test(path))?.limit ?? null,
  });
  const gateway = createGatewayServer(world, () => rest.server);
  await new Promise<void>((resolve) => rest.server.listen(0, '127.0.0.1', resolve));
  const { port } = rest.server.address() as AddressInfo;

  return {
    apiRoot: `http://127.0.0.1:${port}/api`,
    token,
    world,
    gateway,
    faults,
    requests: rest.requests,
    server,
    limit: (method, path, limit) => void limits.push({ method, path, limit }),
    person(name, locale = 'en-GB') {
      const somebody = user(name);
      world.users.set(somebody.id, somebody);
      return createPerson(world, dispatch, server, somebody, locale);
    },
    botWrites(channel, text) {
      const said = message(channel, user('another-bot', true), text);
      channel.messages.push(said);
      dispatch('MESSAGE_CREATE', said, channel);
      return said;
    },
    dispatch,
    keeps(bytes, filename, contentType) {
      const id = snowflake();
      world.files.set(id, bytes);
      const url = `http://127.0.0.1:${port}/attachments/${id}`;
      return { id, filename, content_type: contentType, size: bytes.length, url, proxy_url: url };
    },
    losesFiles: () => world.files.clear(),
    ours: (channel) => channel.messages.filter(({ author }) => author.id === world.bot.id),
    read: ({ content }) => readMarkdown(content),
    until: (what, look) => until(world, what, look),
    async close() {
      gateway.close();
      rest.server.closeAllConnections();
      await new Promise((resolve) => rest.server.close(resolve));
    },
  };
}

function until<T>(world: World, what: string, look: () => T | undefined | null | false): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const found = look();
      if (found === undefined || found === null || found === false) return;
      settle();
      resolve(found);
    };
    const timer = setTimeout(() => {
      settle();
      reject(new Error(`waited in vain until ${what}`));
    }, patienceMs);
    const settle = () => {
      clearTimeout(timer);
      world.changes.off('change', check);
    };
    world.changes.on('change', check);
    check();
  });
}
