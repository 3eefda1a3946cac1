import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../db/client.ts';
import { startEmbeddedPostgres } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { seed } from '../../db/seed.ts';
import { databaseAddress, template } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the run's own cluster, as the role that owns the template. */
    clusterUrl: string;
  }
}

/** What a developer's shell may hold for real use. Only Redis may come from outside. */
const foreign =
  /^(DATABASE_URL|PG[A-Z]+|TELEGRAM_.*|DISCORD_.*|SPOTTER_.*|ADMINS|CRISIS_TEXT|MEDIA_DIR|HTTP_PORT|LOG_LEVEL)$/;

/** One cluster for the whole run, with one migrated and seeded template that every test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  for (const name of Object.keys(process.env)) if (foreign.test(name)) delete process.env[name];
  const folder = mkdtempSync(join(tmpdir(), 'spotter-tests-'));
  // Under root the server runs as another user, who has to get in.
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, '.spotter'),
    log: { info: () => {}, warn: console.warn },
    durable: false,
  });
  // It may lie elsewhere, where that user cannot enter the temporary folder.
  const cluster = realpathSync(join(folder, '.spotter', 'postgres'));
  guard(cluster, folder);
  const cleanUp = async () => {
    await postgres.stop();
    for (const path of [cluster, folder]) rmSync(path, { recursive: true, force: true });
  };
  try {
    await makeTemplate(postgres.url);
  } catch (error) {
    await cleanUp();
    throw error;
  }
  project.provide('clusterUrl', postgres.url);
  return cleanUp;
}

async function makeTemplate(clusterUrl: string): Promise<void> {
  const cluster = await openDatabase({ url: clusterUrl, maxConnections: 1 });
  await cluster.pool.query(`create database ${template}`);
  const database = await openDatabase({ url: databaseAddress(clusterUrl, template) });
  await migrate(database);
  await seed(database.db);
  await database.close();
  await cluster.close();
}

/** A run that is killed cleans up after itself as well: the guard's input ends with us, however we end. */
function guard(cluster: string, folder: string): void {
  if (process.platform === 'win32') return;
  const script = `trap '' INT TERM HUP; cat; pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
    if [ -n "$pid" ]; then kill -INT "$pid"; while kill -0 "$pid"; do sleep 0.1; done; fi; rm -rf "$1" "$2"`;
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', cluster, folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  // The pipe alone must not keep the run from ending.
  if (watcher.stdin && 'unref' in watcher.stdin && typeof watcher.stdin.unref === 'function') watcher.stdin.unref();
}
