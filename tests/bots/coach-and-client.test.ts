import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { fewFoods } from '../support/few-foods.ts';
import { openTalk, type Writer } from '../support/talk.ts';

const { db, pool } = await testDatabase({ maxConnections: 20 });
const { writer, passTo } = openTalk({ db, foods: await fewFoods(db) });

const idOf = async ({ account }: Writer): Promise<number> => {
  const { rows } = await pool.query('select user_id from chat_accounts where account_id = $1', [account]);
  return Number(rows[0]?.user_id);
};

/** Begins a coaching in words. */
async function begin(coach: Writer, ...clients: Writer[]): Promise<void> {
  await coach.write('my city is London');
  await pool.query(`update users set role = 'coach' where id = $1`, [await idOf(coach)]);
  for (const client of clients) {
    await client.write('my city is London');
    await coach.write('/invite');
    const code = /code (\w{4}-\w{4})/.exec(coach.told().at(-1) ?? '')?.[1];
    await client.write(`/coach code ${code}`);
    await client.press('Allow all of it');
  }
}

const carlAndAnna = async (): Promise<[Writer, Writer]> => {
  const [carl, anna] = [writer('Carl', 'telegram'), writer('Anna', 'discord')];
  await begin(carl, anna);
  return [carl, anna];
};

describe('a cry for help', () => {
  const cry = 'I want to kill myself';

  it.each([
    ['msg', { to: 'coach', text: cry }],
    ['log', { food: cry }],
  ])('is heard in a slash command: /%s', async (name, options) => {
    const [carl, anna] = await carlAndAnna();
    await anna.send({ kind: 'command', name, options });
    expect(anna.told().at(-1)).toContain('crisis line');
    expect(carl.told().at(-1)).toMatch(/Anna may be in danger[\s\S]*I want to kill myself/);
  });

  it('is heard in a form, whose answers are kept all the same', async () => {
    const [carl, anna] = await carlAndAnna();
    await anna.write('checkin');
    await anna.press('Begin');
    await anna.send({ kind: 'submit', fields: { weight: '70', notes: cry } });
    expect(anna.told().at(-1)).toMatch(/crisis line[\s\S]*Check-in/);
    expect(carl.told().at(-1)).toContain('Anna may be in danger');
    const { rows } = await pool.query('select notes from check_ins where client_id = $1', [await idOf(anna)]);
    expect(rows).toEqual([{ notes: cry }]);
  });

  it('is heard in a form that cannot be kept, of which nothing is', async () => {
    const [carl, anna] = await carlAndAnna();
    await anna.write('checkin');
    await anna.press('Begin');
    const breaks = 'alter table check_ins add constraint unkept check (notes <> $$no reason to live$$) not valid';
    await pool.query(breaks);
    await anna.send({ kind: 'submit', fields: { weight: '70', notes: 'no reason to live' } });
    await pool.query('alter table check_ins drop constraint unkept');
    expect(anna.told().at(-1)).toMatch(/crisis line[\s\S]*Something went wrong/);
    expect(carl.told().at(-1)).toMatch(/Anna may be in danger[\s\S]*no reason to live/);
    const { rows } = await pool.query('select weight_kg from check_ins where client_id = $1', [await idOf(anna)]);
    expect(rows).toEqual([{ weight_kg: null }]);
  });

  it('is heard in a form that is no longer open', async () => {
    const [carl, anna] = await carlAndAnna();
    await anna.send({ kind: 'submit', formId: '1.form', fields: { notes: cry } });
    expect(anna.told().at(-1)).toMatch(/crisis line[\s\S]*That form is no longer open/);
    expect(carl.told().at(-1)).toContain('Anna may be in danger');
  });
});

describe('what waits to be told a coach', () => {
  it('is not told once the coaching has ended', async () => {
    const [carl, anna] = await carlAndAnna();
    await passTo('2026-03-02T23:00:00Z');
    await anna.write('/session friday 19:00 about my divorce');
    await anna.write('/coach end');
    await anna.press('End it');
    await passTo('2026-03-03T09:00:00Z');
    const morning = carl.told().at(-1) ?? '';
    expect(morning).toContain('Anna has ended the coaching with you');
    expect(morning).not.toMatch(/Friday|divorce/);
  });

  it('is told in the morning where the two still work together', async () => {
    const [carl, anna] = await carlAndAnna();
    await passTo('2026-03-03T23:00:00Z');
    await anna.write('/session friday 19:00 about my divorce');
    await passTo('2026-03-04T09:00:00Z');
    expect(carl.told().at(-1)).toContain('divorce');
  });
});

