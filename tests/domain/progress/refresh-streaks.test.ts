import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { mealItems, mealLogs, pauses, streaks, users } from '../../../db/schema/index.ts';
import { logMeasurements } from '../../../src/domain/body/log-measurements.ts';
import { redoAction, undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { logMeals } from '../../../src/domain/meals/log-meals.ts';
import { endPause } from '../../../src/domain/pauses/end-pause.ts';
import { setPause } from '../../../src/domain/pauses/set-pause.ts';
import { refreshStreaks } from '../../../src/domain/progress/refresh-streaks.ts';
import { noteStreakWarned, streakAtRisk } from '../../../src/domain/progress/streak-at-risk.ts';
import { streakStanding } from '../../../src/domain/progress/streak-standing.ts';
import { logWorkouts } from '../../../src/domain/training/log-workout.ts';
import { changeSettings } from '../../../src/domain/users/settings.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const monday = Temporal.PlainDate.from('2026-03-02');
const last = { actionId: null, sourceMessageId: null };
const at = (day: Temporal.PlainDate, clock: string) =>
  day.toZonedDateTime({ timeZone: 'Europe/Madrid', plainTime: clock }).toInstant();

/** Logs a meal of a day, told at that moment. */
const eat = (person: Person, day: Temporal.PlainDate, told = at(day, '12:00'), energyKcal = 300) =>
  person.act((ctx) => {
    const stated = { energyKcal, proteinG: null, carbsG: null, fatG: null };
    const amount = { quantity: null, unit: null, grams: null, portionRule: 'stated', isAmountAssumed: false };
    const items = [{ foodId: null, stated, words: 'stew', ...amount }];
    return logMeals(ctx, [{ slot: null, day, isDaySaid: true, time: null, items, waterMl: null }]);
  }, told);

const refresh = (person: Person, now: Temporal.Instant) => person.act((ctx) => refreshStreaks(ctx), now);
const kept = async (person: Person) => {
  const rows = await db.select().from(streaks).where(eq(streaks.userId, person.id)).orderBy(streaks.kind);
  return rows.map(({ kind, currentDays, bestDays, startedDay, lastDoneDay, freezes, strength }) =>
    [
      kind,
      currentDays,
      bestDays,
      startedDay?.toString() ?? null,
      lastDoneDay?.toString() ?? null,
      freezes,
      strength,
    ].join(' '),
  );
};
const read = async (person: Person, now: Temporal.Instant) =>
  (await person.act((ctx) => streakStanding(ctx), now)).streaks;

/** The run of logged days told plainly, from the rows: what `refreshStreaks` has to keep. */
async function toldPlainly(person: Person, now: Temporal.Instant): Promise<string[]> {
  const items = await db.select().from(mealItems).where(eq(mealItems.userId, person.id));
  const meals = (await db.select().from(mealLogs).where(eq(mealLogs.userId, person.id))).filter(
    ({ id }) => items.filter(({ mealLogId }) => mealLogId === id).reduce((sum, one) => sum + one.energyKcal, 0) >= 20,
  );
  const rests = await db.select().from(pauses).where(eq(pauses.userId, person.id));
  const clock = now.toZonedDateTimeISO('Europe/Madrid').subtract({ hours: 3 }).toPlainDate();
  const days = [...new Set(meals.map(({ day }) => day.toString()))].sort();
  if (!days[0]) return [];
  let [current, best, freezes, strength] = [0, 0, 2, 0];
  let [started, lastDone]: (string | null)[] = [null, null];
  const keep = 0.5 ** (1 / 13);
  for (
    let day = Temporal.PlainDate.from(days[0]);
    Temporal.PlainDate.compare(day, clock) <= 0;
    day = day.add({ days: 1 })
  ) {
    const end = at(day.add({ days: 1 }), '03:00').epochMilliseconds;
    const isDone = meals.some((one) => one.day.equals(day) && one.loggedAt.epochMilliseconds <= end + 48 * 3_600_000);
    const isPaused = rests.some(({ fromDay, untilDay }) => {
      const isAfter = Temporal.PlainDate.compare(day, fromDay) >= 0;
      return isAfter && (!untilDay || Temporal.PlainDate.compare(day, untilDay) <= 0);
    });
    if (isDone) {
      current++;
      best = Math.max(best, current);
      started ??= day.toString();
      lastDone = day.toString();
      if (current % 10 === 0) freezes = Math.min(3, freezes + 1);
      strength = strength * keep + 1 - keep;
    } else if (!isPaused && now.epochMilliseconds >= end + 6 * 3_600_000) {
      strength *= keep;
      if (current > 0 && freezes > 0) freezes--;
      else [current, started] = [0, null];
    }
  }
  if (!lastDone) return [];
  return [['logging', current, best, started, lastDone, freezes, Math.round(strength * 1e6) / 1e6].join(' ')];
}

/** A small generator that gives the same numbers every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('streaks that are kept', () => {
  it.each([1, 2])(
    'are what the entries say, whatever was logged, told late, undone, redone and paused: %i',
    async (seed) => {
      const person = await makePerson(db);
      const next = numbers(seed);
      const tolerant = async (run: () => Promise<unknown>) => run().catch(() => null);
      for (let n = 0; n < 48; n++) {
        const today = monday.add({ days: n });
        const now = at(today, ['04:00', '10:00', '22:00'][next(3)] ?? '10:00');
        const some = next(12);
        if (some < 6) await eat(person, today, now);
        else if (some === 6) await eat(person, today, now, 5);
        else if (some === 7) await eat(person, today.subtract({ days: 1 + next(4) }), now);
        else if (some === 8) await tolerant(() => person.act((ctx) => undoAction(ctx, last), now));
        else if (some === 9) await tolerant(() => person.act((ctx) => redoAction(ctx, last), now));
        else if (some === 10) {
          const [from, until] = [today.subtract({ days: next(3) }), next(2) ? today.add({ days: next(4) }) : null];
          await person.act((ctx) => setPause(ctx, { from, until, reason: null }), now);
        } else await person.act((ctx) => endPause(ctx), now);
        if (next(2)) await refresh(person, now);
        if (n % 6 === 5) {
          await refresh(person, now);
          const plainly = await toldPlainly(person, now);
          expect(await kept(person)).toEqual(plainly);
          await refresh(person, now);
          expect(await kept(person)).toEqual(plainly);
        }
      }
    },
  );

  it('show a missed day though nobody wrote anything', async () => {
    const person = await makePerson(db);
    for (const n of [0, 1, 2, 3]) await eat(person, monday.add({ days: n }));
    await refresh(person, at(monday.add({ days: 3 }), '13:00'));
    const before = await kept(person);
    const later = at(monday.add({ days: 7 }), '12:00');
    const [streak] = await read(person, later);
    expect([streak?.current, streak?.best, streak?.freezes]).toEqual([0, 4, 0]);
    expect(streak?.recent.map(({ state }) => state).slice(-4)).toEqual(['frozen', 'frozen', 'missed', 'open']);
    expect(streak?.repair?.days.map(String)).toEqual(['2026-03-07', '2026-03-08']);
    expect(streak?.repair).toMatchObject({ before: at(monday.add({ days: 8 }), '03:00'), current: 6, freezes: 1 });
    expect(await kept(person)).toEqual(before);
    await refresh(person, later);
    expect((await kept(person))[0]).toMatch(/^logging 0 4 /);
  });

  it('go when nothing is left of them, and come back with it', async () => {
    const person = await makePerson(db);
    await eat(person, monday);
    const now = at(monday, '13:00');
    await refresh(person, now);
    expect(await kept(person)).toHaveLength(1);
    await person.act((ctx) => undoAction(ctx, last), now);
    await refresh(person, now);
    expect(await kept(person)).toEqual([]);
    await person.act((ctx) => redoAction(ctx, last), now);
    await refresh(person, now);
    expect(await kept(person)).toHaveLength(1);
  });

  it('count workouts by the week, and nothing for weighing less or eating little', async () => {
    const person = await makePerson(db);
    const set = {
      ...{ kind: 'working' as const, reps: 5, weightKg: 100, durationS: null, distanceM: null },
      ...{ loadValue: 100, loadUnit: 'kg', rpe: null, rir: null, restS: null },
    };
    const workout = (day: Temporal.PlainDate, isEmpty = false) =>
      person.act(
        (ctx) => {
          const exercises = isEmpty ? [] : [{ exerciseId: null, words: 'yoke', superset: null, sets: [set] }];
          return logWorkouts(ctx, [{ title: 'gym', day, isDaySaid: true, time: null, durationMin: 45, exercises }]);
        },
        at(day, '18:00'),
      );
    await workout(monday);
    await workout(monday.add({ days: 8 }));
    const measured = { day: monday, isDaySaid: false, metric: 'weight' as const, value: 80, value2: null };
    await person.act(
      (ctx) => logMeasurements(ctx, [{ ...measured, typed: { value: 80, unit: 'kg' } }]),
      at(monday, '08:00'),
    );
    await refresh(person, at(monday.add({ days: 9 }), '12:00'));
    expect((await kept(person)).map((row) => row.split(' ').slice(0, 3).join(' '))).toEqual(['training 2 2']);
  });

  it('call no journey that the zone was unknown at first', async () => {
    const person = await makePerson(db);
    await db.update(users).set({ timeZone: null }).where(eq(users.id, person.id));
    await eat(person, monday);
    await db.update(mealLogs).set({ timeZone: 'UTC' }).where(eq(mealLogs.userId, person.id));
    await person.act((ctx) => changeSettings(ctx, { timeZone: 'Pacific/Auckland' }), at(monday, '12:00'));
    await db.update(users).set({ timeZone: 'Europe/Madrid' }).where(eq(users.id, person.id));
    const now = at(monday.add({ days: 2 }), '12:00');
    const [streak] = await read(person, now);
    expect(streak?.recent.map(({ state }) => state)).toEqual(['done', 'frozen', 'open']);
  });
});

describe('a streak at risk', () => {
  const evening = at(monday.add({ days: 3 }), '21:00');
  const risk = async (person: Person, now = evening) => person.act((ctx) => streakAtRisk(ctx), now);
  const threeDays = async () => {
    const person = await makePerson(db);
    for (const n of [0, 1, 2]) await eat(person, monday.add({ days: n }));
    return person;
  };

  it('is told with the hours that are left', async () => {
    const found = await risk(await threeDays());
    expect(found?.day.toString()).toBe('2026-03-05');
    expect(found?.streaks).toEqual([
      {
        kind: 'logging',
        unit: 'day',
        current: 3,
        freezes: 2,
        endsAt: at(monday.add({ days: 4 }), '03:00'),
        hoursLeft: 6,
      },
    ]);
  });

  it('is told once', async () => {
    const person = await threeDays();
    await refresh(person, evening);
    await person.act((ctx) => noteStreakWarned(ctx, monday.add({ days: 3 }), ['logging']), evening);
    expect(await risk(person)).toBeNull();
    await eat(person, monday.add({ days: 3 }), at(monday.add({ days: 3 }), '22:00'));
    expect(await risk(person, evening.add({ hours: 24 }))).not.toBeNull();
  });

  it.each<[string, (person: Person) => Promise<unknown>]>([
    ['something is logged', (person) => eat(person, monday.add({ days: 3 }), evening)],
    [
      'the day is paused',
      (person) =>
        person.act((ctx) => setPause(ctx, { from: monday.add({ days: 3 }), until: null, reason: null }), evening),
    ],
    ['they are in gentle mode', (person) => db.update(users).set({ isGentle: true }).where(eq(users.id, person.id))],
    ['the run is of two days', (person) => person.act((ctx) => undoAction(ctx, last), evening)],
  ])('is not when %s', async (_, change) => {
    const person = await threeDays();
    await change(person);
    expect(await risk(person)).toBeNull();
  });

  it('is not told with less than two hours left', async () => {
    const person = await threeDays();
    expect(await risk(person, at(monday.add({ days: 4 }), '01:00'))).not.toBeNull();
    expect(await risk(person, at(monday.add({ days: 4 }), '01:01'))).toBeNull();
  });
});
