/**
 * A process that receives all messages of the soak, from a place of its own in their order, and does what falls due
 * besides. Run as `soak-process.ts <database url> <sent file> <messages> <chats> <number>`.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { openDatabase } from '../../db/client.ts';
import type { Adapter } from '../../src/bots/adapter.ts';
import { type Message, messageSchema } from '../../src/bots/message.ts';
import { runDue } from '../../src/cli/run-due.ts';
import { createRuntime } from '../../src/cli/runtime.ts';
import { loadFoodIndex } from '../../src/domain/foods/load-food-index.ts';
import { createLog } from '../../src/log.ts';

const [url = '', sentFile = '', ...numbers] = process.argv.slice(2);
const [messages = 0, chats = 1] = numbers.map(Number);

const { db, pool } = await openDatabase({ url, maxConnections: 5 });
const foods = await loadFoodIndex(db);
const clock = () => Temporal.Now.instant();
const adapter: Adapter = {
  platform: 'telegram',
  async start() {},
  async stop() {},
  fetch: () => Promise.reject(new Error('No file is fetched here')),
  split: (reply) => [reply],
  async send({ accountId }, _reply, { nonce }) {
    appendFileSync(sentFile, `${nonce}\n`);
    return { chatId: accountId, messageId: nonce };
  },
  async edit() {},
};
const log = createLog({ level: 'error', output: process.stderr });
const { respond, jobs } = createRuntime({ db, foods, adapters: [adapter], clock, log });

const messageOf = (number: number): Message =>
  messageSchema.parse({
    kind: 'text',
    platform: 'telegram',
    eventKey: `update:${number}`,
    chatId: `chat-${number % chats}`,
    isPrivate: true,
    sender: { id: `chat-${number % chats}`, name: null, locale: null },
    sentAt: clock().toString(),
    timeZone: 'UTC',
    respondTo: null,
    messageId: String(number),
    text: 'ate 10g rice',
    media: [],
    replyToId: null,
  });

/** What the platform still has to deliver: it begins anew with what nobody confirmed. */
const { rows } = await pool.query<{ key: string }>('select event_key as key from inbound_messages');
const known = new Set(rows.map(({ key }) => key));
for (let number = 0; number < messages; number++) {
  if (known.has(`update:${number}`)) continue;
  await respond.receive(messageOf(number));
  if (number % chats === 0) await respond.idle();
}
for (;;) {
  await respond.idle();
  await runDue(db, jobs, clock());
  await sleep(500);
}
