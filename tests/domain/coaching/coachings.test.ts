import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeConsent, myCoaching } from '../../../src/domain/coaching/coaching-consent.ts';
import { endCoaching } from '../../../src/domain/coaching/end-coaching.ts';
import { inviteClient } from '../../../src/domain/coaching/invite-client.ts';
import { openInvites, revokeInvite } from '../../../src/domain/coaching/invites-of.ts';
import { lookAtInvite, redeemInvite } from '../../../src/domain/coaching/redeem-invite.ts';
import { scopes, usualConsent } from '../../../src/domain/coaching/scopes.ts';
import { testDatabase } from '../../support/database.ts';
import { minimalRows } from '../../support/minimal-rows.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db, pool } = await testDatabase();
const rows = minimalRows(pool);
const noon = Temporal.Instant.from('2026-03-02T12:00:00Z');
const consent = { canRead: [...scopes], canWrite: [...usualConsent.canWrite] };

let carl: Person;
let anna: Person;

const invite = (coach: Person, at = noon) =>
  coach.act((ctx) => inviteClient(ctx, { name: 'Anna', email: null, ...consent }), at);
const accept = (client: Person, inviteId: number, isChange = false, at = noon) =>
  client.act((ctx) => redeemInvite(ctx, inviteId, consent, isChange), at);
const asCoach = async (): Promise<Person> => {
  const person = await makePerson(db);
  await pool.query(`update users set role = 'coach' where id = $1`, [person.id]);
  return person;
};
/** How much of a client's a coach sees in a session of their own. */
const sees = (coach: Person, client: Person, table = 'meal_logs', at = noon) =>
  coach.act(async ({ db: tx }) => {
    const { rows: found } = await tx.execute(sql`select from ${sql.identifier(table)} where user_id = ${client.id}`);
    return found.length;
  }, at);

beforeEach(async () => {
  carl = await asCoach();
  anna = await makePerson(db);
  await rows.insert('meal_logs', { person: anna.id, coach: 0 });
});

describe('an invitation', () => {
  it('is made by coaches only', async () => {
    await expect(invite(anna)).rejects.toThrow('Only coaches invite');
  });

  it('keeps neither link nor code', async () => {
    const { token, code } = await invite(carl);
    const { rows: kept } = await pool.query('select * from invite_tokens where coach_id = $1', [carl.id]);
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(JSON.stringify(kept)).not.toContain(code);
    expect(token).toMatch(/^[\w-]{22}$/);
    expect(code).toMatch(/^[\dA-HJKMNP-TV-Z]{4}-[\dA-HJKMNP-TV-Z]{4}$/);
  });

  it('is one, by link and by code, and shows the coach nothing before it is agreed to', async () => {
    const { id, token, code } = await invite(carl);
    for (const key of [{ token }, { code }])
      expect(await anna.act((ctx) => lookAtInvite(ctx, key))).toMatchObject({ state: 'live', invite: { id } });
    expect(await sees(carl, anna)).toBe(0);
    expect(await accept(anna, id)).toMatchObject({ state: 'begun' });
    expect(await sees(carl, anna)).toBe(1);
    const ben = await makePerson(db);
    for (const key of [{ token }, { code }])
      expect(await ben.act((ctx) => lookAtInvite(ctx, key))).toMatchObject({ state: 'used' });
  });

  it('is taken by one of two who accept at once', async () => {
    const { id } = await invite(carl);
    const people = await Promise.all(Array.from({ length: 5 }, () => makePerson(db)));
    const ends = await Promise.all(people.map((person) => accept(person, id)));
    expect(ends.map(({ state }) => state).sort()).toEqual(['begun', 'used', 'used', 'used', 'used']);
    const { rows: begun } = await pool.query('select client_id from coachings where coach_id = $1', [carl.id]);
    expect(begun).toHaveLength(1);
  });

  it.each([
    ['expired', noon.add({ hours: 24 * 7 }), async () => {}],
    ['revoked', noon, (id: number) => carl.act((ctx) => revokeInvite(ctx, id))],
    ['no-coach', noon, () => pool.query(`update users set role = 'client' where id = $1`, [carl.id])],
  ])('is worth nothing once it is %s, though its card was shown', async (state, at, happens) => {
    const { id } = await invite(carl);
    await happens(id);
    expect(await accept(anna, id, false, at)).toMatchObject({ state });
    expect(await sees(carl, anna)).toBe(0);
  });

  it('is taken back by who made it, and once', async () => {
    const { id } = await invite(carl);
    const other = await asCoach();
    await expect(other.act((ctx) => revokeInvite(ctx, id))).rejects.toThrow();
    expect(await carl.act(openInvites)).toMatchObject([{ id, name: 'Anna' }]);
    await carl.act((ctx) => revokeInvite(ctx, id));
    expect(await carl.act(openInvites)).toEqual([]);
    await expect(carl.act((ctx) => revokeInvite(ctx, id))).rejects.toThrow('used or taken back');
  });

  it('is for others than oneself, and for those who have no coach or mean to change', async () => {
    const { id } = await invite(carl);
    expect(await accept(carl, id)).toMatchObject({ state: 'own' });
    await accept(anna, id);
    expect(await accept(anna, (await invite(carl)).id)).toMatchObject({ state: 'already' });
    const bea = await asCoach();
    const { id: next } = await invite(bea);
    expect(await accept(anna, next)).toMatchObject({ state: 'coached', invite: { current: { coachId: carl.id } } });
    expect(await sees(bea, anna)).toBe(0);
    expect(await accept(anna, next, true)).toMatchObject({ state: 'begun', ended: { coachId: carl.id } });
    expect([await sees(carl, anna), await sees(bea, anna)]).toEqual([0, 1]);
    const { rows: history } = await pool.query(
      'select coach_id, ended_by_id, end_reason from coachings where client_id = $1 order by id',
      [anna.id],
    );
    expect(history).toEqual([
      { coach_id: String(carl.id), ended_by_id: String(anna.id), end_reason: 'changed to another coach' },
      { coach_id: String(bea.id), ended_by_id: null, end_reason: null },
    ]);
  });
});

