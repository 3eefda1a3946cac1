import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../db/client.ts';
import type { Adapter } from '../../src/bots/adapter.ts';
import type { Answer, Command, CommandContext } from '../../src/bots/command.ts';
import { commands } from '../../src/bots/commands/index.ts';
import { defineCommand } from '../../src/bots/define-command.ts';
import { createDeliver } from '../../src/bots/deliver.ts';
import { type Message, messageSchema, type Platform } from '../../src/bots/message.ts';
import { createRespond } from '../../src/bots/respond.ts';
import { plainText } from '../../src/bots/text.ts';
import type { Database } from '../../src/domain/context.ts';
import { testDatabase } from '../support/database.ts';
import { fewFoods } from '../support/few-foods.ts';
import { silentLog } from '../support/silent-log.ts';
import { startTelegramSimulator } from '../support/telegram-simulator.ts';
import { openBot, testClock } from './open-bot.ts';
import { openRows, recordedFor } from './recorded.ts';

const { db, url } = await testDatabase();
const foods = await fewFoods(db);
const now = Temporal.Instant.from('2026-03-02T12:30:00Z');

let events = 0;
const message = (more: Partial<Extract<Message, { kind: 'text' }>>): Message => {
  events += 1;
  return messageSchema.parse({
    kind: 'text',
    platform: 'discord',
    eventKey: `message:race-${events}`,
    chatId: 'home',
    isPrivate: true,
    sender: { id: 'ana', name: 'Ana', locale: null },
    sentAt: now.toString(),
    timeZone: 'UTC',
    respondTo: null,
    messageId: `${events}`,
    text: 'ate 100g rice',
    media: [],
    replyToId: null,
    ...more,
  });
};

/** One process's path of a message, which says what it says into a list. */
function process(
  database: Database,
  registry: readonly Command[] = commands,
  told: (chat: string | null, text: string) => void = () => {},
) {
  const said: string[] = [];
  const adapter: Adapter = {
    platform: 'discord',
    async start() {},
    async stop() {},
    fetch: () => Promise.reject(new Error('No file is fetched here')),
    split: (reply) => [reply],
    async send({ id }, { text }, { nonce }) {
      said.push(plainText(text));
      told(id, plainText(text));
      return { chatId: id ?? 'home', messageId: nonce };
    },
    async edit(_sent, { text }) {
      said.push(plainText(text));
    },
  };
  const adapters = new Map<Platform, Adapter>([['discord', adapter]]);
  const common = { db: database, adapters, clock: () => now, log: silentLog };
  const respond = createRespond({ ...common, commands: registry, foods, deliver: createDeliver(common) });
  return { respond, said };
}

describe('two processes on one database', () => {
  it('record and answer once what Telegram posts to both at once', async () => {
    const other = await openDatabase({ url, maxConnections: 3 });
    const telegram = await startTelegramSimulator();
    const clock = testClock(Temporal.Instant.fromEpochMilliseconds(1_700_000_600_000));
    const secret = 'a-secret-of-sixteen';
    const settings = {
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      TELEGRAM_WEBHOOK_URL: 'http://localhost:1/telegram',
      TELEGRAM_WEBHOOK_SECRET: secret,
    };
    const bots = [
      await openBot({ db, foods, clock, settings }),
      await openBot({ db: other.db, foods, clock, settings }),
    ];
    try {
      for (const bot of bots) await bot.start();
      const ana = telegram.person();
      const headers = { 'x-telegram-bot-api-secret-token': secret };
      for (let i = 0; i < 10; i++) {
        ana.writes('ate 100g rice');
        const body = telegram.lastUpdate();
        const answers = await Promise.all(bots.map((bot) => bot.routes['/telegram']?.take({ headers, body })));
        expect(answers).toEqual([{ status: 200 }, { status: 200 }]);
      }
      for (const bot of bots) await bot.runtime.respond.idle();
      expect(telegram.said(ana.chatId)).toHaveLength(10);
      expect(await recordedFor(db, { platform: 'telegram', accountId: String(ana.id) })).toEqual({
        items: Array(10).fill('100 g rice'),
        kcal: [1300],
      });
      expect(await openRows(db)).toEqual({ pending: 0, due: 0, failed: 0 });
    } finally {
      for (const bot of bots) await bot.stop();
      await telegram.close();
      await other.close();
    }
  });

  it('record once when both take up the same messages left behind', async () => {
    const first = process(db);
    const second = process(db);
    const left = Array.from({ length: 5 }, () => message({ chatId: 'left', sender: sender('left') }));
    for (const each of left) await first.respond.receive(each);
    await Promise.all([second.respond.resume('discord', 'left'), first.respond.resume('discord', 'left')]);
    await first.respond.idle();
    expect(first.said.length + second.said.length).toBe(5);
    expect(await recordedFor(db, { platform: 'discord', accountId: 'left' })).toMatchObject({ kcal: [650] });
  });
});

const sender = (id: string) => ({ id, name: id, locale: null });

