import { asc, eq, inArray } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import {
  dailyLogs,
  exerciseLogs,
  exerciseSets,
  healthMetrics,
  inboundMessages,
  mealItems,
  mealLogs,
  measurements,
  workoutSessions,
} from '../../db/schema/index.ts';
import type { Database } from '../../src/domain/context.ts';

/** A written message that entries can come from. Returns its id. */
export async function writtenMessage(db: Database, userId: number, key: string): Promise<number> {
  const [row] = await db
    .insert(inboundMessages)
    .values({
      ...{ platform: 'telegram', eventKey: key, kind: 'text', chatId: 'c', messageId: key, userId, payload: {} },
      receivedAt: Temporal.Instant.from('2026-03-02T12:00:00Z'),
    })
    .returning({ id: inboundMessages.id });
  return row?.id ?? 0;
}

const cents = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100;

/** Each day's sums as kept, and as its entries add up to; equal where all is well. */
export async function sumsOf(db: Database, userId: number): Promise<{ kept: object; added: object }> {
  const days = await db.select().from(dailyLogs).where(eq(dailyLogs.userId, userId)).orderBy(asc(dailyLogs.day));
  const meals = await db.select().from(mealLogs).where(eq(mealLogs.userId, userId));
  const items = await db.select().from(mealItems).where(eq(mealItems.userId, userId));
  const trained = await db.select().from(workoutSessions).where(eq(workoutSessions.userId, userId));
  const measured = await db.select().from(measurements).where(eq(measurements.userId, userId));
  const added = days.map(({ day }) => {
    const own = meals.filter((meal) => meal.day.equals(day));
    const eaten = items.filter((item) => own.some(({ id }) => id === item.mealLogId));
    const drunk = measured.filter((one) => one.day.equals(day) && one.metric === 'water').map(({ value }) => value);
    return {
      day: day.toString(),
      consumedKcal: cents(eaten.map(({ energyKcal }) => energyKcal)),
      proteinG: cents(eaten.map(({ proteinG }) => proteinG)),
      carbsG: cents(eaten.map(({ carbsG }) => carbsG)),
      fatG: cents(eaten.map(({ fatG }) => fatG)),
      waterMl: cents([...own.map(({ waterMl }) => waterMl ?? 0), ...drunk]),
      burnedKcal: cents(trained.filter((one) => one.day.equals(day)).map(({ burnedKcal }) => burnedKcal ?? 0)),
    };
  });
  const kept = days.map(({ day, consumedKcal, proteinG, carbsG, fatG, waterMl, burnedKcal }) => ({
    ...{ day: day.toString(), consumedKcal, proteinG, carbsG, fatG, waterMl, burnedKcal },
  }));
  return { kept, added };
}

/** All that is recorded of a person, as text; what changes with every write is left out. */
export async function everythingOf(db: Database, userId: number): Promise<string> {
  const logs = await db
    .select()
    .from(exerciseLogs)
    .where(eq(exerciseLogs.userId, userId))
    .orderBy(asc(exerciseLogs.id));
  const rows = [
    await db.select().from(mealLogs).where(eq(mealLogs.userId, userId)).orderBy(asc(mealLogs.id)),
    await db.select().from(mealItems).where(eq(mealItems.userId, userId)).orderBy(asc(mealItems.id)),
    await db.select().from(workoutSessions).where(eq(workoutSessions.userId, userId)).orderBy(asc(workoutSessions.id)),
    logs,
    logs.length === 0
      ? []
      : await db
          .select()
          .from(exerciseSets)
          .where(
            inArray(
              exerciseSets.exerciseLogId,
              logs.map(({ id }) => id),
            ),
          )
          .orderBy(asc(exerciseSets.id)),
    await db.select().from(measurements).where(eq(measurements.userId, userId)).orderBy(asc(measurements.id)),
    // A derived row comes and goes with what it is derived from.
    (await db.select().from(healthMetrics).where(eq(healthMetrics.userId, userId)).orderBy(asc(healthMetrics.day))).map(
      ({ id, ...row }) => row,
    ),
  ];
  return JSON.stringify(rows, (key, value) => (key === 'updatedAt' || key === 'createdAt' ? undefined : value));
}