describe('a coaching', () => {
  beforeEach(async () => {
    await accept(anna, (await invite(carl)).id);
  });

  it('shows the coach what the client allows, from that moment on', async () => {
    expect(await sees(carl, anna)).toBe(1);
    await anna.act((ctx) => changeConsent(ctx, { consent: { canRead: ['training'], canWrite: [] } }));
    expect(await sees(carl, anna)).toBe(0);
    await anna.act((ctx) => changeConsent(ctx, { consent: { canRead: ['food'], canWrite: [] } }));
    expect(await sees(carl, anna)).toBe(1);
  });

  it('lets the coach write what may be written, and no more', async () => {
    const touch = (coach: Person) =>
      coach.act(async ({ db: tx }) => {
        const { rowCount } = await tx.execute(sql`update meal_logs set notes = 'seen' where user_id = ${anna.id}`);
        return rowCount;
      });
    expect(await touch(carl)).toBe(1);
    await anna.act((ctx) => changeConsent(ctx, { consent: { canRead: ['food'], canWrite: [] } }));
    expect(await touch(carl)).toBe(0);
    await anna.act((ctx) => changeConsent(ctx, { consent: { canRead: [], canWrite: ['food'] } }));
    expect(await coachingOf(anna)).toMatchObject({ canRead: [], canWrite: [] });
  });

  it('ends in a session that the coach has open already', async () => {
    const coaching = await coachingOf(anna);
    const seen = await carl.act(async ({ db: tx }) => {
      const look = async () => (await tx.execute(sql`select from meal_logs where user_id = ${anna.id}`)).rows.length;
      const before = await look();
      // On another connection, while the coach's transaction is open.
      await anna.act((ctx) => endCoaching(ctx, coaching?.id ?? 0, 'enough'));
      return [before, await look()];
    });
    expect(seen).toEqual([1, 0]);
    const { rows: ended } = await pool.query('select ended_by_id, end_reason from coachings where id = $1', [
      coaching?.id,
    ]);
    expect(ended).toEqual([{ ended_by_id: String(anna.id), end_reason: 'enough' }]);
  });

  it('ends by the coach as well, and by nobody else', async () => {
    const coaching = await coachingOf(anna);
    const stranger = await asCoach();
    await expect(stranger.act((ctx) => endCoaching(ctx, coaching?.id ?? 0, null))).rejects.toThrow('ended already');
    const { other } = await carl.act((ctx) => endCoaching(ctx, coaching?.id ?? 0, null));
    expect(other.id).toBe(anna.id);
    await expect(anna.act((ctx) => endCoaching(ctx, coaching?.id ?? 0, null))).rejects.toThrow('ended already');
  });

  it('lasts until the day that was agreed', async () => {
    const end = noon.add({ hours: 24 });
    await anna.act((ctx) => changeConsent(ctx, { until: end }));
    expect(await sees(carl, anna, 'meal_logs', end.subtract({ seconds: 1 }))).toBe(1);
    expect(await sees(carl, anna, 'meal_logs', end)).toBe(0);
    expect(await anna.act(myCoaching, end)).toBeNull();
    const { id } = await invite(await asCoach(), end);
    expect(await accept(anna, id, false, end)).toMatchObject({ state: 'begun', ended: null });
    await expect(anna.act((ctx) => changeConsent(ctx, { until: noon }))).rejects.toThrow('over');
  });

  it.each([
    ['the coach widens it', () => carl, `can_read = '{food,mood}', can_write = '{mood}'`],
    ['the coach prolongs it', () => carl, `until = '2030-01-01Z'`],
    ['the client moves its beginning', () => anna, `started_at = '2020-01-01Z'`],
    [
      'the coach ends it in the name of the client',
      () => carl,
      `ended_at = '2026-03-02T12:00Z', ended_by_id = client_id`,
    ],
  ])('does not change when %s', async (_, who, change) => {
    await expect(
      who().act(({ db: tx }) => tx.execute(sql`update coachings set ${sql.raw(change)} where client_id = ${anna.id}`)),
    ).rejects.toThrow();
  });

  it('stays as it ended', async () => {
    await anna.act(async (ctx) => endCoaching(ctx, (await myCoaching(ctx))?.id ?? 0, 'enough'));
    for (const person of [anna, carl])
      await expect(
        person.act(({ db: tx }) =>
          tx.execute(sql`update coachings set end_reason = 'other' where client_id = ${anna.id}`),
        ),
      ).rejects.toThrow();
  });
});

const coachingOf = (client: Person) => client.act(myCoaching);
