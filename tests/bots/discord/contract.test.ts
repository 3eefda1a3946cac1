import { shown } from '../../../src/bots/discord/render.ts';
import { adapterContract } from '../../support/adapter-contract.ts';
import { tooManyRequests } from '../../support/discord-simulator/api-error.ts';
import { answers } from '../../support/discord-simulator/faults.ts';
import type { Reading } from '../../support/discord-simulator/read-markdown.ts';
import type { Message } from '../../support/discord-simulator/world.ts';
import { openDiscord } from './open-discord.ts';

const failures = {
  later: { answer: tooManyRequests('user', 30) },
  blocked: { answer: answers(403, 50007, 'Cannot send messages to this user') },
  gone: { answer: answers(404, 10008, 'Unknown Message') },
  rejected: { answer: answers(400, 50035, 'Invalid Form Body') },
  unknown: { drop: 'before' },
} as const;

adapterContract(
  'discord',
  {
    maxLength: 2000,
    has: ['presses', 'edits', 'removes', 'redelivers', 'botWrites', 'images', 'files'],
    failures: ['later', 'blocked', 'gone', 'rejected', 'unknown'],
    retriesUncommitted: true,
    shows: (text) => shown(text).trim(),
  },
  async () => {
    const { discord, adapter, close } = await openDiscord();
    const person = discord.person('Anna');
    const { channel } = person;
    // Many tests look at all that was said again and again.
    const readings = new Map<string, Reading>();
    const read = (message: Message) => {
      const reading = readings.get(message.content) ?? discord.read(message);
      readings.set(message.content, reading);
      return reading;
    };
    const find = (id: string) => {
      const found = channel.messages.find((message) => message.id === id);
      if (found === undefined) throw new Error(`no message ${id}`);
      return found;
    };
    return {
      adapter,
      chat: { id: channel.id, accountId: person.user.id },
      writes: async (text) => person.writes(text).id,
      seen: () =>
        discord.ours(channel).map((message) => ({
          messageId: message.id,
          ...read(message),
          pings: discord.world.pings,
          buttons: message.components.map((row) => row.components.map(({ label }) => label)),
          hasImage: message.attachments.length > 0,
        })),
      presses: async (messageId, label) => void person.presses(label, find(messageId)),
      edits: async (messageId, text) => person.edits(find(messageId), text),
      removes: async (messageId) => person.removes(find(messageId)),
      redelivers: async () => discord.gateway.redispatch(),
      botWrites: async (text) => void discord.botWrites(channel, text),
      sendsPicture: async (bytes, caption) =>
        person.writes(caption, { attachments: [discord.keeps(bytes, 'front.png', 'image/png')] }).id,
      losesFiles: () => discord.losesFiles(),
      failsNext: (failure) => discord.faults.next(failures[failure]),
      close,
    };
  },
);
