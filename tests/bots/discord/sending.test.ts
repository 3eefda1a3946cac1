import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SendError, SendFailure } from '../../../src/bots/adapter.ts';
import type { OutgoingReply } from '../../../src/bots/reply.ts';
import { tooManyRequests } from '../../support/discord-simulator/api-error.ts';
import { answers } from '../../support/discord-simulator/faults.ts';
import { type OpenDiscord, openDiscord } from './open-discord.ts';

let open: OpenDiscord;
beforeEach(async () => {
  open = await openDiscord();
});
afterEach(() => open.close());

let count = 0;
const options = (nonce = `nonce-${++count}`) => ({ nonce, respondTo: null, isEphemeral: false });
const says = (text: OutgoingReply['text']): OutgoingReply => ({ text, buttons: [] });

function annasChat() {
  const anna = open.discord.person('Anna');
  return { anna, chat: { id: anna.channel.id, accountId: anna.user.id } };
}

it('does not double a message whose outcome was lost', async () => {
  const { anna, chat } = annasChat();
  open.discord.faults.next({ method: 'POST', drop: 'after' });
  const attempt = options();
  await expect(open.adapter.send(chat, says('Recorded'), attempt)).rejects.toMatchObject({ failure: 'unknown' });
  const sent = await open.adapter.send(chat, says('Recorded'), attempt);
  expect(open.discord.ours(anna.channel).map(({ id }) => id)).toEqual([sent.messageId]);
  await open.adapter.send(chat, says('Recorded'), options());
  expect(open.discord.ours(anna.channel)).toHaveLength(2);
});

it('does not try a failed request again behind the back of who asked', async () => {
  const { chat } = annasChat();
  open.discord.faults.next({ method: 'POST', answer: answers(502, 0) });
  await expect(open.adapter.send(chat, says('Hello'), options())).rejects.toMatchObject({ failure: 'unknown' });
  expect(open.discord.requests).toHaveLength(1);
});

it('waits of itself for a limit that is short, without ever running into it', async () => {
  const { anna, chat } = annasChat();
  open.discord.limit('POST', /messages$/, { count: 2, perMs: 150 });
  for (let i = 0; i < 6; i++) await open.adapter.send(chat, says(`part ${i}`), options());
  expect(open.discord.ours(anna.channel).map(({ content }) => content)).toEqual(
    Array.from({ length: 6 }, (_, i) => `part ${i}`),
  );
  expect(open.discord.requests.filter(({ status }) => status === 429)).toEqual([]);
});

it.each(['user', 'shared', 'global'] as const)('gives a long wait back to who asked (%s limit)', async (scope) => {
  const { anna, chat } = annasChat();
  open.discord.faults.next({ method: 'POST', answer: tooManyRequests(scope, 120) });
  const error: SendError = await open.adapter.send(chat, says('Hello'), options()).then(
    () => expect.fail('it was sent'),
    (reason) => reason,
  );
  expect(error.failure).toBe('later');
  expect(error.retryAfterMs).toBeGreaterThanOrEqual(119_000);
  expect(error.retryAfterMs).toBeLessThan(121_000);
  expect(open.discord.ours(anna.channel)).toEqual([]);
  if (scope !== 'global') return;
  // The others wait as well, without asking.
  const ben = open.discord.person('Ben');
  const other = { id: ben.channel.id, accountId: ben.user.id };
  await expect(open.adapter.send(other, says('Hello'), options())).rejects.toMatchObject({ failure: 'later' });
  expect(open.discord.requests).toHaveLength(1);
});

it.each<[number, number, SendFailure]>([
  [403, 50007, 'blocked'],
  [403, 50278, 'blocked'],
  [403, 50001, 'blocked'],
  [403, 50013, 'blocked'],
  [404, 10003, 'blocked'],
  [404, 10008, 'gone'],
  [400, 50035, 'rejected'],
  [400, 50006, 'rejected'],
  [400, 40003, 'later'],
  [401, 0, 'unknown'],
  [500, 0, 'unknown'],
  [503, 0, 'unknown'],
])('takes %i with code %i for %s', async (status, code, failure) => {
  const { chat } = annasChat();
  open.discord.faults.next({ method: 'POST', answer: answers(status, code) });
  await expect(open.adapter.send(chat, says('Hello'), options())).rejects.toMatchObject({ name: 'SendError', failure });
  // One refusal spoils nothing that comes after it.
  await open.adapter.send(chat, says('Hello again'), options());
});

