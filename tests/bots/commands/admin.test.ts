import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../../../src/bots/adapter.ts';
import { commands } from '../../../src/bots/commands/index.ts';
import { menuOf } from '../../../src/bots/commands/menu.ts';
import { messageSchema } from '../../../src/bots/message.ts';
import { plainText } from '../../../src/bots/text.ts';
import { createRuntime } from '../../../src/cli/runtime.ts';
import { type Failure, listFailures } from '../../../src/domain/system/failures.ts';
import { noteFailure } from '../../../src/domain/system/job-failures.ts';
import { testDatabase } from '../../support/database.ts';
import { fewFoods } from '../../support/few-foods.ts';
import { silentLog } from '../../support/silent-log.ts';

const { db, pool } = await testDatabase();
const foods = await fewFoods(db);
const now = Temporal.Instant.from('2026-03-02T12:30:00Z');
const said: { to: string; text: string; buttons: { label: string; id: string }[] }[] = [];
const adapter: Adapter = {
  platform: 'telegram',
  async start() {},
  async stop() {},
  fetch: () => Promise.reject(new Error('No file is fetched here')),
  split: (reply) => [reply],
  async send({ accountId }, { text, buttons }, { nonce }) {
    said.push({ to: accountId, text: plainText(text), buttons: buttons.flat() });
    return { chatId: accountId, messageId: nonce };
  },
  async edit({ chatId }, { text, buttons }) {
    said.push({ to: chatId, text: plainText(text), buttons: buttons.flat() });
  },
};
const { respond } = createRuntime({
  db,
  foods,
  adapters: [adapter],
  clock: () => now,
  log: silentLog,
  operators: {
    accounts: [{ platform: 'telegram', accountId: '1' }],
    version: '1.2.3',
    queueCounts: async () => ({ waiting: 2, delayed: 0, active: 1 }),
  },
});

let events = 0;

/** Lets somebody write, or press the newest button with that label. Returns what is said to that. */
async function from(id: string, text: string, { isPrivate = true } = {}): Promise<string> {
  const button = said.flatMap(({ buttons }) => buttons).findLast(({ label }) => label === text);
  const common = {
    platform: 'telegram',
    eventKey: `update:${++events}`,
    chatId: isPrivate ? id : '-5',
    isPrivate,
    sender: { id, name: 'Ada', locale: null },
    sentAt: now.toString(),
    timeZone: null,
    respondTo: null,
    messageId: `m${events}`,
  };
  const written = { ...common, kind: 'text', text, media: [], replyToId: null };
  const pressed = { ...common, kind: 'press', messageId: 'x', buttonId: button?.id };
  await respond.receive(messageSchema.parse(button ? pressed : written));
  await respond.idle();
  return said.at(-1)?.text ?? '';
}

const failures = async (): Promise<Pick<Failure, 'job' | 'row'>[]> =>
  (await listFailures(db, 9)).map(({ job, row }) => ({ job, row }));

beforeEach(async () => {
  said.length = 0;
  await pool.query('delete from job_failures');
});

describe('an operator', () => {
  it('is told how things stand', async () => {
    await pool.query(
      `insert into inbound_messages (platform, event_key, kind, chat_id, payload, received_at)
       values ('discord', 'waits', 'text', 'c', '{}', $1)`,
      [now.subtract({ minutes: 5 }).toString()],
    );
    const text = await from('1', '/admin status');
    expect(text).toContain('Spotter 1.2.3');
    expect(text).toContain('Unanswered messages: 1, the oldest for 5 min');
    expect(text).toContain('Jobs: 2 waiting, 1 active');
    expect(text).toContain('Overdue reminders: none');
  });

  it('sees what has failed and has it tried again, one or all', async () => {
    for (const row of [11, 12, 13]) await noteFailure(db, { job: 'remind', row }, new RangeError('secret'), now);
    const text = await from('1', '/admin failures');
    expect(text).toContain('remind 12  RangeError, once, 0 s ago; again in 5 s');
    expect(text).not.toContain('secret');
    expect(await from('1', '/admin retry remind 12')).toBe('One is tried again within seconds.');
    expect(await failures()).toEqual([
      { job: 'remind', row: 11 },
      { job: 'remind', row: 13 },
    ]);
    await from('1', '/admin failures');
    expect(await from('1', 'Try all again')).toBe('2 are tried again within seconds.');
    expect(await failures()).toEqual([]);
    expect(await from('1', '/admin failures')).toBe('Nothing has failed.');
  });

  it('is told what there is to say', async () => {
    expect(await from('1', '/admin')).toContain('/admin retry all');
    expect(await from('1', '/admin retry everything')).toContain('/admin retry all');
  });

  it('may be one by role', async () => {
    await from('2', 'hello');
    await pool.query(
      "update users set role = 'admin' where id = (select user_id from chat_accounts where account_id = '2')",
    );
    expect(await from('2', '/admin status')).toContain('Spotter 1.2.3');
  });
});

