import { randomBytes } from 'node:crypto';
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
    closed ??= database.close().then(() => onCluster(`drop database ${name} with (force)`));
    return closed;
  };
  afterAll(close);
  return { ...database, url, close };
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