it('goes to the others of a broadcast, and its coach is told, when one ends the coaching meanwhile', async () => {
  const [carl, anna, ben] = [writer('Carl', 'telegram'), writer('Anna', 'discord'), writer('Ben', 'discord')];
  await begin(carl, anna, ben);
  await carl.write('/broadcast all: No sessions on Friday');
  await anna.write('/coach end');
  // The broadcast has looked whom it may go to, and comes no further until Anna has said her last word.
  const holder = await pool.connect();
  await holder.query('begin');
  await holder.query('lock table messages in share mode');
  const sending = carl.press('Send to 2');
  await sleep(500);
  const ending = anna.press('End it');
  await sleep(500);
  await holder.query('commit');
  holder.release();
  await Promise.all([sending, ending]);
  expect(ben.told().at(-1)).toBe('Carl: No sessions on Friday');
  expect(carl.told().join('\n')).not.toContain('Something went wrong');
  expect(carl.told().join('\n')).toContain('Anna has ended the coaching with you');
});

it('does nothing, a button that somebody else was shown', async () => {
  const [carl, anna] = await carlAndAnna();
  await carl.write('/client anna');
  const { rows } = await pool.query('select max(id) as id from deliveries where account_id = $1', [carl.account]);
  for (const other of [anna, writer('Eve', 'telegram')]) {
    await other.press(`${rows[0]?.id}.0`);
    expect(other.told().at(-1)).toBe('I no longer know that button; please write what you want.');
    await other.send({ kind: 'submit', formId: `${rows[0]?.id}.form`, fields: {} });
    expect(other.told().at(-1)).toBe('That form is no longer open.');
  }
});

it('is warned that others read along, a coach who wants their threads in a group on Telegram', async () => {
  const [carl] = await carlAndAnna();
  await carl.write('/coach here', { isPrivate: false, chatId: 'a-group' });
  expect(carl.told().at(-1)).toContain('Whoever is in this group can read them all');
  await carl.write('/coach here');
  expect(carl.told().at(-1)).not.toContain('in this group');
});

/** Every table and column in which a word still stands. */
async function traces(word: string): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    // The catalogue is large, and nobody's.
    `select tablename as name from pg_tables where schemaname = 'public' and tablename !~ '^(food|exercise)(s|_names|_portions)$'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ key: string; value: string }>(
      `select e.key, e.value from ${name} t, jsonb_each_text(to_jsonb(t)) e where e.value ilike $1`,
      [`%${word}%`],
    );
    found.push(...rows.map(({ key, value }) => `${name}.${key}: ${value}`.slice(0, 200)));
  }
  return found;
}

it('leaves neither name nor words in what their coach was told, a client who erases themselves', async () => {
  const [carl, zelda] = [writer('Carl', 'telegram'), writer('Zelda', 'discord')];
  await begin(carl, zelda);
  await zelda.write('tell my coach my xylograph hurts');
  for (const text of ['/msg zelda rest it', '/chat zelda', 'how is it now', '/done', '/client zelda', '/clients'])
    await carl.write(text);
  await carl.write('/group runners add zelda');
  await carl.write('/broadcast all: Hi {name}');
  await carl.write('/note zelda her quixotic knee');
  await carl.write('/later zelda tomorrow 8:00 good luck');
  await carl.write('/session zelda friday 18:00');
  // At night both wait, and are told as one in the morning.
  await passTo('2026-03-04T23:30:00Z');
  await zelda.write('/session saturday 19:00');
  await zelda.write('/coach photos off');
  await passTo('2026-03-05T09:00:00Z');
  expect(carl.told().at(-1)).toContain('2 things at once');
  const { rows: before } = await pool.query('select count(*) as n from deliveries where account_id = $1', [
    carl.account,
  ]);
  await zelda.write('delete me');
  await zelda.write('Delete everything');
  const isCarls = (trace: string) => trace.startsWith('inbound_messages.payload') && trace.includes('"carl-');
  for (const word of ['zelda', 'xylograph', 'quixotic'])
    expect((await traces(word)).filter((one) => !isCarls(one))).toEqual([]);
  // What is his own stays, such as his buttons.
  const { rows: after } = await pool.query('select count(*) as n from deliveries where account_id = $1', [
    carl.account,
  ]);
  expect(Number(after[0]?.n)).toBeGreaterThan(Number(before[0]?.n) / 2);
  await carl.write('/clients');
  expect(carl.told().at(-1)).not.toContain('Zelda');
});
