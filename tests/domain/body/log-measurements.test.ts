import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  dailyLogs,
  healthMetrics,
  inboundMessages,
  measurements,
  nutritionTargets,
  users,
} from '../../../db/schema/index.ts';
import { doubtWeight } from '../../../src/domain/body/doubt-weight.ts';
import { logMeasurements, type MeasurementInput } from '../../../src/domain/body/log-measurements.ts';
import { type Metric, plausible } from '../../../src/domain/body/plausible.ts';
import { hasMeasurements, removeMeasurementsOf } from '../../../src/domain/body/remove-measurements-of.ts';
import type { Context } from '../../../src/domain/context.ts';
import { redoAction, undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { logMeals } from '../../../src/domain/meals/log-meals.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const today = Temporal.PlainDate.from('2026-03-02');
let ana: Person;
beforeEach(async () => {
  ana = await makePerson(db);
});

const said = (metric: Metric, value: number, more: Partial<MeasurementInput> = {}): MeasurementInput => ({
  metric,
  value,
  value2: null,
  typed: { value, unit: null },
  day: today,
  isDaySaid: false,
  ...more,
});

const log = (...inputs: MeasurementInput[]) => ana.act((ctx) => logMeasurements(ctx, inputs));

async function healthOn(day = today) {
  const rows = await db.select().from(healthMetrics).where(eq(healthMetrics.userId, ana.id));
  return rows.find((row) => row.day.equals(day)) ?? null;
}

async function dayOf(day = today) {
  const rows = await db.select().from(dailyLogs).where(eq(dailyLogs.userId, ana.id));
  return rows.find((row) => row.day.equals(day)) ?? null;
}

describe('recording measurements', () => {
  it('keeps one row for each thing said, with the figure as typed, and derives the day', async () => {
    await log(
      said('weight', 81.6466266, { typed: { value: 180, unit: 'lb' } }),
      said('sleep', 7.5),
      said('mood', 8, { typed: { value: 4, unit: '/5' } }),
      said('blood-pressure', 121, { value2: 79 }),
      said('steps', 10_000),
    );
    const rows = await db.select().from(measurements).where(eq(measurements.userId, ana.id));
    expect(rows.map(({ metric, value, typed }) => ({ metric, value, typed }))).toEqual([
      { metric: 'weight', value: 81.6466266, typed: { value: 180, unit: 'lb' } },
      { metric: 'sleep', value: 7.5, typed: { value: 7.5, unit: null } },
      { metric: 'mood', value: 8, typed: { value: 4, unit: '/5' } },
      { metric: 'blood-pressure', value: 121, typed: { value: 121, unit: null } },
      { metric: 'steps', value: 10_000, typed: { value: 10_000, unit: null } },
    ]);
    expect(await healthOn()).toMatchObject({
      weightKg: 81.646627,
      sleepH: 7.5,
      mood: 8,
      systolicMmhg: 121,
      diastolicMmhg: 79,
      steps: 10_000,
      energy: null,
      bmi: null,
    });
    expect(await dayOf()).toMatchObject({ weightKg: 81.646627, consumedKcal: 0 });
  });

  it('takes the median of several weigh-ins of a day and the newest of everything else', async () => {
    for (const [i, [kg, mood]] of [
      [82.4, 3],
      [84, 9],
      [82.6, 6],
    ].entries())
      await ana.act(
        (ctx) => logMeasurements(ctx, [said('weight', kg ?? 0), said('mood', mood ?? 0)]),
        Temporal.Instant.from('2026-03-02T12:00:00Z').add({ minutes: i }),
      );
    expect(await healthOn()).toMatchObject({ weightKg: 82.6, mood: 6 });
    await log(said('weight', 82.5));
    expect(await healthOn()).toMatchObject({ weightKg: 82.55 });
  });

  it('has a body mass index once the height is known', async () => {
    await db.update(users).set({ heightCm: 180 }).where(eq(users.id, ana.id));
    await log(said('weight', 80));
    expect(await healthOn()).toMatchObject({ bmi: 24.69 });
  });

  it('leaves no day behind in the food log for a mood', async () => {
    await log(said('mood', 7));
    expect(await dayOf()).toBeNull();
  });

  it('adds water to what was drunk with meals, against the target', async () => {
    const now = Temporal.Instant.from('2026-03-02T12:00:00Z');
    await db
      .insert(nutritionTargets)
      .values({ userId: ana.id, fromDay: today, waterMl: 2500, createdAt: now, updatedAt: now });
    await ana.act((ctx) =>
      logMeals(ctx, [{ slot: 'lunch', day: today, isDaySaid: false, time: null, items: [], waterMl: 250 }]),
    );
    const { water } = await log(said('water', 500));
    expect(water).toEqual([{ day: today, waterMl: 750, targetMl: 2500 }]);
    expect(await dayOf()).toMatchObject({ waterMl: 750 });
    expect(await healthOn()).toBeNull();
    await ana.act((ctx) =>
      logMeals(ctx, [{ slot: 'dinner', day: today, isDaySaid: false, time: null, items: [], waterMl: 250 }]),
    );
    expect(await dayOf()).toMatchObject({ waterMl: 1000 });
  });

  it('derives every day a message speaks of', async () => {
    const yesterday = today.subtract({ days: 1 });
    await log(said('weight', 82.2, { day: yesterday, isDaySaid: true }), said('weight', 81.9));
    expect(await healthOn(yesterday)).toMatchObject({ weightKg: 82.2 });
    expect(await healthOn()).toMatchObject({ weightKg: 81.9 });
  });
});

describe('figures nobody has', () => {
  it.each<[Metric, number, number | null]>([
    ['weight', 8.2, null],
    ['weight', 820, null],
    ['blood-pressure', 12, 8],
    ['blood-pressure', 79, 121],
    ['blood-pressure', 121, null],
    ['sleep', 25, null],
    ['mood', 14, null],
    ['mood', 7.5, null],
    ['body-fat', 90, null],
    ['resting-hr', 400, null],
    ['steps', 2_000_000, null],
    ['water', 20_000, null],
  ])('%s %d/%d are refused, and nothing of the message is kept', async (metric, value, value2) => {
    await expect(log(said('mood', 7), said(metric, value, { value2 }))).rejects.toMatchObject({ code: 'invalid' });
    expect(await db.$count(measurements, eq(measurements.userId, ana.id))).toBe(0);
  });

  it('takes every figure at the edge of what is possible', async () => {
    const inputs = (Object.keys(plausible) as Metric[]).flatMap((metric) =>
      plausible[metric].possible.map((value) =>
        said(metric, value, { value2: metric === 'blood-pressure' ? value / 2 : null }),
      ),
    );
    await log(...inputs);
    expect(await db.$count(measurements, eq(measurements.userId, ana.id))).toBe(inputs.length);
  });
});

describe('taking back', () => {
  const state = async () => ({
    rows: await db.select().from(measurements).where(eq(measurements.userId, ana.id)).orderBy(measurements.id),
    health: (await healthOn()) && { ...(await healthOn()), id: 0, createdAt: null, updatedAt: null },
    day: (await dayOf()) && { ...(await dayOf()), updatedAt: null },
  });

  it('undoes and redoes exactly', async () => {
    await log(said('weight', 82), said('water', 500));
    const before = await state();
    const { actionId } = await log(said('weight', 84), said('mood', 3), said('water', 250));
    const after = await state();
    expect(after.day).toMatchObject({ weightKg: 83, waterMl: 750 });

    const which = { actionId, sourceMessageId: null };
    expect(await ana.act((ctx) => undoAction(ctx, which))).toMatchObject({ summary: 'weight, mood, water' });
    expect(await state()).toEqual(before);
    await ana.act((ctx) => redoAction(ctx, which));
    expect(await state()).toEqual(after);
  });

  it('leaves no derived row behind when all is undone', async () => {
    const { actionId } = await log(said('mood', 3));
    await ana.act((ctx) => undoAction(ctx, { actionId, sourceMessageId: null }));
    expect(await healthOn()).toBeNull();
  });

  it('removes what a message recorded, and nothing else', async () => {
    const message = await wroteMessage();
    const from = (run: (ctx: Context) => Promise<unknown>) =>
      ana.act((ctx) => run({ ...ctx, sourceMessageId: message }));
    await log(said('weight', 80));
    await from((ctx) => logMeasurements(ctx, [said('weight', 84), said('resting-hr', 58), said('water', 500)]));
    expect(await from(hasMeasurements)).toBe(true);
    const removed = await ana.act((ctx) => removeMeasurementsOf(ctx, message, 'your edit'));
    expect(removed?.names).toEqual(['weight', 'resting heart rate', 'water']);
    expect(await healthOn()).toMatchObject({ weightKg: 80, restingHrBpm: null });
    expect(await dayOf()).toMatchObject({ weightKg: 80, waterMl: 0 });
    expect(await from(hasMeasurements)).toBe(false);
    expect(await ana.act((ctx) => removeMeasurementsOf(ctx, message, 'your edit'))).toBeNull();

    await ana.act((ctx) => undoAction(ctx, { actionId: removed?.actionId ?? 0, sourceMessageId: null }));
    expect(await healthOn()).toMatchObject({ weightKg: 82, restingHrBpm: 58 });
    expect(await dayOf()).toMatchObject({ waterMl: 500 });
  });

  async function wroteMessage(): Promise<number> {
    const now = Temporal.Instant.from('2026-03-02T12:00:00Z');
    const [row] = await db
      .insert(inboundMessages)
      .values({
        platform: 'telegram',
        eventKey: `update:${ana.id}`,
        kind: 'text',
        chatId: 'chat',
        userId: ana.id,
        payload: {},
        receivedAt: now,
      })
      .returning({ id: inboundMessages.id });
    return row?.id ?? 0;
  }
});

describe('the trend', () => {
  it('is told from the fourth day on, and its week from the eighth', async () => {
    const trends = [];
    for (const [i, kg] of [82, 82, 82, 82, 82, 82, 82, 81].entries()) {
      const day = today.add({ days: i });
      const logged = await ana.act(
        (ctx) => logMeasurements(ctx, [said('weight', kg, { day })]),
        Temporal.Instant.from('2026-03-02T12:00:00Z').add({ hours: 24 * i }),
      );
      trends.push(logged.trend);
    }
    expect(trends.slice(0, 3)).toEqual([null, null, null]);
    expect(trends.slice(3, 7)).toEqual(Array(4).fill({ trendKg: 82, weekChangeKg: null }));
    expect(trends[7]?.trendKg).toBeCloseTo(81.875, 6);
    expect(trends[7]?.weekChangeKg).toBeCloseTo(-0.125, 6);
  });

  it('is not told of other figures', async () => expect((await log(said('mood', 7))).trend).toBeNull());
});

describe('a doubtful weight', () => {
  const doubt = (...inputs: MeasurementInput[]) => ana.act((ctx) => doubtWeight(ctx, inputs));

  it('is one far from the last within two weeks, with what was probably meant', async () => {
    await log(said('weight', 82.1, { day: today.subtract({ days: 3 }) }));
    expect(await doubt(said('mood', 7), said('weight', 92.4))).toEqual({
      index: 1,
      last: { kg: 82.1, day: today.subtract({ days: 3 }) },
      likely: said('weight', 82.4, { typed: { value: 82.4, unit: 'kg' } }),
    });
    expect(await doubt(said('weight', 181))).toMatchObject({ likely: { typed: { value: 181, unit: 'lb' } } });
    expect(await doubt(said('weight', 83))).toBeNull();
  });

  it('is none without a weight of that time to compare with', async () => {
    expect(await doubt(said('weight', 92.4))).toBeNull();
    await log(said('weight', 82.1, { day: today.subtract({ days: 15 }) }));
    expect(await doubt(said('weight', 92.4))).toBeNull();
  });

  it('compares a backdated weight with those of its own time', async () => {
    await log(said('weight', 82.1), said('weight', 95, { day: today.subtract({ days: 100 }) }));
    expect(await doubt(said('weight', 94, { day: today.subtract({ days: 98 }) }))).toBeNull();
  });
});
