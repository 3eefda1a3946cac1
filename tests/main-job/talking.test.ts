import { and, count, eq } from 'drizzle-orm';
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

    // A sign under it in the thread says that it was seen; somebody else's says nothing.
    const thanks = bot.last(thread);
    const [people] = await db.select({ count: count() }).from(users);
    discord.person('Ben').reacts(thanks, '👀');
    carl.reacts(thanks, '👍');
    await bot.settled(2);
    expect(discord.read(bot.last(anna.channel)).text).toBe('👀 Carl has seen it.');
    expect(await db.select({ count: count() }).from(users)).toEqual([people]);

    // What is sent along arrives as it was.
    const voice = discord.keeps(Buffer.from('OggS and what was said'), 'voice.ogg', 'audio/ogg');
    const plan = discord.keeps(Buffer.from('a,b\n1,2\n'), 'plan.csv', 'text/csv');
    anna.writes('tell my coach my plan', { attachments: [voice, plan] });
    await bot.settled(1);
    const arrived = discord.ours(thread).flatMap(({ attachments }) => attachments);
    expect(arrived.map(({ id, filename }) => [filename, String(discord.world.files.get(id))])).toEqual([
      ['voice.ogg', 'OggS and what was said'],
      ['plan.csv', 'a,b\n1,2\n'],
    ]);

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

  /** A coach and a client who have both written before. */
  async function coached() {
    const carl = bot.telegram.person(undefined, 'Carl Reed');
    const anna = bot.telegram.person(undefined, 'Anna Berg');
    carl.writes('hello');
    anna.writes('hello');
    await bot.settled();
    await coach('telegram', String(carl.id), String(anna.id));
    return { carl, anna };
  }

  it('each client has a topic where the coach’s chat has topics, and what is written there goes to them', async () => {
    const { telegram } = bot;
    const { carl, anna } = await coached();
    telegram.hasTopics(carl);
    carl.writes('/coach here');
    anna.writes('tell my coach my knee hurts');
    await bot.settled();
    const [[key = '', name] = []] = [...telegram.topics];
    expect(name).toBe('Anna Berg');
    const threadId = Number(key.split('/')[1]);
    const inTopic = () => telegram.said(carl.chatId).filter((message) => message.threadId === threadId);
    expect(inTopic().map(({ text }) => text)).toEqual(['Anna Berg: my knee hurts']);
    carl.writes('rest two days', { message_thread_id: threadId, is_topic_message: true });
    await bot.settled();
    expect(bot.said(anna).at(-1)).toBe('Carl Reed: rest two days');
  });

  it('a chat without topics gets them in private, with names', async () => {
    const { telegram } = bot;
    const { carl, anna } = await coached();
    carl.writes('/coach here');
    anna.writes('tell my coach my knee hurts');
    await bot.settled();
    await bot.work();
    expect(telegram.said(carl.chatId).at(-1)).toMatchObject({ text: 'Anna Berg: my knee hurts', threadId: null });
  });

  it('a message at night makes no sound; a call to somebody in danger does', async () => {
    const { telegram } = bot;
    const { carl, anna } = await coached();
    // It is 22:23 for both.
    anna.writes('tell my coach good night');
    anna.writes('I want to kill myself');
    await bot.settled();
    const sounds = telegram.calls
      .filter(({ method, payload }) => method === 'sendMessage' && Number(payload.chat_id) === carl.chatId)
      .map(({ payload }) => [String(payload.text).split('\n')[0], payload.disable_notification === true]);
    expect(sounds.slice(-2)).toEqual([
      ['<b>Anna Berg</b>: good night', true],
      ['<b>Anna Berg may be in danger.</b>', false],
    ]);
    expect(bot.said(anna).at(-1)).toContain('I have also asked Carl Reed to get in touch with you now.');
  });

  it('a sign under what was passed on says that it was seen', async () => {
    const { telegram } = bot;
    const { carl, anna } = await coached();
    anna.writes('tell my coach my knee hurts');
    await bot.settled();
    const copy = telegram.said(carl.chatId).at(-1);
    expect(bot.said(anna).at(-1)).toBe('✓ Sent to Carl Reed.');
    if (copy) carl.reacts(copy.messageId, '👍');
    await bot.settled();
    expect(bot.said(anna).at(-1)).toBe('👀 Carl Reed has seen it.');
  });

  it('so does one in a coach’s group, where others’ say nothing', async () => {
    const { telegram } = bot;
    const { carl, anna } = await coached();
    const inGroup = telegram.member(-1_005_550_001, carl.id);
    telegram.hasTopics(inGroup);
    inGroup.writes('/coach@spotter_bot here');
    await bot.settled();
    anna.writes('tell my coach my knee hurts');
    await bot.settled();
    const copy = telegram.said(inGroup.chatId).at(-1);
    expect(copy?.text).toBe('Anna Berg: my knee hurts');
    const [people] = await db.select({ count: count() }).from(users);
    if (copy) telegram.member(inGroup.chatId).reacts(copy.messageId, '👀');
    await bot.settled();
    expect(bot.said(anna).at(-1)).toBe('✓ Sent to Carl Reed.');
    if (copy) inGroup.reacts(copy.messageId, '👍');
    await bot.settled();
    expect(bot.said(anna).at(-1)).toBe('👀 Carl Reed has seen it.');
    expect(await db.select({ count: count() }).from(users)).toEqual([people]);
  });

  it('passes voice messages and files on as they are, under a clean name', async () => {
    const { telegram } = bot;
    const { carl, anna } = await coached();
    anna.writes('/chat');
    const voice = Buffer.from('OggS and what was said');
    anna.writes('', { text: undefined, voice: { file_id: telegram.keeps(voice), duration: 3 } });
    const plan = Buffer.from('a,b\n1,2\n');
    const file = { file_id: telegram.keeps(plan), file_name: '../../etc/plan?.csv' };
    anna.writes('', { text: undefined, caption: 'my plan', document: file });
    await bot.settled();
    const said = telegram.said(carl.chatId).slice(-2);
    expect(said.map(({ text, file: sent }) => ({ text, file: sent }))).toEqual([
      { text: 'Anna Berg', file: { kind: 'voice', bytes: voice } },
      { text: 'Anna Berg: my plan', file: { kind: 'document', bytes: plan } },
    ]);
  });
});
