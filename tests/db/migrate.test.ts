import { randomBytes } from 'node:crypto';
import { afterAll, expect, inject, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../db/client.ts';
import { migrate } from '../../db/migrate.ts';
import { databaseAddress } from '../support/template.ts';

const cluster = await openDatabase({ url: inject('clusterUrl'), maxConnections: 1 });
const made: string[] = [];

/** An empty database, opened by `count` processes, so to speak. */
async function emptyDatabase(count: number): Promise<OpenDatabase[]> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await cluster.pool.query(`create database ${name}`);
  made.push(name);
  const url = databaseAddress(inject('clusterUrl'), name);
  return Promise.all(Array.from({ length: count }, () => openDatabase({ url, maxConnections: 1 })));
}

afterAll(async () => {
  for (const name of made) await cluster.pool.query(`drop database ${name} with (force)`);
  await cluster.close();
});

const countMigrations = async ({ pool }: OpenDatabase) =>
  (await pool.query('select count(*)::int, count(distinct hash)::int as distinct from drizzle.__drizzle_migrations'))
    .rows[0];

test('processes that start at once on an empty database migrate it once, without being superuser', async () => {
  const databases = await emptyDatabase(3);
  const [first] = databases;
  if (!first) throw new Error('No database');
  const { rows } = await first.pool.query('select rolsuper from pg_roles where rolname = current_user');
  expect(rows).toEqual([{ rolsuper: false }]);
  await Promise.all(databases.map(migrate));
  const applied = await countMigrations(first);
  expect(applied.count).toBeGreaterThan(0);
  expect(applied.count).toBe(applied.distinct);
  await migrate(first);
  expect(await countMigrations(first)).toEqual(applied);
  const locks = await first.pool.query(
    `select pid from pg_locks join pg_database on pg_database.oid = database
     where locktype = 'advisory' and datname = current_database()`,
  );
  expect(locks.rows).toEqual([]);
  await Promise.all(databases.map((database) => database.close()));
});

test('a user who may not set up tables is told whose the database has to be', async () => {
  const [owner] = await emptyDatabase(1);
  if (!owner) throw new Error('No database');
  const role = `guest_${randomBytes(6).toString('hex')}`;
  await owner.pool.query(`create role ${role} login password 'guest'`);
  const url = new URL(databaseAddress(inject('clusterUrl'), made.at(-1) ?? ''));
  url.username = role;
  url.password = 'guest';
  const guest = await openDatabase({ url: url.href });
  await expect(migrate(guest)).rejects.toThrow(/^The database user may not set up the tables .*owner of the database/);
  await guest.close();
  await owner.pool.query(`drop role ${role}`);
  await owner.close();
});
