import type { ApiRequest, Dispatch, Route } from './api.ts';
import { ApiError } from './api-error.ts';
import { invalid, type Payload, readContent } from './message-payload.ts';
import { flagsOf, type Interaction, type Message, type Modal, message, now, type World } from './world.ts';

const firstResponseMs = 3000;

/** The routes that answer interactions. */
export function interactionRoutes(world: World, dispatch: Dispatch): Route[] {
  /** The interaction of `/interactions/id/token`. */
  const unanswered = ({ parts }: ApiRequest): Interaction => {
    const found = world.interactions.get(parts[1] ?? '');
    if (found === undefined || found.token !== parts[2]) throw new ApiError(404, 10062, 'Unknown interaction');
    if (found.responses.length > 0) throw new ApiError(400, 40060, 'Interaction has already been acknowledged.');
    if (found.expired !== 'no' || Date.now() - found.createdAtMs > firstResponseMs)
      throw new ApiError(404, 10062, 'Unknown interaction');
    return found;
  };
  /** The interaction of `/webhooks/application/token`. */
  const answered = ({ parts }: ApiRequest): Interaction => {
    const found = [...world.interactions.values()].find(({ token }) => token === parts[2]);
    if (found === undefined || found.responses.length === 0 || parts[1] !== world.applicationId)
      throw new ApiError(404, 10015, 'Unknown Webhook');
    if (found.expired === 'altogether') throw new ApiError(401, 50027, 'Invalid Webhook Token');
    return found;
  };
  const originalOf = ({ original }: Interaction): Message => {
    if (original === null) throw new ApiError(404, 10008, 'Unknown Message');
    return original;
  };
  const say = ({ channel }: Interaction, content: Partial<Message>, flags: unknown): Message => {
    const kept = Number(flags ?? 0) & (flagsOf.ephemeral | flagsOf.loading);
    const made = message(channel, world.bot, '', { ...content, flags: kept, webhook_id: world.applicationId });
    channel.messages.push(made);
    if (!(kept & flagsOf.ephemeral)) dispatch('MESSAGE_CREATE', made, channel);
    return made;
  };
  const change = (found: Message, payload: Payload): Message => {
    Object.assign(found, readContent(world, payload), {
      flags: found.flags & ~flagsOf.loading,
      edited_timestamp: found.flags & flagsOf.loading ? null : now(),
    });
    const channel = world.channels.get(found.channel_id);
    if (channel && !(found.flags & flagsOf.ephemeral)) dispatch('MESSAGE_UPDATE', found, channel);
    return found;
  };

  /** What each type of response does. */
  const respond: Record<number, (interaction: Interaction, payload: Payload, flags: unknown) => Message | null> = {
    4: (interaction, payload, flags) => (interaction.original = say(interaction, readContent(world, payload), flags)),
    5: (interaction, _payload, flags) =>
      (interaction.original = say(interaction, {}, Number(flags ?? 0) | flagsOf.loading)),
    6: (interaction) => {
      interaction.original = interaction.pressed;
      return null;
    },
    7: (interaction, payload) => (interaction.original = change(pressedBy(interaction), payload)),
    8: (interaction, payload) => {
      const { choices } = payload.json as { choices: { name: string; value: string }[] };
      if (choices.length > 25) throw invalid('choices', 'Must be 25 or fewer in length.');
      for (const { name, value } of choices)
        if (name.length < 1 || name.length > 100 || value.length > 100) throw invalid('choices', '1 to 100 characters');
      interaction.choices = choices.map(({ value }) => value);
      return null;
    },
    9: (interaction, payload) => {
      const modal = payload.json as unknown as Modal;
      if (modal.title.length < 1 || modal.title.length > 45) throw invalid('title', 'Must be 1 to 45 in length.');
      if (modal.custom_id.length < 1 || modal.custom_id.length > 100) throw invalid('custom_id', '1 to 100 in length.');
      if (modal.components.length < 1 || modal.components.length > 5) throw invalid('components', '1 to 5 in length.');
      for (const { type, label, description = '', component } of modal.components) {
        if (type !== 18 || label.length < 1 || label.length > 45) throw invalid('label', 'Must be 1 to 45 in length.');
        if (description.length > 100) throw invalid('description', 'Must be 100 or fewer in length.');
        if (component.type === 3 && (component.options?.length ?? 0) > 25) throw invalid('options', '25 or fewer.');
      }
      interaction.modal = modal;
      return null;
    },
  };

  return [
    [
      'POST',
      '/interactions/:/:/callback',
      'open',
      (request) => {
        const interaction = unanswered(request);
        const type = Number(request.payload.json.type);
        const isFitting = { 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8], 5: [4, 5, 6, 7] }[interaction.type].includes(
          type,
        );
        const data = (request.payload.json.data ?? {}) as Record<string, unknown>;
        const does = respond[type];
        if (!isFitting || does === undefined) throw invalid('type', 'does not fit the interaction');
        const made = does(interaction, { ...request.payload, json: data }, data.flags);
        interaction.responses.push(type);
        if (request.query.get('with_response') !== 'true') return null;
        const { id, type: kind } = interaction;
        return { interaction: { id, type: kind }, ...(made === null ? {} : { resource: { type, message: made } }) };
      },
    ],
    ['GET', '/webhooks/:/:/messages/@original', 'open', (request) => originalOf(answered(request))],
    [
      'PATCH',
      '/webhooks/:/:/messages/@original',
      'open',
      (request) => change(originalOf(answered(request)), request.payload),
    ],
    [
      'POST',
      '/webhooks/:/:',
      'open',
      (request) => {
        const interaction = answered(request);
        const made = say(interaction, readContent(world, request.payload), request.payload.json.flags);
        return request.query.get('wait') === 'true' ? made : null;
      },
    ],
  ];
}

function pressedBy({ pressed }: Interaction): Message {
  if (pressed === null) throw invalid('type', 'there is no message to change');
  return pressed;
}
