import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  checkIns,
  coachingSessions,
  exerciseLogs,
  exerciseSets,
  foods,
  goalMilestones,
  mealItems,
  mealLogs,
  measurements,
  nutritionTargets,
  pauses,
  routines,
  scheduledRoutines,
  userGoals,
  workoutSessions,
} from '../../../db/schema/index.ts';
import { computeStatistics, type Figure } from '../../../src/domain/progress/statistics.ts';
import { findUser } from '../../../src/domain/users/find-user.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson } from '../../support/person.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-06-30T12:00:00Z');
const at = now;
const date = (text: string) => Temporal.PlainDate.from(text);
const dated = { createdAt: at, updatedAt: at };

/** Noon of a day: when what belongs to it is said. */
const noonOf = (day: string) => Temporal.Instant.from(`${day}T12:00:00Z`);

type Fill = (userId: number) => Promise<unknown>;

interface Item {
  kcal: number;
  protein?: number;
  fiber?: number;
  food?: number;
  name?: string;
}

const meal =
  (day: string, items: readonly Item[] = [{ kcal: 300 }], more: object = {}): Fill =>
  async (userId) => {
    const [row] = await db
      .insert(mealLogs)
      .values({ ...{ userId, day: date(day), loggedAt: noonOf(day), timeZone: 'UTC' }, ...dated, ...more })
      .returning({ id: mealLogs.id });
    if (items.length === 0) return;
    await db.insert(mealItems).values(
      items.map(({ kcal, protein = 0, fiber, food, name = 'stew' }, orderIndex) => ({
        ...{ mealLogId: row?.id ?? 0, userId, foodId: food ?? null, foodWords: name, foodName: name, orderIndex },
        ...{ portionRule: 'mass', energyKcal: kcal, proteinG: protein, carbsG: 0, fatG: 0, fiberG: fiber ?? null },
        ...{ nutrients: {}, createdAt: at },
      })),
    );
  };

interface Set {
  reps?: number;
  weightKg?: number;
  distanceM?: number;
  kind?: 'warmup';
}

const training =
  (
    day: string,
    exercises: Readonly<Record<string, readonly Set[]>> = { squat: [{ reps: 5 }] },
    more: object = {},
  ): Fill =>
  async (userId) => {
    const [session] = await db
      .insert(workoutSessions)
      .values({ ...{ userId, day: date(day), loggedAt: noonOf(day), timeZone: 'UTC' }, ...dated, ...more })
      .returning({ id: workoutSessions.id });
    for (const [name, sets] of Object.entries(exercises)) {
      const own = { userId, createdAt: at };
      const [log] = await db
        .insert(exerciseLogs)
        .values({ ...own, workoutSessionId: session?.id ?? 0, exerciseWords: name, exerciseName: name, orderIndex: 0 })
        .returning({ id: exerciseLogs.id });
      for (const [orderIndex, set] of sets.entries())
        await db.insert(exerciseSets).values({ ...own, exerciseLogId: log?.id ?? 0, orderIndex, ...set });
    }
  };

const measured =
  (metric: (typeof measurements.$inferInsert)['metric'], day: string, value: number, time = '12:00'): Fill =>
  (userId) =>
    db.insert(measurements).values({
      ...{ userId, day: date(day), metric, value, typed: { value, unit: null }, timeZone: 'UTC', createdAt: at },
      loggedAt: Temporal.Instant.from(`${day}T${time}:00Z`),
    });

const target =
  (fromDay: string, amounts: { proteinG?: number; fiberG?: number; waterMl?: number }): Fill =>
  (userId) =>
    db.insert(nutritionTargets).values({ userId, fromDay: date(fromDay), ...amounts, ...dated });

const paused =
  (fromDay: string, untilDay: string | null): Fill =>
  (userId) =>
    db.insert(pauses).values({ userId, fromDay: date(fromDay), untilDay: untilDay ? date(untilDay) : null, ...dated });

