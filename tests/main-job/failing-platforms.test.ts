import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { tooManyRequests } from '../support/discord-simulator/api-error.ts';
import { answers } from '../support/discord-simulator/faults.ts';
import { fewFoods } from '../support/few-foods.ts';
import { type DiscordBot, openDiscordBot } from './discord-bot.ts';
import { deliveriesTo, openRows, recordedFor, unreachable } from './recorded.ts';
import { openTelegramBot, type TelegramBot } from './telegram-bot.ts';

const { db } = await testDatabase();
const foods = await fewFoods(db);

describe('Telegram', () => {
  let bot: TelegramBot;
  beforeAll(async () => {
    bot = await openTelegramBot({ db, foods });
  });
  afterEach(async () => expect(await openRows(db)).toMatchObject({ pending: 0, due: 0 }));
  afterAll(() => bot.close());

  const person = () => {
    const anna = bot.telegram.person();
    return { anna, account: { platform: 'telegram', accountId: String(anna.id) } as const };
  };

  it('asks to wait: the reply comes once the wait is over, before later ones', async () => {
    const { anna, account } = person();
    const parameters = { retry_after: 30 };
    bot.telegram.fails({ status: 429, description: 'Too Many Requests: retry after 30', parameters }, 'sendMessage');
    anna.writes('ate 200g rice lunch');
    anna.writes('ate 100g rice dinner');
    await bot.settled();
    expect(bot.said(anna)).toEqual([]);
    bot.clock.advance(29);
    await bot.work();
    expect(bot.said(anna)).toEqual([]);
    bot.clock.advance(1);
    await bot.work();
    expect(bot.said(anna).map((text) => text.split('\n', 1)[0])).toEqual(['Logged for lunch:', 'Logged for dinner:']);
    expect(await recordedFor(db, account)).toEqual({ items: ['200 g rice', '100 g rice'], kcal: [390] });
    // Having been asked to wait was no attempt.
    expect(await deliveriesTo(db, account)).toMatchObject([
      { state: 'sent', attempts: 1 },
      { state: 'sent', attempts: 1 },
    ]);
    await bot.work();
    expect(bot.said(anna)).toHaveLength(2);
  });

  it('asks to wait with a change of the card: it is made later', async () => {
    const { anna } = person();
    const messageId = anna.writes('ate 200g rice lunch');
    await bot.settled();
    const parameters = { retry_after: 5 };
    bot.telegram.fails({ status: 429, description: 'Too Many Requests: retry after 5', parameters }, 'editMessageText');
    anna.edits(messageId, 'ate 250g rice lunch');
    await bot.settled();
    expect(bot.said(anna)[0]).toContain('200 g');
    bot.clock.advance(5);
    await bot.work();
    expect(bot.said(anna)).toHaveLength(1);
    expect(bot.said(anna)[0]).toContain('250 g');
  });

  it('gives no clear answer: it is tried again', async () => {
    const { anna, account } = person();
    for (const fault of ['drop-before', 'garbage'] as const) bot.telegram.fails(fault, 'sendMessage');
    anna.writes('ate 200g rice lunch');
    await bot.settled();
    for (let i = 0; i < 3; i++) {
      bot.clock.advance(5);
      await bot.work();
    }
    expect(bot.said(anna)).toHaveLength(1);
    expect(await deliveriesTo(db, account)).toMatchObject([{ state: 'sent', attempts: 3, error: null }]);
  });

  it('says that we are blocked: what waits for them is given up, until they write again', async () => {
    const { anna, account } = person();
    anna.writes('hello');
    await bot.settled();
    const parameters = { retry_after: 10 };
    bot.telegram.fails({ status: 429, description: 'Too Many Requests: retry after 10', parameters }, 'sendMessage');
    for (const text of ['ate 200g rice', 'ate 100g rice', 'today']) anna.writes(text);
    await bot.settled();
    anna.blocks();
    bot.clock.advance(10);
    await bot.work();
    expect(await unreachable(db, account)).toMatch(/^blocked: .*bot was blocked by the user/);
    expect((await deliveriesTo(db, account)).map(({ state }) => state)).toEqual([
      'sent',
      'failed',
      'suppressed',
      'suppressed',
    ]);
    expect(await recordedFor(db, account)).toEqual({ items: ['200 g rice', '100 g rice'], kcal: [390] });
    anna.starts();
    anna.writes('today');
    await bot.settled();
    expect(await unreachable(db, account)).toBeNull();
    expect(bot.said(anna).at(-1)).toContain('Today: 390 kcal');
  });

  it('lets us not begin a private chat with somebody who asks in a group: the group is told how, and nothing else', async () => {
    const stranger = bot.telegram.member(-701);
    const text = `@${bot.telegram.me.username} ate 200g rice`;
    stranger.writes(text, {
      entities: [{ type: 'mention', offset: 0, length: bot.telegram.me.username.length + 1 }],
    });
    await bot.settled();
    expect(bot.telegram.said(-701).map((message) => message.text)).toEqual([
      'I answer in private, but could not reach you there. Open a private chat with me and write to me once.',
    ]);
  });
});

