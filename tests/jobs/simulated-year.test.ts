import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { simulateYear } from '../support/simulated-year.ts';

/** Half hours, quarter hours, the date line, summer in winter, two hours of summer time, and no summer at all. */
const zones = [
  'UTC',
  'Europe/Madrid',
  'Europe/Dublin',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Santiago',
  'Atlantic/Azores',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Jerusalem',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Antarctica/Troll',
];

test('in a year of twenty people in twenty zones every reminder is accounted for, said once, at its time, and no night is broken', {
  timeout: 240_000,
}, async () => {
  const database = await testDatabase();
  const start = Temporal.Instant.from('2026-01-01T00:00:00Z');
  const { expected, said, ...wrong } = await simulateYear({ database, zones, people: 20, start, days: 365, lanes: 4 });
  expect(expected).toBeGreaterThan(3_000);
  // Of what was suggested and never answered less and less is said.
  expect(said).toBeGreaterThan(2_000);
  expect(said).toBeLessThan(expected);
  expect(wrong).toEqual({ missing: 0, unexpected: 0, twice: 0, atTheWrongTime: 0, inQuietHours: 0, unsettled: 0 });
});
