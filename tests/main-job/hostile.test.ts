import { PassThrough } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createTerminalAdapter } from '../../src/bots/terminal/create-adapter.ts';
import type { Database } from '../../src/domain/context.ts';
import { loadFoodIndex } from '../../src/domain/foods/load-food-index.ts';
import { testDatabase } from '../support/database.ts';
import { hostileSamples, hostileText } from '../support/hostile-text.ts';
import { marksOf, pingsOf } from '../support/telegram-messages.ts';
import { openDiscordBot } from './discord-bot.ts';
import { openBot, testClock } from './open-bot.ts';
import { openRows } from './recorded.ts';
import { openTelegramBot } from './telegram-bot.ts';

/** How many strings each platform gets. A long run is about other strings every time. */
const runs = Number(process.env.HOSTILE_RUNS ?? 150);
const seed = process.env.HOSTILE_RUNS ? Date.now() : 1;
const timeout = Math.max(60_000, runs * 100);
const batchSize = 250;
const people = 10;

/** Bare, as the name of a food, and as the answer to a question: what people write finds its way into different replies. */
const words = [...hostileSamples, ...fc.sample(hostileText(), { numRuns: runs, seed })].map(
  (text, i) => [text, `ate 100g ${text}`, `${text}, 2 eggs and ${text} for lunch`][i % 3] ?? text,
);

function* batches(): Generator<string[]> {
  for (let start = 0; start < words.length; start += batchSize) yield words.slice(start, start + batchSize);
}

const ourMarks = /^(?:bold|italic|code):/;

/** Every event has one row, is dealt with, and was answered; nothing failed on the way, and the tables are all there. */
async function expectIntact(db: Database, events: number): Promise<void> {
  const context = `with seed ${seed}`;
  const { rows } = await db.execute<{ error: string }>(sql`
    select error || ': ' || left(payload::text, 300) as error from inbound_messages where state = 'failed'
    union all select error || ': ' || left(reply::text, 300) from deliveries where state = 'failed' limit 5`);
  expect(rows, context).toEqual([]);
  expect(await openRows(db), context).toEqual({ pending: 0, due: 0, failed: 0 });
  const counted = await db.execute(sql`
    select (select count(*)::int from inbound_messages where state = 'done') as done,
      (select count(distinct inbound_message_id)::int from deliveries where state = 'sent') as answered,
      (select count(*) > 1000 from foods) as has_foods`);
  expect(counted.rows, context).toEqual([{ done: events, answered: events, has_foods: true }]);
}

describe('what is written on Telegram', async () => {
  const { db } = await testDatabase();

  it('breaks nothing', { timeout }, async () => {
    const bot = await openTelegramBot({ db, foods: await loadFoodIndex(db) });
    const crowd = Array.from({ length: people }, () => bot.telegram.person());
    let events = 0;
    for (const batch of batches()) {
      for (const [i, text] of batch.entries()) {
        const { id, chatId, writes } = crowd[i % people] ?? bot.telegram.person();
        const from = { id, is_bot: false, first_name: batch[batch.length - 1 - i]?.slice(0, 64) || 'x' };
        const messageId = writes(text, { from });
        events += 1;
        if (i % 10 > 0) continue;
        const message = { message_id: messageId, chat: { id: chatId, type: 'private' }, date: 0 };
        const query = { id: `${events}`, from, message, chat_instance: '1', data: text.slice(0, 16) || 'x' };
        bot.telegram.deliver({ callback_query: query });
        events += 1;
      }
      await bot.settled();
      for (const { chatId } of crowd)
        for (const message of bot.telegram.said(chatId)) {
          expect(marksOf(message).filter((mark) => !ourMarks.test(mark))).toEqual([]);
          expect(pingsOf(message)).toEqual([]);
        }
      bot.telegram.forget();
    }
    await expectIntact(db, events);
    await bot.close();
  });
});

describe('what is written on Discord', async () => {
  const { db } = await testDatabase();

  it('breaks nothing', { timeout }, async () => {
    const bot = await openDiscordBot({ db, foods: await loadFoodIndex(db) });
    await bot.start();
    const crowd = Array.from({ length: people }, (_, i) => bot.discord.person(words[i]?.slice(0, 32) ?? 'x'));
    let events = 0;
    for (const batch of batches()) {
      for (const [i, text] of batch.entries()) {
        const person = crowd[i % people];
        if (i % 8 === 0) person?.runs('log', { food: text });
        else if (i % 8 === 1) person?.runs('settings', { change: text });
        else if (i % 8 === 2) person?.writesOnServer(text);
        else person?.writes(text);
      }
      await bot.settled(batch.length);
      events += batch.length;
      for (const channel of [bot.discord.server, ...crowd.map((person) => person.channel)]) {
        for (const message of bot.discord.ours(channel))
          expect(bot.discord.read(message).marks.filter((mark) => !ourMarks.test(mark))).toEqual([]);
        channel.messages.length = 0;
      }
    }
    expect(bot.discord.world.pings).toEqual([]);
    await expectIntact(db, events);
    await bot.close();
  });
});

describe('what is typed into the terminal', async () => {
  const { db } = await testDatabase();

  it('breaks nothing, and does not reach the terminal as a command', { timeout }, async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const printed = readAll(output);
    const adapter = createTerminalAdapter({ input, output, historyFile: null, timeZone: 'UTC' });
    const clock = testClock(Temporal.Now.instant());
    const bot = await openBot({ db, foods: await loadFoodIndex(db), clock, adapters: [adapter] });
    await bot.start();
    // A line end ends a message; strings of nothing else would make a hundred messages each.
    const typed = words.map((text, i) => (i % 10 === 0 ? text : text.replace(/[\r\n]+/g, ' ')).slice(0, 100_000));
    // Versions of Node differ in whether these end a line.
    const lines = typed.flatMap((text) =>
      text
        .replace(/[\u2028\u2029]/g, ' ')
        .split(/\r\n|[\n\r]/)
        .slice(0, 20),
    );
    for (const line of lines) input.write(`${line}\n`);
    input.end();
    await adapter.ended;
    await bot.stop();
    output.end();
    await expectIntact(db, lines.filter((line) => line.trim() !== '').length);
    expect((await printed).match(/[\p{Cc}--\n]/gv)).toBeNull();
  });
});
