import { afterEach, expect, it } from 'vitest';
import type { DiscordConfig } from '../../../src/bots/discord/config.ts';
import type { OutgoingReply } from '../../../src/bots/reply.ts';
import { answers } from '../../support/discord-simulator/faults.ts';
import { flagsOf } from '../../support/discord-simulator/world.ts';
import { type OpenDiscord, openDiscord } from './open-discord.ts';

let open: OpenDiscord;
afterEach(() => open.close());

/** A started bot; unless told, it defers at once what it does not answer at once. */
async function startedBot(config: Partial<DiscordConfig> = {}) {
  open = await openDiscord({ deferAfterMs: 30, ...config });
  await open.start();
  const anna = open.discord.person('Anna');
  return { ...open, anna, chat: { id: anna.channel.id, accountId: anna.user.id } };
}

const patient = { deferAfterMs: 60_000 };
let nonce = 0;
const options = (respondTo: unknown, isEphemeral = false) => ({ nonce: `n${++nonce}`, respondTo, isEphemeral });
const card = (text: string, ...labels: string[]): OutgoingReply => ({
  text,
  buttons: labels.length === 0 ? [] : [labels.map((label) => ({ label, id: `${label}-${++nonce}.0` }))],
});
const contents = (channel = open.discord.server) => open.discord.ours(channel).map(({ content }) => content);

it('answers a slash command at once', async () => {
  const { adapter, anna, chat, next } = await startedBot(patient);
  const run = anna.runs('today');
  const { respondTo } = await next('command');
  const sent = await adapter.send(chat, card('1 200 kcal'), options(respondTo));
  expect(run.responses).toEqual([4]);
  expect(sent).toEqual({ chatId: anna.channel.id, messageId: run.original?.id });
  expect(contents(anna.channel)).toEqual(['1 200 kcal']);
});

it('answers a slash command on a server so that only the one who asked sees it', async () => {
  const { discord, adapter, anna, next } = await startedBot(patient);
  const run = anna.runs('today', {}, discord.server);
  const { respondTo } = await next('command');
  const chat = { id: discord.server.id, accountId: anna.user.id };
  await adapter.send(chat, card('part one'), options(respondTo, true));
  await adapter.send(chat, card('part two'), options(respondTo, true));
  expect(run.responses).toEqual([4]);
  expect(discord.ours(discord.server).map(({ content, flags }) => [content, flags & flagsOf.ephemeral])).toEqual([
    ['part one', flagsOf.ephemeral],
    ['part two', flagsOf.ephemeral],
  ]);
});

it('tells Discord in time that it is at it, and puts the answer in that place', async () => {
  const { discord, adapter, anna, next } = await startedBot();
  const run = anna.runs('today', {}, discord.server);
  const { respondTo } = await next('command');
  const thinking = await discord.until('it is deferred', () => run.original);
  expect(thinking.flags).toBe(flagsOf.loading | flagsOf.ephemeral);
  const chat = { id: discord.server.id, accountId: anna.user.id };
  const sent = await adapter.send(chat, card('1 200 kcal'), options(respondTo, true));
  expect(sent.messageId).toBe(thinking.id);
  await adapter.send(chat, card('and more'), options(respondTo, true));
  expect(discord.ours(discord.server).map(({ content, flags }) => [content, flags])).toEqual([
    ['1 200 kcal', flagsOf.ephemeral],
    ['and more', flagsOf.ephemeral],
  ]);
});

it('defers within three seconds although the message cannot be stored yet', async () => {
  let store = () => {};
  const stored = new Promise<void>((resolve) => {
    store = resolve;
  });
  open = await openDiscord();
  const { discord, start, next, adapter } = open;
  await start(() => stored);
  const anna = discord.person('Anna');
  const run = anna.runs('today');
  await discord.until('it is deferred', () => run.responses.length > 0);
  expect(run.responses).toEqual([5]);
  store();
  const { respondTo } = await next('command');
  await adapter.send({ id: anna.channel.id, accountId: anna.user.id }, card('done'), options(respondTo));
  expect(contents(anna.channel)).toEqual(['done']);
});