const goal =
  (
    goalType: (typeof userGoals.$inferInsert)['goalType'],
    status: 'active' | 'completed',
    steps: readonly boolean[],
  ): Fill =>
  async (userId) => {
    const [row] = await db
      .insert(userGoals)
      .values({ ...{ userId, goalType, status, title: 'a goal', startDay: date('2026-03-02') }, ...dated })
      .returning({ id: userGoals.id });
    for (const [orderIndex, isReached] of steps.entries())
      await db
        .insert(goalMilestones)
        .values({ goalId: row?.id ?? 0, userId, title: 'a step', orderIndex, reachedAt: isReached ? at : null });
  };

const checkIn =
  (weekOf: string, isHandedIn = true): Fill =>
  (clientId) =>
    db.insert(checkIns).values({
      ...{ clientId, weekOf: date(weekOf), state: isHandedIn ? 'submitted' : 'open', ...dated },
      submittedAt: isHandedIn ? noonOf(weekOf) : null,
    });

const session =
  (isHeld: boolean): Fill =>
  async (clientId) => {
    const coach = await makePerson(db);
    const own = { clientId, coachId: coach.id, startsAt: at, day: date('2026-03-02') };
    await db.insert(coachingSessions).values({ ...own, completedAt: isHeld ? at : null, ...dated });
  };

const planned =
  (days: readonly string[], isDone: boolean): Fill =>
  async (userId) => {
    const [routine] = await db
      .insert(routines)
      .values({ userId, name: 'Legs', ...dated })
      .returning({ id: routines.id });
    for (const day of days)
      await db.insert(scheduledRoutines).values({
        ...{ userId, routineId: routine?.id ?? 0, day: date(day), completedAt: isDone ? at : null },
        ...dated,
      });
  };

const recipe =
  (name: string, more: object = {}): Fill =>
  (ownerId) =>
    db.insert(foods).values({
      ...{ ownerId, source: 'own', name, energyKcal: 100, proteinG: 0, carbsG: 25, fatG: 0, nutrients: {} },
      ...{ isRecipe: true, ...dated, ...more },
    });

const [banana, rice] = (await db.select({ id: foods.id }).from(foods).limit(2)).map(({ id }) => id);
const days = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => date(from).add({ days: i }).toString());

const monday = '2026-03-02';
const tuesday = '2026-03-03';
const wednesday = '2026-03-04';