describe('one person in two chats at once', () => {
  it('gets a sum of the day that misses nothing', async () => {
    const { respond, said } = process(db);
    const both = Array.from({ length: 20 }, (_, i) =>
      message({ chatId: i % 2 ? 'home' : 'gym', isPrivate: i % 2 === 1, sender: sender('two') }),
    );
    await Promise.all(both.map((each) => respond.receive(each)));
    await respond.idle();
    expect(await recordedFor(db, { platform: 'discord', accountId: 'two' })).toMatchObject({ kcal: [2600] });
    const sums = said.map((text) => Number(/Today: ([\d,]+) kcal/.exec(text)?.[1]?.replace(',', '')));
    expect(sums).toEqual(Array.from({ length: 20 }, (_, i) => 130 * (i + 1)));
    expect(await openRows(db)).toMatchObject({ due: 0 });
  });

  it('is one person, though the first words come in both at once', async () => {
    const { respond } = process(db);
    await Promise.all(
      ['one', 'other'].map((chatId) => respond.receive(message({ chatId, isPrivate: false, sender: sender('new') }))),
    );
    await respond.idle();
    const { rows } = await db.execute(sql`select count(*)::int as people from users where full_name = 'new'`);
    expect(rows).toEqual([{ people: 1 }]);
  });
});

describe('what a command may see', () => {
  const looked: Record<string, unknown>[] = [];
  const test = (name: string, run: (tx: CommandContext['db']) => Promise<Answer>) =>
    defineCommand<Record<string, never>>({
      name,
      summary: name,
      examples: [],
      effect: 'act',
      options: z.object({}),
      input: z.object({}),
      parse: (text) => (text === name ? { input: {} } : null),
      run: ({ db: tx }) => run(tx),
      toContract: () => [],
    });
  const look = test('look', async (tx) => {
    const { rows } = await tx.execute(sql`
        select current_user as role, (select array_agg(distinct full_name) from users) as people,
          (select count(*)::int from meal_logs) as meals, (select count(*)::int from inbound_messages) as messages`);
    looked.push(...rows);
    return { text: 'Looked.' };
  });
  const change = test('change', async (tx) => {
    const { rowCount } = await tx.execute(sql`update meal_items set grams = 1`);
    looked.push({ changed: rowCount });
    return { text: 'Changed.' };
  });

  it('is its own person’s rows and nobody else’s', async () => {
    const { respond, said } = process(db, [look, change, ...commands]);
    await respond.receive(message({ chatId: 'cat', sender: sender('cat'), text: 'ate 100g rice' }));
    await respond.receive(message({ chatId: 'cat', sender: sender('cat'), text: 'look' }));
    await respond.receive(message({ chatId: 'cat', sender: sender('cat'), text: 'change' }));
    await respond.idle();
    const { rows } = await db.execute<{ meals: number }>(sql`select count(*)::int as meals from meal_logs`);
    expect(rows[0]?.meals).toBeGreaterThan(20);
    expect(looked).toEqual([{ role: 'spotter_member', people: ['cat'], meals: 1, messages: 2 }, { changed: 1 }]);
    expect(said.slice(1)).toEqual(['Looked.', 'Changed.']);
    // The connection goes back to the pool as it was.
    const { rows: roles } = await db.execute(sql`select distinct current_user = session_user as own from users`);
    expect(roles).toEqual([{ own: true }]);
  });
});

describe('somebody who is erased', () => {
  const erase = 'delete everything';

  it('while writing in a second chat: no message waits or fails, and nothing older is left', async () => {
    const ours = { id: 'eve', name: 'Eve', locale: null };
    const { respond } = process(db);
    for (let round = 0; round < 8; round++) {
      await respond.receive(message({ sender: ours, chatId: 'eve-home', text: 'ate 100g rice' }));
      await respond.receive(message({ sender: ours, chatId: 'eve-home', text: 'delete me' }));
      await respond.idle();
      await Promise.all([
        respond.receive(message({ sender: ours, chatId: 'eve-home', text: erase })),
        ...Array.from({ length: 4 }, () =>
          respond.receive(message({ sender: ours, chatId: 'eve-gym', isPrivate: false, text: 'ate 200g rice' })),
        ),
      ]);
      await respond.idle();
    }
    const { rows } = await db.execute(sql`
      select state, count(*)::int as n from inbound_messages where chat_id in ('eve-home', 'eve-gym', 'erased') group by state`);
    expect(rows).toEqual([{ state: 'done', n: 8 * 7 }]);
  });

  it('hears the farewell in private, also when it was asked for on a server', async () => {
    const sent: { chat: string | null; text: string }[] = [];
    const { respond } = process(db, commands, (chat, text) => sent.push({ chat, text }));
    const onServer = {
      chatId: 'server',
      isPrivate: false,
      canAnswerAlone: true,
      sender: { id: 'fay', name: null, locale: null },
    };
    await respond.receive(message({ ...onServer, text: 'delete me' }));
    await respond.receive(message({ ...onServer, text: erase }));
    await respond.idle();
    expect(sent.map(({ chat }) => chat)).toEqual(['server', null]);
    expect(sent[1]?.text).toMatch(/^Done: everything you told me is gone/);
    const { rows } = await db.execute(sql`select id from deliveries where account_id = 'fay'`);
    expect(rows).toEqual([]);
  });
});
