import { afterEach, expect, it } from 'vitest';
import type { DiscordConfig } from '../../../src/bots/discord/config.ts';
import type { Message } from '../../../src/bots/message.ts';
import { tooManyRequests } from '../../support/discord-simulator/api-error.ts';
import { answers } from '../../support/discord-simulator/faults.ts';
import { type OpenDiscord, openDiscord } from './open-discord.ts';

let open: OpenDiscord;
afterEach(() => open.close());

/** A bot that keeps, as the core does, the last message of each private chat. */
async function rememberingBot(config: Partial<DiscordConfig> = {}) {
  const last = new Map<string, string>();
  const lastSeen = async () => [...last].map(([channelId, messageId]) => ({ channelId, messageId }));
  open = await openDiscord({ lastSeen, ...config });
  const commit = async (message: Message) => {
    if (message.kind === 'text') last.set(message.chatId, message.messageId);
  };
  return { ...open, last, start: () => open.start(commit) };
}

const texts = (messages: readonly Message[]) =>
  messages.map((message) => ('text' in message ? message.text : message.kind));

it('reads what was written while it was down, in order and page by page, before what comes now', async () => {
  const { discord, adapter, start, next, received } = await rememberingBot();
  const anna = discord.person('Anna');
  await start();
  anna.writes('before');
  await next('text');
  await adapter.stop();
  const missed = Array.from({ length: 230 }, (_, i) => `missed ${i}`);
  for (const text of missed) anna.writes(text);
  discord.botWrites(anna.channel, 'not a person');
  await adapter.send(
    { id: anna.channel.id, accountId: anna.user.id },
    { text: 'a reminder', buttons: [] },
    {
      nonce: 'n',
      respondTo: null,
      isEphemeral: false,
    },
  );
  let isReading = () => {};
  const held = new Promise<void>((resolve) => {
    isReading = resolve;
  });
  discord.faults.next({ method: 'GET', path: /messages/, until: held });
  await start();
  anna.writes('now');
  isReading();
  await discord.until('all is handed over', () => received.length >= 232);
  expect(texts(received)).toEqual(['before', ...missed, 'now']);
  expect(new Set(received.map(({ eventKey }) => eventKey)).size).toBe(232);
});

it('hands over under the same keys whether it heard or read, so that nothing counts twice', async () => {
  const { discord, adapter, start, next, last } = await rememberingBot();
  const anna = discord.person('Anna');
  const first = anna.writes('never heard');
  last.set(anna.channel.id, String(BigInt(first.id) - 1n));
  await start();
  const read = await next('text');
  discord.gateway.dispatch('MESSAGE_CREATE', first, anna.channel);
  expect(await next('text')).toEqual(read);
  await adapter.stop();
});

it('finds what was changed while it was down', async () => {
  const { discord, adapter, start, next, received } = await rememberingBot();
  const anna = discord.person('Anna');
  await start();
  const rice = anna.writes('100g rice');
  anna.writes('coffee');
  await next('text');
  await next('text');
  await adapter.stop();
  anna.edits(rice, '200g rice');
  await start();
  expect(await next('edit')).toMatchObject({ messageId: rice.id, text: '200g rice' });
  expect(received).toHaveLength(3);
});

it('leaves a chat alone that is out of reach and reads the others', async () => {
  const { discord, start, next, last } = await rememberingBot();
  const anna = discord.person('Anna');
  last.set('123456789012345678', '1');
  last.set(anna.channel.id, '1');
  anna.writes('still here');
  await start();
  expect((await next('text')).text).toBe('still here');
});

it('tries again when Discord fails while it reads, and waits when it is asked to', async () => {
  const { discord, start, next, last, received } = await rememberingBot();
  const anna = discord.person('Anna');
  last.set(anna.channel.id, '1');
  anna.writes('one');
  anna.writes('two');
  discord.faults.next({ method: 'GET', path: /messages/, answer: answers(500, 0) });
  discord.faults.next({ method: 'GET', path: /messages/, drop: 'before' });
  discord.faults.next({ method: 'GET', path: /messages/, answer: tooManyRequests('shared', 0.05) });
  await start();
  expect((await next('text')).text).toBe('one');
  expect((await next('text')).text).toBe('two');
  expect(received).toHaveLength(2);
});

it('goes on at the next start with what it could not store before it was stopped', async () => {
  const { discord, adapter, start, next, last } = await rememberingBot();
  const anna = discord.person('Anna');
  last.set(anna.channel.id, '1');
  for (const text of ['one', 'two', 'three']) anna.writes(text);
  let isDown = true;
  const seen: string[] = [];
  await adapter.start(async (message) => {
    seen.push(...texts([message]));
    discord.world.changes.emit('change');
    if (isDown) throw new Error('the database is away');
  });
  await discord.until('the first is tried', () => seen.length > 0);
  await adapter.stop();
  expect(new Set(seen)).toEqual(new Set(['one']));
  isDown = false;
  await start();
  expect(texts([await next('text'), await next('text'), await next('text')])).toEqual(['one', 'two', 'three']);
});
