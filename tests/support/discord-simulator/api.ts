import { ApiError } from './api-error.ts';
import { interactionRoutes } from './interaction-api.ts';
import { invalid, type Payload, readContent } from './message-payload.ts';
import { snowflake } from './snowflake.ts';
import { addChannel, type Channel, flagsOf, type Message, message, now, privateChannel, type World } from './world.ts';

export interface ApiRequest {
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly payload: Payload;
}

export type Dispatch = (event: string, data: object, channel: Channel | null) => void;

/** A route: method, path with `:` for anything, whether our token is needed, and what it does. */
export type Route = readonly [string, string, 'bot' | 'open', (request: ApiRequest) => object | null];

/** The routes of the REST API that a bot like ours may ask for. */
export function routes(world: World, dispatch: Dispatch, gatewayUrl: () => string): Route[] {
  const channelOf = (id = ''): Channel => {
    const channel = world.channels.get(id);
    if (channel === undefined) throw new ApiError(404, 10003, 'Unknown Channel');
    return channel;
  };
  const messageOf = (channel: Channel, id = ''): Message => {
    const found = channel.messages.find((candidate) => candidate.id === id);
    // What only one person sees is in no channel.
    if (found === undefined || found.flags & flagsOf.ephemeral) throw new ApiError(404, 10008, 'Unknown Message');
    return found;
  };
  const isBlocking = (channel: Channel) => channel.recipient !== null && !world.users.has(channel.recipient.id);

  return [
    ['GET', '/gateway/bot', 'bot', () => ({ url: gatewayUrl(), shards: 1, session_start_limit: startLimit })],
    ['GET', '/users/@me', 'bot', () => world.bot],
    [
      'POST',
      '/users/@me/channels',
      'bot',
      ({ payload }) => {
        const recipient = world.users.get(String(payload.json.recipient_id));
        if (recipient === undefined) throw new ApiError(400, 50033, 'Invalid Recipient(s)');
        return { id: privateChannel(world, recipient).id, type: 1, recipients: [recipient], flags: 0 };
      },
    ],
    ['GET', '/channels/:/messages', 'bot', ({ parts, query }) => listed(channelOf(parts[1]), query)],
    ['GET', '/channels/:/messages/:', 'bot', ({ parts }) => messageOf(channelOf(parts[1]), parts[3])],
    [
      'POST',
      '/channels/:/messages',
      'bot',
      ({ parts, payload }) => {
        const channel = channelOf(parts[1]);
        if (isBlocking(channel)) throw new ApiError(403, 50007, 'Cannot send messages to this user');
        const { nonce, enforce_nonce: isEnforced, flags } = payload.json;
        if (nonce !== undefined && String(nonce).length > 25) throw invalid('nonce', 'Must be 25 or fewer in length.');
        const same = channel.nonces.get(String(nonce));
        if (isEnforced === true && same !== undefined) return same;
        const made = message(channel, world.bot, '', {
          ...readContent(world, payload),
          flags: Number(flags ?? 0) & ~flagsOf.ephemeral,
          nonce: nonce as string,
        });
        channel.messages.push(made);
        if (isEnforced === true) channel.nonces.set(String(nonce), made);
        dispatch('MESSAGE_CREATE', made, channel);
        return made;
      },
    ],
    [
      'PATCH',
      '/channels/:/messages/:',
      'bot',
      ({ parts, payload }) => {
        const channel = channelOf(parts[1]);
        const found = messageOf(channel, parts[3]);
        if (found.author.id !== world.bot.id) throw new ApiError(403, 50005, 'Cannot edit a message by another user');
        Object.assign(found, readContent(world, payload), { edited_timestamp: now() });
        dispatch('MESSAGE_UPDATE', found, channel);
        return found;
      },
    ],
    [
      'DELETE',
      '/channels/:/messages/:',
      'bot',
      ({ parts }) => {
        const channel = channelOf(parts[1]);
        const { id } = messageOf(channel, parts[3]);
        channel.messages.splice(
          channel.messages.findIndex((candidate) => candidate.id === id),
          1,
        );
        dispatch('MESSAGE_DELETE', { id, channel_id: channel.id }, channel);
        return null;
      },
    ],
    [
      'POST',
      '/channels/:/threads',
      'bot',
      ({ parts, payload }) => {
        const parent = channelOf(parts[1]);
        const { name, type } = payload.json;
        if (parent.type !== 0) throw new ApiError(400, 50024, 'Cannot execute action on this channel type');
        if (type !== 12 || !/^.{1,100}$/su.test(String(name)))
          throw invalid('name', 'Must be between 1 and 100 in length.');
        const { guildId } = parent;
        const own = {
          id: snowflake(),
          type: 12 as const,
          name: String(name),
          parentId: parent.id,
          members: new Set<string>(),
        };
        const thread = addChannel(world, { ...own, guildId, recipient: null, messages: [], nonces: new Map() });
        return { id: thread.id, type: 12, guild_id: guildId, parent_id: parent.id, name };
      },
    ],
    [
      'PUT',
      '/channels/:/thread-members/:',
      'bot',
      ({ parts }) => {
        channelOf(parts[1]).members?.add(parts[3] ?? '');
        return null;
      },
    ],
    [
      'PUT',
      '/applications/:/commands',
      'bot',
      ({ parts, payload }) => {
        if (parts[1] !== world.applicationId) throw new ApiError(403, 20012, 'You are not authorized');
        const commands = payload.json as unknown as NonNullable<World['commands']>;
        for (const command of commands) checkCommand(command);
        world.commands = commands;
        world.commandPuts++;
        return commands;
      },
    ],
    ...interactionRoutes(world, dispatch),
  ];
}

const startLimit = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 };

function listed(channel: Channel, query: URLSearchParams): Message[] {
  const limit = Number(query.get('limit') ?? 50);
  if (!(limit >= 1 && limit <= 100)) throw invalid('limit', 'int value should be between 1 and 100.');
  const id = (name: string) => (query.has(name) ? BigInt(query.get(name) ?? 0) : null);
  const [after, before] = [id('after'), id('before')];
  const all = channel.messages.filter(
    (candidate) =>
      !(candidate.flags & flagsOf.ephemeral) &&
      (after === null || BigInt(candidate.id) > after) &&
      (before === null || BigInt(candidate.id) < before),
  );
  // The newest come first; with `after`, those that follow it next.
  return (after === null ? all.slice(-limit) : all.slice(0, limit)).reverse();
}

interface Option {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly value: unknown }[];
}

function checkCommand({ name, description, options }: { readonly [key: string]: unknown }): void {
  const given = (options ?? []) as Option[];
  for (const part of [{ name, description }, ...given]) {
    if (!/^[-_\p{Ll}\p{Lo}\p{N}]{1,32}$/u.test(String(part.name))) throw invalid('name', 'is no command name');
    const { length } = String(part.description ?? '');
    if (length < 1 || length > 100) throw invalid('description', 'Must be between 1 and 100 in length.');
  }
  if (given.length > 25) throw invalid('options', 'at most 25');
  if (given.some((option, i) => option.required && given.slice(0, i).some((earlier) => !earlier.required)))
    throw invalid('options', 'Required options must be placed before non-required options');
  for (const { autocomplete, choices, type } of given) {
    if ((choices?.length ?? 0) > 25 || (autocomplete && choices))
      throw invalid('choices', 'too many, or suggested too');
    if (choices?.some(({ value }) => typeof value !== (type === 3 ? 'string' : 'number')))
      throw invalid('choices', 'type');
  }
}
