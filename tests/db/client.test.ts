import { once } from 'node:events';
import { createServer } from 'node:net';
import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { OperatorError } from '../../db/operator-error.ts';
import { testDatabase } from '../support/database.ts';

const { pool, url } = await testDatabase();

describe('moments and days', () => {
  test('arrive as text that Temporal reads, through Drizzle and past it, whatever the database’s own settings', async () => {
    const name = new URL(url).pathname.slice(1);
    await pool.query(`alter database ${name} set timezone = 'Asia/Kolkata'`);
    await pool.query(`alter database ${name} set datestyle = 'German'`);
    const other = await openDatabase({ url });
    const statement = "select '2026-03-01T10:20:30.123456+01:00'::timestamptz as moment, '2026-03-01'::date as day";
    const direct = await other.pool.query(statement);
    const drizzled = await other.db.execute(sql.raw(statement));
    for (const row of [direct.rows[0], drizzled.rows[0]]) {
      expect(Temporal.Instant.from(row.moment).toString()).toBe('2026-03-01T09:20:30.123456Z');
      expect(Temporal.PlainDate.from(row.day).toString()).toBe('2026-03-01');
    }
    await other.close();
  });
});

test('the connections say whose they are', async () => {
  const { rows } = await pool.query('select application_name from pg_stat_activity where pid = pg_backend_pid()');
  expect(rows).toEqual([{ application_name: 'spotter' }]);
});

test('a connection that dies, idle or in a transaction, costs that connection only', async () => {
  const warnings: string[] = [];
  const other = await openDatabase({ url, maxConnections: 2, log: { warn: (message) => warnings.push(message) } });
  const cutOff = () =>
    pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
    );
  await cutOff();
  await expect.poll(() => warnings.length).toBe(1);
  await expect(
    other.db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      await cutOff();
      await tx.execute(sql`select 1`);
    }),
  ).rejects.toThrow();
  expect((await other.db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
  await other.close();
  await other.close();
});

describe('a database that cannot be used', () => {
  const at = (change: Partial<Pick<URL, 'port' | 'hostname' | 'password' | 'pathname'>>) =>
    Object.assign(new URL(url), change).href;

  test.each<[string, () => string | Promise<string>, RegExp]>([
    ['nobody listens', () => at({ port: '1' }), /at 127\.0\.0\.1:1: nothing listens there\. Start/],
    ['an unknown host', () => at({ hostname: 'db.invalid' }), /: the host name/],
    ['a wrong password', () => at({ password: 'hunter2' }), /: it refuses the user or the password\./],
    [
      'no such database',
      () => at({ pathname: '/absent' }),
      /^Cannot use the database absent at .*: it does not exist\./,
    ],
    ['not an address', () => 'localhost:5432', /^DATABASE_URL is not a PostgreSQL address: write postgres:/],
    ['another protocol', () => 'mysql://a:hunter2@b/c', /^DATABASE_URL is not a PostgreSQL address/],
    ['something else listens', junkServer, /^Cannot use the database/],
  ])('is told in one line without the password: %s', async (_, address, sentence) => {
    const error = await openDatabase({ url: await address() }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OperatorError);
    const { message } = error as OperatorError;
    expect(message).toMatch(sentence);
    expect(message).not.toContain('\n');
    expect(message).not.toContain('hunter2');
    expect(message).not.toContain(new URL(url).password);
  });

  async function junkServer(): Promise<string> {
    const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).unref();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    return at({ port: typeof address === 'object' ? String(address?.port) : '' });
  }
});
