import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { coachings } from '../../../db/schema/index.ts';
import { clientOf } from '../../../src/domain/coaching/clients.ts';
import { undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { giveTarget } from '../../../src/domain/goals/give-target.ts';
import { setTarget, type TargetChange } from '../../../src/domain/goals/set-target.ts';
import { targetFor } from '../../../src/domain/goals/target-for.ts';
import { coached } from '../../support/coached.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-03-02T12:00:00Z');
const today = Temporal.PlainDate.from('2026-03-02');
const none: TargetChange = {
  ...{ energyKcal: null, proteinG: null, carbsG: null },
  ...{ fatG: null, fiberG: null, waterMl: null },
};

async function pair(canWrite: ('food' | 'training')[]): Promise<{ coach: Person; client: Person }> {
  const [coach, client] = [await makePerson(db), await makePerson(db)];
  await coached(db, coach, client, 'Anna');
  await db.update(coachings).set({ canWrite }).where(eq(coachings.clientId, client.id));
  return { coach, client };
}

const give = (coach: Person, client: Person, change: Partial<TargetChange>) =>
  coach.act(async (ctx) => {
    const known = await clientOf(ctx, client.id);
    if (!known) throw new Error('Not a client');
    return giveTarget(ctx, { client: known.user, clientName: known.name }, { ...none, ...change });
  }, now);
const inForce = (person: Person) => person.act((ctx) => targetFor(ctx, today), now);

describe('a target that a coach sets for a client', () => {
  it('holds from today on, beside what was not said, and is undone by the coach', async () => {
    const { coach, client } = await pair(['food']);
    await client.act((ctx) => setTarget(ctx, { ...none, energyKcal: 2200, waterMl: 2500 }), now);
    await give(coach, client, { energyKcal: 1900, proteinG: 130 });
    expect(await inForce(client)).toMatchObject({ energyKcal: 1900, proteinG: 130, waterMl: 2500 });
    await coach.act((ctx) => undoAction(ctx, { actionId: null, sourceMessageId: null }), now);
    expect(await inForce(client)).toMatchObject({ energyKcal: 2200, proteinG: null });
  });

  it('is kept from whoever may not change their food', async () => {
    const { coach, client } = await pair(['training']);
    await expect(give(coach, client, { energyKcal: 1900 })).rejects.toThrow('has not agreed to let you change');
    expect(await inForce(client)).toBeNull();
  });

  it.each([{ energyKcal: 700 }, { energyKcal: 1100 }, { proteinG: 40, carbsG: 60, fatG: 20 }, { waterMl: 20_000 }])(
    'keeps to the same floors as their own: %j',
    async (change) => {
      const { coach, client } = await pair(['food']);
      await expect(give(coach, client, change)).rejects.toMatchObject({ code: 'invalid' });
      expect(await inForce(client)).toBeNull();
    },
  );
});
