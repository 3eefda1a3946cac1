import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { measurements, nutritionTargets, users } from '../../../db/schema/index.ts';
import { redoAction, undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { removeTarget, type TargetField } from '../../../src/domain/goals/remove-target.ts';
import { setTarget, type TargetChange } from '../../../src/domain/goals/set-target.ts';
import { targetFor } from '../../../src/domain/goals/target-for.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const monday = Temporal.Instant.from('2026-03-02T12:00:00Z');
const on = (days: number): Temporal.Instant => monday.add({ hours: 24 * days });
const none: TargetChange = {
  ...{ energyKcal: null, proteinG: null, carbsG: null },
  ...{ fatG: null, fiberG: null, waterMl: null },
};
const set = (person: Person, change: Partial<TargetChange>, at = monday) =>
  person.act((ctx) => setTarget(ctx, { ...none, ...change }), at);
const inForce = (person: Person, day: string) => person.act((ctx) => targetFor(ctx, Temporal.PlainDate.from(day)));
const born = (year: number) => Temporal.PlainDate.from({ year, month: 1, day: 1 });
const last = { actionId: null, sourceMessageId: null };

async function makeKnown(body: Partial<typeof users.$inferInsert>, weightKg: number | null): Promise<Person> {
  const person = await makePerson(db);
  if (Object.keys(body).length > 0) await db.update(users).set(body).where(eq(users.id, person.id));
  if (weightKg !== null)
    await db.insert(measurements).values({
      ...{ userId: person.id, day: Temporal.PlainDate.from('2026-03-01'), loggedAt: monday, timeZone: 'Europe/Madrid' },
      ...{ metric: 'weight', value: weightKg, typed: { value: weightKg, unit: 'kg' }, createdAt: monday },
    });
  return person;
}

describe('setting a target', () => {
  it('keeps what was said, and holds from today on', async () => {
    const person = await makePerson(db);
    const { target, fromDay } = await set(person, { energyKcal: 2200, proteinG: 160, waterMl: 2500 });
    expect(fromDay.toString()).toBe('2026-03-02');
    expect(target).toEqual({ ...none, energyKcal: 2200, proteinG: 160, waterMl: 2500 });
    expect(await inForce(person, '2026-03-01')).toBeNull();
    expect(await inForce(person, '2026-04-01')).toEqual(target);
  });

  it('leaves what was not said as it was', async () => {
    const person = await makePerson(db);
    await set(person, { energyKcal: 2200, proteinG: 160 });
    await set(person, { waterMl: 3000 }, on(1));
    expect(await inForce(person, '2026-03-03')).toEqual({ ...none, energyKcal: 2200, proteinG: 160, waterMl: 3000 });
  });

  it('leaves past days theirs', async () => {
    const person = await makePerson(db);
    await set(person, { energyKcal: 2200 });
    await set(person, { energyKcal: 2000 }, on(7));
    expect((await inForce(person, '2026-03-08'))?.energyKcal).toBe(2200);
    expect((await inForce(person, '2026-03-09'))?.energyKcal).toBe(2000);
  });

  it('keeps one target a day', async () => {
    const person = await makePerson(db);
    await set(person, { energyKcal: 2200 });
    await set(person, { energyKcal: 2300 });
    const rows = await db.select().from(nutritionTargets).where(eq(nutritionTargets.userId, person.id));
    expect(rows.map(({ energyKcal }) => energyKcal)).toEqual([2300]);
  });

  it('can be undone and redone, also where it changed one', async () => {
    const person = await makePerson(db);
    await set(person, { energyKcal: 2200, waterMl: 2000 });
    await set(person, { energyKcal: 2400 });
    const undone = await person.act((ctx) => undoAction(ctx, last));
    expect(undone.summary).toBe('target of 2,400 kcal');
    expect((await inForce(person, '2026-03-02'))?.energyKcal).toBe(2200);
    await person.act((ctx) => undoAction(ctx, last));
    expect(await inForce(person, '2026-03-02')).toBeNull();
    await person.act((ctx) => redoAction(ctx, last));
    expect(await inForce(person, '2026-03-02')).toEqual({ ...none, energyKcal: 2200, waterMl: 2000 });
  });

  it("is nobody else's", async () => {
    const [ana, ben] = [await makePerson(db), await makePerson(db)];
    await set(ana, { energyKcal: 2200 });
    expect(await inForce(ben, '2026-03-02')).toBeNull();
  });
});

describe('an unsafe target', () => {
  it.each<[string, Partial<typeof users.$inferInsert>, number | null, Partial<TargetChange>, RegExp]>([
    ['so little that only medicine may', {}, null, { energyKcal: 600 }, /medical care/],
    ['less than the floor', { gender: 'male' }, null, { energyKcal: 1400 }, /1,500 kcal/],
    [
      'less than a body takes at rest',
      { gender: 'male', heightCm: 180, dateOfBirth: Temporal.PlainDate.from('1996-01-01') },
      80,
      { energyKcal: 1600 },
      /1,780 kcal/,
    ],
    [
      'a deficit under 18',
      { gender: 'male', heightCm: 180, dateOfBirth: Temporal.PlainDate.from('2009-01-01') },
      80,
      { energyKcal: 2000 },
      /Under 18/,
    ],
    [
      'any, under 18, of an unknown body',
      { dateOfBirth: Temporal.PlainDate.from('2009-01-01') },
      null,
      { energyKcal: 2500 },
      /height, weight/,
    ],
    [
      'a deficit where weight is low already',
      { gender: 'female', heightCm: 170, dateOfBirth: Temporal.PlainDate.from('1996-01-01') },
      50,
      { energyKcal: 1400 },
      /low for your height/,
    ],
    ['so little in macros', {}, null, { proteinG: 40, carbsG: 50, fatG: 20 }, /Together that is 540 kcal/],
    [
      'too little in macros, whatever energy says',
      {},
      null,
      { energyKcal: 2000, proteinG: 100, carbsG: 50, fatG: 30 },
      /Together that is 870 kcal/,
    ],
    ['more water than is good', {}, null, { waterMl: 15_000 }, /8 litres/],
    ['a slip of the finger', {}, null, { energyKcal: 22_000 }, /10,000 kcal/],
  ])('is refused with what would do: %s', async (_, body, weightKg, change, sentence) => {
    const person = await makeKnown(body, weightKg);
    await expect(set(person, change)).rejects.toThrow(sentence);
    expect(await inForce(person, '2026-03-02')).toBeNull();
  });

  it('is refused where a change of one macro makes it so', async () => {
    const person = await makePerson(db);
    await set(person, { proteinG: 150, carbsG: 200, fatG: 60 });
    await expect(set(person, { carbsG: 10 })).rejects.toThrow(/Together that is 1,180 kcal/);
    expect((await inForce(person, '2026-03-02'))?.carbsG).toBe(200);
  });

  it('says where it is less than they need, or may be', async () => {
    const known = await makeKnown({ gender: 'female', heightCm: 165, dateOfBirth: born(1990) }, 70);
    expect((await set(known, { energyKcal: 1850 })).isDeficit).toBe(true);
    expect((await set(known, { energyKcal: 2100 })).isDeficit).toBe(false);
    expect((await set(known, { waterMl: 2000 })).isDeficit).toBe(false);
    const unknown = await makePerson(db);
    expect((await set(unknown, { energyKcal: 1900 })).isDeficit).toBe(true);
    expect((await set(unknown, { energyKcal: 2000 })).isDeficit).toBe(false);
  });

  it('says where only the lower floor was held', async () => {
    const person = await makePerson(db);
    expect((await set(person, { energyKcal: 1300 })).isLowerFloorTaken).toBe(true);
    expect((await set(person, { energyKcal: 1800 })).isLowerFloorTaken).toBe(false);
    expect((await set(person, { waterMl: 2000 })).isLowerFloorTaken).toBe(false);
  });
});

describe('a target that goes down again and again', () => {
  it('is noticed the third time within thirty days', async () => {
    const person = await makePerson(db);
    const noticed: boolean[] = [];
    for (const [day, energyKcal] of [
      [0, 2200],
      [5, 2100],
      [10, 2000],
      [15, 1900],
      [16, 2100],
    ] as const)
      noticed.push((await set(person, { energyKcal }, on(day))).isLoweredOften);
    expect(noticed).toEqual([false, false, false, true, true]);
  });

  it('is not noticed over months', async () => {
    const person = await makePerson(db);
    const noticed: boolean[] = [];
    for (const [day, energyKcal] of [
      [0, 2200],
      [20, 2100],
      [40, 2000],
      [60, 1900],
    ] as const)
      noticed.push((await set(person, { energyKcal }, on(day))).isLoweredOften);
    expect(noticed).not.toContain(true);
  });
});

describe('taking a target away', () => {
  const remove = (person: Person, fields: TargetField[] | null, at = monday) =>
    person.act((ctx) => removeTarget(ctx, fields), at);

  it('takes out what is named from that day on, and comes back', async () => {
    const person = await makePerson(db);
    await set(person, { energyKcal: 2200, fiberG: 30, waterMl: 2500 });
    const { target, removed } = await remove(person, ['waterMl'], on(1));
    expect([removed, target]).toEqual([['water'], { ...none, energyKcal: 2200, fiberG: 30 }]);
    expect(await inForce(person, '2026-03-02')).toMatchObject({ waterMl: 2500 });
    await person.act((ctx) => undoAction(ctx, last), on(1));
    expect(await inForce(person, '2026-03-03')).toMatchObject({ energyKcal: 2200, waterMl: 2500 });
  });

  it('leaves none where all of it goes, and a new one begins from nothing', async () => {
    const person = await makePerson(db);
    await set(person, { energyKcal: 2200, proteinG: 160 });
    expect((await remove(person, null)).target).toBeNull();
    expect(await inForce(person, '2026-03-02')).toBeNull();
    expect((await set(person, { waterMl: 2000 })).target).toEqual({ ...none, waterMl: 2000 });
  });

  it('says what is not there', async () => {
    const person = await makePerson(db);
    await expect(remove(person, null)).rejects.toMatchObject({ code: 'not-found' });
    await set(person, { energyKcal: 2200 });
    await expect(remove(person, ['waterMl'])).rejects.toThrow('no target for water');
  });
});
