import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';

/** A Redis for a test file. */
export interface TestRedis {
  url: string;
  /** Removes everything under a namespace, as a loss of Redis does. */
  lose(namespace: string): Promise<void>;
  /** Kills it and starts it again, which loses everything; of a Redis that is not ours, all its keys. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Where a Redis for tests can come from; null means that there is none here, and tests of it are skipped. */
export function redisSource(): 'REDIS_URL' | 'redis-server' | null {
  if (process.env.REDIS_URL) return 'REDIS_URL';
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, 'redis-server'))) ? 'redis-server' : null;
}

/** The Redis of REDIS_URL, or one started for this file on a free port, with its files in a temporary folder. */
export async function startRedis(): Promise<TestRedis> {
  if (process.env.REDIS_URL) return client(process.env.REDIS_URL, { restart: null, stop: async () => {} });
  const folder = mkdtempSync(join(tmpdir(), 'spotter-redis-'));
  const port = await freePort();
  const settings = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const launch = () => {
    const server = spawn('redis-server', ['--port', String(port), '--dir', folder, ...settings], { stdio: 'ignore' });
    const exited = new Promise((resolve) => server.once('exit', resolve));
    return { kill: () => server.kill('SIGKILL') && exited };
  };
  let server = launch();
  // A run that is killed takes it along.
  process.once('exit', () => server.kill());
  return client(`redis://127.0.0.1:${port}`, {
    async restart() {
      await server.kill();
      server = launch();
    },
    async stop() {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

async function client(
  url: string,
  server: { restart: (() => Promise<void>) | null; stop: () => Promise<void> },
): Promise<TestRedis> {
  const redis = new Redis(url, { retryStrategy: () => 20 });
  // Until a server that was just started listens, each attempt is an error.
  redis.on('error', () => {});
  await redis.ping();
  return {
    url,
    async lose(namespace) {
      // In one step, as a flush is: what is half deleted is not what a loss looks like.
      await redis.eval(
        "for _, key in ipairs(redis.call('keys', ARGV[1])) do redis.call('del', key) end",
        0,
        `${namespace}:*`,
      );
    },
    async restart() {
      if (server.restart) await server.restart();
      else await redis.flushall();
      await redis.ping();
    },
    async stop() {
      redis.disconnect();
      await server.stop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('No free port');
  return address.port;
}
