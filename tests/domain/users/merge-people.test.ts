import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refreshBodyDay } from '../../../src/domain/body/refresh-body-day.ts';
import type { Context } from '../../../src/domain/context.ts';
import { undoAction } from '../../../src/domain/conversation/undo-action.ts';
import { refreshDay } from '../../../src/domain/meals/refresh-day.ts';
import { refreshAchievements } from '../../../src/domain/progress/refresh-achievements.ts';
import { refreshTrainingDay } from '../../../src/domain/training/refresh-training-day.ts';
import { findUser } from '../../../src/domain/users/find-user.ts';
import { mergePeople } from '../../../src/domain/users/merge-people.ts';
import { derived, keptByHand, neverAlike, renamed, twinRules } from '../../../src/domain/users/merge-rules.ts';
import { testDatabase } from '../../support/database.ts';
import { minimalRows, type Row } from '../../support/minimal-rows.ts';
import { makePerson, type Person } from '../../support/person.ts';
import { sumsOf } from '../../support/record-of.ts';

const { db, pool } = await testDatabase();
const rows = minimalRows(pool);
const noon = Temporal.Instant.from('2026-03-02T12:00:00Z');

/** Joins the two, as the request of `asker` does. */
async function merge(asker: Person, other: Person, keepCoachingId: number | null = null) {
  const user = await findUser(db, asker.id);
  if (!user) throw new Error('Nobody is there');
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('spotter.user_id', ${String(asker.id)}, true),
      set_config('spotter.now', ${noon.toString()}, true)`);
    const ctx: Context = { db: tx, now: noon, saidAt: noon, user, eventId: 0, sourceMessageId: null, actionId: null };
    return mergePeople(ctx, other.id, keepCoachingId);
  });
}

const one = async (text: string, values: unknown[] = []): Promise<Row> =>
  (await pool.query<Row>(text, values)).rows[0] ?? {};
const count = async (table: string, where: string, values: unknown[] = []) =>
  Number((await one(`select count(*) as n from ${table} where ${where}`, values)).n);

interface PersonColumn {
  table: string;
  column: string;
}
const { rows: columns } = await pool.query<PersonColumn>(`
  select c.conrelid::regclass::text as table, a.attname as column
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  where c.confrelid = 'users'::regclass and c.contype = 'f' order by 1, 2`);

describe('two accounts of one person', () => {
  it('have a rule for every unique index that names a person', async () => {
    const { rows: found } = await pool.query<{ name: string }>(`
      select distinct i.indexrelid::regclass::text as name from pg_index i
        join pg_constraint c on c.conrelid = i.indrelid and c.contype = 'f' and c.confrelid = 'users'::regclass
          and c.conkey[1] = any (i.indkey::int2[])
        where i.indisunique and not exists (select from pg_attribute a
          where a.attrelid = i.indrelid and a.attname = 'id' and a.attnum = any (i.indkey::int2[]))`);
    const ruled = [...twinRules, ...renamed, ...derived].map(({ index }) => index);
    expect(
      found.map(({ name }) => name).filter((name) => ![...ruled, ...keptByHand, ...neverAlike].includes(name)),
    ).toEqual([]);
  });

  it('leave no row of any table behind, and lose none', async () => {
    const [older, younger, coach, one, two] = [
      await makePerson(db),
      await makePerson(db),
      await makePerson(db),
      await makePerson(db),
      await makePerson(db),
    ];
    const tables = [...new Set(columns.map(({ table }) => table))].filter(
      (table) => !derived.some((rule) => rule.table === table) && table !== 'link_codes',
    );
    for (const table of tables) {
      const casts = [
        { person: older.id, coach: coach.id },
        { person: younger.id, coach: coach.id },
        { person: one.id, coach: older.id },
        { person: two.id, coach: younger.id },
      ];
      // What needs a parent makes one, and a person has one coaching and one set of credentials.
      for (const cast of casts)
        if (
          !['coachings', 'user_credentials'].includes(table) ||
          (await count(table, clientOf(table), [cast.person])) === 0
        )
          await rows.insert(table, cast, table === 'coach_threads' ? { client_id: cast.person } : {});
    }
    await inRealZones();
    const places = columns.filter(({ table }) => tables.includes(table));
    const before = new Map<string, number>();
    for (const { table, column } of places)
      before.set(`${table}.${column}`, await count(table, `${column} in ($1, $2)`, [older.id, younger.id]));
    await merge(younger, older);
    for (const { table, column } of columns)
      expect([table, column, await count(table, `${column} = $1`, [younger.id])]).toEqual([table, column, 0]);
    const after = new Map<string, number>();
    for (const { table, column } of places)
      after.set(`${table}.${column}`, await count(table, `${column} = $1`, [older.id]));
    // Of these both had the same one: credentials, the target, the thread with a client who coaches them.
    const single = ['user_credentials.user_id', 'nutrition_targets.user_id', 'coach_threads.client_id'];
    const wanted = [...before].filter(
      ([place]) => !single.includes(place) && !/^(?:daily_logs|health_metrics|coachings\.ended)/.test(place),
    );
    expect(wanted.map(([place]) => [place, after.get(place)])).toEqual(wanted);
    expect(await count('users', 'id = $1', [younger.id])).toBe(0);
    // Their client has a coaching that goes on, with the person they are now.
    expect(await count('coachings', 'client_id = $1 and coach_id = $2 and ended_at is null', [two.id, older.id])).toBe(
      1,
    );
  });

  it('keep what was there first of what is named alike, with all that points at it', async () => {
    const [older, younger] = [await makePerson(db), await makePerson(db)];
    const mine = await rows.insert('foods', { person: older.id, coach: 0 }, { name: 'Protein shake' });
    const theirs = await rows.insert('foods', { person: younger.id, coach: 0 }, { name: 'protein Shake' });
    const only = await rows.insert('foods', { person: younger.id, coach: 0 }, { name: 'Granola' });
    const item = await rows.insert('meal_items', { person: younger.id, coach: 0 }, { food_id: theirs.id });
    await inRealZones();
    await rows.insert(
      'user_words',
      { person: younger.id, coach: 0 },
      {
        ...{
          kind: 'food',
          word: 'shake',
          meaning: JSON.stringify({ said: 'shake', name: 'protein Shake', id: Number(theirs.id) }),
        },
      },
    );
    await rows.insert('meal_slots', { person: older.id, coach: 0 }, { name: 'brunch', order_index: 3 });
    await rows.insert('meal_slots', { person: younger.id, coach: 0 }, { name: 'brunch', order_index: 7 });
    await merge(older, younger);
    expect(await one('select food_id as id from meal_items where id = $1', [item.id])).toEqual({ id: mine.id });
    expect(await one(`select meaning ->> 'id' as id from user_words where user_id = $1`, [older.id])).toEqual({
      id: String(mine.id),
    });
    expect(await count('foods', 'owner_id = $1', [older.id])).toBe(2);
    expect(await count('foods', 'id = $1', [only.id])).toBe(1);
    expect(await one('select order_index as i from meal_slots where user_id = $1', [older.id])).toEqual({ i: 3 });
  });

  it('keep the foods and exercises of their templates, under the ones that stay', async () => {
    const [older, younger] = [await makePerson(db), await makePerson(db)];
    const [mine, theirs] = [
      { person: older.id, coach: older.id },
      { person: younger.id, coach: younger.id },
    ];
    const [shake, twin] = [
      await rows.insert('foods', mine, { name: 'Shake' }),
      await rows.insert('foods', theirs, { name: 'shake' }),
    ];
    const [sled, other] = [
      await rows.insert('exercises', mine, { name: 'Sled' }),
      await rows.insert('exercises', theirs, { name: 'sled' }),
    ];
    const items = [
      { foodId: Number(twin.id), words: 'shake' },
      { foodId: null, words: 'tea' },
    ];
    const meals = JSON.stringify([
      { slot: 'lunch', items },
      { slot: 'dinner', items: [] },
    ]);
    const diet = await rows.insert('diet_template_versions', theirs, { meals });
    const exercises = JSON.stringify([
      { exerciseId: Number(other.id), sets: 3 },
      { exerciseId: null, sets: 1 },
    ]);
    const routine = await rows.insert('routine_template_versions', theirs, { exercises });
    await inRealZones();
    await merge(older, younger);
    expect(await one('select meals from diet_template_versions where id = $1', [diet.id])).toEqual({
      meals: [
        { slot: 'lunch', items: [{ foodId: Number(shake.id), words: 'shake' }, items[1]] },
        { slot: 'dinner', items: [] },
      ],
    });
    expect(await one('select exercises from routine_template_versions where id = $1', [routine.id])).toEqual({
      exercises: [
        { exerciseId: Number(sled.id), sets: 3 },
        { exerciseId: null, sets: 1 },
      ],
    });
  });

  it('keep the settings, the target and the weight goal of the older; what it lacks comes from the younger', async () => {
    const [older, younger] = [await makePerson(db), await makePerson(db)];
    await pool.query(
      `update users set day_start_hour = 5, is_gentle = false, health_flags = '{pregnant}' where id = $1`,
      [older.id],
    );
    await pool.query(
      `update users set day_start_hour = 1, is_gentle = true, health_flags = '{diabetes-medication}', height_cm = 171,
        email = $2, role = 'coach' where id = $1`,
      [younger.id, `y${younger.id}@example.org`],
    );
    for (const [who, day, kcal] of [
      [older, '2026-02-01', 2000],
      [younger, '2026-01-01', 1500],
      [younger, '2026-03-01', 1600],
    ] as const)
      await rows.insert('nutrition_targets', { person: who.id, coach: 0 }, { from_day: day, energy_kcal: kcal });
    for (const who of [older, younger])
      await rows.insert('user_goals', { person: who.id, coach: 0 }, { goal_type: 'weight_loss', status: 'active' });
    await merge(younger, older);
    const fields = 'day_start_hour, is_gentle, health_flags, height_cm, email, role';
    expect(await one(`select ${fields} from users where id = $1`, [older.id])).toEqual({
      ...{ day_start_hour: 5, is_gentle: true, health_flags: ['diabetes-medication', 'pregnant'], height_cm: '171' },
      ...{ email: `y${younger.id}@example.org`, role: 'coach' },
    });
    const { rows: targets } = await pool.query(
      'select energy_kcal from nutrition_targets where user_id = $1 order by from_day',
      [older.id],
    );
    expect(targets).toEqual([{ energy_kcal: '1500' }, { energy_kcal: '2000' }]);
    expect(await count('user_goals', `user_id = $1 and status = 'active'`, [older.id])).toBe(1);
    expect(await count('user_goals', `user_id = $1 and status = 'paused'`, [older.id])).toBe(1);
  });

  it('are a coach and a client of each other no more, and remind nobody twice', async () => {
    const [older, younger] = [await makePerson(db), await makePerson(db)];
    await pool.query(`update users set role = 'coach' where id = $1`, [younger.id]);
    for (const table of ['coachings', 'messages', 'coach_notes'])
      await rows.insert(table, { person: older.id, coach: younger.id });
    for (const who of [older, younger])
      await rows.insert(
        'reminders',
        { person: who.id, coach: 0 },
        { kind: 'weigh_in', what: 'Weigh in', next_due_at: '2026-03-03T07:10:00Z' },
      );
    await merge(older, younger);
    expect(await count('coachings', 'client_id = $1 or coach_id = $1', [older.id])).toBe(0);
    expect(await one('select role from users where id = $1', [older.id])).toEqual({ role: 'coach' });
    expect(await count('reminders', 'user_id = $1 and removed_at is null', [older.id])).toBe(1);
  });

  it('are written down as one change, and what the younger account did can still be undone', async () => {
    const [older, younger] = [await makePerson(db), await makePerson(db)];
    const action = await younger.act(async (ctx) => {
      const { rows: made } = await ctx.db.execute<{ id: string }>(sql`insert into actions (user_id, summary, done_at)
        values (${younger.id}, 'weight', ${noon.toString()}) returning id`);
      await ctx.db.execute(sql`select set_config('spotter.action_id', ${String(made[0]?.id)}, true)`);
      await ctx.db.execute(sql`insert into measurements (user_id, day, logged_at, time_zone, metric, value, typed, created_at)
        values (${younger.id}, '2026-03-02', ${noon.toString()}, 'UTC', 'weight', 80, '{}', ${noon.toString()})`);
      return Number(made[0]?.id);
    });
    await younger.act((ctx) => ctx.db.execute(sql`select set_config('spotter.action_id', '', true)`));
    const removal = await younger.act(async (ctx) => {
      const { rows: made } = await ctx.db.execute<{ id: string }>(sql`insert into actions (user_id, summary, done_at)
        values (${younger.id}, 'removed', ${noon.toString()}) returning id`);
      await ctx.db.execute(sql`select set_config('spotter.action_id', ${String(made[0]?.id)}, true)`);
      await ctx.db.execute(sql`delete from measurements where user_id = ${younger.id}`);
      return Number(made[0]?.id);
    });
    await merge(older, younger);
    await older.act((ctx) => undoAction(ctx, { actionId: removal, sourceMessageId: null }));
    expect(await count('measurements', 'user_id = $1', [older.id])).toBe(1);
    await older.act((ctx) => undoAction(ctx, { actionId: action, sourceMessageId: null }));
    expect(await count('measurements', 'user_id = $1', [older.id])).toBe(0);
    const merged = await one(
      `select user_id, owner_id, action, new_values from audit_log where table_name = 'users' and record_id = $1 and action = 'delete'`,
      [younger.id],
    );
    expect(merged).toMatchObject({ owner_id: String(older.id), new_values: { mergedInto: older.id } });
    expect(await count('audit_log', 'owner_id = $1 or user_id = $1', [younger.id])).toBe(0);
  });

  it('have as many entries together as apart, and every day is the sum of its entries', async () => {
    const entry = fc.record({
      kind: fc.constantFrom('meal', 'workout', 'weight', 'water'),
      ofYounger: fc.boolean(),
      day: fc.integer({ min: 1, max: 5 }),
      value: fc.integer({ min: 40, max: 400 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 15 }), fc.boolean(), async (entries, byYounger) => {
        const [older, younger] = [await makePerson(db), await makePerson(db)];
        for (const { kind, ofYounger, day, value } of entries) {
          const cast = { person: (ofYounger ? younger : older).id, coach: 0 };
          const on = { day: `2026-03-0${day}` };
          if (kind === 'meal') {
            const item = await rows.insert('meal_items', cast, { energy_kcal: value, protein_g: value / 10 });
            await pool.query('update meal_logs set day = $1 where id = $2', [on.day, item.meal_log_id]);
          } else if (kind === 'workout') await rows.insert('workout_sessions', cast, { ...on, burned_kcal: value });
          else await rows.insert('measurements', cast, { ...on, metric: kind, value });
        }
        await inRealZones();
        for (const who of [older, younger])
          for (const day of [1, 2, 3, 4, 5])
            if (entries.some((e) => e.day === day && e.ofYounger === (who === younger)))
              await who.act(async (ctx) => {
                const on = Temporal.PlainDate.from({ year: 2026, month: 3, day });
                await refreshTrainingDay(ctx, on);
                await refreshBodyDay(ctx, on);
                await refreshDay(ctx, on);
              });
        const tables = ['meal_logs', 'meal_items', 'workout_sessions', 'measurements'];
        const owned = (table: string) => count(table, 'user_id in ($1, $2)', [older.id, younger.id]);
        const before = await Promise.all(tables.map(owned));
        const { user } = await (byYounger ? merge(younger, older) : merge(older, younger));
        expect(user.id).toBe(older.id);
        expect(await Promise.all(tables.map(owned))).toEqual(before);
        const { kept, added } = await sumsOf(db, older.id);
        expect(kept).toEqual(added);
        expect(kept).toHaveLength(new Set(entries.map(({ day }) => day)).size);
        await db.transaction((tx) => refreshAchievements({ db: tx, now: noon, user }));
        const weighIns = await one(`select figures from user_statistics where user_id = $1`, [older.id]);
        expect(weighIns).toBeDefined();
      }),
      { numRuns: 6 },
    );
  });
});

/** Minimal rows are of no zone that there is. */
async function inRealZones() {
  for (const table of ['meal_logs', 'workout_sessions', 'measurements', 'reminders'])
    await pool.query(`update ${table} set time_zone = 'UTC' where time_zone like 'x%'`);
}

const clientOf = (table: string) => (table === 'coachings' ? 'client_id = $1 and ended_at is null' : 'user_id = $1');
