import { eq, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { mealLogs, measurements, userAchievements, userStatistics, users } from '../../../db/schema/index.ts';
import { achievementNotice } from '../../../src/bots/notices/achievement.ts';
import { plainText } from '../../../src/bots/text.ts';
import type { Transaction } from '../../../src/domain/context.ts';
import { undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { logMeals } from '../../../src/domain/meals/log-meals.ts';
import { achievementStanding } from '../../../src/domain/progress/achievement-standing.ts';
import { earnedTimes } from '../../../src/domain/progress/earned-times.ts';
import { markStatisticsDue } from '../../../src/domain/progress/mark-statistics-due.ts';
import { type ChangedAchievement, refreshAchievements } from '../../../src/domain/progress/refresh-achievements.ts';
import { findUser } from '../../../src/domain/users/find-user.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-03-02T12:00:00Z');
const today = Temporal.PlainDate.from('2026-03-02');

async function refresh(person: Person, at = now) {
  const user = await findUser(db, person.id);
  if (!user) throw new Error('The person is gone');
  return await db.transaction((tx) => refreshAchievements({ db: tx, now: at, user }));
}

const keys = (changed: readonly ChangedAchievement[]) =>
  changed.map(({ key, occurrence }) => (occurrence > 1 ? `${key} ${occurrence}` : key)).sort();

const eat = (person: Person, day = today) =>
  person.act((ctx) => {
    const stated = { energyKcal: 300, proteinG: null, carbsG: null, fatG: null };
    const item = { foodId: null, stated, words: 'stew', quantity: null, unit: null, grams: null };
    const items = [{ ...item, portionRule: 'stated', isAmountAssumed: false }];
    return logMeals(ctx, [{ slot: 'lunch', day, isDaySaid: true, time: null, items, waterMl: null }]);
  });

/** Meals that were there before anybody counted: one a day, up to the day before `today`. */
const diary = (userId: number, days: number, on: Transaction | typeof db = db) =>
  on.execute(sql`
    with day as (
      select ${today.toString()}::date - i as day, (${today.toString()}::date - i) + interval '12 hours' as at
      from generate_series(1, ${days}::int) i
    ), meal as (
      insert into meal_logs (user_id, day, logged_at, time_zone, created_at, updated_at)
      select ${userId}, day, at, 'UTC', at, at from day order by day returning id, logged_at
    )
    insert into meal_items (meal_log_id, user_id, food_words, food_name, portion_rule, order_index, energy_kcal, protein_g,
      carbs_g, fat_g, nutrients, created_at)
    select id, ${userId}, 'stew', 'stew', 'stated', 0, 300, 0, 0, 0, '{}', logged_at from meal`);

/** Whether a transaction waits for another of this database. */
async function isSomebodyWaiting(): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select from pg_locks l join pg_stat_activity a using (pid) where not granted and a.datname = current_database()`);
  return rows.length > 0;
}

const lastOne = { actionId: null, sourceMessageId: null };

describe('an achievement', () => {
  it('is earned once, with its evidence, goes when that is undone, and comes back without a word', async () => {
    const person = await makePerson(db);
    await eat(person);
    expect(keys((await refresh(person)).earned)).toEqual(['first-meal']);
    expect(keys((await refresh(person)).earned)).toEqual([]);
    const [row] = await db.select().from(userAchievements).where(eq(userAchievements.userId, person.id));
    expect(row?.evidence).toEqual({ figure: 'meals-logged', value: 1, threshold: 1, day: '2026-03-02' });
    await person.act((ctx) => undoAction(ctx, lastOne));
    expect(keys((await refresh(person)).revoked)).toEqual(['first-meal']);
    const gone = await person.act(achievementStanding);
    expect(gone.earned).toEqual([]);
    await eat(person, today.subtract({ days: 1 }));
    const again = await refresh(person, now.add({ hours: 1 }));
    expect([keys(again.earned), keys(again.restored)]).toEqual([[], ['first-meal']]);
    const [kept] = await db.select().from(userAchievements).where(eq(userAchievements.userId, person.id));
    expect([kept?.revokedAt, kept?.day.toString(), kept?.id]).toEqual([null, '2026-03-01', row?.id]);
  });

  it('that repeats is earned at each multiple, on the day it was reached, and no further than that', async () => {
    const person = await makePerson(db);
    await diary(person.id, 21);
    const { earned } = await refresh(person);
    const weeks = earned.filter(({ key }) => key === 'week-streak');
    expect(weeks.map(({ occurrence, day, threshold }) => [occurrence, day.toString(), threshold])).toEqual([
      [1, '2026-02-15', 7],
      [2, '2026-02-22', 14],
      [3, '2026-03-01', 21],
    ]);
    await db.delete(mealLogs).where(eq(mealLogs.day, today.subtract({ days: 1 })));
    expect(keys((await refresh(person)).revoked)).toEqual(['week-streak 3']);
  });

  it('is earned as often as its figure says, up to what a life can hold', () => {
    const repeatable = { value: 7, isRepeatable: true };
    expect([0, 6.9, 7, 20, 21].map((figure) => earnedTimes(figure, repeatable))).toEqual([0, 0, 1, 2, 3]);
    expect(earnedTimes(1e12, repeatable)).toBe(10_000);
    expect([0.5, 1, 900].map((figure) => earnedTimes(figure, { value: 1, isRepeatable: false }))).toEqual([0, 1, 1]);
  });

  it('waits while somebody is in gentle mode, though what is undone goes', async () => {
    const person = await makePerson(db);
    await eat(person);
    await refresh(person);
    await db.update(users).set({ isGentle: true }).where(eq(users.id, person.id));
    await db.insert(measurements).values({
      ...{ userId: person.id, day: today, metric: 'weight', value: 80, typed: { value: 80, unit: 'kg' } },
      ...{ loggedAt: now, timeZone: 'UTC', createdAt: now },
    });
    expect(keys((await refresh(person)).earned)).toEqual([]);
    const standing = await person.act(achievementStanding);
    expect([standing.isGentle, standing.earned.length, standing.next]).toEqual([true, 1, []]);
    await person.act((ctx) => undoAction(ctx, lastOne));
    expect(keys((await refresh(person)).revoked)).toEqual(['first-meal']);
    const due = () =>
      db.select({ at: userStatistics.dueAt }).from(userStatistics).where(eq(userStatistics.userId, person.id));
    expect(await due()).toEqual([{ at: null }]);
    await db.update(users).set({ isGentle: false }).where(eq(users.id, person.id));
    expect(await due()).toEqual([{ at: expect.anything() }]);
    expect(keys((await refresh(person)).earned)).toEqual(['first-weigh-in']);
  });

  it('misses nothing that is recorded while it is worked out', async () => {
    const person = await makePerson(db);
    await refresh(person);
    const early = await db.transaction(async (tx) => {
      await diary(person.id, 1, tx);
      const started = refresh(person);
      await expect.poll(isSomebodyWaiting, { timeout: 10_000 }).toBe(true);
      return { started };
    });
    expect(keys((await early.started).earned)).toEqual(['first-meal']);
  });
});

describe('the figures kept', () => {
  const dueOf = async ({ id }: Person) =>
    (await db.select().from(userStatistics).where(eq(userStatistics.userId, id)))[0]?.dueAt ?? null;

  it('fall due with every change, and are settled by looking', async () => {
    const person = await makePerson(db);
    await eat(person);
    expect(await dueOf(person)).not.toBeNull();
    await refresh(person);
    expect(await dueOf(person)).toBeNull();
  });

  it('fall due once for all when the rules or the catalogue changed, and for those never looked at', async () => {
    const [known, never] = [await makePerson(db), await makePerson(db)];
    for (const person of [known, never]) await eat(person);
    await markStatisticsDue(db, now);
    for (const person of [known, never]) await refresh(person);
    await db.execute(sql`delete from user_statistics where user_id = ${never.id}`);
    expect(await markStatisticsDue(db, now)).toBe(1);
    expect([await dueOf(known), await dueOf(never)]).toEqual([null, now]);
    await refresh(never);

    expect(await markStatisticsDue(db, now)).toBe(0);
    await db.execute(sql`update user_statistics set version = 0 where user_id = ${known.id}`);
    expect(await markStatisticsDue(db, now)).toBe(1);
    await refresh(known);

    await db.execute(sql`update achievements set condition_value = 2 where key = 'first-meal'`);
    expect(await markStatisticsDue(db, now)).toBeGreaterThanOrEqual(2);
    expect(keys((await refresh(known)).revoked)).toEqual(['first-meal']);
    await db.execute(sql`update achievements set condition_value = 1 where key = 'first-meal'`);
  });
});

describe('what is said of it', () => {
  it('names it, how rare it is and what it was earned by', async () => {
    const person = await makePerson(db);
    await eat(person);
    const { earned } = await refresh(person);
    const notice = achievementNotice(earned, 'metric');
    expect(notice).toMatchObject({ title: 'First Bite', type: 'achievement', key: `achievements-${earned[0]?.id}` });
    expect(plainText(notice.text)).toBe(
      'First Bite (common)\nYou logged your first meal. The hardest one is behind you.\nFor 1 meal logged.',
    );
  });

  it('is one message for years of entries, the rarest first', async () => {
    const person = await makePerson(db);
    await diary(person.id, 400);
    const { earned } = await refresh(person);
    expect(earned.length).toBeGreaterThan(60);
    const text = plainText(achievementNotice(earned, 'metric').text).split('\n');
    expect(text).toEqual([
      expect.stringMatching(/^1\d achievements$/),
      'Four Seasons (legendary): 365 days logged in a row',
      'Part of the Furniture, 4 times now (epic): 400 days logged in a row',
      expect.stringMatching(/\(rare\)/),
      expect.stringMatching(/\(rare\)/),
      expect.stringMatching(/\(rare\)/),
      expect.stringMatching(/^And \d more: achievements shows them all\.$/),
    ]);
  });

  it('says distances and loads in the units of whoever reads it', () => {
    const one = { id: 1, key: 'k', name: 'N', description: 'D.', rarity: 'rare', isRepeatable: false } as const;
    const said = (figure: ChangedAchievement['figure'], threshold: number, units: 'metric' | 'us') =>
      plainText(achievementNotice([{ ...one, occurrence: 1, day: today, figure, threshold }], units).text).split(
        '\n',
      )[2];
    expect(said('longest-distance-m', 21_097.5, 'metric')).toBe('For 21.1 km in one go.');
    expect(said('longest-distance-m', 42_195, 'us')).toBe('For 26.2 mi in one go.');
    expect(said('volume-kg', 6000, 'metric')).toBe('For 6,000 kg lifted.');
    expect(said('volume-kg', 1000, 'us')).toBe('For 2,205 lb lifted.');
    expect(said('training-min', 6000, 'us')).toBe('For 100 hours of training.');
  });
});

describe('where somebody stands', () => {
  it('is what is earned, the nearest few, and how many are hidden, but not which', async () => {
    const person = await makePerson(db);
    await diary(person.id, 18);
    await refresh(person);
    const { earned, next, hiddenCount } = await person.act(achievementStanding);
    expect(earned.map(({ name, times }) => `${name} ${times}`)).toContain('Seven for Seven 2');
    expect(next.map(({ name, reached, threshold }) => `${name}: ${reached}/${threshold}`)).toEqual([
      'Seven for Seven: 18/21',
      'Table for a Hundred: 18/100',
      'A Hundred Pages: 18/100',
      'Open Mouth, Open Mind: 1/50',
    ]);
    const { rows } = await db.execute<{ name: string }>(sql`select name from achievements where is_hidden`);
    const hidden = new Set(rows.map(({ name }) => name));
    expect(hiddenCount).toBe(hidden.size);
    expect(next.filter(({ name }) => hidden.has(name))).toEqual([]);
  });
});
