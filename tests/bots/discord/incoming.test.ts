import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { messageSchema } from '../../../src/bots/message.ts';
import { answers } from '../../support/discord-simulator/faults.ts';
import { type OpenDiscord, openDiscord } from './open-discord.ts';

let open: OpenDiscord;
beforeEach(async () => {
  open = await openDiscord();
});
afterEach(() => open.close());

it('hears on a server only what mentions it, without the mention', async () => {
  const { discord, start, next, received } = open;
  const anna = discord.person('Anna');
  await start();
  anna.writesOnServer('not for you', false);
  anna.writesOnServer('@everyone <@123456789012345678> not for you either', false);
  const called = anna.writesOnServer('ate 200g rice\nlunch');
  expect(await next('text')).toMatchObject({
    messageId: called.id,
    text: 'ate 200g rice\nlunch',
    isPrivate: false,
    chatId: discord.server.id,
    sender: { id: anna.user.id, name: 'Anna' },
  });
  expect(received).toHaveLength(1);
});

it('hears neither bots nor webhooks nor notices', async () => {
  const { discord, start, next, received } = open;
  const anna = discord.person('Anna');
  await start();
  discord.botWrites(anna.channel, 'beep');
  anna.writes('from a hook', { webhook_id: '123456789012345678' });
  anna.writes('pinned a message', { type: 6 });
  anna.writes('rice');
  expect((await next('text')).text).toBe('rice');
  expect(received).toHaveLength(1);
});

it('knows what a message replies to and what came with it', async () => {
  const { discord, start, next } = open;
  const anna = discord.person('Anna');
  await start();
  const file = (filename: string, content_type: string) => ({
    id: '123456789012345678',
    filename,
    content_type,
    size: 1,
    url: 'https://cdn.example/x',
    proxy_url: 'https://cdn.example/x',
  });
  const said = anna.writes('', {
    type: 19,
    message_reference: { type: 0, message_id: '234567890123456789', channel_id: anna.channel.id },
    attachments: [file('lunch.jpg', 'image/jpeg'), file('note.ogg', 'audio/ogg'), file('week.csv', 'text/csv')],
  });
  const handle = `${anna.channel.id}/${said.id}/123456789012345678`;
  expect(await next('text')).toMatchObject({
    text: '',
    replyToId: '234567890123456789',
    media: [
      { kind: 'photo', handle, fileName: 'lunch.jpg' },
      { kind: 'voice', handle, fileName: 'note.ogg' },
      { kind: 'file', handle, fileName: 'week.csv' },
    ],
  });
});

it('takes no update for an edit that nobody made', async () => {
  const { discord, start, next, received } = open;
  const anna = discord.person('Anna');
  await start();
  const said = anna.writes('https://rice.example');
  await next('text');
  discord.dispatch(
    'MESSAGE_UPDATE',
    { ...said, embeds: [{ type: 'link', url: 'https://rice.example' }] },
    anna.channel,
  );
  anna.writes('coffee');
  await next('text');
  expect(received.map(({ kind }) => kind)).toEqual(['text', 'text']);
});

it('gives an edit and its later update, when a link unfolds, the same key', async () => {
  const { discord, start, next } = open;
  const anna = discord.person('Anna');
  await start();
  const said = anna.writes('rice');
  await next('text');
  anna.edits(said, '200g rice');
  const edit = await next('edit');
  discord.dispatch('MESSAGE_UPDATE', { ...said, embeds: [{ type: 'link' }] }, anna.channel);
  expect((await next('edit')).eventKey).toBe(edit.eventKey);
});

it('fetches what an update leaves out', async () => {
  const { discord, start, next } = open;
  const anna = discord.person('Anna');
  await start();
  const said = anna.writes('rice');
  await next('text');
  said.content = '200g rice';
  said.edited_timestamp = '2026-08-06T12:00:00.123456+00:00';
  const { id, channel_id, edited_timestamp } = said;
  discord.faults.next({ method: 'GET', path: /messages/, answer: answers(503, 0) });
  discord.dispatch('MESSAGE_UPDATE', { id, channel_id, edited_timestamp }, anna.channel);
  expect(await next('edit')).toMatchObject({
    messageId: id,
    text: '200g rice',
    sentAt: '2026-08-06T12:00:00.123456Z',
    eventKey: `edit:${id}:2026-08-06T12:00:00.123456Z`,
  });
});

