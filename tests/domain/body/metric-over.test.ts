import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { logMeasurements } from '../../../src/domain/body/log-measurements.ts';
import { metricOver } from '../../../src/domain/body/metric-over.ts';
import type { Metric } from '../../../src/domain/body/plausible.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const day = (text: string) => Temporal.PlainDate.from(text);

async function measured(person: Person, on: string, metric: Metric, value: number, value2: number | null = null) {
  await person.act((ctx) =>
    logMeasurements(ctx, [{ metric, value, value2, typed: { value, unit: null }, day: day(on), isDaySaid: true }]),
  );
}

it('gives a figure a day: the median weight, the newest of anything else', async () => {
  const ana = await makePerson(db);
  for (const kg of [80, 82, 81]) await measured(ana, '2026-02-02', 'weight', kg);
  await measured(ana, '2026-02-04', 'weight', 80.5);
  for (const mood of [4, 9]) await measured(ana, '2026-02-02', 'mood', mood);
  await measured(ana, '2026-02-03', 'blood-pressure', 121, 79);
  const all = { from: null, to: null };
  const [weight, mood, pressure] = await ana.act(async (ctx) => [
    await metricOver(ctx, 'weight', all),
    await metricOver(ctx, 'mood', all),
    await metricOver(ctx, 'blood-pressure', all),
  ]);
  expect(weight?.map(({ value }) => value)).toEqual([81, 80.5]);
  expect(mood?.map(({ value }) => value)).toEqual([9]);
  expect(pressure?.[0]).toMatchObject({ value: 121, value2: 79 });
});

it('keeps to the days asked about and to the person who asks', async () => {
  const [ana, ben] = [await makePerson(db), await makePerson(db)];
  await measured(ana, '2026-02-02', 'weight', 80);
  await measured(ana, '2026-03-02', 'weight', 79);
  const march = { from: day('2026-03-01'), to: day('2026-03-31') };
  expect((await ana.act((ctx) => metricOver(ctx, 'weight', march))).map(({ value }) => value)).toEqual([79]);
  expect(await ben.act((ctx) => metricOver(ctx, 'weight', march))).toEqual([]);
});