it('cannot reach an account that is no longer there', async () => {
  const chat = { id: null, accountId: '123456789012345678' };
  await expect(open.adapter.send(chat, says('Hello'), options())).rejects.toMatchObject({ failure: 'blocked' });
});

it('stops waiting when it is told to', async () => {
  const { chat } = annasChat();
  open.discord.faults.next({
    method: 'POST',
    until: new Promise((resolve) => setTimeout(resolve, 300)),
    drop: 'before',
  });
  const signal = AbortSignal.timeout(50);
  await expect(open.adapter.send(chat, says('Hello'), { ...options(), signal })).rejects.toMatchObject({
    failure: 'unknown',
  });
});

it('opens the private chat of an account once', async () => {
  const { anna } = annasChat();
  for (const text of ['one', 'two'])
    await open.adapter.send({ id: null, accountId: anna.user.id }, says(text), options());
  expect(open.discord.requests.map(({ path }) => path)).toEqual([
    '/users/@me/channels',
    `/channels/${anna.channel.id}/messages`,
    `/channels/${anna.channel.id}/messages`,
  ]);
});

it('sends what one person only may see in private, when it was not asked for by a command', async () => {
  const { anna } = annasChat();
  const chat = { id: open.discord.server.id, accountId: anna.user.id };
  const sent = await open.adapter.send(chat, says('1 200 kcal'), { ...options(), isEphemeral: true });
  expect(sent.chatId).toBe(anna.channel.id);
  expect(open.discord.ours(open.discord.server)).toEqual([]);
});

it('pings nobody and unfolds no links', async () => {
  const { anna } = annasChat();
  const chat = { id: open.discord.server.id, accountId: anna.user.id };
  const sent = await open.adapter.send(chat, says('@everyone @here <@123456789012345678> <@&1>'), options());
  await open.adapter.edit(sent, says('@everyone again'), options());
  expect(open.discord.world.pings).toEqual([]);
  for (const { json } of open.discord.requests)
    expect(json).toMatchObject({ allowed_mentions: { parse: [] }, flags: 1 << 2 });
});

it('sends a picture with its description, and takes it away when the message is changed to one without', async () => {
  const { anna, chat } = annasChat();
  const bytes = Buffer.from('iVBORw0KGgo=', 'base64');
  const image = { bytes, mime: 'image/png' as const, alt: 'Weight over a month' };
  const sent = await open.adapter.send(chat, { ...says('Your weight'), image }, options());
  expect(open.discord.ours(anna.channel)[0]?.attachments).toMatchObject([
    { filename: 'picture.png', description: 'Weight over a month', content_type: 'image/png', size: 8 },
  ]);
  await open.adapter.edit(sent, says('No picture'), options());
  expect(open.discord.ours(anna.channel)[0]).toMatchObject({ content: 'No picture', attachments: [] });
});

it('sends a file as it is, under its name', async () => {
  const { anna, chat } = annasChat();
  const file = { name: 'plan.csv', bytes: Buffer.from('a,b\n1,2\n'), mime: 'text/csv', isVoice: false };
  await open.adapter.send(chat, { ...says('My plan'), file }, options());
  const [attached] = open.discord.ours(anna.channel)[0]?.attachments ?? [];
  expect(attached).toMatchObject({ filename: 'plan.csv', content_type: 'text/csv', size: 8 });
  expect(open.discord.world.files.get(attached?.id ?? '')).toEqual(file.bytes);
});

it('cannot change what is gone', async () => {
  const { anna, chat } = annasChat();
  const sent = await open.adapter.send(chat, says('Hello'), options());
  anna.removes(open.discord.ours(anna.channel)[0] ?? expect.fail('nothing was sent'));
  await expect(open.adapter.edit(sent, says('Hello?'), options())).rejects.toMatchObject({ failure: 'gone' });
});

it('says nothing of the token or of what was written when it fails', async () => {
  const { chat } = annasChat();
  for (const fault of [{ answer: answers(401, 0, '401: Unauthorized') }, { drop: 'before' as const }]) {
    open.discord.faults.next({ method: 'POST', ...fault });
    const error = await open.adapter.send(chat, says('private words'), options()).catch((reason: unknown) => reason);
    const told = JSON.stringify(error, Object.getOwnPropertyNames(error));
    expect(told).not.toContain(open.discord.token);
    expect(told).not.toContain('private words');
  }
});
