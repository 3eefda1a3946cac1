import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { knownPeople } from '../../db/schema/index.ts';
import { testDatabase } from '../support/database.ts';
import { type Cast, insertion, minimalRows, type Row } from '../support/minimal-rows.ts';

const { pool } = await testDatabase();
const rows = minimalRows(pool);

/** Tables on which a member has no rights at all. */
const outOfReach = [
  'audit_log',
  'invite_tokens',
  'job_failures',
  'link_codes',
  'platform_pace',
  'sessions',
  'user_credentials',
  'wrong_codes',
];
/** Tables everybody may read and no member may write. */
const shared = ['achievements', 'app_config', 'brand_settings'];
/** Tables only the owner writes, though people see their own rows. */
const written = { insert: ['users', 'chat_accounts', 'coachings', 'message_copies', 'action_changes'] };

/** Rows a coach keeps, whether or not somebody is coached. */
const ofTheCoach = [
  'attention_dismissals',
  'check_in_forms',
  'client_group_members',
  'client_groups',
  'coach_notes',
  'coach_threads',
  'diet_template_versions',
  'diet_templates',
  'routine_template_versions',
  'routine_templates',
  'snippets',
];
/** Rows of a coach and a client, for which it takes no scope. Media: here a profile picture. */
const between = ['coaching_sessions', 'coachings', 'media', 'message_media', 'messages'];

