import { expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { fewFoods } from '../support/few-foods.ts';
import { runRelay } from '../support/relay-run.ts';

const { db } = await testDatabase();
const foods = await fewFoods(db);

/** The same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

it('passes 300 messages on both ways through failing platforms and dying processes: none lost, in order, changes followed', async () => {
  const report = await runRelay({ db, foods, messages: 300, pairs: 3, deaths: 3, random: seeded(7) });
  expect(report).toMatchObject({ sent: 300, lost: [], outOfOrder: [], unchanged: [], doubledOnDiscord: 0, deaths: 3 });
  expect(report.faults).toBeGreaterThan(10);
  expect(report.changed).toBeGreaterThan(10);
  expect(report.doubledOnTelegram).toBeLessThanOrEqual(report.unavoidable);
}, 300_000);
