import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Command, CommandContext, Given } from '../../src/bots/command.ts';
import { commands } from '../../src/bots/commands/index.ts';
import type { Transaction } from '../../src/domain/context.ts';
import { loadFoodIndex } from '../../src/domain/foods/load-food-index.ts';
import { loadExerciseIndex } from '../../src/domain/training/load-exercise-index.ts';
import { findUser } from '../../src/domain/users/find-user.ts';
import { coached } from '../support/coached.ts';
import { testDatabase } from '../support/database.ts';
import { minimalRows, type Row } from '../support/minimal-rows.ts';
import { makePerson, type Person } from '../support/person.ts';

const { db, pool } = await testDatabase();
const rows = minimalRows(pool);
const [foods, exercises] = [await loadFoodIndex(db), await loadExerciseIndex(db)];
const now = Temporal.Instant.from('2026-03-04T19:00:00Z');

/** Anna, and every row of hers, goes by this number: whoever guesses one id has guessed them all. */
const guess = 777_777;
/** Every text of hers has this, with the table it stands in. */
const secret = (table: string) => `Zebra ${table}`;

/** What belongs to Anna, parents first, with the scopes a coach needs; null: hers alone; []: what coach and client share. */
const hers: readonly (readonly [string, readonly string[] | null])[] = [
  ['inbound_messages', null],
  ['actions', null],
  ['media', ['photos']],
  ['foods', ['food']],
  ['exercises', ['training']],
  ['meal_slots', ['food']],
  ['meal_logs', ['food']],
  ['meal_items', ['food']],
  ['workout_sessions', ['training']],
  ['exercise_logs', ['training']],
  ['exercise_sets', ['training']],
  ['routines', ['training']],
  ['routine_exercises', ['training']],
  ['scheduled_routines', ['training']],
  ['measurements', ['body']],
  ['daily_logs', ['food', 'training', 'body']],
  ['health_metrics', ['body', 'mood']],
  ['user_goals', ['body']],
  ['goal_milestones', ['body']],
  ['nutrition_targets', ['food']],
  ['user_daily_meal_plans', ['food']],
  ['reminders', null],
  ['reminder_occurrences', null],
  ['notifications', null],
  ['deliveries', null],
  ['pending_questions', null],
  ['pauses', ['training']],
  ['streaks', ['food', 'training']],
  ['progress_photos', ['photos']],
  ['check_ins', ['messages']],
  ['check_in_answers', ['messages']],
  ['user_words', null],
  ['messages', []],
  ['coaching_sessions', []],
];
const ofTheCoach = [
  'coach_notes',
  'snippets',
  'client_groups',
  'routine_templates',
  'diet_templates',
  'check_in_forms',
];

const people = {} as Record<'anna' | 'carl' | 'otto' | 'fred' | 'ada' | 'sam' | 'ben', Person>;

/** A row with the number and the secret, tied to the other rows of that number. */
async function plant(table: string, person: number, coach: number): Promise<void> {
  const row: Row = { ...(await rows.values(table, { person, coach })), id: guess };
  for (const [key, value] of Object.entries(row)) {
    if (typeof value === 'string' && /^x[0-9a-f]{12}$/.test(value)) row[key] = `${secret(table)} ${key}`;
    const parent = links[key];
    if (parent && planted.has(parent)) row[key] = guess;
    if (typeof value === 'string' && /^2026-\d\d-\d\d$/.test(value))
      row[key] = /week/.test(key) ? '2026-03-02' : '2026-03-03';
  }
  if (table === 'notifications') row.payload = { reply: { text: secret(table) } };
  if (table === 'deliveries') row.reply = { text: secret(table) };
  const names = Object.keys(row);
  await pool.query(
    `insert into ${table} (${names.join(', ')}) overriding system value
     values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
  planted.add(table);
}
const planted = new Set<string>();
const links: Record<string, string> = {
  ...{ meal_log_id: 'meal_logs', workout_session_id: 'workout_sessions', exercise_log_id: 'exercise_logs' },
  ...{ routine_id: 'routines', reminder_id: 'reminders', goal_id: 'user_goals', check_in_id: 'check_ins' },
  ...{ food_id: 'foods', exercise_id: 'exercises', media_id: 'media' },
};

beforeAll(async () => {
  const row = { ...(await rows.values('users', { person: 0, coach: 0 })), id: guess };
  const names = Object.keys(row);
  await pool.query(
    `insert into users (${names.join(', ')}) overriding system value values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
  const annas = await findUser(db, guess);
  if (!annas) throw new Error('Anna was not made');
  for (const name of ['carl', 'otto', 'fred', 'ada', 'sam', 'ben'] as const) people[name] = await makePerson(db);
  people.anna = { id: guess, act: () => Promise.reject(new Error('Anna acts by actAs')) };
  const { carl, otto, fred, ada, anna, ben } = people;
  await coached(db, carl, anna, 'Anna Quagga');
  await coached(db, otto, ben, 'Ben Stone');
  await pool.query(
    `insert into coachings (coach_id, client_id, can_read, can_write, started_at, ended_at, created_at, updated_at)
    values ($1, $2, '{food,training,body,photos,mood,messages}', '{food,training,messages}', '2025-01-01Z', '2025-06-01Z', '2025-01-01Z', '2025-06-01Z')`,
    [fred.id, anna.id],
  );
  await pool.query(`update users set role = 'coach' where id = $1`, [fred.id]);
  await pool.query(`update users set role = 'admin' where id = $1`, [ada.id]);
  for (const [table] of hers) await plant(table, anna.id, table === 'messages' ? carl.id : carl.id);
  for (const table of ofTheCoach) await plant(table, table === 'coach_notes' ? anna.id : carl.id, carl.id);
});

