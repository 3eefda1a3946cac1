import { Socket } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, findBinaries } from './embedded/binaries.ts';
import { ensureCluster, readPassword, superuser } from './embedded/cluster.ts';
import { withFolderLock } from './embedded/folder-lock.ts';
import { findPlace, makeDataDir, type Place } from './embedded/place.ts';
import { findServer, host, launchServer, stopServer } from './embedded/server.ts';
import { OperatorError } from './operator-error.ts';

export interface EmbeddedPostgresOptions {
  /** Where the data is kept, `.spotter` unless told. */
  dataDir?: string;
  log: { info(message: string): void; warn(message: string): void };
  /** False for data that may be lost with the machine: nothing waits for the disk. */
  durable?: boolean;
}

export interface EmbeddedPostgres {
  /** Address of the database `spotter`, as a role that owns it, may make roles and databases, and is no superuser. */
  url: string;
  /** Leaves the server; the last process out stops it. Calling it twice is harmless. */
  stop(): Promise<void>;
}

/** Name of the database and of the role that owns it. */
const owner = 'spotter';

// Every process holds this lock shared for as long as it needs the server; who can take it alone is the last one.
const membershipLock = 5_077_000;

/**
 * Runs PostgreSQL for people who have none, or joins the one that another process runs on the same folder. A server
 * that dies under us is started again, on the same port if possible. Throws an OperatorError that says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir = '.spotter', log, durable = true } = options;
  const folder = resolve(dataDir);
  const stopping = new AbortController();
  let member: Member;

  const enter = async () => {
    member = await explainFileErrors(folder, () => {
      makeDataDir(folder);
      return withFolderLock(folder, () => join(folder, log, durable));
    });
    member.client.once('end', () => {
      if (!stopping.signal.aborted) rejoining = rejoin();
    });
  };
  const rejoin = async () => {
    log.warn('The connection to the built-in database was lost; it is started again if need be.');
    const port = member.port;
    for (let pauseMs = 100; !stopping.signal.aborted; pauseMs = Math.min(pauseMs * 2, 30_000)) {
      try {
        await enter();
        if (member.port !== port) log.warn('The built-in database had to change its port: start Spotter again.');
        return;
      } catch (error) {
        log.warn(`The built-in database does not start: ${error instanceof Error ? error.message : error}`);
        await sleep(pauseMs, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
      }
    }
  };
  let rejoining: Promise<void> | undefined;
  let stopped: Promise<void> | undefined;
  await enter();
  return {
    get url() {
      return `postgres://${owner}:${member.password}@${host}:${member.port}/${owner}`;
    },
    stop() {
      stopping.abort();
      stopped ??= Promise.resolve(rejoining).then(() => leave(member));
      return stopped;
    },
  };
}

/** A process's share in the running server: a connection of its own that holds the lock. */
interface Member {
  place: Place;
  binaries: Binaries;
  client: pg.Client;
  socket: Socket;
  password: string;
  port: number;
}

async function join(dataDir: string, log: EmbeddedPostgresOptions['log'], durable: boolean): Promise<Member> {
  const place = findPlace(dataDir);
  const binaries = findBinaries(place);
  if (!findServer(place)) {
    const isNew = ensureCluster(place, binaries, durable);
    if (isNew || place.isElsewhere) log.info(`The built-in database is kept in ${place.folder}.`);
  }
  const password = readPassword(place);
  // A server may be stopping or recovering: what is cut off is tried again.
  for (const deadline = Date.now() + 60_000; ; await sleep(25)) {
    const server = findServer(place) ?? (await launchServer(place, binaries, durable));
    const socket = new Socket();
    const client = new pg.Client({
      stream: () => socket,
      ...{ host, port: server.port, user: superuser, password, database: 'postgres' },
      ...{ application_name: 'spotter embedded', keepAlive: true, ssl: false, connectionTimeoutMillis: 10_000 },
    });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('select pg_advisory_lock_shared($1)', [membershipLock]);
      await ensureDatabase(client, password);
      // The share must not keep a process alive that has nothing else to do.
      socket.unref();
      return { place, binaries, client, socket, password, port: server.port };
    } catch (error) {
      await client.end().catch(() => {});
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === '28P01') {
        throw new OperatorError(
          `The password in ${place.passwordFile} is not the database’s: bring the right one back.`,
        );
      }
      if (Date.now() > deadline) {
        const words = error instanceof Error ? error.message : String(error);
        throw new OperatorError(`The built-in database does not answer (${words}): see ${place.logFile}.`);
      }
    }
  }
}

/** Makes Spotter's role and database where they are missing. */
async function ensureDatabase(client: pg.Client, password: string): Promise<void> {
  const found = await client.query(
    `select exists (select from pg_roles where rolname = $1) as role,
            exists (select from pg_database where datname = $1) as database`,
    [owner],
  );
  const secret = client.escapeLiteral(password);
  if (!found.rows[0].role) await client.query(`create role ${owner} login createrole createdb password ${secret}`);
  if (!found.rows[0].database) await client.query(`create database ${owner} owner ${owner}`);
}

async function leave({ client, socket, place, binaries }: Member): Promise<void> {
  socket.ref();
  const server = findServer(place);
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [membershipLock]);
    const { rows } = await client.query('select pg_try_advisory_lock($1) as is_last', [membershipLock]);
    if (rows[0].is_last && server) await stopServer(place, server, binaries.pgCtl);
  } catch {
    // The server is gone already.
  }
  await client.end().catch(() => {});
}

/** A folder that cannot be used is the operator's to mend. */
async function explainFileErrors<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOSPC') throw new OperatorError(`The disk of ${folder} is full: free some space and start again.`);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      throw new OperatorError(
        `The built-in database may not use ${folder}: start Spotter as the folder’s owner, or set SPOTTER_DATA_DIR to a folder of your own, or DATABASE_URL.`,
        { cause: error },
      );
    }
    if (code === 'ENOTDIR' || code === 'EEXIST') {
      throw new OperatorError(`${folder} is not a folder: set SPOTTER_DATA_DIR to one.`);
    }
    throw error;
  }
}
