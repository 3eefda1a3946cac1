import { chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateDrizzleJson } from 'drizzle-kit/api';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { startEmbeddedPostgres } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import * as schema from '../../db/schema/index.ts';
import { testDatabase } from '../support/database.ts';
import { databaseAddress } from '../support/template.ts';

const meta = new URL('../../drizzle/meta/', import.meta.url);

describe('the migrations', () => {
  it('end where the declared schema is', () => {
    const newest = readdirSync(meta)
      .filter((name) => name.endsWith('_snapshot.json'))
      .sort()
      .at(-1);
    const { id, prevId, ...migrated } = JSON.parse(readFileSync(new URL(newest ?? '', meta), 'utf8'));
    const { id: _, prevId: __, ...declared } = generateDrizzleJson({ ...schema }, undefined, undefined, 'snake_case');
    expect(id && prevId).toBeTruthy();
    expect(migrated).toEqual(JSON.parse(JSON.stringify(declared)));
  });

  it('make every declared table with the declared columns, and no others', async () => {
    const { pool } = await testDatabase();
    const { rows } = await pool.query<{ name: string; columns: string[] }>(
      `select c.relname as name, array_agg(a.attname::text order by a.attname::text collate "C") as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and attnum > 0 and not attisdropped
       where relnamespace = 'public'::regnamespace and relkind = 'r' group by 1`,
    );
    const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const declared = Object.values(schema)
      .filter((value) => is(value, PgTable))
      .map((table) => ({
        name: getTableName(table),
        columns: Object.keys(getTableColumns(table)).map(snake).sort(),
      }));
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(rows.sort(byName)).toEqual(declared.sort(byName));
  });
});

describe('on somebody’s own server', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-server-'));
  // Under root the server runs as another user, who has to get in.
  chmodSync(folder, 0o755);
  const dataDir = join(folder, '.spotter');
  const server = await startEmbeddedPostgres({ dataDir, log: { info() {}, warn() {} }, durable: false });
  const cluster = realpathSync(join(dataDir, 'postgres'));
  const admin = await openDatabase({ url: server.url, maxConnections: 1 });
  afterAll(async () => {
    await admin.close();
    await server.stop();
    for (const path of [cluster, folder]) rmSync(path, { recursive: true, force: true });
  });

  async function makeUser(name: string, rights: string): Promise<void> {
    await admin.pool.query(`create role ${name} login ${rights} password 'secret'`);
    await admin.pool.query(`grant ${name} to current_user with set true`);
  }

  async function ownedBy(user: string, name: string) {
    await admin.pool.query(`create database ${name} owner ${user}`);
    const url = new URL(databaseAddress(server.url, name));
    url.username = user;
    url.password = 'secret';
    return openDatabase({ url: url.href, maxConnections: 2 });
  }

  /** Whether a member sees their own row, and only that. */
  async function works({ pool }: Awaited<ReturnType<typeof openDatabase>>): Promise<boolean> {
    const client = await pool.connect();
    await client.query(`insert into users (created_at, updated_at) values (now(), now()), (now(), now())`);
    await client.query(`begin; set local role spotter_member`);
    await client.query(`select set_config('spotter.user_id', '2', true)`);
    const { rows } = await client.query('select id from users');
    await client.query('commit');
    client.release();
    return rows.length === 1 && rows[0].id === '2';
  }

  it('a user who may make no roles is told what a superuser has to do', async () => {
    await makeUser('plain', 'nocreaterole');
    const database = await ownedBy('plain', 'plain_one');
    await expect(migrate(database)).rejects.toThrow(
      /create role spotter_member nologin; grant spotter_member to plain with set true;/,
    );
    await database.close();
  });

  it('two databases of one cluster migrate at once, though neither is a superuser’s', async () => {
    await makeUser('maker', 'createrole');
    const databases = await Promise.all([ownedBy('maker', 'first'), ownedBy('maker', 'second')]);
    await Promise.all(databases.map(migrate));
    expect(await Promise.all(databases.map(works))).toEqual([true, true]);
    await Promise.all(databases.map(({ close }) => close()));
  });

  it('a user who may make no roles migrates once the role has been granted', async () => {
    const database = await ownedBy('plain', 'plain_two');
    await expect(migrate(database)).rejects.toThrow(/run: grant spotter_member to plain with set true;/);
    const maker = await ownedBy('maker', 'third');
    await maker.pool.query('grant spotter_member to plain with set true');
    await migrate(database);
    expect(await works(database)).toBe(true);
    await Promise.all([maker.close(), database.close()]);
  });
});