it('acknowledges a press to which nothing is said', async () => {
  const { discord, adapter, anna, chat, next } = await startedBot();
  await adapter.send(chat, card('Recorded', 'Undo'), options(null));
  const press = anna.presses('Undo');
  await next('press');
  await discord.until('it is acknowledged', () => press.responses.length > 0);
  expect(press.responses).toEqual([6]);
});

it.each([
  ['at once', 60_000, [7]],
  ['after deferring', 20, [6]],
])('changes the card that was pressed %s', async (_when, deferAfterMs, responses) => {
  const { discord, adapter, anna, chat, next } = await startedBot({ deferAfterMs });
  const sent = await adapter.send(chat, card('Recorded', 'Undo'), options(null));
  const press = anna.presses('Undo');
  const { respondTo } = await next('press');
  if (deferAfterMs < 1000) await discord.until('it is deferred', () => press.responses.length > 0);
  await adapter.edit(sent, card('Taken back', 'Redo'), options(respondTo));
  await adapter.edit(sent, card('Taken back.', 'Redo'), options(respondTo));
  expect(press.responses).toEqual(responses);
  expect(contents(anna.channel)).toEqual(['Taken back.']);
});

it('changes a card that only one person sees', async () => {
  const { discord, adapter, anna, next } = await startedBot(patient);
  anna.runs('today', {}, discord.server);
  const { respondTo } = await next('command');
  const chat = { id: discord.server.id, accountId: anna.user.id };
  const sent = await adapter.send(chat, card('Recorded', 'Undo'), options(respondTo, true));
  anna.presses('Undo');
  const press = await next('press');
  expect(press).toMatchObject({ messageId: sent.messageId, isPrivate: false });
  await adapter.edit(sent, card('Taken back'), options(press.respondTo, true));
  expect(contents()).toEqual(['Taken back']);
  await expect(adapter.edit(sent, card('later'), options(null))).rejects.toMatchObject({ failure: 'gone' });
});

it('answers a press with a message of its own and leaves the card alone', async () => {
  const { discord, adapter, anna, chat, next } = await startedBot(patient);
  await adapter.send(chat, card('Recorded', 'Why?'), options(null));
  const press = anna.presses('Why?');
  const { respondTo } = await next('press');
  const sent = await adapter.send(chat, card('Because', 'Fine'), options(respondTo));
  await adapter.send(chat, card('of the rice'), options(respondTo));
  expect(press.responses).toEqual([4]);
  expect(contents(anna.channel)).toEqual(['Recorded', 'Because', 'of the rice']);
  expect(discord.ours(anna.channel)[1]?.id).toBe(sent.messageId);
});

it('changes another card than the pressed one in its own place', async () => {
  const { adapter, anna, chat, next } = await startedBot(patient);
  const other = await adapter.send(chat, card('First'), options(null));
  await adapter.send(chat, card('Second', 'Undo'), options(null));
  anna.presses('Undo');
  const { respondTo } = await next('press');
  await adapter.edit(other, card('First, changed'), options(respondTo));
  expect(contents(anna.channel)).toEqual(['First, changed', 'Second']);
});

it.each([
  ['before the first deferred', 60_000, [4]],
  ['after the first deferred', 20, [5]],
])('answers from another process %s', async (_when, deferAfterMs, responses) => {
  const { discord, another, anna, chat, next } = await startedBot({ deferAfterMs });
  const run = anna.runs('today', {}, discord.server);
  const stored = JSON.parse(JSON.stringify((await next('command')).respondTo));
  if (deferAfterMs < 1000) await discord.until('it is deferred', () => run.responses.length > 0);
  const worker = another();
  await worker.send({ ...chat, id: discord.server.id }, card('one'), options(stored, true));
  await worker.send({ ...chat, id: discord.server.id }, card('two'), options(stored, true));
  expect(run.responses).toEqual(responses);
  expect(contents()).toEqual(['one', 'two']);
});

it('lets the first process find out that another one has answered', async () => {
  const { discord, adapter, another, anna, chat, next } = await startedBot({ deferAfterMs: 200 });
  const run = anna.runs('today', {}, discord.server);
  const { respondTo } = await next('command');
  await another().send({ ...chat, id: discord.server.id }, card('one'), options(respondTo, true));
  await discord.until('the first tried to defer', () =>
    discord.requests.some(({ status, path }) => status === 400 && path.endsWith('/callback')),
  );
  await adapter.send({ ...chat, id: discord.server.id }, card('two'), options(respondTo, true));
  expect(run.responses).toEqual([4]);
  expect(contents()).toEqual(['one', 'two']);
});

