import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createRuntime } from '../../src/cli/runtime.ts';
import { loadFoodIndex } from '../../src/domain/foods/load-food-index.ts';
import { loadExerciseIndex } from '../../src/domain/training/load-exercise-index.ts';
import { testDatabase } from '../support/database.ts';
import { silentLog } from '../support/silent-log.ts';
import { testClock } from './open-bot.ts';
import { openWindow } from './random-walk/chat-window.ts';
import { drawSteps } from './random-walk/steps.ts';
import { createWalker } from './random-walk/walker.ts';

const { db } = await testDatabase();
const [foods, exercises] = [await loadFoodIndex(db), await loadExerciseIndex(db)];
const seed = Number(process.env.RANDOM_WALK_SEED ?? 20260302);
const count = Number(process.env.RANDOM_WALK_STEPS ?? 2000);
const everyStepsAll = Number(process.env.RANDOM_WALK_EVERY ?? 100);

/** The last steps of whoever something is wrong with. */
function stepsOf(told: readonly string[], [fault = '']: readonly string[]): string {
  const [who] = fault.split(':');
  return told
    .filter((line) => line.split(' ')[1] === who)
    .slice(-40)
    .join('\n');
}

describe('a random walk', () => {
  it('keeps sums, figures and cards equal to what is recorded', async () => {
    const window = openWindow();
    const clock = testClock(Temporal.Instant.from('2026-03-02T08:00:00Z'));
    const { respond } = createRuntime({
      db,
      foods,
      exercises,
      adapters: [window.adapter],
      clock: clock.now,
      log: silentLog,
    });
    const people = [
      { account: 'ana', timeZone: 'Europe/Madrid' },
      { account: 'ben', timeZone: null, opening: 'use pounds' },
      { account: 'cleo', timeZone: 'Pacific/Auckland' },
    ];
    const walker = createWalker({ db, respond, window, clock, people });
    const started = performance.now();
    const told: string[] = [];
    for (const [at, step] of drawSteps(seed, count, people.length).entries()) {
      told.push(`${clock.now()} ${await walker.take(step)}`);
      const wrong = await walker.check();
      if (wrong.length === 0 && (at % everyStepsAll === everyStepsAll - 1 || at === count - 1))
        wrong.push(...(await walker.checkAll()));
      expect(wrong, `seed ${seed}, step ${at + 1}:\n${stepsOf(told, wrong)}\n`).toEqual([]);
    }
    const seconds = (performance.now() - started) / 1000;
    console.log(`${count} steps, ${(count / seconds).toFixed(0)} a second`);
  }, 120_000);
});