/** Everything that an input of a command can be, with the guessed number for every number and Anna for every name. */
function inputsOf({ input }: Command): unknown[] {
  const shape = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  return samples(shape as Schema, shape as Schema).slice(0, 16);
}

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

function samples(schema: Schema, root: Schema, depth = 0): unknown[] {
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum) return [...schema.enum];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.flatMap((one) => samples(one, root, depth)).slice(0, 40);
  if (schema.$ref?.startsWith('#/$defs/')) {
    const named = root.$defs?.[schema.$ref.slice('#/$defs/'.length)];
    return named && depth < 4 ? samples(named, root, depth + 1) : [null];
  }
  switch (schema.type) {
    case 'object': {
      let made: Record<string, unknown>[] = [{}];
      for (const [key, of] of Object.entries(schema.properties ?? {})) {
        const options = samples(of, root, depth + 1).filter((one) => one !== null || depth > 3);
        const values = options.length > 0 ? options : [null];
        made = made
          .flatMap((one) => (depth === 0 ? values : values.slice(0, 1)).map((value) => ({ ...one, [key]: value })))
          .slice(0, 12);
      }
      return made;
    }
    case 'array':
      return [samples(schema.items ?? {}, root, depth + 1).slice(0, 1)];
    case 'number':
    case 'integer':
      return [guess];
    case 'boolean':
      return [true, false].slice(0, depth > 1 ? 1 : 2);
    case 'null':
      return [null];
    case 'string':
      return [
        schema.format === 'date' ? '2026-03-03' : schema.format === 'date-time' ? '2026-03-03T12:00:00Z' : 'anna',
      ];
    default:
      return [null];
  }
}

/** What anybody might try to write about Anna. */
const said = [
  ...commands.map(({ name }) => `/${name} anna`),
  ...[
    'what did anna eat yesterday',
    "anna's weight",
    'anna squat progress',
    "anna's goals",
    'how is anna doing',
    "anna's streak",
  ],
  ...[
    'notes on anna',
    'note on anna: hello',
    '/note anna delete 1',
    '/note anna pin 1',
    'anna',
    'my clients',
    'who needs me',
  ],
  ...[
    'what did you tell me',
    '/msg anna hello',
    'tell anna hello',
    '/session anna friday 18:00',
    '/plan anna',
    '/routine anna',
  ],
];

