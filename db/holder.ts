import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface HoldOptions {
  /**
   * Called when this process has become the holder. `signal` is aborted when it no longer is. If it throws, the lock is
   * given back and tried for again after `retryMs`.
   */
  onAcquired(signal: AbortSignal): Promise<void>;
  /**
   * Called once after each `onAcquired`, when the lock is lost or about to be given back by `stop`: stop doing what
   * only one may do. After a `stop`, the lock is kept until this has resolved.
   */
  onLost(): Promise<void>;
  /** Told what `onAcquired` threw. */
  onFailed?(error: unknown): void;
  log?: { info(message: string): void; warn(message: string): void };
  /** How often a bystander tries; 2 s unless told. */
  retryMs?: number;
  /** How long the server may leave a heartbeat unanswered; 4 s unless told. More would let another take over first. */
  patienceMs?: number;
}

export interface Holder {
  isHolder(): boolean;
  /** Stops holding or standing by. */
  stop(): Promise<void>;
}

// Any number will do as long as every process takes the same one; the second half of the key is the name's hash.
const lockClass = 5_077_002;

// A holder that has lost the network is given up by the server after 3 + 2 × 2 s of silence. It must notice first: at
// most 1 s until its next heartbeat, and 4 s of waiting for the answer.
const serverPatience =
  'set tcp_keepalives_idle = 3; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 2; set tcp_user_timeout = 7000';
const heartbeatMs = 1_000;
// How long an `onAcquired` that does not heed its signal is waited for.
const settleMs = 2_000;

/**
 * Makes this process stand for the one holder of `name` among all processes on this database, by a session advisory
 * lock on a connection of its own. When the holder dies, another takes over within `retryMs` (its machine: within 10 s).
 * Needs a direct connection: behind a pooler in transaction mode, session locks do not hold.
 */
export function hold(url: string, name: string, options: HoldOptions): Holder {
  const { log, retryMs = 2_000, patienceMs = 4_000 } = options;
  const stopping = new AbortController();
  let isHolder = false;
  let isDown = false;

  async function turn(): Promise<void> {
    const lost = new AbortController();
    const client = await connect(url, name, patienceMs, () => lost.abort());
    try {
      if (isDown) log?.info(`The database answers again; standing by for ${name}.`);
      isDown = false;
      if (!(await waitForLock(client, lost.signal))) return;
      isHolder = true;
      lost.signal.addEventListener('abort', () => {
        isHolder = false;
      });
      const watch = heartbeat(client, lost);
      try {
        const acquired = options.onAcquired(AbortSignal.any([lost.signal, stopping.signal]));
        await Promise.race([acquired, watch.then(() => sleep(settleMs, undefined, { ref: false }))]);
        await watch;
      } catch (error) {
        options.onFailed?.(error);
      }
      if (lost.signal.aborted) log?.warn(`Lost the connection by which this process held ${name}.`);
      await options.onLost();
    } finally {
      isHolder = false;
      lost.abort();
      // Ending the session gives the lock back. One that does not answer is cut.
      await Promise.race([client.end().catch(() => {}), sleep(500, undefined, { ref: false })]);
    }
  }

  async function waitForLock(client: pg.Client, lost: AbortSignal): Promise<boolean> {
    let isBystander = false;
    while (!stopping.signal.aborted && !lost.aborted) {
      const { rows } = await client.query('select pg_try_advisory_lock($1, hashtext($2)) as got', [lockClass, name]);
      if (rows[0]?.got === true) return true;
      if (!isBystander) log?.info(`Another process holds ${name}; standing by.`);
      isBystander = true;
      await pause(retryMs);
    }
    return false;
  }

  /** Resolves when the lock is lost or to be given back. */
  async function heartbeat(client: pg.Client, lost: AbortController): Promise<void> {
    const end = AbortSignal.any([lost.signal, stopping.signal]);
    while (!end.aborted) {
      await sleep(heartbeatMs, undefined, { signal: end }).catch(() => {});
      if (end.aborted) return;
      await client.query('select 1').catch(() => lost.abort());
    }
  }

  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => {});

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await turn();
      } catch (error) {
        if (!isDown) log?.warn(`Cannot stand by for ${name}: ${error instanceof Error ? error.message : error}`);
        isDown = true;
      }
      await pause(retryMs);
    }
  }

  const running = run();
  return {
    isHolder: () => isHolder,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function connect(url: string, name: string, patienceMs: number, onLost: () => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `spotter holder ${name}`,
    connectionTimeoutMillis: 5_000,
    query_timeout: patienceMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 3_000,
  });
  client.on('error', onLost);
  client.on('end', onLost);
  await client.connect();
  try {
    await client.query(serverPatience);
  } catch (error) {
    await client.end();
    throw error;
  }
  return client;
}