/** Each figure: what is on record, and what it comes to. */
const golden: readonly (readonly [Figure, number, string, readonly Fill[]])[] = [
  [
    'meals-logged',
    2,
    'black coffee and water are none',
    [
      meal(monday),
      meal(monday, [{ kcal: 12 }, { kcal: 8 }]),
      meal(monday, [{ kcal: 19 }]),
      meal(monday, [], { waterMl: 500 }),
    ],
  ],
  [
    'days-logged',
    2,
    'a day with nothing but coffee is none',
    [meal(monday), meal(monday), meal(wednesday), meal(tuesday, [{ kcal: 2 }])],
  ],
  [
    'three-meal-days',
    1,
    'the coffee is no third meal',
    [meal(monday), meal(monday), meal(monday), meal(tuesday), meal(tuesday), meal(tuesday, [{ kcal: 2 }])],
  ],
  [
    'breakfasts-logged',
    1,
    'a day counts once',
    [
      meal(monday, [{ kcal: 300 }], { slot: 'breakfast' }),
      meal(monday, [{ kcal: 90 }], { slot: 'breakfast' }),
      meal(tuesday, [{ kcal: 300 }], { slot: 'lunch' }),
      meal(wednesday, [{ kcal: 3 }], { slot: 'breakfast' }),
    ],
  ],
  [
    'protein-target-days',
    2,
    'the newest target of a day counts, over all of the day',
    [
      meal('2026-03-01', [{ kcal: 300, protein: 500 }]),
      target(monday, { proteinG: 100 }),
      target(wednesday, { proteinG: 150 }),
      meal(monday, [{ kcal: 300, protein: 60 }]),
      meal(monday, [{ kcal: 10, protein: 40 }]),
      meal(tuesday, [{ kcal: 300, protein: 99.9 }]),
      meal(wednesday, [{ kcal: 300, protein: 149 }]),
      meal('2026-03-05', [{ kcal: 300, protein: 150 }]),
      target('2026-03-06', { fiberG: 30 }),
      meal('2026-03-07', [{ kcal: 300, protein: 500 }]),
    ],
  ],
  [
    'fiber-target-days',
    2,
    '25 g where none is set',
    [
      meal(monday, [
        { kcal: 300, fiber: 20 },
        { kcal: 100, fiber: 5 },
      ]),
      meal(tuesday, [{ kcal: 300, fiber: 24.9 }]),
      target(wednesday, { fiberG: 10 }),
      meal(wednesday, [{ kcal: 300, fiber: 10 }]),
      meal('2026-03-05', [{ kcal: 300 }]),
    ],
  ],
  [
    'water-target-days',
    3,
    'drunk with meals or told alone, 2 l where none is set, on days with a meal',
    [
      meal(monday, [{ kcal: 300 }], { waterMl: 1500 }),
      meal(monday, [], { waterMl: 500 }),
      meal(tuesday),
      measured('water', tuesday, 1200),
      measured('water', tuesday, 800),
      measured('water', wednesday, 3000),
      target('2026-03-05', { waterMl: 3000 }),
      meal('2026-03-05'),
      measured('water', '2026-03-05', 2999),
      meal('2026-03-06'),
      measured('water', '2026-03-06', 3000),
    ],
  ],
  [
    'all-target-days',
    1,
    'all three on one day',
    [
      target(monday, { proteinG: 50 }),
      meal(monday, [{ kcal: 300, protein: 50, fiber: 25 }], { waterMl: 2000 }),
      meal(tuesday, [{ kcal: 300, protein: 50, fiber: 25 }], { waterMl: 1999 }),
      meal(wednesday, [{ kcal: 300, protein: 49, fiber: 25 }], { waterMl: 2000 }),
    ],
  ],
  [
    'different-foods',
    4,
    'by what they are, or by name where they are gone',
    [
      meal(monday, [
        { kcal: 90, food: banana ?? 0 },
        { kcal: 90, food: rice ?? 0 },
      ]),
      meal(tuesday, [{ kcal: 90, food: banana ?? 0 }]),
      meal(tuesday, [
        { kcal: 90, name: 'Gone soup' },
        { kcal: 1, name: 'gone SOUP' },
      ]),
      meal(wednesday, [{ kcal: 90, name: 'stew' }]),
      meal(wednesday, [{ kcal: 5, name: 'tea' }]),
    ],
  ],
  [
    'own-recipes',
    1,
    'active recipes, not foods',
    [recipe('chili'), recipe('old chili', { isActive: false }), recipe('shake', { isRecipe: false })],
  ],
  [
    'logging-streak-days',
    4,
    'a freeze makes up for a day without adding one',
    [...days('2026-03-02', 3).map((day) => meal(day)), meal('2026-03-06'), meal('2026-03-20')],
  ],
  [
    'training-streak-weeks',
    4,
    'a week with a paused day is passed over, one without breaks',
    [
      training('2026-02-11'),
      training('2026-03-02'),
      training('2026-03-08'),
      training('2026-03-09'),
      paused('2026-03-22', '2026-03-22'),
      training('2026-03-23'),
      training('2026-04-05'),
      training('2026-03-30'),
      training('2026-04-20'),
    ],
  ],
  [
    'check-in-streak-weeks',
    2,
    'an open one is none',
    [checkIn('2026-03-02'), checkIn('2026-03-09'), checkIn('2026-03-16', false), checkIn('2026-03-23')],
  ],
  [
    'workouts-logged',
    2,
    'one without an exercise is none',
    [training(monday), training(monday), training(tuesday, {})],
  ],
  ['planned-workouts-done', 2, 'those completed', [planned([monday, tuesday], true), planned([wednesday], false)]],
  [
    'dawn-workouts',
    2,
    'from four to before seven, where the time is known',
    [
      training(monday, undefined, { time: Temporal.PlainTime.from('04:00') }),
      training(monday, undefined, { time: Temporal.PlainTime.from('06:59') }),
      training(monday, undefined, { time: Temporal.PlainTime.from('07:00') }),
      training(monday, undefined, { time: Temporal.PlainTime.from('03:59') }),
      training(monday),
    ],
  ],
  [
    'sets-done',
    3,
    'without warm-ups',
    [
      training(monday, { squat: [{ reps: 5 }, { reps: 5 }, { reps: 9, kind: 'warmup' }] }),
      training(tuesday, { plank: [{}] }),
    ],
  ],
  [
    'reps-done',
    13,
    'without warm-ups',
    [training(monday, { squat: [{ reps: 5 }, { reps: 8 }, { reps: 9, kind: 'warmup' }], plank: [{}] })],
  ],
  [
    'volume-kg',
    812.5,
    'help on a machine takes nothing away, warm-ups and the body add nothing',
    [
      training(monday, {
        squat: [
          { reps: 5, weightKg: 100 },
          { reps: 3, weightKg: 104.1666 },
          { reps: 9, weightKg: 40, kind: 'warmup' },
        ],
      }),
      training(tuesday, {
        'pull-up': [{ reps: 8 }, { reps: 8, weightKg: -20 }],
        deadlift: [{ reps: 1, weightKg: 0.0002 }],
      }),
    ],
  ],
  [
    'personal-records',
    2,
    'above all days before, the first day of an exercise sets the mark',
    [
      training('2026-03-01', { squat: [{ reps: 5, weightKg: 100 }] }),
      training(monday, { squat: [{ reps: 5, weightKg: 100 }], bench: [{ reps: 5, weightKg: 80 }] }),
      training(tuesday, {
        squat: [
          { reps: 6, weightKg: 100 },
          { reps: 6, weightKg: 101 },
        ],
      }),
      training(wednesday, {
        squat: [
          { reps: 12, weightKg: 100 },
          { reps: 1, weightKg: 119 },
        ],
      }),
      training('2026-03-05', {
        SQUAT: [
          { reps: 1, weightKg: 122 },
          { reps: 5, weightKg: 300, kind: 'warmup' },
        ],
      }),
    ],
  ],
  [
    'exercises-tried',
    2,
    'by name where they are gone',
    [training(monday, { squat: [{}], bench: [{}] }), training(tuesday, { Squat: [{}] })],
  ],
  [
    'training-min',
    75.5,
    'what lasted',
    [
      training(monday, undefined, { durationMin: 45.5 }),
      training(tuesday, undefined, { durationMin: 30 }),
      training(wednesday),
      training(wednesday, {}, { durationMin: 60 }),
    ],
  ],
  [
    'distance-m',
    12500,
    'over all sets',
    [
      training(monday, { run: [{ distanceM: 5000 }, { distanceM: 5000 }] }),
      training(tuesday, { row: [{ distanceM: 2500 }] }),
    ],
  ],
  [
    'longest-distance-m',
    8000.5,
    'of one set',
    [
      training(monday, { run: [{ distanceM: 5000 }, { distanceM: 5000 }] }),
      training(tuesday, { run: [{ distanceM: 8000.5 }] }),
      training(wednesday, { run: [{ distanceM: 100 }] }),
    ],
  ],
  [
    'weigh-ins',
    2,
    'a day counts once',
    [
      measured('weight', monday, 80),
      measured('weight', monday, 81),
      measured('weight', tuesday, 80),
      measured('waist', wednesday, 80),
    ],
  ],
  [
    'weigh-in-weeks',
    2,
    'from Monday to Sunday',
    [measured('weight', monday, 80), measured('weight', '2026-03-08', 80), measured('weight', '2026-03-09', 80)],
  ],
  [
    'trend-days',
    1,
    'five others within the 27 days before',
    [
      ...['2026-03-02', '2026-03-05', '2026-03-10', '2026-03-12', '2026-03-20', '2026-03-29', '2026-04-20'].map((day) =>
        measured('weight', day, 80),
      ),
      measured('weight', '2026-03-29', 81),
    ],
  ],
  ['check-ins', 1, 'those handed in', [checkIn('2026-03-02'), checkIn('2026-03-09', false)]],
  ['coaching-sessions', 1, 'those held', [session(true), session(false)]],
  [
    'goals-reached',
    2,
    'never of weight or intake',
    [
      goal('strength', 'completed', []),
      goal('mood', 'completed', []),
      goal('endurance', 'active', []),
      goal('weight_loss', 'completed', []),
      goal('nutrition', 'completed', []),
    ],
  ],
  [
    'goal-steps-reached',
    2,
    'of the same goals',
    [goal('strength', 'active', [true, true, false]), goal('weight_loss', 'completed', [true])],
  ],
  [
    'days-together',
    7,
    'whole days since they came, none of what was before',
    [
      meal('2026-02-20'),
      meal('2026-03-05'),
      measured('mood', '2026-03-10', 7, '11:59'),
      training('2026-03-09', undefined, { loggedAt: Temporal.Instant.from('2026-03-09T23:00:00Z') }),
    ],
  ],
  [
    'steps-taken',
    15000,
    'the newest of each day',
    [
      measured('steps', monday, 3000, '09:00'),
      measured('steps', monday, 8000, '21:00'),
      measured('steps', monday, 5000, '12:00'),
      measured('steps', tuesday, 7000),
    ],
  ],
  [
    'wellbeing-days',
    2,
    'whatever it says',
    [
      measured('mood', monday, 1),
      measured('stress', monday, 9),
      measured('soreness', tuesday, 5),
      measured('sleep', wednesday, 5),
    ],
  ],
  [
    'nights-logged',
    2,
    'whatever it says',
    [measured('sleep', monday, 4), measured('sleep', tuesday, 9), measured('sleep-quality', wednesday, 5)],
  ],
];