it('hears deletions of messages it never saw, one by one or many at once', async () => {
  const { discord, start, next } = open;
  const anna = discord.person('Anna');
  await start();
  discord.dispatch('MESSAGE_DELETE', { id: '123456789012345678', channel_id: anna.channel.id }, anna.channel);
  expect(await next('delete')).toMatchObject({
    messageId: '123456789012345678',
    eventKey: 'delete:123456789012345678',
    sender: null,
    isPrivate: true,
  });
  const ids = ['223456789012345678', '323456789012345678'];
  discord.dispatch('MESSAGE_DELETE_BULK', { ids, channel_id: discord.server.id }, discord.server);
  expect([await next('delete'), await next('delete')]).toMatchObject(
    ids.map((messageId) => ({ messageId, isPrivate: false })),
  );
});

it('hands a slash command over with its typed options and the language of who ran it', async () => {
  const { discord, start, next } = open;
  const anna = discord.person('Anna', 'de');
  await start();
  const run = anna.runs('log', { food: 'rice\0', amount: 0.5, cooked: true });
  expect(await next('command')).toMatchObject({
    name: 'log',
    options: { food: 'rice', amount: 0.5, cooked: true },
    eventKey: `interaction:${run.id}`,
    messageId: null,
    isPrivate: true,
    sender: { id: anna.user.id, name: 'Anna', locale: 'de' },
  });
  anna.runs('today', {}, discord.server);
  expect(await next('command')).toMatchObject({ isPrivate: false, chatId: discord.server.id, options: {} });
});

it('keeps the order of a chat across messages, edits, presses and deletions, and does not let one chat wait for another', async () => {
  const { discord, adapter, start, received } = open;
  const [anna, ben] = [discord.person('Anna'), discord.person('Ben')];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await start(async (message) => {
    if (message.kind === 'text' && message.text === 'slow') await held;
  });
  const card = { text: 'Recorded', buttons: [[{ label: 'Undo', id: 'a.0' }]] };
  const options = { nonce: 'n', respondTo: null, isEphemeral: false };
  await adapter.send({ id: anna.channel.id, accountId: anna.user.id }, card, options);
  const said = anna.writes('slow');
  anna.edits(said, 'slower');
  anna.presses('Undo');
  anna.removes(said);
  ben.writes('quick');
  await discord.until('the other chat is served', () => received.length === 1);
  expect(received[0]).toMatchObject({ chatId: ben.channel.id });
  release();
  await discord.until('all is handed over', () => received.length === 5);
  expect(received.slice(1).map(({ kind }) => kind)).toEqual(['text', 'edit', 'press', 'delete']);
});

it('keeps trying to store an event, and logs nothing of what was written', async () => {
  const { discord, start, next, logged } = open;
  let failures = 3;
  await start(async () => {
    if (failures-- > 0) throw new Error('secret words in an error');
  });
  discord.person('Anna').writes('secret words');
  expect((await next('text')).text).toBe('secret words');
  expect(logged).toHaveLength(1);
  expect(JSON.stringify(logged)).not.toContain('secret words');
});

it.each([
  ['message-create-dm', 'text', { text: 'ate 200g rice lunch', isPrivate: true, sentAt: '2026-08-06T10:15:30.123Z' }],
  ['message-create-guild-mention', 'text', { text: 'two eggs', isPrivate: false, replyToId: '1412345678901234570' }],
  ['message-update-edited', 'edit', { text: 'ate 250g rice lunch', messageId: '1412345678901234567' }],
  ['message-delete-dm', 'delete', { messageId: '1412345678901234567', isPrivate: true }],
  ['interaction-command', 'command', { name: 'log', options: { food: 'rice', amount: 200, planned: false } }],
  [
    'interaction-button',
    'press',
    { buttonId: '0198c0de-7a11-7000-8000-000000000001.0', messageId: '1412345678901234599' },
  ],
] as const)('understands a recorded %s', async (name, kind, expected) => {
  const { discord, start, next } = open;
  await start();
  const recorded = readFileSync(new URL(`../../fixtures/discord/${name}.json`, import.meta.url), 'utf8');
  const { t, d } = JSON.parse(recorded.replaceAll('OUR_USER_ID', discord.world.bot.id));
  discord.dispatch(t, d, null);
  const message = await next(kind);
  expect(messageSchema.parse(JSON.parse(JSON.stringify(message)))).toEqual(message);
  expect(message).toMatchObject(expected);
});
