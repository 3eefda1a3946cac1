import { Temporal } from 'temporal-polyfill';
import { openOwnStore } from '../../tests/support/own-store.ts';
import { simulateYear } from '../../tests/support/simulated-year.ts';

const people = Number(process.env.SOAK_PEOPLE ?? 1_000);
const days = Number(process.env.SOAK_DAYS ?? 365);
const zoneCount = 30;

/** A year of many people in thirty zones: every reminder accounted for, said once, at its time, and no night broken. */
export async function year(): Promise<boolean> {
  const own = await openOwnStore();
  try {
    const all = Intl.supportedValuesOf('timeZone');
    const zones = Array.from({ length: zoneCount }, (_, i) => all[Math.floor((i * all.length) / zoneCount)] ?? 'UTC');
    const start = Temporal.Instant.from('2026-01-01T00:00:00Z');
    const report = await simulateYear({ database: own.store, zones, people, start, days, lanes: 8 });
    console.log(`  ${people} people in ${zoneCount} zones, ${days} days`);
    for (const [name, value] of Object.entries(report)) console.log(`  ${String(value).padStart(8)} ${name}`);
    const { expected, said, ...wrong } = report;
    return said > 0 && said <= expected && Object.values(wrong).every((count) => count === 0);
  } finally {
    await own.close();
  }
}
