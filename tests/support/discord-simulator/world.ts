import { EventEmitter } from 'node:events';
import { snowflake } from './snowflake.ts';

/** A user as the API shows it. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly discriminator: string;
  readonly avatar: null;
  readonly bot?: boolean;
}

export interface Button {
  readonly type: 2;
  readonly style: number;
  readonly label: string;
  readonly custom_id: string;
}

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly description?: string | undefined;
  readonly content_type: string;
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
}

/** A message as the API shows it. */
export interface Message {
  readonly id: string;
  readonly channel_id: string;
  readonly type: number;
  readonly author: User;
  readonly timestamp: string;
  readonly tts: false;
  readonly mention_everyone: false;
  readonly mention_roles: readonly string[];
  readonly embeds: readonly unknown[];
  readonly pinned: false;
  content: string;
  mentions: readonly User[];
  edited_timestamp: string | null;
  attachments: readonly Attachment[];
  components: readonly { readonly type: 1; readonly components: readonly Button[] }[];
  flags: number;
  readonly nonce?: string | undefined;
  readonly webhook_id?: string | undefined;
  readonly message_reference?:
    | { readonly type: 0; readonly message_id: string; readonly channel_id: string }
    | undefined;
}

export interface Channel {
  readonly id: string;
  /** 0: on a server, 1: a private chat with us, 12: a private thread. */
  readonly type: 0 | 1 | 12;
  readonly name?: string;
  /** Of a thread, the channel it belongs to. */
  readonly parentId?: string;
  /** Who sees a private thread. */
  readonly members?: Set<string>;
  readonly guildId: string | null;
  readonly recipient: User | null;
  readonly messages: Message[];
  /** Messages that were sent with an enforced nonce. */
  readonly nonces: Map<string, Message>;
}

/** A form as the API takes it. */
export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly {
    readonly type: 18;
    readonly label: string;
    readonly description?: string;
    readonly component: {
      readonly type: 3 | 4;
      readonly custom_id: string;
      readonly value?: string;
      readonly required?: boolean;
      readonly options?: readonly { readonly label: string; readonly value: string; readonly default?: boolean }[];
    };
  }[];
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2: command, 3: press, 4: autocomplete, 5: a form handed in. */
  readonly type: 2 | 3 | 4 | 5;
  readonly channel: Channel;
  readonly createdAtMs: number;
  /** The message of a press. */
  readonly pressed: Message | null;
  /** The types of the responses we got; the first is the acknowledgement. */
  readonly responses: number[];
  original: Message | null;
  choices: readonly string[] | null;
  /** The form it opened. */
  modal: Modal | null;
  /** Discord has lost patience: with the first response, or altogether. */
  expired: 'no' | 'unanswered' | 'altogether';
}

export const flagsOf = { ephemeral: 1 << 6, loading: 1 << 7 } as const;

/** Everything that is on the simulated Discord. `changes` emits `change` whenever any of it may have changed. */
export interface World {
  readonly changes: EventEmitter;
  readonly token: string;
  readonly bot: User;
  readonly applicationId: string;
  readonly guildId: string;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  readonly interactions: Map<string, Interaction>;
  /** What people and we attached, by the ids of the attachments. */
  readonly files: Map<string, Buffer>;
  /** What was pinged by messages of ours. */
  readonly pings: string[];
  /** The slash commands, as they were put. */
  commands: readonly { readonly name: string; readonly [key: string]: unknown }[] | null;
  /** How often they were put. */
  commandPuts: number;
}

export function createWorld(token: string): World {
  const bot = user('spotter', true);
  const changes = new EventEmitter();
  changes.setMaxListeners(0);
  return {
    changes,
    token,
    bot,
    applicationId: snowflake(),
    guildId: snowflake(),
    users: new Map([[bot.id, bot]]),
    channels: new Map(),
    interactions: new Map(),
    files: new Map(),
    pings: [],
    commands: null,
    commandPuts: 0,
  };
}

export const user = (name: string, bot = false): User => ({
  id: snowflake(),
  username: name.toLowerCase(),
  global_name: bot ? null : name,
  discriminator: '0',
  avatar: null,
  ...(bot ? { bot } : {}),
});

/** A person's private chat with us, made if need be. */
export function privateChannel(world: World, recipient: User): Channel {
  const known = [...world.channels.values()].find((channel) => channel.recipient?.id === recipient.id);
  return (
    known ?? addChannel(world, { id: snowflake(), type: 1, guildId: null, recipient, messages: [], nonces: new Map() })
  );
}

export function addChannel(world: World, channel: Channel): Channel {
  world.channels.set(channel.id, channel);
  return channel;
}

/** Makes a message with what is said of it. It is put into the channel by who calls. */
export const message = (channel: Channel, author: User, content: string, rest: Partial<Message> = {}): Message => ({
  id: snowflake(),
  channel_id: channel.id,
  type: 0,
  author,
  content,
  timestamp: now(),
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  components: [],
  flags: 0,
  ...rest,
});

/** The moment as Discord writes it. */
export const now = (): string => new Date().toISOString().replace('Z', '000+00:00');
