import { afterAll, describe, expect, test } from 'vitest';
import { crashRun } from '../support/crash-run.ts';
import { openOwnStore } from '../support/own-store.ts';
import { redisSource } from '../support/redis.ts';

const own = await openOwnStore();
afterAll(own.close);

const run = { own, count: 300, dueWithinMs: 5_000, kills: 4, isHurried: true, limitMs: 240_000 };

describe('workers and bots that are killed at random, and their servers with them', () => {
  const places = [
    { name: 'PostgreSQL', redis: false, restarts: 1 },
    { name: 'Redis', redis: true, restarts: 2 },
  ];
  for (const { name, redis, restarts } of places)
    test.skipIf(redis && !redisSource())(
      `lose nothing and say nothing twice, with the queue in ${name}`,
      { timeout: 270_000 },
      async () => {
        const report = await crashRun({ ...run, redis });
        console.log(`${name}: ${JSON.stringify(report)}`);
        expect(report).toMatchObject({ lost: 0, open: 0, doubledOnDiscord: 0, doubledForNoReason: 0, restarts });
        // Only what nobody could know the outcome of may come twice on Telegram.
        expect(report.doubledOnTelegram).toBeLessThanOrEqual(report.inHand);
        expect(report.kills).toBeGreaterThanOrEqual(6);
      },
    );
});
