import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SendError, type SendOptions } from '../../../src/bots/adapter.ts';
import type { OutgoingReply } from '../../../src/bots/reply.ts';
import { createTelegramAdapter, type TelegramAdapter } from '../../../src/bots/telegram/create-adapter.ts';
import { bold, code } from '../../../src/bots/text.ts';
import { marksOf } from '../../support/telegram-messages.ts';
import {
  type Fault,
  type Person,
  startTelegramSimulator,
  type TelegramSimulator,
} from '../../support/telegram-simulator.ts';

const pngBase64 = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const pictureOf = (alt: string) => ({ bytes: Buffer.from(pngBase64, 'base64'), mime: 'image/png' as const, alt });

let simulator: TelegramSimulator;
let adapter: TelegramAdapter;
let person: Person;
beforeEach(async () => {
  simulator = await startTelegramSimulator();
  adapter = createTelegramAdapter({ token: simulator.token, apiRoot: simulator.apiRoot, menu: [] });
  person = simulator.person();
});
afterEach(() => simulator.close());

const options: SendOptions = { nonce: 'n', respondTo: null, isEphemeral: false };
const chat = () => ({ id: String(person.chatId), accountId: String(person.id) });
const send = (reply: Partial<OutgoingReply>, more: Partial<SendOptions> = {}) =>
  adapter.send(chat(), { text: 'Hello', buttons: [], ...reply }, { ...options, ...more });
const said = () => simulator.said(person.chatId);
const failureOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SendError)) throw new Error(`no SendError but ${error}`);
  return error;
};

describe('a message to Telegram', () => {
  it('has its link as a link, without a preview, and only to the web', async () => {
    const link = 'https://example.com/?a=1&b="2"<3>';
    await send({ text: [{ link, label: 'more & <more>' }, ' ', { link: 'tg://user?id=7', label: 'you' }] });
    expect(said()[0]).toMatchObject({
      text: 'more & <more> you',
      entities: [{ type: 'text_link', url: link, offset: 0, length: 13 }],
      hasPreview: false,
    });
    expect(said()[0]?.entities).toHaveLength(1);
  });

  it('nests formatting', async () => {
    await send({ text: bold(['Lunch ', { italic: 'now' }, ' ', code('undo'), bold('!')]) });
    expect(said()[0]?.text).toBe('Lunch now undo!');
    expect(said().flatMap(marksOf)).toEqual(['bold:Lunch ', 'italic:now', 'bold:now', 'bold: ', 'code:undo', 'bold:!']);
  });

  it('shows a picture with its description in the caption, once', async () => {
    const image = pictureOf('Weight over a month');
    await send({ text: 'You are on your way', image, buttons: [[{ label: 'Undo', id: 'a.0' }]] });
    await send({ text: bold('Weight over a month'), image });
    await send({ text: '', image });
    expect(said().map(({ text }) => text)).toEqual([
      'You are on your way\nWeight over a month',
      'Weight over a month',
      'Weight over a month',
    ]);
    expect(said().map(({ photo }) => photo?.toString('base64'))).toEqual([pngBase64, pngBase64, pngBase64]);
    expect(said()[0]?.buttons).toEqual([[{ label: 'Undo', data: 'a.0' }]]);
  });

  it('hangs below the question in a group, in its topic, and pings nobody', async () => {
    const member = simulator.member(-1001);
    const messageId = member.writes('@spotter_bot hello');
    const respondTo = { chatId: '-1001', messageId, threadId: 9 };
    const group = { id: '-1001', accountId: String(member.id) };
    await adapter.send(group, { text: 'Hello @everybody', buttons: [] }, { ...options, respondTo });
    expect(simulator.said(-1001)).toMatchObject([{ text: 'Hello ＠everybody', repliesTo: messageId, threadId: 9 }]);
  });

  it('goes to the private chat when only one may see it', async () => {
    const member = simulator.member(-1001, person.id);
    const messageId = member.writes('@spotter_bot today');
    const sent = await adapter.send(
      { id: '-1001', accountId: String(person.id) },
      { text: 'Only for you', buttons: [] },
      { ...options, isEphemeral: true, respondTo: { chatId: '-1001', messageId, threadId: null } },
    );
    expect(sent.chatId).toBe(String(person.chatId));
    expect(simulator.said(-1001)).toEqual([]);
    expect(said()).toMatchObject([{ text: 'Only for you', repliesTo: null }]);
  });

  it('does not carry the place of a group into the private chat', async () => {
    await adapter.send(
      { id: null, accountId: String(person.id) },
      { text: 'Only for you', buttons: [] },
      { ...options, respondTo: { chatId: '-1001', messageId: 4, threadId: 9 } },
    );
    expect(said()).toMatchObject([{ text: 'Only for you', repliesTo: null, threadId: null }]);
  });

  it('turns into a picture, and a picture changes its words', async () => {
    const sent = await send({ text: 'Drawing' });
    await adapter.edit(sent, { text: 'Drawn', buttons: [], image: pictureOf('Drawn') }, options);
    expect(said()).toMatchObject([{ text: 'Drawn', edits: 1 }]);
    expect(said()[0]?.photo?.toString('base64')).toBe(pngBase64);
    await adapter.edit(sent, { text: bold('Other words'), buttons: [[{ label: 'Undo', id: 'a.0' }]] }, options);
    expect(said()).toMatchObject([{ text: 'Other words', buttons: [[{ label: 'Undo', data: 'a.0' }]], edits: 2 }]);
  });

  it.each(['', ' \n ', '\u200b\u2060', '\u0000\u0007'])(
    'is not sent when there is nothing to show: %j',
    async (text) => {
      expect(await failureOf(send({ text }))).toMatchObject({ failure: 'rejected' });
      expect(simulator.calls).toEqual([]);
      expect(adapter.split({ text })).toEqual([]);
    },
  );
});

