import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../db/embedded.ts';

const processFile = fileURLToPath(new URL('../support/embedded-process.ts', import.meta.url));
const warnings: string[] = [];
const log = { info: () => {}, warn: (message: string) => void warnings.push(message) };
const started: EmbeddedPostgres[] = [];
let made: string;
let folder: string;
let dataDir: string;

beforeAll(async () => {
  made = newFolder();
  await (await startEmbeddedPostgres({ dataDir: join(made, '.spotter'), log, durable: false })).stop();
});

afterAll(() => rmSync(made, { recursive: true, force: true }));

// Most tests begin with a cluster that has run before: copying one is quicker than making it.
beforeEach(() => {
  folder = newFolder();
  dataDir = join(folder, '.spotter');
  warnings.length = 0;
  execFileSync('cp', ['-Rp', join(made, '.spotter'), dataDir]);
});

function newFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'spotter-embedded-'));
  chmodSync(path, 0o755);
  return path;
}

afterEach(async () => {
  for (const postgres of started.splice(0)) await postgres.stop();
  const pid = serverPid();
  if (pid && isAlive(pid)) process.kill(pid, 'SIGKILL');
  await until(() => !pid || !isAlive(pid));
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log, durable: false });
  started.push(postgres);
  return postgres;
}

/** The postmaster's process id, as it wrote it, or 0 when no server runs. */
function serverPid(): number {
  try {
    return Number(readFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(10);
}

async function query(url: string, sql: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

interface OtherProcess {
  child: ChildProcess;
  url: string;
  leave(): Promise<void>;
}

/** Another process on the same folder, once it has the server. Its input is closed to make it leave. */
async function startProcess(): Promise<OtherProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', processFile, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [url] = await once(createInterface({ input: child.stdout }), 'line');
  const leave = async () => {
    child.stdin.end();
    await ended;
  };
  return { child, url, leave };
}

describe('one process', () => {
  test('finds what it wrote after a restart', async () => {
    const first = await start();
    await query(first.url, "create table t as select 'kept' as word");
    await first.stop();
    expect(serverPid()).toBe(0);

    const second = await start();
    expect(await query(second.url, 'select word from t')).toEqual([['kept']]);
    await second.stop();
    await second.stop();
  });

  test('speaks UTF-8, sorts by code point and listens on the loopback only, whatever the environment says', async () => {
    const postgres = await start();
    const [row] = await query(
      postgres.url,
      `select pg_encoding_to_char(encoding), datlocale, current_setting('listen_addresses'),
              current_setting('timezone'), 'a' > 'B', upper('žluť'), (select rolsuper from pg_roles where rolname = current_user)
       from pg_database where datname = current_database()`,
    );
    expect(row).toEqual(['UTF8', 'C.UTF-8', '127.0.0.1', 'UTC', true, 'ŽLUŤ', false]);
    await postgres.stop();
  });

  test('keeps the password in a file of its own and lets nobody in without it', async () => {
    const postgres = await start();
    const file = join(dataDir, 'postgres', 'password');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const url = new URL(postgres.url);
    expect(readFileSync(file, 'utf8').trim()).toBe(url.password);
    expect(execFileSync('ps', ['-e', '-o', 'args='], { encoding: 'utf8' })).not.toContain(url.password);
    url.password = 'guess';
    await expect(query(url.href, 'select 1')).rejects.toThrow('password authentication failed');
    await postgres.stop();
  });

  test('recovers what was committed before the server was killed', async () => {
    const first = await start();
    await query(first.url, "create table t as select 'committed' as word");
    await first.stop();
    const other = await startProcess();
    await query(other.url, "update t set word = 'committed later'");
    other.child.kill('SIGKILL');
    const pid = serverPid();
    process.kill(pid, 'SIGKILL');
    await until(() => !isAlive(pid));
    expect(serverPid()).toBe(pid);

    const second = await start();
    expect(await query(second.url, 'select word from t')).toEqual([['committed later']]);
    await second.stop();
  });

  test('starts although the lock file names a process that is something else by now', async () => {
    const lock = join(dataDir, 'postgres', 'data', 'postmaster.pid');
    writeFileSync(
      lock,
      `${process.ppid}\n${join(dataDir, 'postgres', 'data')}\n1700000000\n5432\n\n127.0.0.1\n\nready   \n`,
    );
    const postgres = await start();
    expect(await query(postgres.url, 'select 1')).toEqual([[1]]);
    await postgres.stop();
  });

  test('takes another port when its last one is taken', async () => {
    const first = await start();
    await first.stop();
    const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
    await once(squatter, 'listening');
    const second = await start();
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
    expect(await query(second.url, 'select 1')).toEqual([[1]]);
    await second.stop();
    squatter.close();
  });

  test('starts a server again that dies under it, at the same address', async () => {
    const postgres = await start();
    const pid = serverPid();
    process.kill(pid, 'SIGKILL');
    await until(() => serverPid() !== pid && serverPid() !== 0);
    await expect.poll(() => query(postgres.url, 'select 1').catch(() => []), { timeout: 10_000 }).toEqual([[1]]);
    expect(warnings).toHaveLength(1);
    await postgres.stop();
    expect(serverPid()).toBe(0);
  });

  test('begins anew what was interrupted half made', async () => {
    rmSync(dataDir, { recursive: true });
    mkdirSync(join(dataDir, 'postgres', 'unfinished', 'data'), { recursive: true });
    for (const path of [dataDir, join(dataDir, 'postgres')]) chmodSync(path, 0o755);
    writeFileSync(join(dataDir, 'postgres', 'password'), 'from the first attempt');
    writeFileSync(join(dataDir, 'starting-999999999-0-dead'), '');
    const postgres = await start();
    expect(await query(postgres.url, 'select 1')).toEqual([[1]]);
    await postgres.stop();
  });

  test('says in one line what to do about data of another version, a lost password and a folder that is none', async () => {
    const versionFile = join(dataDir, 'postgres', 'data', 'PG_VERSION');
    const version = readFileSync(versionFile, 'utf8');
    writeFileSync(versionFile, '17\n');
    await expect(start()).rejects.toThrow(/^The database in .* was made by PostgreSQL 17, .*pg_dump/);
    writeFileSync(versionFile, version);
    rmSync(join(dataDir, 'postgres', 'password'));
    await expect(start()).rejects.toThrow(/^The database in .* has lost its file "password"/);
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(startEmbeddedPostgres({ dataDir: file, log })).rejects.toThrow(/is not a folder/);
  });
});

describe('several processes', () => {
  test('that start at once on an empty folder share one server, and the last one out stops it', async () => {
    rmSync(dataDir, { recursive: true });
    const [first, second, third] = await Promise.all([startProcess(), startProcess(), startProcess()]);
    expect(new Set([first.url, second.url, third.url]).size).toBe(1);
    await second.leave();
    await first.leave();
    expect(await query(third.url, 'select 1')).toEqual([[1]]);
    await third.leave();
    expect(serverPid()).toBe(0);
  });

  test('leave the server running when one is killed, and the next one joins it', async () => {
    const first = await startProcess();
    const pid = serverPid();
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(serverPid()).toBe(pid);
    await second.stop();
    expect(serverPid()).toBe(0);
  });

  test('that come while the last one leaves get a server all the same', async () => {
    let current = await start();
    for (let round = 0; round < 5; round += 1) {
      const [next] = await Promise.all([start(), current.stop()]);
      expect(await query(next.url, 'select 1')).toEqual([[1]]);
      current = next;
    }
    await current.stop();
  });

  test('a Ctrl-C for the whole process group does not reach the server', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', processFile, dataDir], {
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true,
    });
    const [url] = await once(createInterface({ input: child.stdout }), 'line');
    const ended = once(child, 'exit');
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await ended;
    expect(await query(url, 'select 1')).toEqual([[1]]);
    await (await start()).stop();
    expect(serverPid()).toBe(0);
  });
});
