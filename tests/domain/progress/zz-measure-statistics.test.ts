import { writeFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { it } from 'vitest';
import { findUser } from '../../../src/domain/users/find-user.ts';
import { computeStatistics } from '../../../src/domain/progress/statistics.ts';
import { readStreakFacts } from '../../../src/domain/progress/streak-facts.ts';
import { gains } from '../../../src/domain/progress/statistics-gains.ts';
import { testDatabase } from '../../support/database.ts';
import { makePerson } from '../../support/person.ts';

const { db } = await testDatabase();
const times: number[] = [];
const gainTimes: number[] = [];
it('measures', async () => {
  const now = Temporal.Instant.from('2026-03-02T12:00:00Z');
  for (let p = 0; p < 3; p++) {
    const person = await makePerson(db);
    const id = person.id;
    await db.transaction(async (db) => {
    for (const t of ['meal_logs','meal_items','measurements','workout_sessions','exercise_logs','exercise_sets','nutrition_targets']) await db.execute(sql.raw(`alter table ${t} disable trigger user`));
    await db.execute(sql`insert into nutrition_targets (user_id, from_day, protein_g, created_at, updated_at) select ${id}, '2023-01-01'::date + g * 50, 100, now(), now() from generate_series(0, 20) g`);
    await db.execute(sql`with m as (insert into meal_logs (user_id, day, logged_at, time_zone, slot, created_at, updated_at)
      select ${id}, '2023-03-02'::date + (g % 1095), now(), 'UTC', 'lunch', now(), now() from generate_series(1, 5000) g returning id)
      insert into meal_items (meal_log_id, user_id, food_id, food_words, food_name, portion_rule, energy_kcal, protein_g, carbs_g, fat_g, fiber_g, nutrients, order_index, created_at)
      select m.id, ${id}, (select min(id) from foods) + (random()*400)::int, 'x', 'x', 'mass', round((random()*300)::numeric,2), round((random()*30)::numeric,2), 3, 4, round((random()*8)::numeric,2), '{"a":1.5,"b":2.5,"c":3.5,"d":4.5,"e":1.5,"f":2.5,"g":3.5,"h":4.5,"i":1.5,"j":2.5,"k":3.5,"l":4.5}', k, now() from m, generate_series(0,3) k`);
    await db.execute(sql`with w as (insert into workout_sessions (user_id, day, logged_at, time_zone, duration_min, created_at, updated_at)
      select ${id}, '2023-03-02'::date + (g*7/4), now(), 'UTC', 60, now(), now() from generate_series(1, 600) g returning id),
      l as (insert into exercise_logs (workout_session_id, user_id, exercise_id, exercise_words, exercise_name, order_index, created_at)
      select w.id, ${id}, (select min(id) from exercises) + (random()*30)::int, 'x','x', k, now() from w, generate_series(0,4) k returning id)
      insert into exercise_sets (exercise_log_id, user_id, order_index, reps, weight_kg, created_at)
      select l.id, ${id}, k, 5 + (random()*6)::int, round((random()*100)::numeric,1), now() from l, generate_series(0,3) k`);
    await db.execute(sql`insert into measurements (user_id, day, logged_at, time_zone, metric, value, typed, created_at)
      select ${id}, '2023-03-02'::date + g, now(), 'UTC', m::metric, 50, '{"value":1,"unit":null}', now() from generate_series(1, 900) g, unnest(array['weight','steps','water']) m`);
    });
  }
  await db.execute(sql`analyze`);
  const ids = (await db.execute<{id: string}>(sql`select distinct user_id as id from meal_logs order by 1`)).rows.map((r) => Number(r.id));
  const out: string[] = [];
  const { readFileSync } = await import('node:fs');
  const cpu = (pid: number) => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  const measure = async (name: string, run: (tx: any) => Promise<unknown>, n = 12) => {
    await db.transaction(async (tx) => {
      const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      const pid = rows[0]?.pid ?? 0;
      await run(tx);
      const each: number[] = [];
      const own: number[] = [];
      for (let k = 0; k < n; k++) { const a = cpu(pid); const u = process.cpuUsage(); await run(tx); each.push(cpu(pid) - a); const v = process.cpuUsage(u); own.push((v.user + v.system) / 1000); }
      each.sort((a, b) => a - b); own.sort((a, b) => a - b);
      out.push(`${name}: server CPU ms min ${each[0]?.toFixed(1)} median ${each[each.length >> 1]?.toFixed(1)}; own CPU median ${own[own.length >> 1]?.toFixed(1)}`);
    });
  };
  const id = ids[0] ?? 0;
  const user = await findUser(db, id);
  if (!user) throw new Error();
  await measure('all', (tx) => computeStatistics({ db: tx, now, user }));
  await measure('gains', (tx) => tx.execute(sql`select figure, sum(amount) from (${gains({ now, user })}) as g (figure, day, amount) group by figure`));
  await measure('facts', (tx) => readStreakFacts({ db: tx, now, user }));
  for (const q of readFileSync('/tmp/queries.sql', 'utf8').split(';')) if (q.trim()) await measure(q.trim().replace(/\s+/g, ' ').slice(0, 90) + '...' + q.trim().slice(-40), (tx) => tx.execute(sql.raw(q)));
  const plan = await db.execute<{ 'QUERY PLAN': string }>(sql`explain (analyze, timing on, buffers off) select figure, sum(amount) from (${gains({ now, user })}) as g (figure, day, amount) group by figure`);
  writeFileSync('/tmp/plan.txt', plan.rows.map((r) => r['QUERY PLAN']).join('\n'));
  writeFileSync('/tmp/measured.txt', `${out.join('\n')}\n`);
}, 200_000);
