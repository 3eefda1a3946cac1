import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { mealLogs, userStatistics } from '../../../db/schema/index.ts';
import { logMeasurements } from '../../../src/domain/body/log-measurements.ts';
import type { Context } from '../../../src/domain/context.ts';
import { recordAction } from '../../../src/domain/conversation/record-action.ts';
import { redoAction, undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { DomainError } from '../../../src/domain/domain-error.ts';
import { removeEntriesOf } from '../../../src/domain/entries/remove-entries-of.ts';
import { logMeals } from '../../../src/domain/meals/log-meals.ts';
import { moveMeal } from '../../../src/domain/meals/move-meal.ts';
import { refreshAchievements } from '../../../src/domain/progress/refresh-achievements.ts';
import { logWorkouts } from '../../../src/domain/training/log-workout.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';
import { writtenMessage } from '../../support/record-of.ts';

const { db } = await testDatabase();
// A hundredth of the way is enough here, so that a few entries earn much and undoing them takes much.
await db.execute(sql`update achievements set condition_value = ceil(condition_value / 100)`);

const today = Temporal.PlainDate.from('2026-03-02');
const start = Temporal.Instant.from('2026-03-02T12:00:00Z');

type Entry = 'meal' | 'workout' | 'weight' | 'steps';

interface Step {
  readonly kind: Entry | 'undo' | 'redo' | 'edit' | 'delete' | 'move';
  /** How long ago, how much, and which of what there is. */
  readonly daysAgo: number;
  readonly amount: number;
  /** Whether what is derived is refreshed then. */
  readonly isSeen: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<Entry>('meal', 'workout', 'weight', 'steps') },
    {
      weight: 5,
      arbitrary: fc.constantFrom('undo' as const, 'redo' as const, 'edit' as const, 'delete' as const, 'move' as const),
    },
  ),
  daysAgo: fc.nat({ max: 12 }),
  amount: fc.integer({ min: 1, max: 9 }),
  isSeen: fc.boolean(),
});

/** Mostly one step after the other; at times what was undone is looked at and done again. */
const steps = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: step.map((one) => [one]) },
      {
        weight: 1,
        arbitrary: step.map((one): Step[] => [
          { ...one, kind: 'undo', isSeen: true },
          { ...one, kind: 'redo' },
        ]),
      },
    ),
    { minLength: 4, maxLength: 12 },
  )
  .map((parts) => parts.flat());

async function record(ctx: Context, kind: Entry, { daysAgo, amount }: Step): Promise<void> {
  const day = today.subtract({ days: daysAgo });
  const said = { day, isDaySaid: true };
  if (kind === 'meal') {
    const stated = { energyKcal: amount * 10, proteinG: amount, carbsG: null, fatG: null };
    const item = { foodId: null, stated, words: `stew ${amount}`, quantity: null, unit: null, grams: null };
    const items = [{ ...item, portionRule: 'stated', isAmountAssumed: false }];
    await logMeals(ctx, [{ ...said, slot: 'breakfast', time: null, items, waterMl: amount * 300 }]);
  } else if (kind === 'workout') {
    const set = { kind: 'working' as const, loadValue: null, loadUnit: null, rpe: null, rir: null, restS: null };
    const sets = [{ ...set, reps: amount, weightKg: amount * 12, durationS: null, distanceM: amount * 900 }];
    const exercises = [{ exerciseId: null, words: `lift ${amount % 3}`, superset: null, sets }];
    await logWorkouts(ctx, [{ ...said, title: null, time: null, durationMin: amount * 10, exercises }]);
  } else {
    const value = kind === 'weight' ? 80 + amount : amount * 3000;
    await logMeasurements(ctx, [{ ...said, metric: kind, value, value2: null, typed: { value, unit: null } }]);
  }
}