it.each(['private chat', 'server'])('does not double an answer whose outcome was lost (%s)', async (where) => {
  const { discord, adapter, anna, next } = await startedBot(patient);
  const channel = where === 'server' ? discord.server : anna.channel;
  anna.runs('today', {}, channel);
  const { respondTo } = await next('command');
  const chat = { id: channel.id, accountId: anna.user.id };
  discord.faults.next({ path: /callback/, drop: 'after' });
  const reply = card('1 200 kcal', 'Undo');
  await expect(adapter.send(chat, reply, options(respondTo, where === 'server'))).rejects.toMatchObject({
    failure: 'unknown',
  });
  const sent = await adapter.send(chat, reply, options(respondTo, where === 'server'));
  expect(discord.ours(channel).map(({ id, content }) => [id, content])).toEqual([[sent.messageId, '1 200 kcal']]);
});

it('does not show an answer to the whole server when the interaction takes none any more', async () => {
  const { discord, adapter, anna, next } = await startedBot(patient);
  const run = anna.runs('today', {}, discord.server);
  const { respondTo } = await next('command');
  run.expired = 'unanswered';
  const chat = { id: discord.server.id, accountId: anna.user.id };
  const sent = await adapter.send(chat, card('1 200 kcal'), options(respondTo, true));
  expect(sent.chatId).toBe(anna.channel.id);
  expect(contents()).toEqual([]);
  expect(contents(anna.channel)).toEqual(['1 200 kcal']);
});

it('sends an ordinary message when the interaction ended meanwhile', async () => {
  const { discord, adapter, anna, chat, next } = await startedBot();
  const run = anna.runs('today');
  const { respondTo } = await next('command');
  await discord.until('it is deferred', () => run.responses.length > 0);
  run.expired = 'altogether';
  await adapter.send(chat, card('at last'), options(respondTo));
  expect(contents(anna.channel).at(-1)).toBe('at last');
});

it('asks nothing of an interaction that is older than a quarter of an hour', async () => {
  const { discord, adapter, anna, chat, next } = await startedBot(patient);
  anna.runs('today');
  const { respondTo } = await next('command');
  const old = { ...(respondTo as object), expiresAt: new Date(Date.now() - 1).toISOString() };
  await adapter.send(chat, card('late'), options(old));
  expect(discord.requests.some(({ path }) => path.includes('/interactions/'))).toBe(false);
  expect(contents(anna.channel)).toEqual(['late']);
});

it('changes the card in its channel when the press has expired', async () => {
  const { adapter, anna, chat, next } = await startedBot(patient);
  const sent = await adapter.send(chat, card('Recorded', 'Undo'), options(null));
  const press = anna.presses('Undo');
  const { respondTo } = await next('press');
  press.expired = 'unanswered';
  await adapter.edit(sent, card('Taken back'), options(respondTo));
  expect(contents(anna.channel)).toEqual(['Taken back']);
});

it('defers what is open when it is stopped, for another process to answer', async () => {
  const { adapter, another, anna, chat, next } = await startedBot(patient);
  const run = anna.runs('today');
  const { respondTo } = await next('command');
  await adapter.stop();
  expect(run.responses).toEqual([5]);
  await another().send(chat, card('from another'), options(respondTo));
  expect(contents(anna.channel)).toEqual(['from another']);
});

it('says nothing of tokens when an answer fails', async () => {
  const { discord, adapter, anna, chat, next } = await startedBot(patient);
  anna.runs('today');
  const { respondTo } = await next('command');
  discord.faults.next({ path: /callback/, answer: answers(400, 50035, 'Invalid Form Body') });
  const error = await adapter.send(chat, card('x'), options(respondTo)).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ failure: 'rejected' });
  const told = `${JSON.stringify(error, Object.getOwnPropertyNames(error))}`;
  expect(told).not.toContain('interaction-token');
  expect(told).not.toContain(discord.token);
});