describe('a failure of Telegram', () => {
  const answer = (status: number, description: string, parameters = {}): Fault => ({ status, description, parameters });
  it.each([
    [answer(429, 'Too Many Requests: retry after 17', { retry_after: 17 }), 'later', 17_000],
    [answer(429, 'Too Many Requests'), 'later', 5000],
    [answer(403, 'Forbidden: bot was blocked by the user'), 'blocked', null],
    [answer(403, "Forbidden: bot can't initiate conversation with a user"), 'blocked', null],
    [answer(403, 'Forbidden: user is deactivated'), 'blocked', null],
    [answer(400, 'Bad Request: chat not found'), 'blocked', null],
    [answer(400, "Bad Request: message can't be edited"), 'gone', null],
    [answer(400, "Bad Request: can't parse entities: Unclosed start tag"), 'rejected', null],
    [answer(413, 'Request Entity Too Large'), 'rejected', null],
    [answer(401, 'Unauthorized'), 'unknown', null],
    [answer(500, 'Internal Server Error'), 'unknown', null],
    [answer(502, 'Bad Gateway'), 'unknown', null],
    ['drop-before' as const, 'unknown', null],
    ['drop-after' as const, 'unknown', null],
  ])('%j means %s', async (fault, failure, retryAfterMs) => {
    simulator.fails(fault);
    expect(await failureOf(send({}))).toMatchObject({ failure, retryAfterMs });
  });

  it('tells where a group has moved', async () => {
    simulator.fails(answer(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1009 }));
    expect(await failureOf(send({}))).toMatchObject({ failure: 'rejected', message: expect.stringContaining('-1009') });
  });

  it('is unknown when we stop waiting', async () => {
    simulator.fails('hang');
    const stop = new AbortController();
    const sending = failureOf(send({}, { signal: stop.signal }));
    await simulator.until(() => simulator.calls.length === 1);
    stop.abort();
    expect(await sending).toMatchObject({ failure: 'unknown' });
  });

  it('comes from people who block us or never wrote', async () => {
    person.blocks();
    expect(await failureOf(send({}))).toMatchObject({ failure: 'blocked' });
    person.starts();
    await send({});
    const stranger = { id: null, accountId: '99' };
    expect(await failureOf(adapter.send(stranger, { text: 'Hi', buttons: [] }, options))).toMatchObject({
      failure: 'blocked',
    });
  });

  it.each(['drop-before', 'garbage', 'drop-after'] as const)('is told without the token: %s', async (fault) => {
    simulator.fails(fault);
    const error = await failureOf(send({}));
    expect(error.failure).toBe('unknown');
    expect(error.message).toContain(simulator.apiRoot);
    expect(`${error.message}${error.stack}`).not.toContain(simulator.token);
  });

  it('says that a message to edit is gone', async () => {
    const missing = { chatId: String(person.chatId), messageId: '4711' };
    expect(await failureOf(adapter.edit(missing, { text: 'Hi', buttons: [] }, options))).toMatchObject({
      failure: 'gone',
    });
  });

  it('is our own for what is no Telegram id or a button too long', async () => {
    const wrong = { id: 'general', accountId: 'x' };
    expect(await failureOf(adapter.send(wrong, { text: 'Hi', buttons: [] }, options))).toMatchObject({
      failure: 'rejected',
    });
    const buttons = [[{ label: 'Undo', id: 'é'.repeat(33) }]];
    expect(await failureOf(send({ buttons }))).toMatchObject({ failure: 'rejected' });
  });
});
