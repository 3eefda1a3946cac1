import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Adapter } from '../../src/bots/adapter.ts';
import type { Answer, CommandContext } from '../../src/bots/command.ts';
import { defineCommand } from '../../src/bots/define-command.ts';
import { createDeliver } from '../../src/bots/deliver.ts';
import { type Message, messageSchema, type Platform } from '../../src/bots/message.ts';
import { createRespond } from '../../src/bots/respond.ts';
import { plainText } from '../../src/bots/text.ts';
import { leaseMs } from '../../src/domain/conversation/claim-message.ts';
import { receiveMessage } from '../../src/domain/conversation/receive-message.ts';
import { DomainError } from '../../src/domain/domain-error.ts';
import type { Log } from '../../src/log.ts';
import { testDatabase } from '../support/database.ts';
import { fewFoods } from '../support/few-foods.ts';
import { silentLog } from '../support/silent-log.ts';

const { db } = await testDatabase();
const foods = await fewFoods(db);
let now = Temporal.Instant.from('2026-03-02T12:30:00Z');
let run: (ctx: CommandContext) => Promise<Answer> = async () => ({ text: 'Done.' });
let chat = 0;
let events = 0;
beforeEach(() => {
  chat += 1;
});

/** Does whatever the test says. */
const anything = defineCommand<Record<string, never>>({
  name: 'anything',
  summary: 'Whatever the test says',
  examples: [],
  effect: 'act',
  options: z.object({}),
  input: z.object({}),
  parse: () => ({ input: {} }),
  run: (ctx) => run(ctx),
  toContract: () => [],
});

function open(log: Log = silentLog, breaks: () => void = () => {}) {
  const said: string[] = [];
  const adapter: Adapter = {
    platform: 'telegram',
    async start() {},
    async stop() {},
    fetch: () => Promise.reject(new Error('No file is fetched here')),
    split: (reply) => [reply],
    async send({ accountId }, { text }, { nonce }) {
      breaks();
      said.push(plainText(text));
      return { chatId: accountId, messageId: nonce };
    },
    async edit() {},
  };
  const adapters = new Map<Platform, Adapter>([['telegram', adapter]]);
  const common = { db, adapters, clock: () => now, log };
  const deliver = createDeliver(common);
  return { said, deliver, respond: createRespond({ ...common, commands: [anything], foods, deliver }) };
}

function written(text: string): Message {
  events += 1;
  return messageSchema.parse({
    kind: 'text',
    platform: 'telegram',
    eventKey: `update:${events}`,
    chatId: `chat-${chat}`,
    isPrivate: true,
    sender: { id: `chat-${chat}`, name: null, locale: null },
    sentAt: now.toString(),
    timeZone: null,
    respondTo: null,
    messageId: `${events}`,
    text,
    media: [],
    replyToId: null,
  });
}

async function states() {
  const { rows } = await db.execute<{ state: string }>(
    sql`select state from inbound_messages where chat_id = ${`chat-${chat}`} order by id`,
  );
  return rows.map(({ state }) => state);
}

describe('a message that is too long', () => {
  it('is told so, and nothing of it is read', async () => {
    const { respond, said } = open();
    run = async () => ({ text: 'Done.' });
    await respond.receive(written('a'.repeat(10_000)));
    await respond.receive(written('a'.repeat(10_001)));
    await respond.idle();
    expect(said).toEqual([
      'Done.',
      'That is longer than I can read at once, so I kept nothing. Send it in parts, please.',
    ]);
    expect(await states()).toEqual(['done', 'done']);
  });
});

