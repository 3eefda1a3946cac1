import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { type HoldOptions, hold } from '../../db/holder.ts';
import { testDatabase } from '../support/database.ts';

const { url, pool } = await testDatabase();
const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(cleanUp.splice(0).map((stop) => stop()));
});

const soon = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 10 });

/** A holder that writes down what happens to it. */
function start(name: string, who: string, diary: string[], options: Partial<HoldOptions> = {}, at = url) {
  const holder = hold(at, name, {
    retryMs: 20,
    onAcquired: async () => void diary.push(`${who} acquired`),
    onLost: async () => void diary.push(`${who} lost`),
    ...options,
  });
  cleanUp.push(holder.stop);
  return holder;
}

const terminate = (name: string) =>
  pool.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
    `spotter holder ${name}`,
  ]);

test('one process holds a name, another stands by and takes over only when the first has stopped', async () => {
  const diary: string[] = [];
  const first = start('telegram', 'first', diary, {
    onLost: async () => {
      await pool.query('select pg_sleep(0.1)');
      diary.push('first has stopped');
    },
  });
  await soon(() => expect(first.isHolder()).toBe(true));
  const info = vi.fn();
  const second = start('telegram', 'second', diary, { log: { info, warn: () => {} } });
  await soon(() => expect(info).toHaveBeenCalledWith('Another process holds telegram; standing by.'));
  const other = start('discord', 'other', []);
  await soon(() => expect(other.isHolder()).toBe(true));
  expect(second.isHolder()).toBe(false);

  await first.stop();
  await soon(() => expect(second.isHolder()).toBe(true));
  expect(diary).toEqual(['first acquired', 'first has stopped', 'second acquired']);
});

test('a holder killed with SIGKILL is followed at once', async () => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('../support/holder-process.ts', import.meta.url)), url, 'killed'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  cleanUp.push(async () => child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  expect(String(line)).toBe('acquired\n');
  const diary: string[] = [];
  const info = vi.fn();
  start('killed', 'heir', diary, { retryMs: 2_000, log: { info, warn: () => {} } });
  await soon(() => expect(info).toHaveBeenCalled());
  const killedAt = performance.now();
  child.kill('SIGKILL');
  await soon(() => expect(diary).toEqual(['heir acquired']));
  expect(performance.now() - killedAt).toBeLessThan(4_000);
});

test('a holder whose connection is ended stops before it or another holds again', async () => {
  const diary: string[] = [];
  const warn = vi.fn();
  start('cut', 'one', diary, { log: { info: () => {}, warn } });
  await soon(() => expect(diary).toEqual(['one acquired']));
  await terminate('cut');
  await soon(() => expect(diary).toEqual(['one acquired', 'one lost', 'one acquired']));
  expect(warn).toHaveBeenCalledWith('Lost the connection by which this process held cut.');
});

test('a holder whose start never ends is still told that it is no longer the holder', { timeout: 10_000 }, async () => {
  const onLost = vi.fn(async () => {});
  const signals: AbortSignal[] = [];
  start('stuck', 'one', [], {
    onAcquired: (signal) => {
      signals.push(signal);
      return new Promise(() => {});
    },
    onLost,
  });
  await soon(() => expect(signals).toHaveLength(1));
  await terminate('stuck');
  await soon(() => expect(signals[0]?.aborted).toBe(true));
  await soon(() => expect(onLost).toHaveBeenCalledTimes(1));
});

test('a holder that hears nothing from the database any more gives up by itself', async () => {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isCut = false;
  const proxy = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => isCut || to.write(bytes));
      from.on('error', () => {});
      from.on('close', () => to.destroy());
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  cleanUp.push(async () => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });
  const address = proxy.address();
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port');
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(address.port);

  const diary: string[] = [];
  const holder = start('silent', 'one', diary, { patienceMs: 200 }, through.href);
  await soon(() => expect(holder.isHolder()).toBe(true));
  isCut = true;
  await soon(() => expect(diary).toEqual(['one acquired', 'one lost']));
  expect(holder.isHolder()).toBe(false);
});

test('a start that fails gives the lock back, so that another may try', async () => {
  const diary: string[] = [];
  const onFailed = vi.fn();
  const refused = new Error('bad token');
  start('failing', 'one', diary, { retryMs: 500, onAcquired: () => Promise.reject(refused), onFailed });
  await soon(() => expect(onFailed).toHaveBeenCalledWith(refused));
  start('failing', 'two', diary);
  await soon(() => expect(diary).toEqual(['one lost', 'two acquired']));
});
