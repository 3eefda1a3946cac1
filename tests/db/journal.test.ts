import fc from 'fast-check';
import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { type Cast, insertion, minimalRows, type Row } from '../support/minimal-rows.ts';

const { pool } = await testDatabase();
const rows = minimalRows(pool);

async function people(): Promise<Cast> {
  const make = async () => Number((await rows.insert('users', { person: 0, coach: 0 })).id);
  return { person: await make(), coach: await make() };
}

/** Runs as a member in a transaction of its own. */
async function as<T>(userId: number, run: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('role', 'spotter_member', true), set_config('spotter.user_id', $1, true),
         set_config('spotter.now', '2026-03-05T08:00:00Z', true)`,
      [String(userId)],
    );
    const result = await run(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** Does something as an action of this person and returns its id. */
async function act(userId: number, run: (client: pg.ClientBase) => Promise<unknown>): Promise<number> {
  return as(userId, async (client) => {
    const { rows: made } = await client.query(
      `insert into actions (user_id, summary, done_at) values ($1, 'x', '2026-03-05T08:00:00Z')
       returning id::int, set_config('spotter.action_id', id::text, true)`,
      [userId],
    );
    await run(client);
    return made[0].id;
  });
}

type Direction = 'undo' | 'redo';

const turn = (userId: number, direction: Direction, actionId: number): Promise<Row[]> =>
  as(userId, async (client) => {
    const days = `select user_id::int, day::text from spotter_${direction}_action($1) order by day`;
    return (await client.query(days, [actionId])).rows;
  });

const add = (client: pg.ClientBase, table: string, row: Row) =>
  client.query<Row>(`${insertion(table, row)} returning *`, Object.values(row)).then((result) => result.rows[0] ?? {});

/** What a coach keeps, and what only a coach may add. */
const ofCoaches = [
  'routine_templates',
  'routine_template_versions',
  'diet_templates',
  'diet_template_versions',
  'check_in_forms',
  'coaching_sessions',
  'coach_notes',
  'snippets',
];

const journalled = [
  ...ofCoaches,
  'foods',
  'food_names',
  'food_portions',
  'recipe_items',
  'meal_slots',
  'meal_logs',
  'meal_items',
  'measurements',
  'workout_sessions',
  'exercise_logs',
  'exercise_sets',
  'exercises',
  'exercise_names',
  'routines',
  'routine_exercises',
  'scheduled_routines',
  'client_routine_assignments',
  'client_diet_assignments',
  'user_daily_meal_plans',
  'nutrition_targets',
  'user_goals',
  'goal_milestones',
  'reminders',
  'reminder_occurrences',
  'pauses',
  'progress_photos',
  'check_ins',
  'check_in_answers',
  'user_words',
];

// The catalogue is there from the start and stays out of this.
const { rows: newest } = await pool.query<{
  food: string;
  exercise: string;
  name: string;
  portion: string;
  alias: string;
  part: string;
}>(
  `select (select max(id) from foods) as food, (select max(id) from exercises) as exercise,
     (select max(id) from food_names) as name, (select max(id) from food_portions) as portion,
     (select max(id) from exercise_names) as alias, (select max(id) from recipe_items) as part`,
);
const catalogue: Record<string, string | undefined> = {
  foods: newest[0]?.food,
  exercises: newest[0]?.exercise,
  food_names: newest[0]?.name,
  food_portions: newest[0]?.portion,
  exercise_names: newest[0]?.alias,
  recipe_items: newest[0]?.part,
};

/** All that people's words have written, by table. */
async function everything(): Promise<Row> {
  const parts = journalled.map(
    (table) =>
      `'${table}', (select jsonb_agg(to_jsonb(t) order by id) from ${table} t where id > ${catalogue[table] ?? 0})`,
  );
  const { rows: found } = await pool.query(`select jsonb_build_object(${parts.join(', ')}) as all`);
  return found[0].all;
}

describe('undo', () => {
  it.each(journalled)(
    'takes back what was added to, changed in and removed from %s, and redo does it again',
    async (table) => {
      const cast = await people();
      const person = ofCoaches.includes(table) ? cast.coach : cast.person;
      if (ofCoaches.includes(table)) await rows.insert('coachings', cast);
      const values = await rows.values(table, cast);
      const column = Object.keys(values).find((name) => !name.endsWith('id')) ?? '';
      const other = (await rows.values(table, cast))[column];
      let id: unknown;
      const states = [await everything()];
      const actions = [];
      const steps: ((client: pg.ClientBase) => Promise<unknown>)[] = [
        async (client) => {
          id = (await add(client, table, values)).id;
        },
        (client) => client.query(`update ${table} set ${column} = $1 where id = $2`, [other, id]),
        (client) => client.query(`delete from ${table} where id = $1`, [id]),
      ];
      for (const step of steps) {
        actions.push(await act(person, step));
        states.push(await everything());
      }
      for (const index of [2, 1, 0]) {
        await turn(person, 'undo', actions[index] ?? 0);
        expect(await everything()).toEqual(states[index]);
      }
      for (const index of [0, 1, 2]) {
        await turn(person, 'redo', actions[index] ?? 0);
        expect(await everything()).toEqual(states[index + 1]);
      }
    },
  );

  it('brings back with a meal what was added to it since, and says which days changed', async () => {
    const cast = await people();
    const { person } = cast;
    const item = await rows.values('meal_items', cast);
    const mealValues = { ...(await rows.values('meal_logs', cast)), day: '2026-03-02' };
    let meal: Row = {};
    const logging = await act(person, async (client) => {
      meal = await add(client, 'meal_logs', mealValues);
      await add(client, 'meal_items', { ...item, meal_log_id: meal.id, food_words: 'rice' });
    });
    await act(person, (client) => add(client, 'meal_items', { ...item, meal_log_id: meal.id, food_words: 'tofu' }));
    await act(person, (client) => client.query(`update meal_logs set day = '2026-03-03' where id = $1`, [meal.id]));
    const words = async () =>
      (await pool.query('select food_words from meal_items where meal_log_id = $1 order by id', [meal.id])).rows;
    expect(await turn(person, 'undo', logging)).toEqual([{ user_id: person, day: '2026-03-03' }]);
    expect(await words()).toEqual([]);
    expect(await turn(person, 'redo', logging)).toEqual([{ user_id: person, day: '2026-03-03' }]);
    expect(await words()).toEqual([{ food_words: 'rice' }, { food_words: 'tofu' }]);
  });

  it('says both days when an entry moves from one to the other', async () => {
    const cast = await people();
    const set = await rows.insert('exercise_sets', cast);
    const { rows: sessions } = await pool.query<{ id: string }>('select id from workout_sessions where user_id = $1', [
      cast.person,
    ]);
    await pool.query(`update workout_sessions set day = '2026-03-02' where user_id = $1`, [cast.person]);
    const move = await act(cast.person, (client) =>
      client.query(`update workout_sessions set day = '2026-03-04' where id = $1`, [sessions[0]?.id]),
    );
    const days = [
      { user_id: cast.person, day: '2026-03-02' },
      { user_id: cast.person, day: '2026-03-04' },
    ];
    expect(await turn(cast.person, 'undo', move)).toEqual(days);
    const more = await act(cast.person, (client) =>
      client.query('update exercise_sets set reps = 5 where id = $1', [set.id]),
    );
    expect(await turn(cast.person, 'undo', more)).toEqual([days[0]]);
  });

  it('keeps what was changed since in other columns', async () => {
    const cast = await people();
    const word = await rows.insert('user_words', cast, { word: 'shake' });
    const renaming = await act(cast.person, (client) =>
      client.query(`update user_words set word = 'smoothie' where id = $1`, [word.id]),
    );
    await act(cast.person, (client) =>
      client.query(`update user_words set is_active = false where id = $1`, [word.id]),
    );
    await turn(cast.person, 'undo', renaming);
    const { rows: found } = await pool.query('select word, is_active from user_words where id = $1', [word.id]);
    expect(found).toEqual([{ word: 'shake', is_active: false }]);
  });

  it('does nothing the second time', async () => {
    const cast = await people();
    const values = await rows.values('measurements', cast);
    const action = await act(cast.person, (client) => add(client, 'measurements', values));
    expect(await turn(cast.person, 'redo', action)).toEqual([]);
    expect(await turn(cast.person, 'undo', action)).toHaveLength(1);
    expect(await turn(cast.person, 'undo', action)).toEqual([]);
    expect(await turn(cast.person, 'redo', action)).toHaveLength(1);
  });

  it('puts an entry back without the message it came from when that has been forgotten', async () => {
    const cast = await people();
    const message = await rows.insert('inbound_messages', cast);
    const meal = await rows.insert('meal_logs', cast, { inbound_message_id: message.id });
    const removing = await act(cast.person, (client) => client.query('delete from meal_logs where id = $1', [meal.id]));
    await pool.query('delete from inbound_messages where id = $1', [message.id]);
    await turn(cast.person, 'undo', removing);
    const { rows: found } = await pool.query('select inbound_message_id from meal_logs where id = $1', [meal.id]);
    expect(found).toEqual([{ inbound_message_id: null }]);
  });

  it('refuses as a whole when a later change stands in the way', async () => {
    const cast = await people();
    const { person } = cast;
    const target = await rows.insert('nutrition_targets', cast);
    const note = await rows.insert('user_words', cast);
    const removing = await act(person, async (client) => {
      await client.query('delete from nutrition_targets where id = $1', [target.id]);
      await client.query('delete from user_words where id = $1', [note.id]);
    });
    await rows.insert('nutrition_targets', cast, { from_day: target.from_day });
    await expect(turn(person, 'undo', removing)).rejects.toMatchObject({ code: '55006' });
    const { rowCount } = await pool.query('select 1 from user_words where id = $1', [note.id]);
    expect(rowCount).toBe(0);
    await pool.query('delete from nutrition_targets where user_id = $1', [person]);
    await turn(person, 'undo', removing);
    expect((await pool.query('select 1 from user_words where id = $1', [note.id])).rowCount).toBe(1);
  });

  it('is for one’s own actions, and journals nothing under somebody else’s', async () => {
    const cast = await people();
    const values = await rows.values('measurements', cast);
    const action = await act(cast.person, (client) => add(client, 'measurements', values));
    await expect(turn(cast.coach, 'undo', action)).rejects.toMatchObject({ code: 'P0002' });
    const words = await rows.values('user_words', { person: cast.coach, coach: cast.coach });
    const forged = as(cast.coach, async (client) => {
      await client.query(`select set_config('spotter.action_id', $1, true)`, [String(action)]);
      await add(client, 'user_words', words);
    });
    await expect(forged).rejects.toMatchObject({ code: 'P0002' });
  });

  it('lets a coach take back what they wrote for a client while they may write it', async () => {
    const cast = await people();
    await rows.insert('coachings', cast, { can_read: '{food}', can_write: '{food}' });
    const values = await rows.values('nutrition_targets', cast);
    const action = await act(cast.coach, (client) => add(client, 'nutrition_targets', values));
    const targets = async () =>
      (await pool.query('select 1 from nutrition_targets where user_id = $1', [cast.person])).rowCount;
    expect(await targets()).toBe(1);
    await pool.query(`update coachings set can_write = '{}' where client_id = $1`, [cast.person]);
    await turn(cast.coach, 'undo', action);
    expect(await targets()).toBe(1);
    await pool.query(`update coachings set can_write = '{food}' where client_id = $1`, [cast.person]);
    await turn(cast.coach, 'undo', action);
    expect(await targets()).toBe(0);
  });

  it('lets nobody but a client’s coach of now read what was noted about them', async () => {
    const cast = await people();
    await rows.insert('coachings', cast);
    const values = await rows.values('coach_notes', cast);
    const action = await act(cast.coach, (client) => add(client, 'coach_notes', values));
    const seenBy = (who: number) =>
      as(
        who,
        async (client) => (await client.query(`select 1 from action_changes where action_id = $1`, [action])).rowCount,
      );
    expect([await seenBy(cast.coach), await seenBy(cast.person)]).toEqual([1, 0]);
    await pool.query('update coachings set ended_at = $2, ended_by_id = client_id where client_id = $1', [
      cast.person,
      '2026-03-04T08:00:00Z',
    ]);
    expect(await seenBy(cast.coach)).toBe(0);
    expect(await turn(cast.coach, 'undo', action)).toEqual([]);
  });

  it.each(['coach_notes', 'coaching_sessions', 'client_diet_assignments'])(
    'goes with a person who is erased, also what their coach did about them in %s',
    async (table) => {
      const cast = await people();
      await rows.insert('coachings', cast, { can_read: '{food}', can_write: '{food}' });
      const values = await rows.values(table, cast);
      const action = await act(cast.coach, (client) => add(client, table, values));
      await pool.query('delete from users where id = $1', [cast.person]);
      const left = await pool.query(
        'select 1 from actions where id = $1 union all select 1 from action_changes where action_id = $1',
        [action],
      );
      expect(left.rowCount).toBe(0);
    },
  );

  it('keeps no journal of what nobody said', async () => {
    const cast = await people();
    const action = await act(cast.person, async (client) => {
      await client.query(
        `insert into daily_logs (user_id, day, created_at, updated_at) values ($1, '2026-03-02', now(), now())`,
        [cast.person],
      );
    });
    await rows.insert('meal_logs', cast);
    const { rowCount } = await pool.query('select 1 from action_changes where action_id = $1 or user_id = $2', [
      action,
      cast.person,
    ]);
    expect(rowCount).toBe(0);
  });

  it('erases a person within an action', async () => {
    const cast = await people();
    await rows.insert('meal_items', cast);
    const client = await pool.connect();
    await client.query('begin');
    await client.query(
      `insert into actions (user_id, summary, done_at) values ($1, 'x', now())
       returning set_config('spotter.action_id', id::text, true)`,
      [cast.person],
    );
    await client.query('delete from users where id = $1', [cast.person]);
    await client.query('commit');
    client.release();
    expect((await pool.query('select 1 from action_changes where user_id = $1', [cast.person])).rowCount).toBe(0);
  });

  it('brings back any history step by step, and redo any future', async () => {
    const step = fc.record({
      what: fc.constantFrom(
        'meal',
        'item',
        'weigh',
        'change meal',
        'change item',
        'remove meal',
        'remove item',
        'food',
        'remove food',
      ),
      pick: fc.nat(1000),
      grams: fc.integer({ min: 1, max: 999 }),
    });
    let cast = await people();
    let person = cast.person;
    const item = { ...(await rows.values('meal_items', cast)), meal_log_id: null };
    const meal = await rows.values('meal_logs', cast);
    const weight = await rows.values('measurements', cast);

    /** Does one thing to a row picked among those there are. */
    async function perform(
      client: pg.ClientBase,
      { what, pick, grams }: { what: string; pick: number; grams: number },
    ) {
      const picked = async (table: string) => {
        const owner = table === 'foods' ? 'owner_id' : 'user_id';
        const { rows: there } = await client.query(`select id from ${table} where ${owner} = $1 order by id`, [person]);
        return there.length > 0 ? there[pick % there.length].id : null;
      };
      const [someMeal, someItem, someFood] = [
        await picked('meal_logs'),
        await picked('meal_items'),
        await picked('foods'),
      ];
      if (what === 'meal') await add(client, 'meal_logs', { ...meal, user_id: person });
      if (what === 'weigh') await add(client, 'measurements', { ...weight, user_id: person, value: 50 + grams / 10 });
      if (what === 'item' && someMeal) {
        await add(client, 'meal_items', { ...item, user_id: person, meal_log_id: someMeal, grams, food_id: someFood });
      }
      if (what === 'food') {
        const food = await rows.values('foods', cast);
        await add(client, 'foods', food);
      }
      if (what === 'change meal') {
        await client.query(`update meal_logs set notes = $1, day = day + 1 where id = $2`, [`n${grams}`, someMeal]);
      }
      if (what === 'change item')
        await client.query('update meal_items set grams = $1 where id = $2', [grams, someItem]);
      if (what === 'remove meal') await client.query('delete from meal_logs where id = $1', [someMeal]);
      if (what === 'remove item') await client.query('delete from meal_items where id = $1', [someItem]);
      if (what === 'remove food') await client.query('delete from foods where id = $1', [someFood]);
    }

    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        async (actions) => {
          await pool.query('delete from users');
          cast = await people();
          person = cast.person;
          const states = [await everything()];
          const ids: number[] = [];
          for (const steps of actions) {
            ids.push(
              await act(person, async (client) => {
                for (const each of steps) await perform(client, each);
              }),
            );
            states.push(await everything());
          }
          for (let round = 0; round < 2; round++) {
            for (const [index, id] of [...ids.entries()].reverse()) {
              await turn(person, 'undo', id);
              expect(await everything()).toEqual(states[index]);
            }
            for (const [index, id] of ids.entries()) {
              await turn(person, 'redo', id);
              expect(await everything()).toEqual(states[index + 1]);
            }
          }
        },
      ),
      { numRuns: 10 },
    );
  });
});
