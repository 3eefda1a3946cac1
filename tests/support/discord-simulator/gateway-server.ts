import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { snowflake } from './snowflake.ts';
import type { Channel, World } from './world.ts';

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly sent: { readonly op: 0; readonly t: string; readonly s: number; readonly d: object }[];
  socket: WebSocket | null;
}

export interface GatewayServer {
  readonly url: () => string;
  /** What clients did, in order. */
  readonly log: ('identify' | 'resume' | 'heartbeat')[];
  /** The intents of the newest session. */
  readonly intents: () => number | null;
  /** Whether somebody is connected and ready. */
  readonly isConnected: () => boolean;
  readonly dispatch: (event: string, data: object, channel: Channel | null) => void;
  /** Sends the last event again to whoever is connected. */
  readonly redispatch: () => void;
  /** Asks clients to connect anew (op 7). */
  readonly reconnect: () => void;
  /** The connection breaks off without a word. */
  readonly drop: () => void;
  /** Ends the sessions (op 9): what comes after can only be had by a new one. */
  readonly invalidate: () => void;
  /** Closes connections with a code. */
  readonly closeWith: (code: number) => void;
  /** The code with which whoever identifies is sent away. */
  refusal: number | null;
  /** Takes no new connections meanwhile: they wait unanswered. */
  isMute: boolean;
  /** How many wait so. */
  readonly waiting: () => number;
  isAcknowledging: boolean;
  heartbeatMs: number;
  readonly close: () => void;
}

const intentOf = { guilds: 1 << 0 } as const;
/** What of a kind of event is told, on a server and in private. */
const intentsFor = {
  messages: { onServer: 1 << 9, inPrivate: 1 << 12 },
  reactions: { onServer: 1 << 10, inPrivate: 1 << 13 },
} as const;
/** Members, presences, message content: Discord has to grant these, and did not. */
const privileged = (1 << 1) | (1 << 8) | (1 << 15);