describe('a message that cannot be dealt with', () => {
  it('is answered with an apology, once, and what it did is taken back', async () => {
    const { respond, said } = open();
    run = async ({ db: tx, user }) => {
      await tx.execute(sql`update users set full_name = 'half done' where id = ${user.id}`);
      throw new Error('a defect');
    };
    await respond.receive(written('one'));
    await respond.idle();
    expect(said).toEqual([expect.stringMatching(/^Something went wrong on my side/)]);
    expect(await states()).toEqual(['failed']);
    const { rows } = await db.execute(sql`select 1 from users where full_name = 'half done'`);
    expect(rows).toEqual([]);
  });

  it('is logged once, without its words', async () => {
    const logged: unknown[] = [];
    const { respond } = open({ ...silentLog, error: (fields: unknown) => void logged.push(fields) });
    run = async () => {
      throw new Error('a defect');
    };
    await respond.receive(written('my secret words'));
    await respond.idle();
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({ inbound: expect.any(Number), err: { message: 'a defect' } });
    expect(JSON.stringify(logged)).not.toContain('secret');
  });

  it('holds up nothing behind it, even if it cannot so much as be read', async () => {
    const { respond, said } = open();
    run = async () => ({ text: 'Done.' });
    const raw = { platform: 'telegram', kind: 'text', chatId: `chat-${chat}`, messageId: 'x' } as const;
    await receiveMessage(db, { ...raw, eventKey: `broken-${chat}`, payload: { kind: 'telepathy' } }, now);
    await respond.receive(written('after it'));
    await respond.idle();
    expect(await states()).toEqual(['failed', 'done']);
    expect(said).toEqual(['Done.']);
  });

  it('holds up nothing behind it, even if it cannot be apologised for', async () => {
    const { respond, said } = open();
    run = async ({ message }) => {
      // What breaks the answer that is stored breaks the apology as well.
      if (message.kind === 'text' && message.text === 'first') throw new Error('a defect');
      return { text: 'Done.' };
    };
    await db.execute(
      sql`alter table deliveries add constraint unsayable check (reply::text not like '%Something went%') not valid`,
    );
    await respond.receive(written('first'));
    await respond.receive(written('second'));
    await respond.idle();
    expect(await states()).toEqual(['failed', 'done']);
    expect(said).toEqual(['Done.']);
    await db.execute(sql`alter table deliveries drop constraint unsayable`);
  });

  it('is given up with an apology when it has taken the process down again and again', async () => {
    const { respond, said } = open();
    run = async () => ({ text: 'Done.' });
    const message = written('heavy');
    const { platform, eventKey, kind, chatId } = message;
    await receiveMessage(db, { platform, eventKey, kind, chatId, messageId: '1', payload: message }, now);
    await db.execute(
      sql`update inbound_messages set attempts = 5, leased_until = ${now.toString()} where event_key = ${eventKey}`,
    );
    await respond.resume('telegram', chatId);
    expect(said).toEqual([expect.stringMatching(/^Something went wrong/)]);
    expect(await states()).toEqual(['failed']);
  });

  it('waits when it is the database that is in trouble, and is done later', async () => {
    const { respond, said } = open();
    run = async () => {
      throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
    };
    const message = written('patient');
    await respond.receive(message);
    await respond.idle();
    expect(await states()).toEqual(['pending']);
    run = async () => ({ text: 'Done.' });
    now = now.add({ milliseconds: leaseMs });
    await respond.resume('telegram', message.chatId);
    expect(said).toEqual(['Done.']);
    expect(await states()).toEqual(['done']);
  });
});

it('says a rule’s own sentence when a rule is broken', async () => {
  const { respond, said } = open();
  run = async () => {
    throw new DomainError('invalid', 'That day has not come yet.');
  };
  await respond.receive(written('one'));
  await respond.idle();
  expect(said).toEqual(['That day has not come yet.']);
  expect(await states()).toEqual(['done']);
});

it('answers a chat in order, however long the first takes, and other chats meanwhile', async () => {
  const { respond, said } = open();
  let finish = () => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  run = async ({ message }) => {
    if (message.kind === 'text' && message.text === 'slow') await slow;
    return { text: message.kind === 'text' ? message.text : '' };
  };
  await respond.receive(written('slow'));
  await respond.receive(written('quick'));
  chat += 1;
  await respond.receive(written('elsewhere'));
  await respond.resume('telegram', `chat-${chat}`);
  expect(said).toEqual(['elsewhere']);
  finish();
  await respond.idle();
  expect(said).toEqual(['elsewhere', 'slow', 'quick']);
});

it('when an adapter breaks on a reply: it is tried again, and not for ever', async () => {
  run = async () => ({ text: 'Done.' });
  let attempts = 0;
  const { said, respond, deliver } = open(silentLog, () => {
    attempts += 1;
    if (attempts <= 10) throw new TypeError('broken');
  });
  await respond.receive(written('first'));
  await respond.receive(written('second'));
  for (let i = 0; i < 12; i++) {
    await respond.idle();
    now = now.add({ minutes: 5 });
    const { rows } = await db.execute<{ id: string }>(sql`
        select min(id) as id from deliveries where state = 'due' and account_id = ${`chat-${chat}`} having min(id) is not null`);
    for (const { id } of rows) await deliver(Number(id));
  }
  const states = await db.execute(sql`
      select state, attempts from deliveries where account_id = ${`chat-${chat}`} order by id`);
  expect(states.rows).toEqual([
    { state: 'failed', attempts: 10 },
    { state: 'sent', attempts: 1 },
  ]);
  expect(said).toEqual(['Done.']);
});
