import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { type Cast, minimalRows, type Row } from '../support/minimal-rows.ts';

const { pool } = await testDatabase();
const rows = minimalRows(pool);

async function people(): Promise<Cast> {
  const make = async () => Number((await rows.insert('users', { person: 0, coach: 0 })).id);
  return { person: await make(), coach: await make() };
}

/** Runs a statement as a member, or as the system for null. */
async function run(userId: number | null, statement: string, values: unknown[] = []): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('spotter.user_id', $1, true), set_config('spotter.now', '2026-03-05T08:00:00Z', true)`,
      [userId === null ? '' : String(userId)],
    );
    if (userId !== null) await client.query('set local role spotter_member');
    await client.query(statement, values);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function entries(table: string, recordId: unknown): Promise<Row[]> {
  const { rows: found } = await pool.query(
    `select user_id::int, owner_id::int, action, old_values, new_values, created_at
     from audit_log where table_name = $1 and record_id = $2 order by id`,
    [table, recordId],
  );
  return found;
}

const audited = ['users', 'user_credentials', 'coachings', 'user_goals', 'goal_milestones', 'nutrition_targets'];
const plans = [
  'user_daily_meal_plans',
  'routines',
  'routine_exercises',
  'scheduled_routines',
  'client_diet_assignments',
  'client_routine_assignments',
  'diet_templates',
  'routine_templates',
];
const logs = [
  'meal_logs',
  'meal_items',
  'measurements',
  'workout_sessions',
  'exercise_logs',
  'exercise_sets',
  'progress_photos',
  'check_ins',
  'check_in_answers',
];

describe('the audit log', () => {
  it('keeps who changed what, whose it was, and the old and the new', async () => {
    const cast = await people();
    const target = await rows.insert('nutrition_targets', cast, { energy_kcal: 2000 });
    await run(cast.person, 'update nutrition_targets set energy_kcal = 2200 where id = $1', [target.id]);
    await run(null, 'delete from nutrition_targets where id = $1', [target.id]);
    const who = { owner_id: cast.person };
    expect(await entries('nutrition_targets', target.id)).toMatchObject([
      { ...who, user_id: null, action: 'insert', old_values: null, new_values: { energy_kcal: 2000 } },
      {
        ...who,
        user_id: cast.person,
        action: 'update',
        old_values: { energy_kcal: 2000 },
        new_values: { energy_kcal: 2200 },
        created_at: '2026-03-05 08:00:00+00',
      },
      { ...who, user_id: null, action: 'delete', old_values: { energy_kcal: 2200 }, new_values: null },
    ]);
    const [, update] = await entries('nutrition_targets', target.id);
    expect(update?.new_values).toEqual({ energy_kcal: 2200 });
  });

  it.each([...audited.filter((table) => table !== 'users'), ...plans])('keeps the making of %s', async (table) => {
    const row = await rows.insert(table, await people());
    expect(await entries(table, row.id ?? row.user_id)).toMatchObject([{ action: 'insert' }]);
  });

  it.each(logs)('keeps corrections and removals of %s, and not their making', async (table) => {
    const row = await rows.insert(table, await people());
    expect(await entries(table, row.id)).toEqual([]);
    await pool.query(`update ${table} set created_at = created_at + interval '1 second' where id = $1`, [row.id]);
    await pool.query(`delete from ${table} where id = $1`, [row.id]);
    expect(await entries(table, row.id)).toMatchObject([{ action: 'update' }, { action: 'delete' }]);
  });

  it('keeps a change of role', async () => {
    const { person } = await people();
    await run(null, `update users set role = 'coach' where id = $1`, [person]);
    expect(await entries('users', person)).toMatchObject([
      { action: 'insert' },
      { action: 'update', old_values: { role: 'client' }, new_values: { role: 'coach' } },
    ]);
  });

  it('keeps nothing of an update that changed nothing but its time', async () => {
    const { person } = await people();
    await run(null, `update users set updated_at = now(), last_login_at = now() where id = $1`, [person]);
    expect(await entries('users', person)).toHaveLength(1);
  });

  it('keeps that a secret changed and never the secret', async () => {
    const cast = await people();
    await rows.insert('user_credentials', cast, { password_hash: 'hash-one' });
    await run(
      null,
      `update user_credentials set password_hash = 'hash-two', reset_token_hash = 'hash-three' where user_id = $1`,
      [cast.person],
    );
    const [, update] = await entries('user_credentials', cast.person);
    expect(update).toMatchObject({ new_values: { password_hash: 'hidden', reset_token_hash: 'hidden' } });
    const { rows: leaks } = await pool.query(`select 1 from audit_log where audit_log::text like '%hash-%'`);
    expect(leaks).toEqual([]);
  });
});

describe('erasing a person', () => {
  it('leaves nothing of theirs in any table', async () => {
    const cast = await people();
    const { rows: tables } = await pool.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'users'`,
    );
    for (const { name } of tables) await rows.insert(name, cast);
    for (const id of [cast.person, cast.coach]) await run(null, 'delete from users where id = $1', [id]);
    const { rows: columns } = await pool.query<{ table: string; column: string }>(
      `select conrelid::regclass::text as table, attname as column
       from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
       where confrelid = 'users'::regclass and cardinality(conkey) = 1
       union all values ('audit_log', 'user_id'), ('audit_log', 'owner_id')`,
    );
    const left = [];
    for (const { table, column } of columns) {
      const { rowCount } = await pool.query(`select 1 from ${table} where ${column} = any ($1)`, [
        [cast.person, cast.coach],
      ]);
      if (rowCount) left.push(`${table}.${column}`);
    }
    expect(left).toEqual([]);
  });

  it('empties what the log held of them and leaves one entry without content', async () => {
    const cast = await people();
    const other = await people();
    const meal = await rows.insert('meal_logs', cast, { notes: 'secret breakfast' });
    await run(cast.person, `update meal_logs set notes = 'secret brunch' where id = $1`, [meal.id]);
    await rows.insert('meal_items', cast, { food_words: 'secret rice' });
    await rows.insert('nutrition_targets', { ...other, person: other.person }, { set_by_id: cast.person });
    const count = async () =>
      (
        await pool.query(
          `select count(*) filter (where audit_log::text like '%secret%')::int as secrets,
             count(*) filter (where action = 'erase')::int as erasures, count(*)::int as all from audit_log`,
        )
      ).rows[0];
    const before = await count();
    expect(before.secrets).toBeGreaterThan(0);
    await run(null, 'delete from users where id = $1', [cast.person]);
    expect(await count()).toEqual({ secrets: 0, erasures: before.erasures + 1, all: before.all + 1 });
    const { rows: erasures } = await pool.query(
      `select user_id, owner_id, record_id, old_values, new_values, ip_address from audit_log
       where action = 'erase' order by id desc limit 1`,
    );
    expect(erasures).toEqual([
      { user_id: null, owner_id: null, record_id: null, old_values: null, new_values: null, ip_address: null },
    ]);
    const { rows: named } = await pool.query(
      `select new_values -> 'set_by_id' as by from audit_log where table_name = 'nutrition_targets' and owner_id = $1`,
      [other.person],
    );
    expect(named).toEqual([{ by: null }]);
  });

  it('keeps what others did, and goes on keeping after it', async () => {
    const [gone, stays] = [await people(), await people()];
    const goal = await rows.insert('user_goals', stays, { title: 'run' });
    await run(null, 'delete from users where id = $1', [gone.person]);
    await run(stays.person, `update user_goals set title = 'walk' where id = $1`, [goal.id]);
    expect(await entries('user_goals', goal.id)).toMatchObject([
      { new_values: { title: 'run' } },
      { user_id: stays.person, old_values: { title: 'run' }, new_values: { title: 'walk' } },
    ]);
  });

  it('erases several people of one statement, with an entry each', async () => {
    const [one, two] = [await people(), await people()];
    const erasures = async () =>
      Number((await pool.query(`select count(*) from audit_log where action = 'erase'`)).rows[0].count);
    const before = await erasures();
    await pool.query('delete from users where id = any ($1)', [[one.person, one.coach, two.person]]);
    expect(await erasures()).toBe(before + 3);
  });
});
