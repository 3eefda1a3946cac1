import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { afterAll, describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/bots/adapter.ts';
import { messageSchema } from '../../src/bots/message.ts';
import { runDue } from '../../src/cli/run-due.ts';
import { createRuntime } from '../../src/cli/runtime.ts';
import { testDatabase } from '../support/database.ts';
import { fewFoods } from '../support/few-foods.ts';
import { silentLog } from '../support/silent-log.ts';

const { db, url } = await testDatabase();
const foods = await fewFoods(db);
const folder = mkdtempSync(join(tmpdir(), 'spotter-crash-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const messageOf = (person: string) =>
  messageSchema.parse({
    kind: 'text',
    platform: 'telegram',
    eventKey: `update:${person}`,
    chatId: person,
    isPrivate: true,
    sender: { id: person, name: person, locale: null },
    sentAt: Temporal.Now.instant().toString(),
    timeZone: 'Europe/Madrid',
    respondTo: null,
    messageId: '1',
    text: 'ate 200g rice lunch',
    media: [],
    replyToId: null,
  });

/** Lets a process take in the person's message and die at the given point. Returns what it printed if it lived. */
function processThatDies(person: string, point: string): Promise<{ died: boolean; output: string }> {
  const script = resolve(import.meta.dirname, '../support/crash-process.ts');
  const args = ['--import', 'tsx', script, url, sentFile(person), JSON.stringify(messageOf(person)), point];
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => settle({ died: signal === 'SIGKILL', output }));
  });
}

const sentFile = (person: string) => join(folder, person);
const sentBefore = (person: string) =>
  existsSync(sentFile(person)) ? readFileSync(sentFile(person), 'utf8').trim().split('\n') : [];

/** Another process comes: the platform delivers the update again, and what was left is found when its lease is over. */
async function recover(person: string): Promise<string[]> {
  const sent: string[] = [];
  const adapter: Adapter = {
    platform: 'telegram',
    async start() {},
    async stop() {},
    fetch: () => Promise.reject(new Error('No file is fetched here')),
    split: (reply) => [reply],
    async send(_chat, _reply, { nonce }) {
      sent.push(nonce);
      return { chatId: person, messageId: nonce };
    },
    async edit() {},
  };
  const later = Temporal.Now.instant().add({ seconds: 61 });
  const { respond, jobs } = createRuntime({ db, foods, adapters: [adapter], clock: () => later, log: silentLog });
  await respond.receive(messageOf(person));
  await respond.idle();
  // What the meal earns is said later, and is another message.
  await runDue(db, jobs, later, { isOurs: async ({ job }) => job !== 'progress' });
  await respond.idle();
  return sent;
}

async function recorded(person: string) {
  const { rows } = await db.execute<{ meals: number; items: number; kcal: string | null; open: number }>(sql`
    select (select count(*)::int from meal_logs where user_id = a.user_id) as meals,
      (select count(*)::int from meal_items where user_id = a.user_id) as items,
      (select consumed_kcal from daily_logs where user_id = a.user_id) as kcal,
      (select count(*)::int from inbound_messages where chat_id = ${person} and state = 'pending')
        + (select count(*)::int from deliveries where user_id = a.user_id and state = 'due') as open
    from chat_accounts a where a.platform = 'telegram' and a.account_id = ${person}`);
  return rows;
}

const statements = Number((await processThatDies('unharmed', 'never')).output);

describe('a process that is killed while it takes in a message', () => {
  it('makes a known number of statements when it is left alone', async () => {
    expect(statements).toBeGreaterThan(8);
    expect(await recorded('unharmed')).toEqual([{ meals: 1, items: 1, kcal: '260', open: 0 }]);
  });

  const points = [...Array.from({ length: statements }, (_, i) => `statement:${i + 1}`), 'send:1', 'sent:1'];
  it.each(points)('loses nothing and doubles nothing, killed at %s', async (point) => {
    const person = point.replace(':', '-');
    const { died } = await processThatDies(person, point);
    expect(died).toBe(true);
    const before = sentBefore(person);
    const after = await recover(person);
    expect(await recorded(person)).toEqual([{ meals: 1, items: 1, kcal: '260', open: 0 }]);
    // Every attempt is at the one reply. A second one is possible only where the first was not settled; Discord drops it
    // by its nonce, Telegram cannot.
    expect(new Set([...before, ...after]).size).toBe(1);
    expect(before.length + after.length).toBeLessThanOrEqual(before.length === 0 ? 1 : 2);
  });
});
