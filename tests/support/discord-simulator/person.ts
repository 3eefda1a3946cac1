import type { Dispatch } from './api.ts';
import { snowflake } from './snowflake.ts';
import {
  type Channel,
  type Interaction,
  type Message,
  message,
  now,
  privateChannel,
  type User,
  type World,
} from './world.ts';

export interface Person {
  readonly user: User;
  /** Their private chat with us. */
  readonly channel: Channel;
  /** Writes to us in private. */
  writes(text: string, rest?: Partial<Message>): Message;
  /** Writes in any channel; a reply to a message there pings whoever wrote that. */
  writesIn(where: Channel, text: string, repliesTo?: Message): Message;
  /** Writes to a server's channel, mentioning us first unless told otherwise. */
  writesOnServer(text: string, mentionsUs?: boolean): Message;
  edits(message: Message, text: string): void;
  removes(message: Message): void;
  /** Puts a sign under a message. */
  reacts(message: Message, emoji: string): void;
  /** Presses the button with this label under a message, the newest that has one unless told. */
  presses(label: string, under?: Message): Interaction;
  /** Runs a slash command: `runs('log', { food: 'rice' })`. */
  runs(name: string, options?: Record<string, string | number | boolean>, where?: Channel): Interaction;
  /** Fills in the form that a press opened, and hands it in. */
  submits(pressed: Interaction, fields: Record<string, string>): Interaction;
  /** Types into an option of a slash command. */
  types(name: string, option: string, typed: string): Interaction;
}

const optionTypes = { string: 3, number: 10, boolean: 5 } as const;

/** Somebody on the simulated Discord. `server` is the channel we share with them there. */
export function createPerson(world: World, dispatch: Dispatch, server: Channel, user: User, locale: string): Person {
  const channel = privateChannel(world, user);
  const isOurs = ({ author }: Message) => author.id === world.bot.id;
  const say = (where: Channel, text: string, rest: Partial<Message>) => {
    const said = message(where, user, text, rest);
    where.messages.push(said);
    dispatch('MESSAGE_CREATE', { ...said, channel_type: where.type }, where);
    return said;
  };
  const channelOf = ({ channel_id }: Message) => world.channels.get(channel_id) ?? channel;

  function interact(type: Interaction['type'], where: Channel, data: object, pressed: Message | null): Interaction {
    const interaction: Interaction = {
      id: snowflake(),
      token: `interaction-token-${snowflake()}`,
      type,
      channel: where,
      createdAtMs: Date.now(),
      pressed,
      responses: [],
      original: null,
      choices: null,
      modal: null,
      expired: 'no',
    };
    world.interactions.set(interaction.id, interaction);
    const member = {
      user,
      nick: null,
      roles: [],
      joined_at: now(),
      permissions: '0',
      deaf: false,
      mute: false,
      flags: 0,
    };
    dispatch(
      'INTERACTION_CREATE',
      {
        id: interaction.id,
        application_id: world.applicationId,
        type,
        token: interaction.token,
        version: 1,
        channel_id: where.id,
        channel: { id: where.id, type: where.type },
        context: where.guildId === null ? 1 : 0,
        locale,
        app_permissions: '0',
        entitlements: [],
        authorizing_integration_owners: {},
        attachment_size_limit: 10_485_760,
        ...(where.guildId === null ? { user } : { guild_id: where.guildId, guild_locale: 'en-US', member }),
        ...(pressed === null ? {} : { message: pressed }),
        data,
      },
      null,
    );
    return interaction;
  }

  return {
    user,
    channel,
    writes: (text, rest = {}) => say(channel, text, rest),
    writesIn: (where, text, repliesTo) =>
      say(where, text, {
        ...(repliesTo
          ? {
              type: 19,
              mentions: [repliesTo.author],
              message_reference: { type: 0, message_id: repliesTo.id, channel_id: where.id },
            }
          : {}),
      }),
    writesOnServer: (text, mentionsUs = true) =>
      say(server, mentionsUs ? `<@${world.bot.id}> ${text}` : text, { mentions: mentionsUs ? [world.bot] : [] }),
    edits(said, text) {
      said.content = text;
      said.edited_timestamp = now();
      dispatch('MESSAGE_UPDATE', said, channelOf(said));
    },
    removes(said) {
      const where = channelOf(said);
      where.messages.splice(where.messages.indexOf(said), 1);
      dispatch('MESSAGE_DELETE', { id: said.id, channel_id: where.id }, where);
    },
    reacts(under, emoji) {
      const where = channelOf(under);
      const by = { user_id: user.id, channel_id: where.id, message_id: under.id, message_author_id: under.author.id };
      dispatch('MESSAGE_REACTION_ADD', { ...by, emoji: { id: null, name: emoji }, burst: false, type: 0 }, where);
    },
    presses(label, under) {
      const candidates =
        under === undefined ? [...channel.messages, ...server.messages].filter(isOurs).reverse() : [under];
      for (const pressed of candidates)
        for (const button of pressed.components.flatMap(({ components }) => components))
          if (button.label === label)
            return interact(3, channelOf(pressed), { component_type: 2, custom_id: button.custom_id, id: 1 }, pressed);
      throw new Error(`there is no button "${label}"`);
    },
    runs(name, options = {}, where = channel) {
      const given = Object.entries(options).map(([option, value]) => ({
        name: option,
        type: optionTypes[typeof value as keyof typeof optionTypes],
        value,
      }));
      return interact(2, where, { id: snowflake(), name, type: 1, options: given }, null);
    },
    submits({ modal, pressed, channel: where }, fields) {
      if (modal === null) throw new Error('no form was opened');
      const components = modal.components.map(({ component: { type, custom_id } }) => {
        const text = fields[custom_id] ?? '';
        const filled = type === 3 ? { values: text === '' ? [] : [text] } : { value: text };
        return { type: 18, id: 1, component: { type, id: 2, custom_id, ...filled } };
      });
      return interact(5, where, { custom_id: modal.custom_id, components }, pressed);
    },
    types: (name, option, typed) =>
      interact(
        4,
        channel,
        { id: snowflake(), name, type: 1, options: [{ name: option, type: 3, value: typed, focused: true }] },
        null,
      ),
  };
}
