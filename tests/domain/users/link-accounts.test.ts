import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { beginLink, confirmClaim, finishLink, refuseLink } from '../../../src/domain/users/link-accounts.ts';
import { useCode } from '../../../src/domain/users/use-code.ts';
import type { TypingAccount } from '../../../src/domain/users/wrong-codes.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson, type Person } from '../../support/person.ts';

const { db, pool } = await testDatabase();
const noon = Temporal.Instant.from('2026-03-02T12:00:00Z');
const wrong = 'AAAA-AAAA';

interface Side {
  readonly person: Person;
  readonly account: TypingAccount;
}

let accounts = 0;
async function side(platform: TypingAccount['platform']): Promise<Side> {
  const person = await makePerson(db);
  accounts += 1;
  const account = { platform, accountId: `account-${accounts}` };
  await pool.query(
    `insert into chat_accounts (user_id, platform, account_id, display_name, created_at, updated_at) values ($1, $2, $3, 'Ana', $4, $4)`,
    [person.id, platform, account.accountId, noon.toString()],
  );
  return { person, account };
}

const begin = ({ person, account }: Side) => person.act((ctx) => beginLink(ctx, account));
const type = ({ person, account }: Side, code: string, at = noon) =>
  person.act((ctx) => useCode(ctx, account, code), at);

/** Up to the last word: the code is typed on the other side, and confirmed there. */
async function claimed(owner: Side, claimer: Side): Promise<number> {
  const used = await type(claimer, (await begin(owner)).code);
  if (used.kind !== 'link' || used.found.state !== 'claimed') throw new Error('The code was not taken');
  const { linkId } = used.found;
  await claimer.person.act((ctx) => confirmClaim(ctx, claimer.account, linkId));
  return linkId;
}

let telegram: Side;
let discord: Side;
beforeEach(async () => {
  telegram = await side('telegram');
  discord = await side('discord');
});

describe('linking two accounts', () => {
  it.each([
    ['made the code on the older', () => [telegram, discord] as const],
    ['made the code on the younger', () => [discord, telegram] as const],
  ])('makes one person of them, whoever %s', async (_, who) => {
    const [owner, claimer] = who();
    const linkId = await claimed(owner, claimer);
    const linked = await owner.person.act((ctx) => finishLink(ctx, linkId, null));
    expect(linked).toMatchObject({ state: 'linked', merged: { user: { id: telegram.person.id } } });
    const { rows } = await pool.query('select distinct user_id from chat_accounts where account_id = any ($1)', [
      [telegram.account.accountId, discord.account.accountId],
    ]);
    expect(rows).toEqual([{ user_id: String(telegram.person.id) }]);
  });

  it('takes both: the code alone, and one confirmation, link nothing', async () => {
    const used = await type(discord, (await begin(telegram)).code);
    if (used.kind !== 'link' || used.found.state !== 'claimed') throw new Error('The code was not taken');
    const { linkId } = used.found;
    await expect(telegram.person.act((ctx) => finishLink(ctx, linkId, null))).rejects.toThrow('Begin again');
    const stranger = await side('discord');
    await expect(stranger.person.act((ctx) => confirmClaim(ctx, stranger.account, linkId))).rejects.toThrow(
      'Begin again',
    );
    await discord.person.act((ctx) => confirmClaim(ctx, discord.account, linkId));
    await expect(discord.person.act((ctx) => finishLink(ctx, linkId, null))).rejects.toThrow('Begin again');
    await expect(stranger.person.act((ctx) => finishLink(ctx, linkId, null))).rejects.toThrow('Begin again');
  });

  it('is off once either refuses, and when ten minutes have gone', async () => {
    const linkId = await claimed(telegram, discord);
    await expect(
      telegram.person.act((ctx) => finishLink(ctx, linkId, null), noon.add({ minutes: 11 })),
    ).rejects.toThrow();
    await discord.person.act((ctx) => refuseLink(ctx, discord.account, linkId));
    await expect(telegram.person.act((ctx) => finishLink(ctx, linkId, null))).rejects.toThrow('Begin again');
    const { code } = await begin(telegram);
    expect(await type(discord, code, noon.add({ minutes: 10 }))).toMatchObject({ found: { state: 'expired' } });
  });

  it('is taken by the first of two accounts that type its code', async () => {
    const { code } = await begin(telegram);
    const others = [discord, await side('discord'), await side('discord')];
    const used = await Promise.all(others.map((other) => type(other, code)));
    const states = used.map((one) => (one.kind === 'link' ? one.found.state : one.kind));
    expect(states.sort()).toEqual(['claimed', 'claimed-by-another', 'claimed-by-another']);
  });

  it('happens once, though the last button is pressed twice at a time', async () => {
    const linkId = await claimed(telegram, discord);
    const ends = await Promise.allSettled(
      [1, 2].map(() => telegram.person.act((ctx) => finishLink(ctx, linkId, null))),
    );
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('waits for no other link of the same two, both ways at once', async () => {
    const [one, other] = [await claimed(telegram, discord), await claimed(discord, telegram)];
    const ends = await Promise.allSettled([
      telegram.person.act((ctx) => finishLink(ctx, one, null)),
      discord.person.act((ctx) => finishLink(ctx, other, null)),
    ]);
    expect(ends.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
    const { rows } = await pool.query('select id from users where id = any ($1)', [
      [telegram.person.id, discord.person.id],
    ]);
    expect(rows.length).toBe(ends.some(({ status }) => status === 'fulfilled') ? 1 : 2);
  });

  it('keeps no code as it is typed', async () => {
    const { code } = await begin(telegram);
    const { rows } = await pool.query('select * from link_codes where user_id = $1', [telegram.person.id]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(code);
  });
});

describe('wrong codes', () => {
  it('lock an account out for a quarter of an hour, right codes too, and nobody else', async () => {
    for (const left of [4, 3, 2, 1, 0]) expect(await type(discord, wrong)).toEqual({ kind: 'wrong', left });
    const { code } = await begin(telegram);
    expect(await type(discord, code)).toMatchObject({ kind: 'locked' });
    expect(await type(await side('discord'), wrong)).toMatchObject({ kind: 'wrong' });
    const later = noon.add({ minutes: 15 });
    const { code: fresh } = await telegram.person.act((ctx) => beginLink(ctx, telegram.account), later);
    expect(await type(discord, fresh, later)).toMatchObject({ kind: 'link' });
  });

  it('of however many accounts keep nobody else from linking', async () => {
    const much = noon.add({ hours: 100 });
    await pool.query(
      `insert into wrong_codes (account_id, tried_at) select a.id, $1 from chat_accounts a, generate_series(1, 2000) where account_id = $2`,
      [much.toString(), telegram.account.accountId],
    );
    expect(await type(discord, wrong, much.add({ minutes: 1 }))).toMatchObject({ kind: 'wrong' });
  });
});
