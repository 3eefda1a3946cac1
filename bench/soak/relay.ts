import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/cli/store.ts';
import { loadFoodIndex } from '../../src/domain/foods/load-food-index.ts';
import { createLog } from '../../src/log.ts';
import { runRelay } from '../../tests/support/relay-run.ts';

const messages = Number(process.env.SOAK_MESSAGES ?? 10_000);
const pairs = 20;
const deaths = 20;

/**
 * Coaches and clients write to each other between simulators of Telegram and Discord that fail at random, through
 * processes that die. At the end every message must have come, in the order of its conversation, with its changes; none
 * twice on Discord, and on Telegram at most those of which nobody could know whether they had arrived.
 */
export async function relay(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-soak-'));
  // Under root the server runs as another user, who has to get in.
  chmodSync(folder, 0o711);
  const log = createLog({ level: 'warn', output: process.stderr });
  const store = await openStore({ databaseUrl: null, dataDir: join(folder, '.spotter') }, log, { durable: false });
  try {
    const foods = await loadFoodIndex(store.db);
    const { lost, outOfOrder, unchanged, tookS, ...figures } = await runRelay({
      ...{ db: store.db, foods, messages, pairs, deaths, random: Math.random },
    });
    console.log(`  ${messages} messages both ways between ${pairs} coaches and clients, ${tookS.toFixed(0)} s`);
    const faults = { lost: lost.length, 'out of order': outOfOrder.length, 'change not followed': unchanged.length };
    for (const [name, value] of Object.entries({ ...figures, ...faults }))
      console.log(`  ${String(value).padStart(7)} ${name}`);
    for (const one of [...lost, ...outOfOrder, ...unchanged].slice(0, 20)) console.log(`  ${one}`);
    const isWhole = lost.length + outOfOrder.length + unchanged.length === 0;
    return isWhole && figures.doubledOnDiscord === 0 && figures.doubledOnTelegram <= figures.unavoidable;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