async function figuresOf(userId: number) {
  const user = await findUser(db, userId);
  if (!user) throw new Error('The person is gone');
  return await db.transaction((tx) => computeStatistics({ db: tx, now, user }));
}

describe('every figure', () => {
  it('is looked at below', async () => {
    const nobody = await makePerson(db);
    const none = await figuresOf(nobody.id);
    expect(golden.map(([figure]) => figure).sort()).toEqual(Object.keys(none).sort());
    expect(new Set(Object.values(none))).toEqual(new Set([0]));
  });

  it.each(golden)('%s comes to %d: %s', async (figure, expected, _, fills) => {
    const person = await makePerson(db);
    // Somebody else has the same, which is none of theirs.
    const other = await makePerson(db);
    for (const fill of fills) for (const { id } of [other, person]) await fill(id);
    expect((await figuresOf(person.id))[figure]).toBe(expected);
  });

  it('takes two statements', async () => {
    const person = await makePerson(db);
    await meal(monday)(person.id);
    const user = await findUser(db, person.id);
    if (!user) throw new Error('The person is gone');
    let statements = 0;
    await db.transaction((tx) => {
      const counted = new Proxy(tx, {
        get(of, name) {
          if (name === 'execute') statements += 1;
          return Reflect.get(of, name);
        },
      });
      return computeStatistics({ db: counted, now, user });
    });
    expect(statements).toBe(2);
  });
});