/** Takes a step as somebody who may find there is nothing to undo, edit or move. */
async function take(person: Person, messages: number[], one: Step, at: Temporal.Instant): Promise<void> {
  const message = messages[one.amount % Math.max(1, messages.length)] ?? null;
  const last = { actionId: null, sourceMessageId: null };
  const act = (run: (ctx: Context) => Promise<unknown>) => person.act(run, at);
  switch (one.kind) {
    case 'undo':
      return void (await act((ctx) => undoAction(ctx, last)));
    case 'redo':
      return void (await act((ctx) => redoAction(ctx, last)));
    case 'delete':
      if (message) await act((ctx) => removeEntriesOf(ctx, message, 'deleted'));
      return;
    case 'edit':
      if (message)
        await act(async (ctx) => {
          const edit = { ...ctx, sourceMessageId: message, actionId: await recordAction(ctx, 'edited') };
          await removeEntriesOf(edit, message, 'edited');
          await record(edit, one.amount % 2 === 0 ? 'meal' : 'workout', one);
        });
      return;
    case 'move': {
      const [meal] = await db.select({ id: mealLogs.id }).from(mealLogs).where(eq(mealLogs.userId, person.id)).limit(1);
      const day = today.subtract({ days: one.daysAgo });
      const move = { mealId: meal?.id ?? 0, itemIds: null, slot: null, day, time: null };
      return void (await act((ctx) => moveMeal(ctx, move, 'moved')));
    }
    default: {
      const { kind } = one;
      const sourceMessageId = await writtenMessage(db, person.id, `${person.id}-${messages.length}`);
      messages.push(sourceMessageId);
      await act((ctx) => record({ ...ctx, sourceMessageId }, kind, one));
    }
  }
}

const refresh = (person: Person, now: Temporal.Instant) =>
  db.transaction(async (tx) => refreshAchievements({ db: tx, now, user: await person.act(async ({ user }) => user) }));

async function keptOf(person: Person) {
  const { rows } = await db.execute<{ kept: string }>(sql`
    select a.key || ' ' || u.occurrence as kept from user_achievements u join achievements a on a.id = u.achievement_id
    where u.user_id = ${person.id} and u.revoked_at is null order by 1`);
  const [statistics] = await db.select().from(userStatistics).where(eq(userStatistics.userId, person.id));
  return { kept: rows.map((row) => row.kept), figures: statistics?.figures, dueAt: statistics?.dueAt };
}

it('what is kept is what follows from the entries, whatever was logged, undone, redone, edited, deleted or moved', async () => {
  const seen = { earned: 0, revoked: 0, restored: 0 };
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const person = await makePerson(db);
      const messages: number[] = [];
      const announced: string[] = [];
      let now = start;
      for (const [i, one] of taken.entries()) {
        now = start.add({ minutes: i });
        await take(person, messages, one, now).catch((error: unknown) => {
          if (!(error instanceof DomainError)) throw error;
        });
        if (!one.isSeen && i < taken.length - 1) continue;
        const { earned, revoked, restored } = await refresh(person, now);
        announced.push(...earned.map(({ key, occurrence }) => `${key} ${occurrence}`));
        seen.earned += earned.length;
        seen.revoked += revoked.length;
        seen.restored += restored.length;
        const again = await refresh(person, now);
        expect([...again.earned, ...again.revoked, ...again.restored]).toEqual([]);
      }
      const kept = await keptOf(person);
      await db.execute(sql`delete from user_achievements where user_id = ${person.id}`);
      await db.execute(sql`delete from user_statistics where user_id = ${person.id}`);
      await refresh(person, now);
      expect(kept).toEqual(await keptOf(person));
      expect(kept.dueAt).toBeNull();
      // Nothing is announced twice, and nothing is kept that was not announced.
      expect(new Set(announced).size).toBe(announced.length);
      expect(kept.kept.filter((one) => !announced.includes(one))).toEqual([]);
    }),
    { numRuns: 20 },
  );
  // The walk has been through all of it.
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0);
});