const { rows: found } = await pool.query<{ name: string }>(
  `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
);
const tables = found.map(({ name }) => name);
const personal = tables.filter((name) => !outOfReach.includes(name) && !shared.includes(name));

async function person(): Promise<number> {
  const { id } = await rows.insert('users', { person: 0, coach: 0 });
  return Number(id);
}

/** Runs as a member within a transaction that is rolled back. */
async function as<T>(userId: number | null, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local role spotter_member`);
    await client.query(`select set_config('spotter.user_id', $1, true), set_config('spotter.now', $2, true)`, [
      userId === null ? '' : String(userId),
      '2026-03-05T00:00:00Z',
    ]);
    return await run(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const keyOf = (row: Row) => ('id' in row ? 'id' : (Object.keys(row)[0] ?? ''));

async function sees(client: pg.ClientBase, table: string, row: Row): Promise<boolean> {
  const key = keyOf(row);
  const { rowCount } = await client.query(`select 1 from ${table} where ${key} = $1`, [row[key]]);
  return rowCount !== 0;
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error);

async function attempt(client: pg.ClientBase, statement: string, values: unknown[]): Promise<number | unknown> {
  await client.query('savepoint attempt');
  try {
    return (await client.query(statement, values)).rowCount ?? 0;
  } catch (error) {
    await client.query('rollback to savepoint attempt');
    return codeOf(error);
  }
}

/** Changing a column to what it is already. */
async function change(client: pg.ClientBase, table: string, row: Row): Promise<number | unknown> {
  const key = keyOf(row);
  const column = 'updated_at' in row ? 'updated_at' : (Object.keys(row).find((name) => name !== key) ?? key);
  return attempt(client, `update ${table} set ${column} = ${column} where ${key} = $1`, [row[key]]);
}

async function remove(client: pg.ClientBase, table: string, row: Row): Promise<number | unknown> {
  const key = keyOf(row);
  return attempt(client, `delete from ${table} where ${key} = $1`, [row[key]]);
}

describe('what belongs to somebody', () => {
  let cast: Cast;
  let stranger: number;
  const made = new Map<string, Row>();
  const mine = (table: string): Row => made.get(table) ?? {};

  beforeAll(async () => {
    cast = { person: await person(), coach: await person() };
    stranger = await person();
    for (const table of personal) {
      made.set(table, table === 'users' ? { id: cast.person, updated_at: '' } : await rows.insert(table, cast));
    }
  });

  it('has row-level security on every table there is', async () => {
    const { rows: open } = await pool.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity`,
    );
    expect(open).toEqual([]);
  });

  it('has a policy wherever a member has a right', async () => {
    const { rows: without } = await pool.query(
      `select distinct table_name from information_schema.role_table_grants g
       where grantee = 'spotter_member' and table_name <> 'known_people'
         and not exists (select from pg_policies p where p.tablename = g.table_name)`,
    );
    expect(without).toEqual([]);
  });

  it.each(personal)('is seen by its owner and by no stranger: %s', async (table) => {
    const row = mine(table);
    const owner = ofTheCoach.includes(table) ? cast.coach : cast.person;
    expect(await as(owner, (client) => sees(client, table, row))).toBe(true);
    expect(await as(stranger, (client) => sees(client, table, row))).toBe(false);
    expect(await as(null, (client) => sees(client, table, row))).toBe(false);
  });

  it.each(personal)('is changed and removed by no stranger: %s', async (table) => {
    const row = mine(table);
    await as(stranger, async (client) => {
      expect([0, '42501']).toContain(await change(client, table, row));
      expect([0, '42501']).toContain(await remove(client, table, row));
    });
  });

  it.each(personal.filter((name) => name !== 'users'))('is put there for others by no stranger: %s', async (table) => {
    const copy = await rows.values(table, cast);
    await as(stranger, async (client) => {
      expect(await attempt(client, insertion(table, copy), Object.values(copy))).toBe('42501');
    });
  });

  it.each(personal.filter((name) => !written.insert.includes(name)))('is put there by its owner: %s', async (table) => {
    const fresh = { person: await person(), coach: await person() };
    await rows.insert('coachings', fresh, { can_read: '{messages}', can_write: '{messages}' });
    const copy = await rows.values(table, fresh);
    const results = [];
    for (const userId of [fresh.person, fresh.coach]) {
      results.push(await as(userId, (client) => attempt(client, insertion(table, copy), Object.values(copy))));
    }
    expect(results).toContain(1);
  });

  it.each(written.insert)('is put there by the owner of the database alone: %s', async (table) => {
    const copy = await rows.values(table, cast);
    await as(cast.person, async (client) => {
      expect(await attempt(client, insertion(table, copy), Object.values(copy))).toBe('42501');
    });
  });

  it.each(outOfReach)('is out of a member’s reach: %s', async (table) => {
    await rows.insert(table, cast);
    await as(cast.person, async (client) => {
      expect(await attempt(client, `select 1 from ${table}`, [])).toBe('42501');
      expect(await attempt(client, `delete from ${table}`, [])).toBe('42501');
    });
  });

  it.each(shared)('is everybody’s to read and nobody’s to change: %s', async (table) => {
    await as(cast.person, async (client) => {
      expect(await attempt(client, `select 1 from ${table}`, [])).not.toBe('42501');
      expect(await attempt(client, `delete from ${table}`, [])).toBe('42501');
    });
  });
});

describe('a person', () => {
  it('changes neither their own role nor whether they are locked out', async () => {
    const me = await person();
    await as(me, async (client) => {
      expect(await attempt(client, `update users set time_zone = 'Europe/Madrid' where id = $1`, [me])).toBe(1);
      expect(await attempt(client, `update users set role = 'admin' where id = $1`, [me])).toBe('42501');
      expect(await attempt(client, `update users set is_active = true where id = $1`, [me])).toBe('42501');
      expect(await attempt(client, `delete from users where id = $1`, [me])).toBe('42501');
    });
  });

  it('cannot hang rows of their own onto other people’s', async () => {
    const [me, other] = [await person(), await person()];
    const meal = await rows.insert('meal_logs', { person: other, coach: other });
    const item = { ...(await rows.values('meal_items', { person: me, coach: me })), meal_log_id: meal.id };
    await as(me, async (client) => {
      expect(await attempt(client, insertion('meal_items', item), Object.values(item))).toBe('23503');
    });
  });

  it('reads the catalogue and writes none of it', async () => {
    const me = await person();
    const { rows: catalogue } = await pool.query(
      `insert into foods (source, name, energy_kcal, protein_g, carbs_g, fat_g, nutrients, created_at, updated_at)
       values ('curated', 'plain rice', 130, 2, 28, 0, '{}', '2026-03-02Z', '2026-03-02Z') returning *`,
    );
    await as(me, async (client) => {
      expect(await sees(client, 'foods', catalogue[0])).toBe(true);
      expect(await change(client, 'foods', catalogue[0])).toBe(0);
      expect(await remove(client, 'foods', catalogue[0])).toBe(0);
    });
  });
});

const scopes = ['food', 'training', 'body', 'photos', 'mood', 'messages'] as const;

/** What a coach sees of a client by one scope, or only by several. */
const covered: Record<string, readonly (typeof scopes)[number][]> = {
  chat_accounts: ['messages'],
  check_in_answers: ['messages'],
  check_ins: ['messages'],
  client_diet_assignments: ['food'],
  client_routine_assignments: ['training'],
  daily_logs: ['food', 'training', 'body'],
  exercise_logs: ['training'],
  exercise_names: ['training'],
  exercise_sets: ['training'],
  exercises: ['training'],
  food_names: ['food'],
  food_portions: ['food'],
  foods: ['food'],
  goal_milestones: ['body'],
  health_metrics: ['body', 'mood'],
  meal_items: ['food'],
  meal_logs: ['food'],
  meal_slots: ['food'],
  measurements: ['body'],
  nutrition_targets: ['food'],
  pauses: ['training'],
  progress_photos: ['photos'],
  recipe_items: ['food'],
  routine_exercises: ['training'],
  routines: ['training'],
  scheduled_routines: ['training'],
  streaks: ['food', 'training'],
  user_achievements: ['food', 'training'],
  user_daily_meal_plans: ['food'],
  user_goals: ['body'],
  user_statistics: ['food', 'training'],
  workout_sessions: ['training'],
};
/** What a coach sees and only the client or the owner writes. */
const onlyRead = [
  'chat_accounts',
  'exercise_names',
  'exercises',
  'food_names',
  'food_portions',
  'foods',
  'recipe_items',
];

describe('a coach', () => {
  let cast: Cast;
  let coaching: Row;
  const made = new Map<string, Row>();

  beforeAll(async () => {
    cast = { person: await person(), coach: await person() };
    coaching = await rows.insert('coachings', cast);
    for (const table of personal) {
      if (table === 'coachings') made.set(table, coaching);
      else made.set(table, table === 'users' ? { id: cast.person, updated_at: '' } : await rows.insert(table, cast));
    }
  });

  async function consent(read: readonly string[], write: readonly string[] = [], more: Row = {}): Promise<void> {
    await pool.query('delete from coachings where client_id = $1', [cast.person]);
    coaching = await rows.insert('coachings', cast, { can_read: read, can_write: write, ...more });
    made.set('coachings', coaching);
  }

  async function seen(): Promise<string[]> {
    return as(cast.coach, async (client) => {
      const visible = [];
      for (const table of personal) if (await sees(client, table, made.get(table) ?? {})) visible.push(table);
      return visible.filter((table) => !ofTheCoach.includes(table));
    });
  }

  async function changed(): Promise<string[]> {
    return as(cast.coach, async (client) => {
      const possible = [];
      for (const table of Object.keys(covered)) {
        if ((await change(client, table, made.get(table) ?? {})) === 1) possible.push(table);
      }
      return possible;
    });
  }

  it.each(scopes)('sees by the scope %s what it covers and nothing else, and writes none of it', async (scope) => {
    await consent([scope]);
    const expected = Object.keys(covered).filter((table) => covered[table]?.every((needed) => needed === scope));
    expect(await seen()).toEqual([...expected, ...between].sort());
    expect(await changed()).toEqual([]);
  });

  it('sees what mixes several scopes with all of them', async () => {
    await consent(scopes);
    expect(await seen()).toEqual([...Object.keys(covered), ...between].sort());
  });

  it.each(scopes)('writes by the scope %s what it covers and nothing else', async (scope) => {
    await consent(scopes, [scope]);
    const expected = Object.keys(covered).filter(
      (table) => covered[table]?.every((needed) => needed === scope) && !onlyRead.includes(table),
    );
    expect(await changed()).toEqual(expected);
  });

  it('adds to a client’s log with the right to write, in the client’s name and in nobody else’s', async () => {
    await consent(['food'], ['food']);
    const other = { person: await person(), coach: cast.coach };
    const [meal, stray] = [await rows.values('meal_logs', cast), await rows.values('meal_logs', other)];
    await as(cast.coach, async (client) => {
      expect(await attempt(client, insertion('meal_logs', meal), Object.values(meal))).toBe(1);
      expect(await attempt(client, insertion('meal_logs', stray), Object.values(stray))).toBe('42501');
    });
    await consent(['food']);
    await as(cast.coach, async (client) => {
      expect(await attempt(client, insertion('meal_logs', meal), Object.values(meal))).toBe('42501');
    });
  });

  it.each([
    ['has ended', { ended_at: '2026-03-04T00:00:00Z' }],
    ['has expired', { until: '2026-03-04T00:00:00Z' }],
    ['is still to begin', { started_at: '2026-03-06T00:00:00Z' }],
  ])('sees nothing but what they wrote each other when the coaching %s', async (_, more) => {
    const later = await rows.insert('coachings', { person: await person(), coach: cast.coach });
    await consent(scopes, scopes, more);
    expect(await seen()).toEqual(['coachings', 'message_media', 'messages']);
    expect(await changed()).toEqual([]);
    await as(cast.coach, async (client) => {
      expect(await sees(client, 'coach_notes', made.get('coach_notes') ?? {})).toBe(false);
      expect(await sees(client, 'coachings', later)).toBe(true);
    });
  });

  it('does not take what the client has not given', async () => {
    await consent(['food'], ['food']);
    await as(cast.coach, async (client) => {
      const widen = `update coachings set can_read = '{food,body}' where id = $1`;
      expect(await attempt(client, widen, [coaching.id])).toBe('42501');
      expect(await attempt(client, `update coachings set ended_at = '2026-03-06Z' where id = $1`, [coaching.id])).toBe(
        1,
      );
    });
    await as(cast.person, async (client) => {
      const narrow = `update coachings set can_read = '{food}', can_write = '{}' where id = $1`;
      expect(await attempt(client, narrow, [coaching.id])).toBe(1);
      const revive = `update coachings set ended_at = null where id = $1`;
      expect(await attempt(client, `update coachings set ended_at = '2026-03-06Z' where id = $1`, [coaching.id])).toBe(
        1,
      );
      expect(await attempt(client, revive, [coaching.id])).toBe('42501');
      const pass = `update coachings set coach_id = $2 where id = $1`;
      expect(await attempt(client, pass, [coaching.id, await person()])).toBe('42501');
    });
  });

  it('knows a client by name, and their body only by that scope', async () => {
    await pool.query(`update users set full_name = 'Ana', height_cm = 170, email = 'ana@example.org' where id = $1`, [
      cast.person,
    ]);
    // Through the declared view, so that its columns are tried as well.
    const known = () =>
      as(cast.coach, (client) =>
        drizzle({ client, casing: 'snake_case' }).select().from(knownPeople).where(eq(knownPeople.id, cast.person)),
      );
    await consent(['food']);
    expect(await known()).toMatchObject([{ fullName: 'Ana', heightCm: null, timeZone: null }]);
    await consent(['food', 'body']);
    const [row] = await known();
    expect(row).toMatchObject({ fullName: 'Ana', heightCm: 170, role: 'client' });
    expect(row).not.toHaveProperty('email');
  });

  it('writes to a client, and nobody else does', async () => {
    await consent(['messages']);
    const message = await rows.values('messages', { person: cast.coach, coach: cast.person });
    await as(cast.coach, async (client) => {
      expect(await attempt(client, insertion('messages', message), Object.values(message))).toBe(1);
    });
    const stranger = await person();
    const unwanted = { ...message, sender_id: stranger };
    await as(stranger, async (client) => {
      expect(await attempt(client, insertion('messages', unwanted), Object.values(unwanted))).toBe('42501');
    });
  });
});

describe('a client', () => {
  it('reads their coach’s foods, forms and the version they were given, and never the coach’s notes', async () => {
    const cast = { person: await person(), coach: await person() };
    await rows.insert('coachings', cast);
    const food = await rows.insert('foods', { person: cast.coach, coach: cast.coach }, { source: 'coach' });
    const form = await rows.insert('check_in_forms', cast);
    const given = await rows.insert('client_routine_assignments', cast);
    const note = await rows.insert('coach_notes', cast);
    await as(cast.person, async (client) => {
      expect(await sees(client, 'foods', food)).toBe(true);
      expect(await change(client, 'foods', food)).toBe(0);
      expect(await sees(client, 'check_in_forms', form)).toBe(true);
      expect(await sees(client, 'routine_template_versions', { id: given.version_id })).toBe(true);
      expect(await sees(client, 'routine_templates', { id: given.template_id })).toBe(false);
      expect(await sees(client, 'coach_notes', note)).toBe(false);
    });
  });

  it('says what a session was worth, and its coach what was said in it', async () => {
    const cast = { person: await person(), coach: await person() };
    await rows.insert('coachings', cast);
    const { id } = await rows.insert('coaching_sessions', cast);
    const stranger = { id: await person() };
    const set = (client: pg.ClientBase, change: string) =>
      attempt(client, `update coaching_sessions set ${change} where id = $1`, [id]);
    const [rating, feedback, topics] = ['rating = 9', `coach_feedback = 'well done'`, `topics = '{knee}'`];
    await as(cast.person, async (client) => {
      expect([await set(client, rating), await set(client, topics)]).toEqual([1, 1]);
      expect([await set(client, feedback), await set(client, `coach_id = ${stranger.id}`)]).toEqual(['42501', '42501']);
    });
    await as(cast.coach, async (client) => {
      expect([await set(client, feedback), await set(client, topics)]).toEqual([1, 1]);
      expect([await set(client, rating), await set(client, `client_id = ${stranger.id}`)]).toEqual(['42501', '42501']);
    });
  });

  it('keeps to themselves what no scope covers', async () => {
    const cast = { person: await person(), coach: await person() };
    await rows.insert('coachings', cast, { can_read: scopes, can_write: scopes });
    const own = await rows.insert('reminders', cast);
    const wide = await rows.insert('user_goals', cast, { goal_type: 'other' });
    const mood = await rows.insert('measurements', cast, { metric: 'mood', value: 7 });
    await as(cast.coach, async (client) => {
      expect(await sees(client, 'reminders', own)).toBe(false);
      expect(await sees(client, 'user_goals', wide)).toBe(false);
      expect(await sees(client, 'measurements', mood)).toBe(true);
    });
    await pool.query(`update coachings set can_read = '{body}', can_write = '{}' where client_id = $1`, [cast.person]);
    await as(cast.coach, async (client) => {
      expect(await sees(client, 'measurements', mood)).toBe(false);
    });
  });
});
