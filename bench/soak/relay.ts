import { openOwnStore } from '../../tests/support/own-store.ts';
import { runRelay } from '../../tests/support/relay-run.ts';

const messages = Number(process.env.SOAK_MESSAGES ?? 10_000);
const kills = Number(process.env.SOAK_KILLS ?? 40);
const pairs = 20;
const limitMs = 300_000 + messages * 200;

/**
 * Coaches and clients write to each other between simulators of Telegram and Discord that fail at random, through
 * processes that are killed. At the end every message must have come, in the order of its conversation, with its changes;
 * none twice on Discord, and on Telegram at most those of which nobody could know whether they had arrived.
 */
export async function relay(): Promise<boolean> {
  const own = await openOwnStore();
  try {
    const run = { messages, pairs, kills, lifeMs: 90_000, isHurried: false, limitMs };
    const { lost, outOfOrder, unchanged, tookS, ...figures } = await runRelay({ database: own.store, ...run });
    console.log(`  ${messages} messages both ways between ${pairs} coaches and clients, ${tookS.toFixed(0)} s`);
    const faults = { lost: lost.length, 'out of order': outOfOrder.length, 'change not followed': unchanged.length };
    for (const [name, value] of Object.entries({ ...figures, ...faults }))
      console.log(`  ${String(value).padStart(7)} ${name}`);
    for (const one of [...lost, ...outOfOrder, ...unchanged].slice(0, 20)) console.log(`  ${one}`);
    const isWhole = lost.length + outOfOrder.length + unchanged.length + figures.open === 0;
    const isOnce = figures.doubledOnDiscord === 0 && figures.doubledOutOfHand <= figures.unanswered;
    return isWhole && isOnce && figures.sent === messages && figures.kills >= kills;
  } finally {
    await own.close();
  }
}
