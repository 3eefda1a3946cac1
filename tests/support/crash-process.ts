/**
 * A process that takes in messages of several people at once and is killed when each of them has come to its point:
 * before its n-th statement, or around its n-th send. Run as
 * `crash-process.ts <database url> <sent file> <[{message, point: statement:n | send:n | sent:n | never}] as JSON>`.
 * Prints how many statements a message took that came to its end.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { appendFileSync } from 'node:fs';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { openDatabase } from '../../db/client.ts';
import type { Adapter } from '../../src/bots/adapter.ts';
import { messageSchema } from '../../src/bots/message.ts';
import { createRuntime } from '../../src/cli/runtime.ts';
import { createLog } from '../../src/log.ts';
import { fewFoods } from './few-foods.ts';

const [url = '', sentFile = '', json = ''] = process.argv.slice(2);
const given = z.array(z.object({ message: messageSchema, point: z.string() })).parse(JSON.parse(json));

const { db, close } = await openDatabase({ url, maxConnections: 2 * given.length + 1 });
const foods = await fewFoods(db);

/** What has happened to one message so far. */
const passage = new AsyncLocalStorage<{ readonly point: string; statement: number; send: number; sent: number }>();
let stopped = 0;

/** Whether the message goes no further than this; with the last of them the process dies. */
function isStopped(kind: 'statement' | 'send' | 'sent'): boolean {
  const one = passage.getStore();
  if (!one) return false;
  one[kind] += 1;
  if (one.point !== `${kind}:${one[kind]}`) return false;
  stopped += 1;
  if (stopped === given.length) process.kill(process.pid, 'SIGKILL');
  return true;
}

const forEver = () => new Promise<never>(() => {});
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
  return isStopped('statement') ? forEver() : Reflect.apply(query, this, args);
} as typeof query;

const adapter: Adapter = {
  platform: 'telegram',
  async start() {},
  async stop() {},
  fetch: () => Promise.reject(new Error('No file is fetched here')),
  split: (reply) => [reply],
  async send({ accountId }, _reply, { nonce }) {
    if (isStopped('send')) return forEver();
    appendFileSync(sentFile, `${accountId} ${nonce}\n`);
    return isStopped('sent') ? forEver() : { chatId: accountId, messageId: nonce };
  },
  async edit() {},
};
const log = createLog({ level: 'warn', output: process.stderr });
const { respond } = createRuntime({ db, foods, adapters: [adapter], clock: () => Temporal.Now.instant(), log });
const ended = given.map(({ message, point }) => {
  const one = { point, statement: 0, send: 0, sent: 0 };
  return passage.run(one, () => respond.receive(message)).then(() => one);
});
const all = await Promise.all(ended);
await respond.idle();
for (const { statement } of all) console.log(statement);
await close();