describe('an operator who makes a coach', () => {
  const roleOf = async (id: string): Promise<string> => {
    const { rows } = await pool.query(
      'select role from users where id = (select user_id from chat_accounts where account_id = $1)',
      [id],
    );
    return rows[0]?.role;
  };
  /** Lets somebody of that name write. */
  const arrive = async (id: string, name: string): Promise<void> => {
    await from(id, 'hello');
    await pool.query('update chat_accounts set display_name = $2 where account_id = $1', [id, name]);
  };
  const saidTo = (id: string): string =>
    said
      .filter(({ to }) => to === id)
      .map(({ text }) => text)
      .join('\n');

  it('names them, is asked whether it is them, and they are told', async () => {
    await arrive('20', 'Carla Berg');
    const question = await from('1', '/admin make coach carla');
    expect(question).toContain('Carla Berg on Telegram, here since 2 March 2026.');
    expect(await roleOf('20')).toBe('client');
    await from('1', 'Make them a coach');
    expect(saidTo('1')).toContain('Carla Berg on Telegram is a coach now, and has been told.');
    expect(await roleOf('20')).toBe('coach');
    expect(saidTo('20')).toContain('You are a coach now.');
    expect(await from('1', '/admin make coach telegram:20')).toBe('Carla Berg on Telegram is a coach already.');
  });

  it('is asked which one where several have the name', async () => {
    await arrive('21', 'Dora One');
    await arrive('22', 'Dora Two');
    expect(await from('1', '/admin make coach Dora')).toContain('Which “Dora”?');
    await from('1', '2');
    expect([await roleOf('21'), await roleOf('22')]).toEqual(['coach', 'client']);
  });

  it('can take it back, unless they coach somebody', async () => {
    await arrive('23', 'Emil');
    await from('1', '/admin make telegram:23 a coach');
    await from('1', 'Take it back');
    expect(await roleOf('23')).toBe('client');
    expect(saidTo('23')).toContain('You are no longer a coach here.');
    await from('1', '/admin make-coach telegram:23');
    await from('24', 'hello');
    await pool.query(
      `insert into coachings (coach_id, client_id, can_read, can_write, started_at, created_at, updated_at)
       select c.user_id, k.user_id, '{}', '{}', $1, $1, $1 from chat_accounts c, chat_accounts k
       where c.account_id = '23' and k.account_id = '24'`,
      [now.toString()],
    );
    expect(await from('1', '/admin unmake coach telegram:23')).toContain('They coach somebody here.');
    expect(await roleOf('23')).toBe('coach');
  });

  it('is told where nobody is meant', async () => {
    expect(await from('1', '/admin make coach nobody at all')).toContain('Nobody called “nobody at all”');
    expect(await from('1', '/admin make coach telegram:999')).toContain('Nobody has written from telegram:999 yet');
    await pool.query(
      "update users set role = 'admin' where id = (select user_id from chat_accounts where account_id = '1')",
    );
    expect(await from('1', '/admin make coach telegram:1')).toContain('is a coach already');
    expect(await roleOf('1')).toBe('admin');
  });

  it('has to be one', async () => {
    await arrive('25', 'Frida');
    const unknown = await from('25', '/xyzzy make coach frida');
    expect(await from('25', '/admin make coach frida')).toBe(unknown);
    expect(await roleOf('25')).toBe('client');
  });
});

describe('anybody else', () => {
  it('does not learn that there is such a thing', async () => {
    const unknown = await from('3', '/xyzzy status');
    expect(await from('3', '/admin status')).toBe(unknown);
    expect(await from('3', 'help')).not.toContain('admin');
    expect(menuOf(commands).map(({ name }) => name)).not.toContain('admin');
  });

  it('does not see it in a group, even where an operator asks', async () => {
    expect(await from('1', '/admin status', { isPrivate: false })).not.toContain('Spotter 1.2.3');
  });

  it('cannot press what an operator was shown', async () => {
    await from('1', '/admin failures');
    await noteFailure(db, { job: 'remind', row: 5 }, new Error('x'), now);
    await from('1', '/admin failures');
    const text = await from('3', 'Try all again');
    expect(text).toContain('no longer know');
    expect(await failures()).toHaveLength(1);
  });
});
