import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { Adapter } from '../src/bots/adapter.ts';
import { type Message, messageSchema } from '../src/bots/message.ts';
import { createRuntime } from '../src/cli/runtime.ts';
import { openStore, type Store } from '../src/cli/store.ts';
import { loadFoodIndex } from '../src/domain/foods/load-food-index.ts';
import { loadExerciseIndex } from '../src/domain/training/load-exercise-index.ts';
import { createLog } from '../src/log.ts';
import { idsOf, recordStatements, type Statement } from './statements.ts';

/** The whole path must reach this share of what its own SQL statements reach by themselves. */
const limit = 0.5;
const lanes = 8;
const messagesPerLane = 25;
const rounds = 5;

/**
 * Messages per second through the whole path (received, understood, recorded, answered, sent to an adapter that does
 * nothing) against the same SQL statements run bare over the same number of connections, in turns on one database.
 */
export async function messagePath(): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), 'spotter-bench-'));
  // Under root the server runs as another user, who has to get in.
  chmodSync(dataDir, 0o711);
  const log = createLog({ level: 'warn', output: process.stderr });
  const store = await openStore({ databaseUrl: process.env.DATABASE_URL ?? null, dataDir }, log);
  try {
    return await measure(store);
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(store: Store): Promise<boolean> {
  const adapter: Adapter = {
    platform: 'telegram',
    async start() {},
    async stop() {},
    fetch: () => Promise.reject(new Error('No file is fetched here')),
    split: (reply) => [reply],
    send: async (chat, _reply, { nonce }) => ({ chatId: chat.id ?? chat.accountId, messageId: nonce }),
    async edit() {},
  };
  const { respond } = createRuntime({
    db: store.db,
    foods: await loadFoodIndex(store.db),
    exercises: await loadExerciseIndex(store.db),
    adapters: [adapter],
    clock: () => Temporal.Now.instant(),
    log: createLog({ level: 'warn', output: process.stderr }),
  });
  const say = async (lane: number, key: string) => {
    await respond.receive(messageOf(lane, key));
  };

  // Ids of different tables must differ, so that a replay knows which is which.
  const sequences = ['inbound_messages', 'actions', 'meal_logs', 'meal_items', 'deliveries', 'daily_logs'];
  for (const [i, table] of sequences.entries())
    await store.pool.query(`select setval(pg_get_serial_sequence($1, 'id'), $2)`, [table, (i + 1) * 1e9]);
  for (let lane = 0; lane < lanes; lane++) await say(lane, `first-${lane}`);
  await respond.idle();

  const recordings: Statement[][] = [];
  for (let lane = 0; lane < lanes; lane++) {
    recordings.push(
      await recordStatements(async () => {
        await say(lane, `recorded-${lane}`);
        await respond.idle();
      }),
    );
  }
  const [sample = []] = recordings;

  const clients = await Promise.all(
    recordings.map(async () => {
      const client = new pg.Client({ connectionString: store.url });
      await client.connect();
      return client;
    }),
  );
  const timeByStatement = new Map<number, number>();
  const path: number[] = [];
  const bare: number[] = [];
  try {
    for (let round = 0; round <= rounds; round++) {
      const perSecond = async (work: (lane: number) => Promise<void>) => {
        // Each turn begins with the same empty days: nobody eats a thousand meals in one.
        await store.pool.query(
          'truncate meal_logs, meal_items, daily_logs, actions, action_changes, deliveries, inbound_messages, pending_questions cascade',
        );
        const start = performance.now();
        await Promise.all(Array.from({ length: lanes }, (_, lane) => work(lane)));
        await respond.idle();
        const ms = performance.now() - start;
        const { rows } = await store.pool.query('select count(*)::int as meals from meal_logs');
        if (rows[0]?.meals !== lanes * messagesPerLane) throw new Error(`${rows[0]?.meals} meals were recorded`);
        return (lanes * messagesPerLane * 1000) / ms;
      };
      const whole = await perSecond(async (lane) => {
        for (let n = 0; n < messagesPerLane; n++) await say(lane, `whole-${round}-${lane}-${n}`);
      });
      const raw = await perSecond(async (lane) => {
        const client = clients[lane];
        for (let n = 0; n < messagesPerLane; n++)
          if (client) await replay(client, recordings[lane] ?? [], lane, `bare-${round}-${lane}-${n}`, timeByStatement);
      });
      // The first round warms up.
      if (round === 0) continue;
      path.push(whole);
      bare.push(raw);
    }
  } finally {
    for (const client of clients) await client.end();
  }

  const ratios = path.map((whole, i) => whole / (bare[i] ?? Number.NaN));
  console.log(`  whole path        ${figures(path)} messages/s, ${sample.length} statements each`);
  console.log(`  bare statements   ${figures(bare)} messages/s`);
  console.log(`  ratio             ${figures(ratios, 2)} (limit: at least ${limit})`);
  console.log('  where the statements’ time goes, each with its mean:');
  const total = [...timeByStatement.values()].reduce((sum, ms) => sum + ms, 0);
  const replays = lanes * messagesPerLane * (rounds + 1);
  for (const [i, { text }] of sample.entries()) {
    const ms = timeByStatement.get(i) ?? 0;
    const share = ((100 * ms) / total).toFixed(0).padStart(3);
    console.log(`    ${share} %  ${(ms / replays).toFixed(2)} ms  ${text.replace(/\s+/g, ' ').slice(0, 90)}`);
  }
  return median(ratios) >= limit;
}

/** Runs recorded statements again for another message: its own event key, and the ids that come back this time. */
async function replay(
  client: pg.Client,
  statements: readonly Statement[],
  lane: number,
  key: string,
  timeByStatement: Map<number, number>,
): Promise<void> {
  const ids = new Map<string, string>();
  for (const [i, { text, values, returnedIds }] of statements.entries()) {
    const start = performance.now();
    const replaced = values.map((value) => {
      if (value === `update:recorded-${lane}`) return `update:${key}`;
      return ids.get(String(value)) ?? value;
    });
    const result = await client.query({ text, values: replaced, rowMode: 'array' });
    for (const [n, id] of idsOf(result).entries()) {
      const recorded = returnedIds[n];
      if (recorded !== undefined) ids.set(recorded, id);
    }
    timeByStatement.set(i, (timeByStatement.get(i) ?? 0) + performance.now() - start);
  }
}

const messageOf = (lane: number, key: string): Message =>
  messageSchema.parse({
    kind: 'text',
    platform: 'telegram',
    eventKey: `update:${key}`,
    chatId: `lane-${lane}`,
    isPrivate: true,
    sender: { id: `lane-${lane}`, name: `Lane ${lane}`, locale: 'en' },
    sentAt: Temporal.Now.instant().toString(),
    timeZone: 'Europe/Madrid',
    respondTo: null,
    messageId: key,
    text: 'ate 200g rice, 2 eggs and a banana for lunch',
    media: [],
    replyToId: null,
  });

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** "median (least–most)" */
function figures(values: readonly number[], decimals = 0): string {
  const sorted = values.toSorted((a, b) => a - b);
  const [least = Number.NaN] = sorted;
  const shown = [median(values), least, sorted.at(-1) ?? Number.NaN].map((value) => value.toFixed(decimals));
  return `${shown[0]} (${shown[1]}–${shown[2]})`;
}
