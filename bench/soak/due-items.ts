import { crashRun } from '../../tests/support/crash-run.ts';
import { openOwnStore } from '../../tests/support/own-store.ts';
import { redisSource } from '../../tests/support/redis.ts';

const count = Number(process.env.SOAK_ITEMS ?? 10_200);
const kills = Number(process.env.SOAK_KILLS ?? 60);

/**
 * Two workers and two bots do what falls due on both platforms, are killed at random and started again, and so are Redis
 * and PostgreSQL. Nothing may be lost, nothing said twice on Discord, and on Telegram only what was in hand at a kill.
 */
export async function dueItems(): Promise<boolean> {
  const own = await openOwnStore();
  let isWell = true;
  for (const redis of redisSource() ? [true, false] : [false]) {
    const dueWithinMs = count * 25;
    const limitMs = 60_000 + count * 200;
    const report = await crashRun({ own, count, redis, dueWithinMs, kills, isHurried: false, limitMs });
    console.log(`  the queue in ${redis ? 'Redis' : 'PostgreSQL'}`);
    for (const [name, value] of Object.entries(report)) console.log(`  ${String(value).padStart(8)} ${name}`);
    const { lost, open, doubledOnDiscord, doubledForNoReason } = report;
    isWell &&= lost === 0 && open === 0 && doubledOnDiscord === 0 && doubledForNoReason === 0 && report.kills >= kills;
  }
  await own.close();
  return isWell;
}
