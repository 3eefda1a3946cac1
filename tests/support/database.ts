import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../db/client.ts';
import { databaseAddress, template } from './template.ts';

/** A database of its own, with its address for processes that open it themselves. */
export interface TestDatabase extends OpenDatabase {
  url: string;
}

/**
 * A fresh copy of the migrated and seeded database for this test file, dropped when the file is done. Call it at the
 * top of the file or of a `describe`: `const { db } = await testDatabase();`. `maxConnections` is 10 unless told.
 */
export async function testDatabase({ maxConnections = 10 } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onCluster(`create database ${name} template ${template}`);
  const url = databaseAddress(inject('clusterUrl'), name);
  const database = await openDatabase({ url, maxConnections });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= database.close().then(() => drop(name));
    return closed;
  };
  afterAll(close);
  return { ...database, url, close };
}

/** SQLSTATE `insufficient_privilege`. */
const notPermitted = '42501';

/** Drops a database. The server's own vacuum may be in it, which only a superuser could end: it is soon done. */
async function drop(name: string, attempts = 50): Promise<void> {
  try {
    await onCluster(`drop database ${name} with (force)`);
  } catch (error) {
    const isVacuumed = error instanceof Error && 'code' in error && error.code === notPermitted;
    if (!isVacuumed || attempts === 0) throw error;
    await sleep(100);
    await drop(name, attempts - 1);
  }
}

async function onCluster(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('clusterUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
