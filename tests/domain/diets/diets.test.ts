import { and, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  clientDietAssignments,
  coachings,
  dietTemplateVersions,
  foods,
  mealItems,
  mealLogs,
  nutritionTargets,
  userDailyMealPlans,
  users,
} from '../../../db/schema/index.ts';
import { clientOf } from '../../../src/domain/coaching/clients.ts';
import { undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { assignDiet, endDiet } from '../../../src/domain/diets/assign-diet.ts';
import { holdersOf } from '../../../src/domain/diets/assignments.ts';
import { compareDiets } from '../../../src/domain/diets/compare-diets.ts';
import type { Diet, DietMeal } from '../../../src/domain/diets/diet.ts';
import { eatPlanned } from '../../../src/domain/diets/eat-planned.ts';
import { archiveDiet, dietsOf, dietVersion, findDiet } from '../../../src/domain/diets/find-diet.ts';
import { keepDiet } from '../../../src/domain/diets/keep-diet.ts';
import { planAdherence } from '../../../src/domain/diets/plan-adherence.ts';
import { plansOver } from '../../../src/domain/diets/plan-of-day.ts';
import { plannedMeals } from '../../../src/domain/diets/planned-meals.ts';
import { setOwnPlan } from '../../../src/domain/diets/set-own-plan.ts';
import { settlePlan } from '../../../src/domain/diets/settle-plan.ts';
import { keepOwnFood } from '../../../src/domain/foods/keep-own-food.ts';
import { setTarget } from '../../../src/domain/goals/set-target.ts';
import { targetFor } from '../../../src/domain/goals/target-for.ts';
import { logMeals } from '../../../src/domain/meals/log-meals.ts';
import { changeHealth } from '../../../src/domain/users/change-health.ts';
import { findUser } from '../../../src/domain/users/find-user.ts';
import { coached } from '../../support/coached.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
/** In March 2026; the 2nd is a Monday. */
const day = (n: number) => Temporal.PlainDate.from({ year: 2026, month: 3, day: n });
const noon = (n: number) => day(n).toZonedDateTime({ timeZone: 'Europe/Madrid', plainTime: '12:00' }).toInstant();
const last = { actionId: null, sourceMessageId: null };

const foodCalled = async (slug: string) => {
  const [row] = await db.select({ id: foods.id }).from(foods).where(eq(foods.slug, slug));
  return row?.id ?? 0;
};
const [rice, tofu] = [await foodCalled('rice'), await foodCalled('tofu')];

const food = (words: string, foodId: number, grams: number, more = {}) => ({
  ...{ words, foodId, quantity: grams, unit: 'g', grams, portionRule: 'mass', ...more },
});
const meal = (slot: string, weekday: number | null = null, grams = 200): DietMeal => ({
  ...{ weekday, slot, text: `${grams} g rice`, items: [food('rice', rice, grams)] },
});
const dietOf = (meals: DietMeal[], energyKcal: number | null = null): Diet => ({
  description: null,
  targets: energyKcal === null ? null : { energyKcal, proteinG: 120, carbsG: null, fatG: null },
  meals,
});

/** A coach with a client whose food they may see, and change unless told. */
async function pair(canWrite: 'food'[] = ['food']): Promise<{ coach: Person; client: Person }> {
  const [made, client] = [await makePerson(db), await makePerson(db)];
  await coached(db, made, client, 'Anna Berg', ['food']);
  await db.update(coachings).set({ canWrite }).where(eq(coachings.clientId, client.id));
  const user = await findUser(db, made.id);
  if (!user) throw new Error('Nobody is there');
  return { coach: { id: made.id, act: (run, at) => made.act((ctx) => run({ ...ctx, user }), at) }, client };
}

const keep = (coach: Person, diet: Diet, name = 'Lean cut', text = 'as written') =>
  coach.act((ctx) => keepDiet(ctx, name, text, diet));

/** Gives the newest version of the coach's diet to the client, asked for on a day. */
const give = (
  coach: Person,
  client: Person,
  { from, weeks = null, on = from }: { from: number; weeks?: number | null; on?: number },
  name = 'Lean cut',
) =>
  coach.act(async (ctx) => {
    const known = await clientOf(ctx, client.id);
    if (!known) throw new Error('No client');
    const diet = await findDiet(ctx, name);
    return assignDiet(ctx, { client: known.user, clientName: known.name, diet, fromDay: day(from), weeks });
  }, noon(on));

const end = (coach: Person, client: Person, on: number) =>
  coach.act(async (ctx) => {
    const known = await clientOf(ctx, client.id);
    if (!known) throw new Error('No client');
    return endDiet(ctx, known.user, known.name, day(on));
  }, noon(on));

const textsOn = async (person: Person, n: number, on = n) =>
  (await person.act((ctx) => plansOver(ctx, [day(n)]), noon(on)))[0]?.meals.map(({ slot, text }) => `${slot}: ${text}`);
const rowsOf = (person: Person) =>
  db
    .select()
    .from(userDailyMealPlans)
    .where(eq(userDailyMealPlans.userId, person.id))
    .orderBy(userDailyMealPlans.weekday);
const eatAll = (person: Person, n: number, slots: string[] | null = null, more = {}) =>
  person.act(
    (ctx) => eatPlanned(ctx, { day: day(n), isDaySaid: false, slots, option: 0, swaps: [], ...more }),
    noon(n),
  );
const targetOn = (person: Person, n: number) => person.act((ctx) => targetFor(ctx, day(n)), noon(n));

describe('a diet template', () => {
  it('is kept in versions that never change', async () => {
    const { coach } = await pair();
    const first = await keep(coach, dietOf([meal('lunch')], 1800));
    const second = await keep(coach, dietOf([meal('lunch'), meal('dinner')], 1900), 'LEAN CUT', 'written anew');
    expect([first.version, second.version]).toEqual([1, 2]);
    expect(second.before?.meals).toHaveLength(1);
    const [one, two] = await db
      .select()
      .from(dietTemplateVersions)
      .where(eq(dietTemplateVersions.templateId, first.templateId))
      .orderBy(dietTemplateVersions.version);
    expect([one?.sourceText, two?.sourceText]).toEqual(['as written', 'written anew']);
    expect(one?.targetMacros).toEqual({ energyKcal: 1800, proteinG: 120, carbsG: null, fatG: null });
    expect((await coach.act((ctx) => dietVersion(ctx, first.templateId, 1))).diet.meals).toEqual([meal('lunch')]);
  });

  it('stays the version it is when nothing of it has changed', async () => {
    const { coach } = await pair();
    await keep(coach, dietOf([meal('lunch')], 1800));
    expect((await keep(coach, dietOf([meal('lunch')], 1800))).version).toBe(1);
  });

  it('is found by a part of its name and by a mistyped one, and named where it is not', async () => {
    const { coach } = await pair();
    await keep(coach, dietOf([meal('lunch')]));
    const named = (name: string) => coach.act(async (ctx) => (await findDiet(ctx, name)).name);
    expect([await named('lean'), await named('laen cut')]).toEqual(['Lean cut', 'Lean cut']);
    await expect(named('bulk')).rejects.toThrow('Yours: Lean cut.');
  });

  it('is only its coach’s', async () => {
    const { coach, client } = await pair();
    const { templateId } = await keep(coach, dietOf([meal('lunch')]));
    expect(await client.act(dietsOf)).toEqual([]);
    await expect(client.act((ctx) => dietVersion(ctx, templateId))).rejects.toThrow('gone');
    const other = (await pair()).coach;
    await expect(other.act((ctx) => dietVersion(ctx, templateId))).rejects.toThrow('gone');
  });

  it('is not for whoever is no coach', async () => {
    const { client } = await pair();
    await expect(keep(client, dietOf([meal('lunch')]))).rejects.toThrow('for coaches');
  });

  it('is put away without leaving those who have it', async () => {
    const { coach, client } = await pair();
    const { templateId } = await keep(coach, dietOf([meal('lunch')]));
    await give(coach, client, { from: 2 });
    await coach.act(async (ctx) => archiveDiet(ctx, await dietVersion(ctx, templateId)));
    expect(await coach.act(dietsOf)).toEqual([]);
    expect(await textsOn(client, 3)).toEqual(['lunch: 200 g rice']);
  });
});

describe('what differs between two diets', () => {
  it('is told by what is eaten, the same change of several days once', () => {
    const before = dietOf([meal('lunch'), meal('dinner')], 1800);
    const after = dietOf([meal('lunch', null, 150), meal('dinner'), meal('snack', 1), meal('snack', 2)], 1900);
    const difference = compareDiets(before, after);
    expect(difference.meals).toEqual([
      { days: 'Every day', slot: 'lunch', before: '200 g rice', after: '150 g rice' },
      { days: 'Monday, Tuesday', slot: 'snack', before: null, after: '200 g rice' },
    ]);
    expect(difference.targets?.after?.energyKcal).toBe(1900);
  });
});

describe('a diet that is given', () => {
  it('becomes the client’s plan by weekday and slot, and their target', async () => {
    const { coach, client } = await pair();
    await keep(coach, dietOf([meal('lunch'), meal('lunch', 7, 300), meal('snack', 1)], 1800));
    await give(coach, client, { from: 2 });
    const rows = await rowsOf(client);
    expect(rows.map(({ weekday, slot, text }) => [weekday, slot, text])).toEqual([
      ...[1, 1].map((weekday, i) => [weekday, i === 0 ? 'lunch' : 'snack', '200 g rice']),
      ...[2, 3, 4, 5, 6].map((weekday) => [weekday, 'lunch', '200 g rice']),
      [7, 'lunch', '300 g rice'],
    ]);
    expect(rows.every(({ setById, items }) => setById === coach.id && items[0]?.grams)).toBe(true);
    expect(await targetOn(client, 2)).toMatchObject({ energyKcal: 1800, proteinG: 120 });
    const [row] = await db.select().from(nutritionTargets).where(eq(nutritionTargets.userId, client.id));
    expect(row?.setById).toBe(coach.id);
  });

  it('holds from its day for its weeks, also when nobody is there', async () => {
    const { coach, client } = await pair();
    await client.act(
      (ctx) =>
        setTarget(ctx, { energyKcal: 2000, proteinG: null, carbsG: null, fatG: null, fiberG: null, waterMl: 2000 }),
      noon(1),
    );
    await keep(coach, dietOf([meal('lunch')], 1800));
    await give(coach, client, { from: 9, weeks: 1, on: 2 });
    expect(await rowsOf(client)).toEqual([]);
    expect([
      await textsOn(client, 8),
      await textsOn(client, 9, 2),
      await textsOn(client, 15),
      await textsOn(client, 16),
    ]).toEqual([[], ['lunch: 200 g rice'], ['lunch: 200 g rice'], []]);
    await client.act(settlePlan, noon(9));
    expect(await rowsOf(client)).toHaveLength(7);
    await client.act(settlePlan, noon(16));
    expect(await rowsOf(client)).toEqual([]);
    const energy = async (n: number) => (await targetOn(client, n))?.energyKcal;
    expect([await energy(8), await energy(9), await energy(15), await energy(16)]).toEqual([2000, 1800, 1800, 2000]);
    expect((await targetOn(client, 10))?.waterMl).toBe(2000);
  });

  it('takes the place of the one before from its day on', async () => {
    const { coach, client } = await pair();
    await keep(coach, dietOf([meal('lunch')]), 'First');
    await keep(coach, dietOf([meal('dinner')]), 'Second');
    await give(coach, client, { from: 2 }, 'First');
    await give(coach, client, { from: 9, on: 3 }, 'Second');
    expect([await textsOn(client, 8, 3), await textsOn(client, 9, 3)]).toEqual([
      ['lunch: 200 g rice'],
      ['dinner: 200 g rice'],
    ]);
    await give(coach, client, { from: 3 }, 'Second');
    await give(coach, client, { from: 3 }, 'First');
    expect(await textsOn(client, 3)).toEqual(['lunch: 200 g rice']);
  });

  it('leaves the version somebody has as it is until they are moved', async () => {
    const { coach, client } = await pair();
    const { templateId } = await keep(coach, dietOf([meal('lunch')]));
    await give(coach, client, { from: 2 });
    await keep(coach, dietOf([meal('lunch', null, 150)]));
    expect(await textsOn(client, 3)).toEqual(['lunch: 200 g rice']);
    const held = await coach.act((ctx) => holdersOf(ctx, { templateId }));
    expect(held.map(({ clientId, version }) => [clientId, version])).toEqual([[client.id, 1]]);
    await give(coach, client, { from: 3 });
    expect([await textsOn(client, 2), await textsOn(client, 3)]).toEqual([
      ['lunch: 200 g rice'],
      ['lunch: 150 g rice'],
    ]);
  });

  it('needs the client’s leave to change their food', async () => {
    const { coach, client } = await pair([]);
    await keep(coach, dietOf([meal('lunch')]));
    await expect(give(coach, client, { from: 2 })).rejects.toThrow('Anna Berg has not agreed');
    await expect(end(coach, client, 2)).rejects.toThrow('has not agreed');
    expect(await db.select().from(clientDietAssignments).where(eq(clientDietAssignments.clientId, client.id))).toEqual(
      [],
    );
  });

  it('reaches nobody who is not the coach’s, whatever id is given', async () => {
    const { coach, client } = await pair();
    const stranger = await makePerson(db);
    await keep(coach, dietOf([meal('lunch')]));
    const user = await findUser(db, stranger.id);
    const forged = coach.act(async (ctx) => {
      if (!user) throw new Error('Nobody is there');
      const diet = await findDiet(ctx, 'Lean cut');
      return assignDiet(ctx, { client: user, clientName: 'X', diet, fromDay: day(2), weeks: null });
    });
    await expect(forged).rejects.toThrow('has not agreed');
    await db
      .update(coachings)
      .set({ endedAt: noon(1) })
      .where(eq(coachings.clientId, client.id));
    expect(await coach.act((ctx) => clientOf(ctx, client.id), noon(2))).toBeNull();
  });

  it.each<[string, Partial<typeof users.$inferInsert>, string]>([
    ['a woman', { gender: 'female' }, 'less energy than is safe'],
  ])('is refused where its target is not safe for %s, without telling of their body', async (_, known, says) => {
    const { coach, client } = await pair();
    await db.update(users).set(known).where(eq(users.id, client.id));
    await keep(coach, dietOf([meal('lunch')], 1100));
    await expect(give(coach, client, { from: 2 })).rejects.toThrow(says);
    expect(await rowsOf(client)).toEqual([]);
    expect(await targetOn(client, 2)).toBeNull();
  });

  it('is refused to somebody who has told of their health, as far as the body is known', async () => {
    const { coach, client } = await pair();
    await client.act((ctx) => changeHealth(ctx, { add: ['pregnant'], remove: [] }));
    await keep(coach, dietOf([meal('lunch')], 1800));
    await expect(give(coach, client, { from: 2 })).rejects.toThrow('I need height, weight and birth date');
    await client.act((ctx) => changeHealth(ctx, { add: [], remove: ['pregnant'] }));
    await give(coach, client, { from: 2 });
    expect(await targetOn(client, 2)).not.toBeNull();
  });

  it('is judged by what its macros come to as well', async () => {
    const { coach, client } = await pair();
    const low = { energyKcal: null, proteinG: 50, carbsG: 50, fatG: 20 };
    await keep(coach, { ...dietOf([meal('lunch')]), targets: low });
    await expect(give(coach, client, { from: 2 })).rejects.toThrow('Below 800 kcal');
  });

  it('may hold what only the coach has made', async () => {
    const { coach, client } = await pair();
    const per100g = { energyKcal: 78, proteinG: 10, carbsG: 5, fatG: 2 };
    await coach.act((ctx) =>
      keepOwnFood(ctx, {
        ...{ name: 'Carl’s shake', aliases: [], per100g, densityGPerMl: null, servingG: 300, portions: [] },
        energyNote: null,
      }),
    );
    const [own] = await db
      .select()
      .from(foods)
      .where(and(eq(foods.ownerId, coach.id)));
    await keep(
      coach,
      dietOf([{ weekday: null, slot: 'snack', text: 'shake', items: [food('shake', own?.id ?? 0, 300)] }]),
    );
    await give(coach, client, { from: 2 });
    const { meals } = await eatAll(client, 2);
    expect(meals[0]?.items[0]).toMatchObject({ foodName: 'Carl’s shake', energyKcal: 234 });
  });

  it('is taken back whole by undoing it', async () => {
    const { coach, client } = await pair();
    await keep(coach, dietOf([meal('lunch')], 1800));
    await give(coach, client, { from: 2 });
    await coach.act((ctx) => undoAction(ctx, last), noon(2));
    expect(await rowsOf(client)).toEqual([]);
    expect(await targetOn(client, 2)).toBeNull();
    expect(await textsOn(client, 2)).toEqual([]);
  });
});

describe('a diet that ends', () => {
  it('takes the plan and its target away from then on, and leaves what was logged', async () => {
    const { coach, client } = await pair();
    await keep(coach, dietOf([meal('lunch')], 1800));
    await give(coach, client, { from: 2 });
    await eatAll(client, 2);
    const before = await db.select().from(mealLogs).where(eq(mealLogs.userId, client.id));
    await end(coach, client, 4);
    expect([await textsOn(client, 3), await textsOn(client, 4)]).toEqual([['lunch: 200 g rice'], []]);
    expect((await targetOn(client, 3))?.energyKcal).toBe(1800);
    expect(await targetOn(client, 4)).toBeNull();
    expect(await db.select().from(mealLogs).where(eq(mealLogs.userId, client.id))).toEqual(before);
    expect((await rowsOf(client)).filter(({ text }) => text !== null)).toEqual([]);
    await expect(end(coach, client, 4)).rejects.toThrow('no diet of yours');
  });

  it('leaves a target that the client has set since', async () => {
    const { coach, client } = await pair();
    await keep(coach, dietOf([meal('lunch')], 1800));
    await give(coach, client, { from: 2 });
    await client.act(
      (ctx) =>
        setTarget(ctx, { energyKcal: 2100, proteinG: null, carbsG: null, fatG: null, fiberG: null, waterMl: null }),
      noon(3),
    );
    await end(coach, client, 4);
    expect((await targetOn(client, 4))?.energyKcal).toBe(2100);
  });
});

describe('eating as planned', () => {
  const plan = async () => {
    const person = await makePerson(db);
    const items = [
      food('rice', rice, 200),
      food('tofu', tofu, 100, { isInstead: true }),
      { words: 'water', foodId: null, quantity: 250, unit: 'ml', grams: 250 },
      food('tofu', tofu, 300, { option: 1 }),
    ];
    await person.act((ctx) =>
      setOwnPlan(ctx, { weekdays: [1, 2], slot: 'lunch', meal: { text: '200 g rice', items } }),
    );
    await person.act((ctx) =>
      setOwnPlan(ctx, {
        weekdays: [1],
        slot: 'dinner',
        meal: { text: '100 g rice', items: [food('rice', rice, 100)] },
      }),
    );
    return person;
  };
  const loggedBy = (person: Person) =>
    db.select().from(mealLogs).where(eq(mealLogs.userId, person.id)).orderBy(mealLogs.id);

  it('logs real meals that count and point at the plan', async () => {
    const person = await plan();
    const { days, meals } = await eatAll(person, 2);
    expect(days[0]?.totals).toMatchObject({ energyKcal: 390, waterMl: 250 });
    expect(meals.map(({ slot, items }) => [slot, items.map(({ grams }) => grams)])).toEqual([
      ['lunch', [200]],
      ['dinner', [100]],
    ]);
    const [lunch, dinner] = await loggedBy(person);
    const rows = await rowsOf(person);
    expect(dinner?.description).toBe('100 g rice');
    expect(lunch?.planId).toBe(rows.find(({ weekday, slot }) => weekday === 1 && slot === 'lunch')?.id);
  });

  it('takes the meal that was chosen, and one food for another', async () => {
    const person = await plan();
    await eatAll(person, 2, ['lunch'], { option: 1 });
    const swap = {
      foodId: tofu,
      words: 'tofu',
      quantity: null,
      unit: null,
      grams: 100,
      portionRule: 'serving',
      isAmountAssumed: true,
    };
    await eatAll(person, 3, ['lunch'], { swaps: [{ instead: 'rice', item: swap }] });
    const items = await db.select().from(mealItems).where(eq(mealItems.userId, person.id)).orderBy(mealItems.id);
    expect(items.map(({ foodId, grams }) => [foodId, grams])).toEqual([
      [tofu, 300],
      [tofu, 200],
    ]);
    await expect(eatAll(person, 10, ['lunch'], { swaps: [{ instead: 'cheese', item: swap }] })).rejects.toThrow(
      'no cheese',
    );
  });

  it('does not count a meal twice, and can be undone and done again', async () => {
    const person = await plan();
    await eatAll(person, 2, ['lunch']);
    await expect(eatAll(person, 2, ['lunch'])).rejects.toThrow('already');
    expect((await eatAll(person, 2)).meals.map(({ slot }) => slot)).toEqual(['dinner']);
    await person.act((ctx) => undoAction(ctx, last), noon(2));
    expect(
      (await person.act((ctx) => plannedMeals(ctx, day(2)), noon(2))).map(({ eaten }) => eaten?.energyKcal ?? null),
    ).toEqual([260, null]);
    await eatAll(person, 2);
    expect(await loggedBy(person)).toHaveLength(2);
  });

  it('says so where nothing is planned', async () => {
    const person = await plan();
    await expect(eatAll(person, 6)).rejects.toThrow('Nothing is planned');
    await expect(eatAll(person, 2, ['snack'])).rejects.toThrow('no snack');
  });

  it('stays when the plan is taken out', async () => {
    const person = await plan();
    await eatAll(person, 2);
    const before = await loggedBy(person);
    await person.act((ctx) => setOwnPlan(ctx, { weekdays: [1], slot: null, meal: null }), noon(2));
    expect(await loggedBy(person)).toEqual(before);
    expect(await textsOn(person, 9)).toEqual([]);
    await expect(
      person.act((ctx) => setOwnPlan(ctx, { weekdays: [1], slot: null, meal: null }), noon(2)),
    ).rejects.toThrow('Nothing of that');
  });

  it('is of the coach’s plan while that holds: one’s own waits', async () => {
    const { coach, client } = await pair();
    await keep(coach, dietOf([meal('lunch')]));
    await give(coach, client, { from: 2 });
    const own = { weekdays: [1], slot: 'dinner', meal: { text: 'rice', items: [] } };
    await expect(client.act((ctx) => setOwnPlan(ctx, own), noon(3))).rejects.toThrow('from your coach');
  });
});

describe('plan against eaten', () => {
  const eat = (person: Person, n: number, grams: number) =>
    person.act(
      (ctx) =>
        logMeals(ctx, [
          {
            slot: 'lunch',
            day: day(n),
            isDaySaid: true,
            time: null,
            waterMl: null,
            items: [{ ...food('rice', rice, grams), isAmountAssumed: false }],
          },
        ]),
      noon(n),
    );

  it('scores a day by how far it was off either way, and leaves days without an entry out', async () => {
    const { coach, client } = await pair();
    await keep(coach, dietOf([meal('lunch')]));
    await give(coach, client, { from: 2 });
    for (const [n, grams] of [
      [1, 500],
      [2, 200],
      [3, 150],
      [4, 250],
      [6, 100],
    ] as const)
      await eat(client, n, grams);
    const found = await client.act((ctx) => planAdherence(ctx, 7), noon(6));
    expect(found.days.map(({ day: on, energyKcal }) => [on.day, energyKcal && Math.round(energyKcal.pct)])).toEqual([
      [2, 100],
      [3, 75],
      [4, 125],
      [5, null],
    ]);
    expect(found.loggedDays).toBe(3);
    expect(found.energyPct).toBeCloseTo((100 + 75 + 75) / 3, 5);
    expect(found.proteinPct).toBeCloseTo((100 + 75 + 75) / 3, 0);
    expect(Math.round(found.today?.energyKcal?.pct ?? 0)).toBe(50);
    expect((await client.act((ctx) => planAdherence(ctx, 2), noon(6))).energyPct).toBeCloseTo(75, 5);
  });

  it('is seen by the coach with the scope for food alone, and by no other', async () => {
    const { coach, client } = await pair([]);
    await client.act(
      (ctx) =>
        setOwnPlan(ctx, {
          weekdays: [1],
          slot: 'lunch',
          meal: { text: '200 g rice', items: [food('rice', rice, 200)] },
        }),
      noon(2),
    );
    await eat(client, 2, 200);
    const user = await findUser(db, client.id);
    const seenBy = (person: Person) =>
      person.act((ctx) => planAdherence({ ...ctx, user: user ?? ctx.user }, 7), noon(3));
    expect((await seenBy(coach)).energyPct).toBe(100);
    expect((await seenBy((await pair()).coach)).energyPct).toBeNull();
  });

  it('goes by the plan of its day, not by today’s', async () => {
    const { coach, client } = await pair();
    await keep(coach, dietOf([meal('lunch')]));
    await give(coach, client, { from: 2 });
    await eat(client, 2, 200);
    await keep(coach, dietOf([meal('lunch', null, 400)]));
    await give(coach, client, { from: 3 });
    await eat(client, 3, 200);
    const { days } = await client.act((ctx) => planAdherence(ctx, 7), noon(4));
    expect(days.map(({ energyKcal }) => Math.round(energyKcal?.pct ?? 0))).toEqual([100, 50]);
  });
});
