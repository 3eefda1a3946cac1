import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { healthMetrics, inboundMessages, users } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../../src/bots/command.ts';
import { askNext } from '../../../src/bots/onboarding.ts';
import { logMeasurements } from '../../../src/domain/body/log-measurements.ts';
import { setGoal } from '../../../src/domain/goals/set-goal.ts';
import { ageOn, bornFor } from '../../../src/domain/users/age-on.ts';
import { changeProfile, type ProfileChange } from '../../../src/domain/users/change-profile.ts';
import { findUser } from '../../../src/domain/users/find-user.ts';
import {
  beginOnboarding,
  finishStep,
  isOnboardingDue,
  nextStep,
  noteOnboardingAsked,
} from '../../../src/domain/users/onboarding.ts';
import { profileOf } from '../../../src/domain/users/profile.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const today = Temporal.PlainDate.from('2026-03-02');
const now = Temporal.Instant.from('2026-03-02T12:00:00Z');
let ana: Person;
beforeEach(async () => {
  ana = await makePerson(db);
});

const change = (said: ProfileChange) => ana.act((ctx) => changeProfile(ctx, said));
const known = () => ana.act((ctx) => profileOf(ctx));
const weigh = (kg: number, day = today, sourceMessageId: number | null = null) =>
  ana.act((ctx) =>
    logMeasurements({ ...ctx, sourceMessageId }, [
      { metric: 'weight', value: kg, value2: null, typed: { value: kg, unit: null }, day, isDaySaid: false },
    ]),
  );

describe('changing the profile', () => {
  it('keeps what is said, leaves the rest, and forgets what is taken back', async () => {
    const dateOfBirth = Temporal.PlainDate.from('1990-05-12');
    await change({ fullName: 'Ana', gender: 'female', heightCm: 170 });
    await change({ bio: 'Lifts.', dateOfBirth });
    expect(await known()).toMatchObject({
      ...{ fullName: 'Ana', gender: 'female', heightCm: 170, bio: 'Lifts.', ageYears: 35, isMinor: false },
      ...{ weightKg: null, weightGoal: null },
    });
    expect(await change({ bio: null, dateOfBirth: null })).toMatchObject({
      bio: null,
      ageYears: null,
      fullName: 'Ana',
    });
  });

  it.each<[string, ProfileChange]>([
    ['a height nobody has', { heightCm: 300 }],
    ['a height of a small child', { heightCm: 89 }],
    ['a birth to come', { dateOfBirth: today.add({ days: 1 }) }],
    ['a birth too long ago', { dateOfBirth: today.subtract({ years: 121 }) }],
    ['an empty name', { fullName: '  ' }],
    ['a name that is a story', { fullName: 'x'.repeat(101) }],
    ['a bio that is a book', { bio: 'x'.repeat(501) }],
  ])('refuses %s, and keeps nothing of it', async (_, said) => {
    await expect(change({ gender: 'male', ...said })).rejects.toMatchObject({ code: 'invalid' });
    expect(await known()).toMatchObject({ gender: null });
  });

  it('takes the edges of what is possible', async () => {
    await change({ heightCm: 90, fullName: 'é'.repeat(100), dateOfBirth: today.subtract({ years: 13 }) });
    await change({ heightCm: 250, bio: 'x'.repeat(500), dateOfBirth: today.subtract({ years: 120 }) });
    expect(await known()).toMatchObject({ heightCm: 250, ageYears: 120 });
  });

  it('keeps nothing of whoever is under 13, and notes who is under 18', async () => {
    const turnsTomorrow = today.subtract({ years: 13 }).add({ days: 1 });
    await expect(change({ dateOfBirth: turnsTomorrow })).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await change({ dateOfBirth: today.subtract({ years: 17 }) })).toMatchObject({ isMinor: true, ageYears: 17 });
    expect(await change({ dateOfBirth: today.subtract({ years: 18 }) })).toMatchObject({ isMinor: false });
  });

  it('derives the body mass index of all days anew from the height', async () => {
    const yesterday = today.subtract({ days: 1 });
    await weigh(80, yesterday);
    await weigh(81);
    const indices = async () =>
      (await db.select().from(healthMetrics).where(eq(healthMetrics.userId, ana.id)).orderBy(healthMetrics.day)).map(
        ({ bmi }) => bmi,
      );
    expect(await indices()).toEqual([null, null]);
    await change({ heightCm: 180 });
    expect(await indices()).toEqual([24.69, 25]);
    await change({ heightCm: null });
    expect(await indices()).toEqual([null, null]);
  });
});