/** Discord's gateway v10, JSON, uncompressed, on the path `/gateway` of a server. */
export function createGatewayServer(world: World, server: () => Server): GatewayServer {
  const sessions = new Map<string, Session>();
  const unanswered = new Set<Duplex>();
  const sockets = new WebSocketServer({ noServer: true });
  const log: GatewayServer['log'] = [];
  let newest: Session | null = null;

  const send = (socket: WebSocket, payload: object) => socket.send(JSON.stringify(payload));
  const note = (what: (typeof log)[number]) => {
    log.push(what);
    world.changes.emit('change');
  };
  const connected = () => [...sessions.values()].flatMap(({ socket }) => (socket === null ? [] : [socket]));
  const push = (session: Session, t: string, d: object) => {
    const event = { op: 0 as const, t, s: session.sent.length + 1, d: structuredClone(d) };
    session.sent.push(event);
    if (session.socket !== null) send(session.socket, event);
  };

  const refuse = (socket: WebSocket, code: number) => {
    socket.close(code);
    return null;
  };

  function identify(socket: WebSocket, d: { token: string; intents: number }): Session | null {
    note('identify');
    if (gateway.refusal !== null) return refuse(socket, gateway.refusal);
    if (d.token !== world.token) return refuse(socket, 4004);
    if (d.intents & privileged) return refuse(socket, 4014);
    const session: Session = { id: snowflake(), intents: d.intents, sent: [], socket };
    sessions.set(session.id, session);
    newest = session;
    push(session, 'READY', {
      v: 10,
      user: world.bot,
      guilds: [{ id: world.guildId, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: gateway.url(),
      application: { id: world.applicationId, flags: 0 },
      shard: [0, 1],
    });
    if (d.intents & intentOf.guilds) push(session, 'GUILD_CREATE', guild(world));
    return session;
  }

  function resume(socket: WebSocket, d: { token: string; session_id: string; seq: number }): Session | null {
    note('resume');
    const session = sessions.get(d.session_id);
    if (session === undefined || d.token !== world.token) {
      send(socket, { op: 9, d: false });
      return null;
    }
    session.socket = socket;
    for (const event of session.sent.slice(d.seq)) send(socket, event);
    push(session, 'RESUMED', {});
    return session;
  }

  function serve(socket: WebSocket): void {
    let session: Session | null = null;
    send(socket, { op: 10, d: { heartbeat_interval: gateway.heartbeatMs } });
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data));
      if (op === 2) session = identify(socket, d);
      else if (op === 6) session = resume(socket, d);
      else if (op === 1) {
        if (gateway.isAcknowledging) send(socket, { op: 11 });
        note('heartbeat');
      }
      world.changes.emit('change');
    });
    socket.on('close', (code) => {
      if (session?.socket === socket) session.socket = null;
      // A client that says goodbye ends its session.
      if (session !== null && (code === 1000 || code === 1001)) sessions.delete(session.id);
      world.changes.emit('change');
    });
    socket.on('error', () => {});
  }

  const gateway: GatewayServer = {
    url: () => `ws://127.0.0.1:${(server().address() as AddressInfo).port}/gateway`,
    log,
    intents: () => newest?.intents ?? null,
    isConnected: () => connected().length > 0,
    dispatch(event, data, channel) {
      for (const session of sessions.values())
        if (session.intents & neededFor(event, channel)) push(session, event, seenBy(world, data, channel));
      world.changes.emit('change');
    },
    redispatch() {
      for (const session of sessions.values()) {
        const last = session.sent.findLast(({ t }) => /^(?:MESSAGE|INTERACTION)_/.test(t));
        if (last !== undefined) push(session, last.t, last.d);
      }
    },
    reconnect() {
      for (const socket of connected()) send(socket, { op: 7, d: null });
    },
    drop() {
      for (const socket of connected()) socket.terminate();
    },
    invalidate() {
      const open = connected();
      sessions.clear();
      for (const socket of open) send(socket, { op: 9, d: false });
    },
    closeWith(code) {
      for (const socket of connected()) socket.close(code);
    },
    refusal: null,
    isMute: false,
    waiting: () => unanswered.size,
    isAcknowledging: true,
    heartbeatMs: 41_250,
    close() {
      for (const socket of sockets.clients) socket.terminate();
      for (const socket of unanswered) socket.destroy();
      sockets.close();
    },
  };

  server().on('upgrade', (request, socket, head) => {
    if (gateway.isMute) {
      unanswered.add(socket);
      const forget = () => {
        unanswered.delete(socket);
        socket.destroy();
        world.changes.emit('change');
      };
      socket.on('end', forget).on('error', forget).on('close', forget).resume();
      return;
    }
    sockets.handleUpgrade(request, socket, head, serve);
  });
  return gateway;
}

function neededFor(event: string, channel: Channel | null): number {
  // Interactions come whatever the intents.
  if (channel === null) return ~0;
  const { onServer, inPrivate } = intentsFor[event.startsWith('MESSAGE_REACTION') ? 'reactions' : 'messages'];
  return channel.guildId === null ? inPrivate : onServer;
}

/** Without the privileged intent, a server's messages come without their words unless they mention us. */
function seenBy(world: World, data: object, channel: Channel | null): object {
  if (channel?.guildId == null) return data;
  const { mentions = [] } = data as { mentions?: { id: string }[] };
  const isHeard = !('content' in data) || mentions.some(({ id }) => id === world.bot.id);
  return { ...data, guild_id: channel.guildId, ...(isHeard ? {} : { content: '', attachments: [], components: [] }) };
}

const guild = (world: World) => ({
  id: world.guildId,
  name: 'Iron and rice',
  owner_id: world.bot.id,
  unavailable: false,
  member_count: 2,
  roles: [{ id: world.guildId, name: '@everyone', permissions: '0', position: 0, color: 0, hoist: false }],
  channels: [...world.channels.values()]
    .filter(({ guildId }) => guildId === world.guildId)
    .map(({ id }) => ({ id, type: 0, name: 'general', position: 0, permission_overwrites: [] })),
  ...Object.fromEntries(
    [
      'emojis',
      'stickers',
      'members',
      'threads',
      'presences',
      'voice_states',
      'stage_instances',
      'guild_scheduled_events',
      'features',
      'soundboard_sounds',
    ].map((name) => [name, []]),
  ),
});
