import { and, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatAccounts, coachings, users } from '../../db/schema/index.ts';
import { testDatabase } from '../support/database.ts';
import { fewFoods } from '../support/few-foods.ts';
import { type DiscordBot, openDiscordBot } from './discord-bot.ts';
import { openTelegramBot, type TelegramBot } from './telegram-bot.ts';

const { db } = await testDatabase();
const foods = await fewFoods(db);

async function idOf(platform: 'telegram' | 'discord', accountId: string): Promise<number> {
  const is = and(eq(chatAccounts.platform, platform), eq(chatAccounts.accountId, accountId));
  const [row] = await db.select({ id: chatAccounts.userId }).from(chatAccounts).where(is);
  return row?.id ?? 0;
}

/** Both have written before. */
async function coach(platform: 'telegram' | 'discord', coachAccount: string, clientAccount: string): Promise<void> {
  const now = Temporal.Instant.fromEpochMilliseconds(1_690_000_000_000);
  const [coachId, clientId] = [await idOf(platform, coachAccount), await idOf(platform, clientAccount)];
  await db.update(users).set({ role: 'coach' }).where(eq(users.id, coachId));
  await db.insert(coachings).values({
    ...{ coachId, clientId, canRead: ['messages'], canWrite: [] },
    ...{ startedAt: now, createdAt: now, updatedAt: now },
  });
}

describe('on Discord', () => {
  let bot: DiscordBot;
  beforeAll(async () => {
    bot = await openDiscordBot({ db, foods });
    await bot.start();
  });
  afterAll(() => bot.close());

  it('each client has a private thread in the channel the coach chose, and a reply there goes to them', async () => {
    const { discord } = bot;
    const [carl, anna] = [discord.person('Carl'), discord.person('Anna')];
    carl.writes('hello');
    anna.writes('hello');
    await bot.settled(2);
    await coach('discord', carl.user.id, anna.user.id);
    carl.writesOnServer('/coach here');
    await bot.settled(1);
    anna.writes('tell my coach my knee hurts');
    await bot.settled(1);
    const threads = () => [...discord.world.channels.values()].filter(({ type }) => type === 12);
    const [thread] = threads();
    if (!thread) throw new Error('no thread was opened');
    expect(thread).toMatchObject({ name: 'Anna', parentId: discord.server.id });
    expect([...(thread.members ?? [])]).toEqual([carl.user.id]);
    const [copy] = discord.ours(thread);
    if (!copy) throw new Error('nothing was passed on');
    expect(discord.read(copy).text).toBe('Anna: my knee hurts');
    // In their thread there is no need to say whom it is for.
    expect(copy.components).toEqual([]);

    carl.writesIn(thread, 'rest two days', copy);
    await bot.settled(1);
    expect(discord.read(bot.last(anna.channel)).text).toBe('Carl (to your “my knee hurts”): rest two days');
    const said = discord.ours(anna.channel).map((message) => discord.read(message).text);
    expect(said).toContain('👀 Carl has seen it.');

    anna.writes('tell my coach thanks');
    await bot.settled(1);
    expect(threads()).toHaveLength(1);
    expect(discord.ours(thread).map((message) => discord.read(message).text)).toEqual([
      'Anna: my knee hurts',
      'Anna: thanks',
    ]);

    // So does a sign under it.
    const thanks = bot.last(anna.channel);
    const by = { user_id: anna.user.id, channel_id: anna.channel.id, message_id: thanks.id };
    discord.dispatch('MESSAGE_REACTION_ADD', { ...by, emoji: { id: null, name: '👍' } }, anna.channel);
    await bot.settled(1);

    // A thread that was removed is opened anew.
    discord.world.channels.delete(thread.id);
    anna.writes('tell my coach one more thing');
    await bot.settled(1);
    await bot.work();
    const again = threads().find(({ id }) => id !== thread.id);
    expect(again && discord.ours(again).map((message) => discord.read(message).text)).toEqual(['Anna: one more thing']);
  });
});

