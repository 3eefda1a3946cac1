import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { coachings } from '../../../db/schema/index.ts';
import { clientOf, type KnownClient } from '../../../src/domain/coaching/clients.ts';
import { endCoaching } from '../../../src/domain/coaching/end-coaching.ts';
import {
  answerFloor,
  floorsOf,
  floorWith,
  offerFloor,
  takeFloorBack,
} from '../../../src/domain/coaching/energy-floor.ts';
import type { Context } from '../../../src/domain/context.ts';
import { setTarget, type TargetChange } from '../../../src/domain/goals/set-target.ts';
import { targetFor } from '../../../src/domain/goals/target-for.ts';
import { changeHealth } from '../../../src/domain/users/change-health.ts';
import { changeProfile } from '../../../src/domain/users/change-profile.ts';
import { coached } from '../../support/coached.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const none: TargetChange = {
  ...{ energyKcal: null, proteinG: null, carbsG: null },
  ...{ fatG: null, fiberG: null, waterMl: null },
};
const target = (person: Person, energyKcal: number) => person.act((ctx) => setTarget(ctx, { ...none, energyKcal }));
const today = Temporal.PlainDate.from('2026-03-02');

/** A coach and a woman whose body is not known, so that her floor is 1,200 kcal. */
async function pair(canWrite: readonly ('food' | 'training')[] = ['food']) {
  const [coach, client] = [await makePerson(db), await makePerson(db)];
  await coached(db, coach, client, 'Anna');
  await db
    .update(coachings)
    .set({ canWrite: [...canWrite] })
    .where(sql`client_id = ${client.id}`);
  await client.act((ctx) => changeProfile(ctx, { gender: 'female' }));
  const asCoach = <T>(run: (ctx: Context, known: KnownClient) => Promise<T>) =>
    coach.act(async (ctx) => {
      const known = await clientOf(ctx, client.id);
      if (!known) throw new Error('No client');
      return run(ctx, known);
    });
  const offer = (kcal: number) => asCoach((ctx, known) => offerFloor(ctx, known, kcal));
  return { coach, client, asCoach, offer };
}

describe('a floor that coach and client agree on', () => {
  it('holds once the client has said yes, and no lower', async () => {
    const { client, offer } = await pair();
    await offer(1050);
    await expect(target(client, 1100)).rejects.toThrow(/1,200 kcal/);
    await client.act((ctx) => answerFloor(ctx, 1050, true));
    expect((await target(client, 1100)).isBelowUsualFloor).toBe(true);
    await expect(target(client, 1000)).rejects.toThrow(/1,050 kcal/);
    expect(await client.act(floorsOf)).toEqual({ usualKcal: 1200, agreedKcal: 1050, offeredKcal: null });
  });

  it('is not agreed to by a no, by another figure, or after it was withdrawn', async () => {
    const { client, asCoach, offer } = await pair();
    await offer(1050);
    await expect(client.act((ctx) => answerFloor(ctx, 1000, true))).rejects.toThrow(/does not ask for that/);
    await client.act((ctx) => answerFloor(ctx, 1050, false));
    await expect(client.act((ctx) => answerFloor(ctx, 1050, true))).rejects.toThrow(/does not ask for that/);
    await offer(1100);
    await asCoach((ctx, known) => takeFloorBack(ctx, known));
    await expect(client.act((ctx) => answerFloor(ctx, 1100, true))).rejects.toThrow(/does not ask for that/);
    await expect(target(client, 1100)).rejects.toThrow(/1,200 kcal/);
  });

  it.each(['client', 'coach'] as const)('is taken back by the %s, and a target below rests', async (who) => {
    const { client, asCoach, offer } = await pair();
    await offer(1050);
    await client.act((ctx) => answerFloor(ctx, 1050, true));
    await target(client, 1100);
    const { wasAgreed, rested } =
      who === 'client' ? await client.act((ctx) => takeFloorBack(ctx, null)) : await asCoach(takeFloorBack);
    expect([wasAgreed, rested.target?.energyKcal]).toEqual([true, 1100]);
    expect(await client.act((ctx) => targetFor(ctx, today))).toBeNull();
    expect(await asCoach(floorWith)).toMatchObject({ floorOfferedKcal: null, energyFloorKcal: null });
    await expect(client.act((ctx) => takeFloorBack(ctx, null))).rejects.toThrow(/nothing to take back/);
  });

  it('ends with the coaching', async () => {
    const { client, offer } = await pair();
    await offer(1050);
    const { id } = await client.act((ctx) => answerFloor(ctx, 1050, true));
    await client.act((ctx) => endCoaching(ctx, id, null));
    await expect(target(client, 1100)).rejects.toThrow(/1,200 kcal/);
  });

  it.each([
    ['below 1,000 kcal', 950],
    ['at what holds anyway', 1200],
  ])('is not asked for %s', async (_, kcal) => {
    const { offer } = await pair();
    await expect(offer(kcal)).rejects.toThrow(/1,000 kcal|lower nothing/);
  });

  it('is not asked of somebody whose food is theirs alone, or whose health speaks against any deficit', async () => {
    await expect((await pair(['training'])).offer(1100)).rejects.toThrow(/not agreed to let you change their food/);
    const { client, offer } = await pair();
    await client.act((ctx) => changeHealth(ctx, { add: ['pregnant'], remove: [] }));
    await expect(offer(1100)).rejects.toThrow(/lower nothing/);
  });

  it('is made by neither alone: the database refuses it', async () => {
    const { coach, client, offer } = await pair();
    const write = (person: Person, column: string, kcal: number) =>
      person.act((ctx) =>
        ctx.db.execute(sql`update coachings set ${sql.identifier(column)} = ${kcal} where client_id = ${client.id}`),
      );
    await expect(write(client, 'energy_floor_kcal', 1000)).rejects.toThrow();
    await expect(write(client, 'floor_offered_kcal', 1000)).rejects.toThrow();
    await expect(write(coach, 'energy_floor_kcal', 1000)).rejects.toThrow();
    await offer(1100);
    await expect(write(coach, 'energy_floor_kcal', 1100)).rejects.toThrow();
    await expect(write(client, 'energy_floor_kcal', 1000)).rejects.toThrow();
  });
});