describe('age', () => {
  it.each([
    ['1990-03-02', 36],
    ['1990-03-03', 35],
    ['2008-02-29', 18],
  ])('of somebody born %s', (born, years) => {
    expect(ageOn(Temporal.PlainDate.from(born), today)).toBe(years);
  });

  it('said in years is of the youngest who can say so', () => {
    expect(ageOn(bornFor(17, today), today)).toBe(17);
    expect(ageOn(bornFor(17, today), today.add({ years: 1 }).subtract({ days: 1 }))).toBe(17);
  });
});

describe('the set-up', () => {
  const nothing = { gender: null, dateOfBirth: null, heightCm: null, weightKg: null, weightGoal: null };

  it('asks for what is not known, in order', () => {
    expect(nextStep(0, nothing)).toBe('gender');
    expect(nextStep(1, nothing)).toBe('birth-date');
    expect(nextStep(0, { ...nothing, gender: 'other', dateOfBirth: today })).toBe('height');
    expect(nextStep(2, { ...nothing, heightCm: 170 })).toBe('weight-and-goal');
    expect(nextStep(3, { ...nothing, weightKg: 70 })).toBe('weight-and-goal');
    expect(nextStep(4, nothing)).toBeNull();
  });

  it('goes on where it was left, and comes back to what was skipped', async () => {
    expect(await ana.act(beginOnboarding)).toBe('gender');
    expect(await ana.act((ctx) => finishStep(ctx, 'gender'))).toBe('birth-date');
    await change({ heightCm: 170 });
    expect(await ana.act(beginOnboarding)).toBe('birth-date');
    expect(await ana.act((ctx) => finishStep(ctx, 'birth-date'))).toBe('weight-and-goal');
    expect(await ana.act((ctx) => finishStep(ctx, 'weight-and-goal'))).toBeNull();
    expect(await person()).toMatchObject({ onboardingStep: 4, isOnboarded: true });
    expect(await ana.act(beginOnboarding)).toBe('gender');
    await ana.act((ctx) => finishStep(ctx, 'gender'));
    expect(await person()).toMatchObject({ onboardingStep: 4, isOnboarded: true });
  });

  it('asks nothing where all is known', async () => {
    await change({ gender: 'male', dateOfBirth: today.subtract({ years: 30 }), heightCm: 180 });
    await weigh(80);
    await ana.act((ctx) => setGoal(ctx, { metric: 'weight', target: 78, by: null }));
    for (const key of ['a', 'b', 'c']) await weigh(80, today, await wrote(key));
    expect(await isDue()).toBe('needless');
    const message = { kind: 'text', isPrivate: true };
    const card = { text: 'Logged' };
    expect(await ana.act((ctx) => askNext({ ...ctx, message } as unknown as CommandContext, card))).toBe(card);
    // It is not counted again with every entry.
    expect(await person()).toMatchObject({ onboardingAskedAt: now });
    expect(await isDue()).toBe(false);
    expect(await ana.act(beginOnboarding)).toBeNull();
  });

  it('is due after the entries of three messages, and never once it was offered', async () => {
    const message = await wrote('1');
    for (let i = 0; i < 3; i++) await weigh(80, today, message);
    await weigh(80, today, await wrote('2'));
    expect(await isDue()).toBe(false);
    await weigh(80, today, await wrote('3'));
    expect(await isDue()).toBe(true);
    await ana.act(noteOnboardingAsked);
    expect(await isDue()).toBe(false);
  });

  /** As the next request finds them. */
  const isDue = async () => {
    const user = await findUser(db, ana.id);
    return ana.act((ctx) => isOnboardingDue(user ? { ...ctx, user } : ctx));
  };

  const person = async () => (await db.select().from(users).where(eq(users.id, ana.id)))[0];

  async function wrote(key: string): Promise<number> {
    const [row] = await db
      .insert(inboundMessages)
      .values({
        ...{ platform: 'telegram', eventKey: `${ana.id}:${key}`, kind: 'text', chatId: 'chat' },
        ...{ userId: ana.id, payload: {}, receivedAt: now },
      })
      .returning({ id: inboundMessages.id });
    return row?.id ?? 0;
  }
});