describe('on Telegram', () => {
  let bot: TelegramBot;
  beforeAll(async () => {
    bot = await openTelegramBot({ db, foods });
  });
  afterAll(() => bot.close());

  it('each client has a topic where the coach’s chat has topics, and what is written there goes to them', async () => {
    const { telegram } = bot;
    const [carl, anna] = [telegram.person(), telegram.person()];
    telegram.hasTopics(carl);
    carl.writes('hello');
    anna.writes('hello');
    await bot.settled();
    await coach('telegram', String(carl.id), String(anna.id));
    carl.writes('/coach here');
    anna.writes('tell my coach my knee hurts');
    await bot.settled();
    const [[key = '', name] = []] = [...telegram.topics];
    expect(name).toBe('Ada Lovelace');
    const threadId = Number(key.split('/')[1]);
    const inTopic = () => telegram.said(carl.chatId).filter((message) => message.threadId === threadId);
    expect(inTopic().map(({ text }) => text)).toEqual(['Ada Lovelace: my knee hurts']);
    carl.writes('rest two days', { message_thread_id: threadId, is_topic_message: true });
    await bot.settled();
    expect(bot.said(anna).at(-1)).toBe('Ada Lovelace: rest two days');
  });

  it('a chat without topics gets them in private, with names', async () => {
    const { telegram } = bot;
    const [carl, anna] = [telegram.person(), telegram.person()];
    carl.writes('hello');
    anna.writes('hello');
    await bot.settled();
    await coach('telegram', String(carl.id), String(anna.id));
    carl.writes('/coach here');
    anna.writes('tell my coach my knee hurts');
    await bot.settled();
    await bot.work();
    expect(telegram.said(carl.chatId).at(-1)).toMatchObject({ text: 'Ada Lovelace: my knee hurts', threadId: null });
  });

  it('a message at night makes no sound; a call to somebody in danger does', async () => {
    const { telegram } = bot;
    const [carl, anna] = [telegram.person(), telegram.person()];
    carl.writes('hello');
    anna.writes('hello');
    await bot.settled();
    await coach('telegram', String(carl.id), String(anna.id));
    // It is 22:23 for both.
    anna.writes('tell my coach good night');
    anna.writes('I want to kill myself');
    await bot.settled();
    const sounds = telegram.calls
      .filter(({ method, payload }) => method === 'sendMessage' && Number(payload.chat_id) === carl.chatId)
      .map(({ payload }) => [String(payload.text).split('\n')[0], payload.disable_notification === true]);
    expect(sounds.slice(-2)).toEqual([
      ['<b>Ada Lovelace</b>: good night', true],
      ['<b>Ada Lovelace may be in danger.</b>', false],
    ]);
    expect(bot.said(anna).at(-1)).toContain('I have also asked Ada Lovelace to get in touch with you now.');
  });

  it('a sign under what was passed on says that it was seen', async () => {
    const { telegram } = bot;
    const [carl, anna] = [telegram.person(), telegram.person()];
    carl.writes('hello');
    anna.writes('hello');
    await bot.settled();
    await coach('telegram', String(carl.id), String(anna.id));
    anna.writes('tell my coach my knee hurts');
    await bot.settled();
    const copy = telegram.said(carl.chatId).at(-1);
    expect(bot.said(anna).at(-1)).toBe('✓ Sent to Ada Lovelace.');
    const sign = {
      user: { id: carl.id, is_bot: false, first_name: 'Ada', last_name: 'Lovelace' },
      date: 1_700_000_500,
    };
    const chat = { id: carl.chatId, type: 'private', first_name: 'Ada' };
    const signs = { old_reaction: [], new_reaction: [{ type: 'emoji', emoji: '👍' }] };
    telegram.deliver({ message_reaction: { chat, message_id: copy?.messageId, ...sign, ...signs } });
    await bot.settled();
    expect(bot.said(anna).at(-1)).toBe('👀 Ada Lovelace has seen it.');
  });

  it('passes voice messages and files on as they are, under a clean name', async () => {
    const { telegram } = bot;
    const [carl, anna] = [telegram.person(), telegram.person()];
    carl.writes('hello');
    anna.writes('hello');
    await bot.settled();
    await coach('telegram', String(carl.id), String(anna.id));
    anna.writes('/chat');
    const voice = Buffer.from('OggS and what was said');
    anna.writes('', { text: undefined, voice: { file_id: telegram.keeps(voice), duration: 3 } });
    const plan = Buffer.from('a,b\n1,2\n');
    const file = { file_id: telegram.keeps(plan), file_name: '../../etc/plan?.csv' };
    anna.writes('', { text: undefined, caption: 'my plan', document: file });
    await bot.settled();
    const said = telegram.said(carl.chatId).slice(-2);
    expect(said.map(({ text, file: sent }) => ({ text, file: sent }))).toEqual([
      { text: 'Ada Lovelace', file: { kind: 'voice', bytes: voice } },
      { text: 'Ada Lovelace: my plan', file: { kind: 'document', bytes: plan } },
    ]);
  });
});