/** Everything a person can do, once, in one transaction that is taken back; what they were told, joined. */
async function everything(
  person: Person,
  clients: readonly string[] | undefined,
  check: (tx: Transaction) => Promise<void> = async () => {},
): Promise<string> {
  const told: string[] = [];
  await db
    .transaction(async (tx) => {
      const user = await findUser(tx, person.id);
      if (!user) throw new Error('Nobody asks');
      const event = await tx.execute<{
        id: string;
      }>(sql`insert into inbound_messages (platform, event_key, kind, chat_id, user_id, payload, received_at)
        values ('telegram', ${`try-${person.id}-${Math.random()}`}, 'text', 'c', ${person.id}, '{}', ${now.toString()}) returning id`);
      const eventId = Number(event.rows[0]?.id);
      const given: Given = {
        ...{
          now,
          timeZone: 'Europe/Madrid',
          dayStartHour: 3,
          units: 'metric',
          locale: 'en',
          foods,
          exercises,
          slots: [],
        },
        ...{ role: user.role, hasCoach: true, ...(clients ? { clients } : {}) },
      };
      const message = {
        platform: 'telegram',
        eventKey: 'e',
        kind: 'text',
        chatId: 'c',
        messageId: 'm',
        isPrivate: true,
      };
      const ctx = {
        ...{
          db: tx,
          now,
          saidAt: now,
          user,
          eventId,
          sourceMessageId: eventId,
          actionId: null,
          given,
          talkingToId: null,
        },
        ...{ message: { ...message, text: 'x', media: [], replyToId: null }, accountId: '1', repliesToId: null },
        ...{ crisisText: '', operators: null, files: { of: () => [], asSent: () => [], remove() {} } },
      } as unknown as CommandContext;
      const attempt = async (run: () => Promise<unknown>) => {
        await tx.execute(sql`savepoint attempt`);
        await tx.execute(sql`select set_config('spotter.user_id', ${String(person.id)}, true), set_config('spotter.action_id', '', true),
          set_config('spotter.now', ${now.toString()}, true), set_config('role', 'spotter_member', true)`);
        try {
          const answer = await run();
          await tx.execute(sql`release savepoint attempt`);
          told.push(JSON.stringify(answer));
        } catch (error) {
          await tx.execute(sql`rollback to savepoint attempt`);
          told.push(error instanceof Error ? error.message.slice(0, 500) : String(error));
        }
        await tx.execute(sql`select set_config('role', 'none', true)`);
      };
      // Whoever erases themselves is gone for the rest.
      for (const command of commands.filter(({ name }) => name !== 'delete_me'))
        for (const input of inputsOf(command)) await attempt(() => command.run(ctx, input));
      for (const text of said)
        for (const command of commands.filter(({ name }) => name !== 'delete_me')) {
          const read = command.parse(text, given);
          if (!read) continue;
          if ('input' in read) await attempt(() => command.run(ctx, read.input));
          else told.push(JSON.stringify(read));
          break;
        }
      await check(tx);
      tx.rollback();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Error) || !/rollback/i.test(error.message)) throw error;
    });
  return told.join('\n');
}

const everyTable = [...hers.map(([name]) => name), ...ofTheCoach, 'coachings'];
/** What she logs and plans: nothing of it is a coach's to change without being allowed to write. */
const logged = hers.filter(([, scopes]) => scopes && scopes.length > 0).map(([name]) => name);

/** All that is kept of Anna in these tables, as one text that changes with any of it. */
async function standing(tx: Transaction, tables = everyTable): Promise<string> {
  const parts: string[] = [];
  for (const table of tables) {
    const { rows: found } = await tx.execute<{ sum: string }>(
      sql.raw(
        `select md5(coalesce(string_agg(to_jsonb(t)::text, ',' order by to_jsonb(t)::text), '')) as sum from ${table} t
       where exists (select from jsonb_each_text(to_jsonb(t)) e where e.value = '${guess}' and e.key in (
         'id', 'user_id', 'client_id', 'owner_id', 'created_by_id', 'sender_id', 'receiver_id'))`,
      ),
    );
    parts.push(`${table} ${found[0]?.sum ?? ''}`);
  }
  return parts.join('\n');
}

const tablesTold = (told: string): string[] =>
  [...new Set([...told.matchAll(/Zebra ([a-z_]+)/g)].map(([, table = '']) => table))].sort();