describe('Discord', () => {
  let bot: DiscordBot;
  beforeAll(async () => {
    bot = await openDiscordBot({ db, foods });
    await bot.start();
  });
  afterEach(async () => expect(await openRows(db)).toMatchObject({ pending: 0, due: 0 }));
  afterAll(() => bot.close());

  const person = () => {
    const anna = bot.discord.person('Anna');
    const said = () => bot.discord.ours(anna.channel).map((message) => bot.discord.read(message).text);
    return { anna, said, account: { platform: 'discord', accountId: anna.user.id } as const };
  };
  const post = { method: 'POST', path: /\/messages$/ };

  it('asks to wait: the reply comes once the wait is over, before later ones', async () => {
    const { anna, said, account } = person();
    bot.discord.faults.next({ ...post, answer: tooManyRequests('shared', 30) });
    anna.writes('ate 200g rice lunch');
    anna.writes('ate 100g rice dinner');
    await bot.settled(2);
    expect(said()).toEqual([]);
    bot.clock.advance(31);
    await bot.work();
    expect(said().map((text) => text.split('\n', 1)[0])).toEqual(['Logged for lunch:', 'Logged for dinner:']);
    expect(await recordedFor(db, account)).toEqual({ items: ['200 g rice', '100 g rice'], kcal: [390] });
  });

  it('breaks off after it took a message: sending it again does not double it', async () => {
    const { anna, said, account } = person();
    bot.discord.faults.next({ ...post, drop: 'after' });
    anna.writes('ate 200g rice lunch');
    await bot.settled(1);
    bot.clock.advance(5);
    await bot.work();
    expect(said()).toHaveLength(1);
    expect(await deliveriesTo(db, account)).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it.each([50007, 50278])(
    'says that we are blocked (%i): what waits is given up, until they write again',
    async (code) => {
      const { anna, said, account } = person();
      bot.discord.faults.next({ ...post, answer: tooManyRequests('shared', 10) });
      anna.writes('ate 200g rice');
      anna.writes('today');
      await bot.settled(2);
      bot.discord.faults.next({ ...post, answer: answers(403, code, 'Cannot send messages to this user') });
      bot.clock.advance(11);
      await bot.work();
      expect(said()).toEqual([]);
      expect(await unreachable(db, account)).toContain(String(code));
      expect((await deliveriesTo(db, account)).map(({ state }) => state)).toEqual(['failed', 'suppressed']);
      anna.writes('today');
      await bot.settled(1);
      expect(await unreachable(db, account)).toBeNull();
      expect(said().at(-1)).toContain('Today: 260 kcal');
    },
  );

  it('lets us not write in private to somebody who mentions us on a server: it is said there, and nothing else', async () => {
    const { anna, said } = person();
    bot.discord.faults.next({ ...post, answer: answers(403, 50007, 'Cannot send messages to this user') });
    anna.writesOnServer('ate 200g rice');
    await bot.settled(1);
    expect(said()).toEqual([]);
    expect(bot.discord.ours(bot.discord.server).map((message) => bot.discord.read(message).text)).toEqual([
      'I answer in private, but could not reach you there. Open a private chat with me and write to me once.',
    ]);
  });
});
