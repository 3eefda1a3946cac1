import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../src/cli/store.ts';
import { openOwnStore } from '../../tests/support/own-store.ts';

const messages = Number(process.env.SOAK_MESSAGES ?? 3_000);
const chats = 40;
const processes = 3;
const limitMs = Number(process.env.SOAK_LIMIT_S ?? 150) * 1000;
/** A process that starts needs about two seconds; then it works for some time before it is killed. */
const livesMs = () => 4_500 + Math.random() * 4_000;
const gramsEach = 10;
const kcalEach = 13;

/**
 * Several processes receive the same messages from many chats, as webhook receivers do, and are killed at random and
 * started again. At the end every message must be recorded once, every sum be right, and every reply said, once but for
 * the ones whose sender was killed between sending and noting it.
 */
export async function killedProcesses(): Promise<boolean> {
  const own = await openOwnStore();
  try {
    return await soak(own.store, own.folder);
  } finally {
    await own.close();
  }
}

async function soak(store: Store, folder: string): Promise<boolean> {
  const sentFile = join(folder, 'sent');
  writeFileSync(sentFile, '');
  let kills = 0;
  let isOver = false;
  const running = new Set<ChildProcess>();

  /** One place among the processes: whoever has it is killed sooner or later, and another takes it. */
  async function place(number: number): Promise<void> {
    while (!isOver) {
      const script = resolve(import.meta.dirname, 'soak-process.ts');
      const args = [store.url, sentFile, String(messages), String(chats), String(number)];
      const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      running.add(child);
      const ended = new Promise<void>((settle) => child.once('close', () => settle()));
      await Promise.race([ended, sleep(livesMs())]);
      // The first place is spared now and then, so that somebody gets on even on a slow machine.
      if (!isOver && child.exitCode === null && (number > 0 || Math.random() < 0.5)) {
        kills += 1;
        child.kill('SIGKILL');
      }
      await ended;
      running.delete(child);
    }
  }

  const places = Array.from({ length: processes }, (_, number) => place(number));
  const startMs = performance.now();
  let state = await stateOf(store);
  while (performance.now() - startMs < limitMs && !(state.received === messages && state.open === 0)) {
    await sleep(1_000);
    state = await stateOf(store);
  }
  isOver = true;
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(places);

  const tookS = (performance.now() - startMs) / 1000;
  const sent = readFileSync(sentFile, 'utf8').split('\n').filter(Boolean);
  const doubled = sent.length - new Set(sent).size;
  const lost = state.said - new Set(sent).size;
  const report = { ...state, sent: sent.length, 'sent again': doubled, 'never sent': lost, kills };
  console.log(`  ${messages} messages from ${chats} chats to ${processes} processes, ${tookS.toFixed(0)} s`);
  for (const [name, value] of Object.entries(report)) console.log(`  ${String(value).padStart(7)} ${name}`);
  // A reply is sent again only by who cannot know that it was: at most one for each that was in hand at a kill.
  return (
    kills > 0 &&
    state.received === messages &&
    state.open === 0 &&
    state.failed === 0 &&
    state.meals === messages &&
    state.said === messages &&
    state.kcal === messages * kcalEach &&
    lost === 0 &&
    doubled <= kills * chats
  );
}

/** Where it stands. `kcal` is the sum of the days as kept. */
async function stateOf({ pool }: Store) {
  const { rows } = await pool.query(`
    select (select count(*)::int from inbound_messages) as received,
      (select count(*)::int from inbound_messages where state = 'pending')
        + (select count(*)::int from deliveries where state = 'due') as open,
      (select count(*)::int from inbound_messages where state = 'failed')
        + (select count(*)::int from deliveries where state in ('failed', 'suppressed')) as failed,
      (select count(*)::int from meal_items where grams = ${gramsEach}) as meals,
      (select count(*)::int from deliveries where state = 'sent') as said,
      (select coalesce(sum(consumed_kcal), 0)::int from daily_logs) as kcal`);
  const [row] = rows;
  return row as { received: number; open: number; failed: number; meals: number; said: number; kcal: number };
}