describe('somebody who has nothing to do with Anna', () => {
  it.each([
    ['the coach of somebody else', 'otto', ['Ben Stone']],
    ['a former coach', 'fred', []],
    ['an admin who coaches nobody', 'ada', []],
    ['another client', 'ben', undefined],
    ['a stranger', 'sam', undefined],
  ] as const)(
    'gets nothing by any command, with every id guessed, and changes nothing: %s',
    async (_, who, clients) => {
      const before = await db.transaction((tx) => standing(tx));
      let after = '';
      const told = await everything(people[who], clients, async (tx) => {
        after = await standing(tx);
      });
      expect(told.length).toBeGreaterThan(1000);
      // Whom they coached once is all that a former coach keeps.
      const history = /Anna Quagga: since [^.]*\./g;
      expect(told.replace(history, '').match(/.{0,60}(?:Zebra|Quagga).{0,60}/)?.[0] ?? null).toBeNull();
      expect(after).toBe(before);
    },
  );

  it.each(['otto', 'fred', 'ada', 'ben', 'sam'] as const)('sees no row of hers in any table: %s', async (who) => {
    const seen: string[] = [];
    await people[who].act(async ({ db: tx }) => {
      for (const table of [
        ...hers.map(([name]) => name),
        'coach_notes',
        'coachings',
        'users',
        'known_people',
        'chat_accounts',
        'audit_log',
        'action_changes',
      ]) {
        await tx.execute(sql`savepoint look`);
        const found = await tx
          .execute(sql.raw(`select 1 from ${table} t where to_jsonb(t)::text like '%${guess}%' limit 1`))
          .catch(() => null);
        await tx.execute(sql`rollback to savepoint look`);
        if (found && found.rows.length > 0) seen.push(table);
      }
    }, now);
    // A former coach keeps the history: that there was a coaching.
    expect(seen).toEqual(who === 'fred' ? ['coachings'] : []);
  });
});

describe('Anna’s coach', () => {
  it.each(['food', 'training', 'body', 'photos', 'mood', 'messages'] as const)(
    'is told by the scope %s what it covers and nothing else, and changes none of it',
    async (scope) => {
      await pool.query(
        `update coachings set can_read = array[$1]::consent_scope[], can_write = '{}' where client_id = $2 and ended_at is null`,
        [scope, guess],
      );
      const before = await db.transaction((tx) => standing(tx, logged));
      let after = '';
      const told = await everything(people.carl, ['Anna Quagga'], async (tx) => {
        after = await standing(tx, logged);
      });
      expect(after).toBe(before);
      const covered = hers.filter(([, scopes]) => scopes?.every((one) => one === scope)).map(([table]) => table);
      const allowed = [...covered, ...ofTheCoach];
      expect(tablesTold(told).filter((table) => !allowed.includes(table))).toEqual([]);
      expect(told).toContain('Anna Quagga');
    },
  );

  it('is told much of it with all scopes', async () => {
    await pool.query(
      `update coachings set can_read = '{food,training,body,photos,mood,messages}' where client_id = $1 and ended_at is null`,
      [guess],
    );
    const told = tablesTold(await everything(people.carl, ['Anna Quagga']));
    expect(told).toEqual(expect.arrayContaining(['coach_notes', 'meal_items']));
  });
});

describe('a private note', () => {
  it('never reaches the client: by no command, no notification, no card, no table they can read', async () => {
    let kept = '';
    const told = await everything(people.anna, undefined, async (tx) => {
      const { rows: found } = await tx.execute<{ all: string }>(sql`
        select coalesce(string_agg(payload::text || message, ' '), '') || (select coalesce(string_agg(reply::text, ' '), '')
          from deliveries where user_id = ${guess}) as all from notifications where user_id = ${guess}`);
      kept = found[0]?.all ?? '';
      await tx.execute(
        sql`select set_config('spotter.user_id', ${String(guess)}, true), set_config('role', 'spotter_member', true)`,
      );
      const { rows: tables } = await tx.execute<{ name: string }>(
        sql`select table_name as name from information_schema.table_privileges
          where grantee = 'spotter_member' and privilege_type = 'SELECT' and table_schema = 'public'`,
      );
      expect(tables.length).toBeGreaterThan(40);
      for (const { name } of tables) {
        const read = await tx.execute<{ n: string }>(
          sql.raw(`select count(*) as n from ${name} t where to_jsonb(t)::text like '%Zebra coach_notes%'`),
        );
        expect([name, Number(read.rows[0]?.n)]).toEqual([name, 0]);
      }
      await tx.execute(sql`select set_config('role', 'none', true)`);
    });
    // She is told of her own things, so it is she who asks.
    expect(tablesTold(told).length).toBeGreaterThan(2);
    expect(told).not.toContain('Zebra coach_notes');
    expect(kept).toContain('Zebra notifications');
    expect(kept).not.toContain('Zebra coach_notes');
  });
});
