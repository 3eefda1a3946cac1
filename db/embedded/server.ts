import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, closeSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../operator-error.ts';
import type { Binaries } from './binaries.ts';
import { explain, serverEnvironment } from './cluster.ts';
import { isAlive } from './folder-lock.ts';
import { giveToOwnerAbove, type Place } from './place.ts';

/** A server that runs, as it describes itself in its data directory. */
export interface RunningServer {
  pid: number;
  port: number;
  /** The port is bound: connections get an answer, if only that it is still starting. */
  isListening: boolean;
}

/** The only address it listens on. */
export const host = '127.0.0.1';

const largestLogBytes = 2_000_000;

/** The server of this place, if one runs; it may still be starting or already be stopping. */
export function findServer({ data }: Place): RunningServer | undefined {
  const [pid, , , port, , address] = readIfThere(join(data, 'postmaster.pid')).split('\n');
  if (!pid || !port || !isServerOf(Number(pid), data)) return undefined;
  return { pid: Number(pid), port: Number(port), isListening: address?.trim() === host };
}

/**
 * Starts the server, detached: it outlives this process and Ctrl-C does not reach it. Resolves as soon as it
 * listens; it may still be recovering. It is tried again on another port when the port is taken.
 * Throws an OperatorError with PostgreSQL's own reason when it does not start.
 */
export async function launchServer(place: Place, binaries: Binaries, durable: boolean): Promise<RunningServer> {
  // Processes that outlived their server reconnect to the port they know.
  let port = Number(readIfThere(place.portFile)) || (await findFreePort());
  const deadline = Date.now() + 30_000;
  for (;;) {
    disownStaleLock(place);
    const failure = await tryLaunch(place, binaries, durable, port);
    if (typeof failure !== 'string') {
      writeFileSync(place.portFile, `${port}\n`);
      giveToOwnerAbove(place.portFile, place.account);
      return failure;
    }
    if (Date.now() > deadline) throw new OperatorError(`The built-in database did not start: ${explain(failure)}`);
    if (/could not bind|could not create any TCP/.test(failure)) port = await findFreePort();
    // What a killed server left needs a moment to go away.
    else if (/already exists|still in use|still running/.test(failure)) await sleep(200);
    else throw new OperatorError(`The built-in database did not start: ${explain(failure)} See ${place.logFile}.`);
  }
}

/** Asks the server to stop, cutting off whoever is connected, and waits until it has, `patienceMs` at most. */
export async function stopServer(
  place: Place,
  server: RunningServer,
  pgCtl: string,
  patienceMs = 8_000,
): Promise<void> {
  if (process.platform === 'win32') spawnSync(pgCtl, ['kill', 'INT', String(server.pid)], { windowsHide: true });
  else if (isServerOf(server.pid, place.data)) process.kill(server.pid, 'SIGINT');
  const deadline = Date.now() + patienceMs;
  while (findServer(place)?.pid === server.pid && Date.now() < deadline) await sleep(10);
}

async function tryLaunch(
  place: Place,
  binaries: Binaries,
  durable: boolean,
  port: number,
): Promise<RunningServer | string> {
  const { account, data, logFile } = place;
  const isLogLong = (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > largestLogBytes;
  const log = openSync(logFile, isLogLong ? 'w' : 'a', 0o600);
  const logStart = statSync(logFile).size;
  if (account) chownSync(logFile, account.uid, account.gid);
  const server = spawn(binaries.postgres, ['-D', data, ...settings(port, durable)], {
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd: data,
    env: serverEnvironment(),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let failure: string | undefined;
  const ended = Promise.race([
    once(server, 'exit').then(() => ''),
    once(server, 'error').then(([error]) => String(error)),
  ]);
  ended.then((words) => {
    failure = words + Buffer.from(readIfThere(logFile)).subarray(logStart).toString();
  });
  server.unref();
  while (failure === undefined) {
    const running = findServer(place);
    if (running?.pid === server.pid && running?.isListening) return running;
    await sleep(5);
  }
  return failure;
}

function settings(port: number, durable: boolean): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: host,
    // Sockets would lie in a shared folder or have too long a path.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // What people wrote must not get into the log with a failed statement or its details.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    // One machine, one small database: no replicas, no helpers for reading, no compiling of queries.
    wal_level: 'minimal',
    max_wal_senders: 0,
    io_method: 'sync',
    jit: 'off',
    ...(!durable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * PostgreSQL recovers from a lock file that a killed server left, unless its process id belongs to another program by
 * now. Only the id is replaced, by one that cannot be: the rest lets PostgreSQL see whether the old server's children
 * are still at the data.
 */
function disownStaleLock(place: Place): void {
  const lock = join(place.data, 'postmaster.pid');
  const [pid, ...rest] = readIfThere(lock).split('\n');
  if (pid && isAlive(Number(pid)) && !findServer(place)) writeFileSync(lock, ['999999999', ...rest].join('\n'));
}

/** Process ids are used again, so the command line has to name the data directory. */
function isServerOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') return readIfThere(`/proc/${pid}/cmdline`).split('\0').includes(data);
  if (process.platform === 'win32') return true;
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(data);
  } catch {
    return false;
  }
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const address = probe.address();
  await once(probe.close(), 'close');
  return typeof address === 'object' && address ? address.port : findFreePort();
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
