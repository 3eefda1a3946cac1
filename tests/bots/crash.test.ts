import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { afterAll, describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/bots/adapter.ts';
import { messageSchema } from '../../src/bots/message.ts';
import { runDue } from '../../src/cli/run-due.ts';
import { createRuntime } from '../../src/cli/runtime.ts';
import { bundled } from '../support/bundled.ts';
import { testDatabase } from '../support/database.ts';
import { fewFoods } from '../support/few-foods.ts';
import { silentLog } from '../support/silent-log.ts';

const { db, url } = await testDatabase();
const foods = await fewFoods(db);
const script = await bundled('crash-process.ts');
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

/** Lets a process take in a message of each person and die when each has come to the given point. */
function processThatDies(points: readonly string[]): Promise<{ died: boolean; output: string }> {
  const given = points.map((point) => ({ message: messageOf(point), point }));
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, [script, url, sentFile, JSON.stringify(given)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => settle({ died: signal === 'SIGKILL', output }));
  });
}

const sentFile = join(folder, 'sent');
writeFileSync(sentFile, '');
const sentBefore = (person: string) =>
  readFileSync(sentFile, 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith(`${person} `) ? [line.slice(person.length + 1)] : []));

/** Another process comes: the platform delivers the updates again, and what was left is found when its lease is over. */
async function recover(people: readonly string[]): Promise<(person: string) => string[]> {
  const sent: { person: string; nonce: string }[] = [];
  const adapter: Adapter = {
    platform: 'telegram',
    async start() {},
    async stop() {},
    fetch: () => Promise.reject(new Error('No file is fetched here')),
    split: (reply) => [reply],
    async send({ accountId: person }, _reply, { nonce }) {
      sent.push({ person, nonce });
      return { chatId: person, messageId: nonce };
    },
    async edit() {},
  };
  const later = Temporal.Now.instant().add({ seconds: 61 });
  const { respond, jobs } = createRuntime({ db, foods, adapters: [adapter], clock: () => later, log: silentLog });
  await Promise.all(people.map((person) => respond.receive(messageOf(person))));
  await respond.idle();
  // What the meal earns is said later, and is another message.
  await runDue(db, jobs, later, { isOurs: async ({ job }) => job !== 'progress' });
  await respond.idle();
  return (person) => sent.flatMap((one) => (one.person === person ? [one.nonce] : []));
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

const statements = Number((await processThatDies(['never'])).output);

describe('a process that is killed while it takes in messages', () => {
  it('makes a known number of statements for one when it is left alone', async () => {
    expect(statements).toBeGreaterThan(8);
    expect(await recorded('never')).toEqual([{ meals: 1, items: 1, kcal: '260', open: 0 }]);
  });

  const points = [...Array.from({ length: statements }, (_, i) => `statement:${i + 1}`), 'send:1', 'sent:1'];
  // Several at once in each process: it is killed with every one of them at its point.
  const processes = Array.from({ length: 3 }, (_, n) => points.filter((_, i) => i % 3 === n));
  it.each(processes)('loses nothing and doubles nothing, killed at %s …', async (...killedAt) => {
    const { died } = await processThatDies(killedAt);
    expect(died).toBe(true);
    const before = Object.fromEntries(killedAt.map((point) => [point, sentBefore(point)]));
    const after = await recover(killedAt);
    for (const point of killedAt) {
      expect(await recorded(point), point).toEqual([{ meals: 1, items: 1, kcal: '260', open: 0 }]);
      // Every attempt is at the one reply. A second one is possible only where the first was not settled; Discord drops
      // it by its nonce, Telegram cannot.
      const [first = [], again] = [before[point], after(point)];
      expect(new Set([...first, ...again]).size, point).toBe(1);
      expect(first.length + again.length, point).toBeLessThanOrEqual(first.length === 0 ? 1 : 2);
    }
  });
});
