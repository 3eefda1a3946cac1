/**
 * A process that takes in one message and is killed before its n-th statement, or around its n-th send. Run as
 * `crash-process.ts <database url> <sent file> <message as JSON> <before: statement:n | send:n | sent:n | never>`.
 * Prints how many statements it made if it lives.
 */
import { appendFileSync } from 'node:fs';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { openDatabase } from '../../db/client.ts';
import type { Adapter } from '../../src/bots/adapter.ts';
import { messageSchema } from '../../src/bots/message.ts';
import { createRuntime } from '../../src/cli/runtime.ts';
import { createLog } from '../../src/log.ts';
import { fewFoods } from './few-foods.ts';

const [url = '', sentFile = '', json = '', [kind, at] = ['never']] = process.argv
  .slice(2)
  .map((arg, i) => (i === 3 ? arg.split(':') : arg)) as [string, string, string, string[]];
const die = () => process.kill(process.pid, 'SIGKILL');

const { db, close } = await openDatabase({ url });
const foods = await fewFoods(db);

let statements = 0;
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
  statements += 1;
  if (kind === 'statement' && statements === Number(at)) die();
  return Reflect.apply(query, this, args);
} as typeof query;

let sends = 0;
const adapter: Adapter = {
  platform: 'telegram',
  async start() {},
  async stop() {},
  fetch: () => Promise.reject(new Error('No file is fetched here')),
  split: (reply) => [reply],
  async send(_chat, _reply, { nonce }) {
    sends += 1;
    if (kind === 'send' && sends === Number(at)) die();
    appendFileSync(sentFile, `${nonce}\n`);
    if (kind === 'sent' && sends === Number(at)) die();
    return { chatId: 'c', messageId: nonce };
  },
  async edit() {},
};
const log = createLog({ level: 'warn', output: process.stderr });
const { respond } = createRuntime({ db, foods, adapters: [adapter], clock: () => Temporal.Now.instant(), log });
await respond.receive(messageSchema.parse(JSON.parse(json)));
await respond.idle();
console.log(statements);
await close();
