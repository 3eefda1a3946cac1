import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/bots/commands/index.ts';
import type { Action } from '../../src/bots/reply.ts';
import { type Scope, scopes, writableScopes } from '../../src/domain/coaching/scopes.ts';
import type { Transaction } from '../../src/domain/context.ts';
import { loadFoodIndex } from '../../src/domain/foods/load-food-index.ts';
import { loadExerciseIndex } from '../../src/domain/training/load-exercise-index.ts';
import { findUser } from '../../src/domain/users/find-user.ts';
import { coached } from '../support/coached.ts';
import { testDatabase } from '../support/database.ts';
import { inputsOf } from '../support/inputs-of.ts';
import { minimalRows } from '../support/minimal-rows.ts';
import { makePerson, type Person } from '../support/person.ts';
import { type Mark, planter } from '../support/planted.ts';
import { type Attempted, triesOf } from '../support/try-everything.ts';

const { db, pool } = await testDatabase();
const now = Temporal.Instant.from('2026-03-04T19:00:00Z');
const tryAll = triesOf(db, now, await loadFoodIndex(db), await loadExerciseIndex(db));

/** Anna's rows, her coach Carl's own diary, and what each of their texts has in it. */
const annas: Mark = { guess: 777_777, word: 'Zebra', weightKg: 87.3 };
const carls: Mark = { guess: 888_888, word: 'Okapi', weightKg: 63.1 };

/**
 * Whose the rows of a table are: the scopes a coach needs, all of them; or the person's alone; or of both while the
 * coaching lasts; or the coach's, who keeps them for themselves. In the order in which they can be made.
 */
const rules: Readonly<Record<string, readonly Scope[] | 'own' | 'both' | 'coach'>> = {
  users: 'own',
  coachings: 'both',
  chat_accounts: ['messages'],
  inbound_messages: 'own',
  actions: 'own',
  action_changes: 'own',
  media: ['photos'],
  foods: ['food'],
  food_names: ['food'],
  food_portions: ['food'],
  recipe_items: ['food'],
  exercises: ['training'],
  exercise_names: ['training'],
  meal_slots: ['food'],
  meal_logs: ['food'],
  meal_items: ['food'],
  workout_sessions: ['training'],
  exercise_logs: ['training'],
  exercise_sets: ['training'],
  routines: ['training'],
  routine_exercises: ['training'],
  scheduled_routines: ['training'],
  measurements: ['body'],
  daily_logs: ['food', 'training', 'body'],
  health_metrics: ['body', 'mood'],
  user_goals: ['body'],
  goal_milestones: ['body'],
  nutrition_targets: ['food'],
  user_daily_meal_plans: ['food'],
  reminders: 'own',
  reminder_occurrences: 'own',
  notifications: 'own',
  deliveries: 'own',
  pending_questions: 'own',
  pauses: ['training'],
  streaks: ['food', 'training'],
  user_statistics: ['food', 'training'],
  user_achievements: ['food', 'training'],
  progress_photos: ['photos'],
  check_ins: ['messages'],
  check_in_answers: ['messages'],
  user_words: 'own',
  messages: 'both',
  message_media: 'both',
  message_copies: 'own',
  coaching_sessions: 'both',
  coach_notes: 'coach',
  snippets: 'coach',
  client_groups: 'coach',
  client_group_members: 'coach',
  coach_threads: 'coach',
  attention_dismissals: 'coach',
  routine_templates: 'coach',
  routine_template_versions: 'coach',
  diet_templates: 'coach',
  diet_template_versions: 'coach',
  check_in_forms: 'coach',
  client_routine_assignments: ['training'],
  client_diet_assignments: ['food'],
};
const tables = Object.keys(rules);
/** What is not planted like the rest: it comes about otherwise. */
const unplanted = ['users', 'coachings', 'action_changes'];
/** Everybody may read these, and they are about nobody. */
const ofNobody = ['achievements', 'app_config', 'brand_settings'];
const scopesOf = (table: string): readonly string[] | null => {
  const rule = rules[table];
  return Array.isArray(rule) ? rule : null;
};
const ofTheCoach = tables.filter((table) => rules[table] === 'coach');
/** What she logs and plans: nothing of it is a coach's to change without being allowed to write. */
const logged = tables.filter((table) => scopesOf(table) !== null && table !== 'chat_accounts');

const people = {} as Record<'anna' | 'carl' | 'otto' | 'fred' | 'ada' | 'sam' | 'ben', Person>;

beforeAll(async () => {
  const row = { ...(await minimalRows(pool).values('users', { person: 0, coach: 0 })), id: annas.guess };
  const names = Object.keys(row);
  await pool.query(
    `insert into users (${names.join(', ')}) overriding system value values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
  if (!(await findUser(db, annas.guess))) throw new Error('Anna was not made');
  for (const name of ['carl', 'otto', 'fred', 'ada', 'sam', 'ben'] as const) people[name] = await makePerson(db);
  people.anna = { id: annas.guess, act: () => Promise.reject(new Error('Anna acts by what is tried')) };
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
  await pool.query(`update users set bio = 'Okapi users bio' where id = $1`, [carl.id]);
  const plantAnnas = planter(pool, annas);
  for (const table of tables.filter((one) => !unplanted.includes(one)))
    await plantAnnas(table, { person: anna.id, coach: carl.id });
  const plantCarls = planter(pool, carls);
  for (const table of logged) await plantCarls(table, { person: carl.id, coach: otto.id });
  await allow(scopes, writableScopes);
  carlsTurn = await everything(carl, { clients: ['Anna Quagga'] });
  annasTurn = await everything(anna, { check: keptForAnna });
}, 240_000);

/** What each of the two is told with everything shared. What their buttons would do, others try as well, and at other times. */
let carlsTurn: Attempted;
let annasTurn: Attempted;
const shown = (): Action[] => [...carlsTurn.shown, ...annasTurn.shown];

let kept = '';

/** All that is stored to be said to Anna after everything she did. */
async function keptForAnna(tx: Transaction): Promise<void> {
  const { rows: found } = await tx.execute<{ all: string }>(sql`
    select coalesce(string_agg(payload::text || message, ' '), '') || (select coalesce(string_agg(reply::text, ' '), '')
      from deliveries where user_id = ${annas.guess}) as all from notifications where user_id = ${annas.guess}`);
  kept = found[0]?.all ?? '';
}

/** What anybody might try to write about Anna. */
const said = [
  ...commands.map(({ name }) => `/${name} anna`),
  ...['what did anna eat yesterday', "anna's weight", 'anna squat progress', "anna's goals", 'how is anna doing'],
  ...["anna's streak", 'notes on anna', 'note on anna: hello', '/note anna delete 1', '/note anna pin 1', 'anna'],
  ...['my clients', 'who needs me', 'what did you tell me', '/msg anna hello', 'tell anna hello', '/chat anna'],
  ...['/session anna friday 18:00', '/plan anna', '/routine anna', '/broadcast all: hello', '/checkins', '/sessions'],
  ...[
    'give anna 1900 kcal',
    'annas weight',
    'cancel annas session',
    'move the session to 19:00',
    'tell everyone hello',
  ],
  ...['make anna a plan: squat 3x5', 'note: anna is away', 'remove anna', 'log 200g rice for anna'],
  ...['/later anna tomorrow 8:00 hello', '/group all add anna', '/coach end anna', "anna's photos", 'anna sleep'],
];

/** What buttons and answers could hold, whoever they were shown to. */
const guessed = ({ guess }: Mark): Action[] =>
  commands
    .filter(({ name }) => name !== 'delete_me')
    .flatMap((command) =>
      inputsOf(command, { guess, name: 'anna' }).map((input) => ({ command: command.name, input })),
    );

interface Who {
  readonly clients?: readonly string[] | undefined;
  readonly actions?: readonly Action[];
  readonly check?: ((tx: Transaction) => Promise<void>) | undefined;
}

/** Everything a person can do, with every id guessed unless other actions are given. */
const everything = (person: Person, { clients, actions = guessed(annas), check }: Who = {}): Promise<Attempted> =>
  tryAll({ personId: person.id, clients, actions, said, ...(check ? { check } : {}) });

/** The tables of those rows of a person's that something has become of, by what they were before. */
async function standing(tx: Transaction, { guess }: Mark, which: readonly string[]): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for (const table of which) {
    const { rows: found } = await tx.execute<{ sum: string }>(
      sql.raw(
        `select md5(coalesce(string_agg(to_jsonb(t)::text, ',' order by to_jsonb(t)::text), '')) as sum from ${table} t
       where exists (select from jsonb_each_text(to_jsonb(t)) e where e.value = '${guess}' and e.key in (
         'id', 'user_id', 'client_id', 'owner_id', 'created_by_id', 'sender_id', 'receiver_id'))`,
      ),
    );
    parts.set(table, found[0]?.sum ?? '');
  }
  return parts;
}

/** Does something and tells which of these tables it has changed of somebody's. */
async function changedBy(mark: Mark, which: readonly string[], run: (check: Who['check']) => Promise<Attempted>) {
  const before = await db.transaction((tx) => standing(tx, mark, which));
  let after = new Map<string, string>();
  const done = await run(async (tx) => {
    after = await standing(tx, mark, which);
  });
  return { ...done, changed: which.filter((table) => after.get(table) !== before.get(table)) };
}

const tablesTold = (told: string, { word }: Mark): string[] =>
  [...new Set([...told.matchAll(new RegExp(`${word} ([a-z_]+)`, 'g'))].map(([, table = '']) => table))].sort();

async function allow(read: readonly Scope[], write: readonly Scope[] = []): Promise<void> {
  await pool.query(
    'update coachings set can_read = $1::text[]::consent_scope[], can_write = $2::text[]::consent_scope[] where client_id = $3 and ended_at is null',
    [read, write, annas.guess],
  );
}

it('has a rule for every table that requests can reach, and rows of Anna in it', async () => {
  const { rows: reached } = await pool.query<{ name: string }>(
    `select distinct table_name as name from information_schema.table_privileges
     where grantee = 'spotter_member' and table_schema = 'public' and table_name <> 'known_people'`,
  );
  expect([...tables, ...ofNobody].sort()).toEqual(reached.map(({ name }) => name).sort());
  for (const table of tables.filter((one) => one !== 'action_changes')) {
    const { rowCount } = await pool.query(`select 1 from ${table} t where to_jsonb(t)::text like '%${annas.guess}%'`);
    expect([table, rowCount === 0]).toEqual([table, false]);
  }
});

describe('somebody who has nothing to do with Anna', () => {
  const strangers = [
    ['the coach of somebody else', 'otto', ['Ben Stone']],
    ['a former coach', 'fred', []],
    ['an admin who coaches nobody', 'ada', []],
    ['another client', 'ben', undefined],
    ['a stranger', 'sam', undefined],
  ] as const;
  // Whom they coached once is all that a former coach keeps.
  const history = /Anna Quagga: (?:since|from) [^.]*\./g;
  const leak = (told: string) => told.replace(history, '').match(/.{0,60}(?:Zebra|Quagga|87\.3).{0,60}/)?.[0] ?? null;

  it.each(strangers)(
    'gets nothing by any command or button, with every id guessed, and changes nothing: %s',
    async (_, who, clients) => {
      const actions = [...guessed(annas), ...shown()];
      const run = (check: Who['check']) => everything(people[who], { clients, actions, check });
      const { told, changed } = await changedBy(annas, tables, run);
      expect(told.length).toBeGreaterThan(1000);
      expect(leak(told)).toBeNull();
      expect(changed).toEqual([]);
    },
    180_000,
  );

  it.each(['otto', 'fred', 'ada', 'ben', 'sam'] as const)('sees no row of hers in any table: %s', async (who) => {
    const seen: string[] = [];
    await people[who].act(async ({ db: tx }) => {
      for (const table of [...tables, 'known_people', 'audit_log']) {
        await tx.execute(sql`savepoint look`);
        const found = await tx
          .execute(sql.raw(`select 1 from ${table} t where to_jsonb(t)::text like '%${annas.guess}%' limit 1`))
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
  // The buttons are from before, when all was shared.
  const carl = (check: Who['check']) =>
    everything(people.carl, { clients: ['Anna Quagga'], actions: [...guessed(annas), ...carlsTurn.shown], check });

  it('is told much of it with all scopes, and has buttons of many commands', () => {
    const { told, shown: buttons } = carlsTurn;
    const much = ['coach_notes', 'coaching_sessions', 'check_ins', 'meal_items', 'exercise_logs'];
    expect(tablesTold(told, annas)).toEqual(expect.arrayContaining(much));
    expect(told).toContain('87.3');
    expect(new Set(buttons.map(({ command }) => command)).size).toBeGreaterThan(15);
  });

  it.each(scopes)(
    'is told by the scope %s what it covers and nothing else, and changes none of it',
    async (scope) => {
      await allow([scope]);
      const covered = tables.filter((table) => scopesOf(table)?.every((one) => one === scope));
      const allowed = [...covered, ...ofTheCoach, 'messages', 'message_media', 'coaching_sessions'];
      const { told, changed } = await changedBy(annas, logged, carl);
      expect(changed).toEqual([]);
      expect(tablesTold(told, annas).filter((table) => !allowed.includes(table))).toEqual([]);
      if (scope !== 'body') expect(told.match(/.{0,80}87\.3.{0,80}/)?.[0] ?? null).toBeNull();
      expect(told).toContain('Anna Quagga');
    },
    180_000,
  );

  it.each(writableScopes)(
    'changes by the right to write %s what it covers and nothing else',
    async (scope) => {
      await allow(scopes, [scope]);
      const { changed } = await changedBy(annas, logged, carl);
      expect(changed.filter((table) => !scopesOf(table)?.every((one) => one === scope))).toEqual([]);
      // No command writes anything of a client's body so far.
      expect([scope, changed.length > 0]).toEqual([scope, scope !== 'body']);
    },
    180_000,
  );
});

describe('a client', () => {
  const shared = ['foods', 'food_names', 'food_portions', 'recipe_items', 'exercises', 'exercise_names'];

  it.each([
    ['their coach', 'anna'],
    ['somebody else’s coach', 'ben'],
  ] as const)('gets nothing of what %s logs, by any command, and changes nothing', async (_, who) => {
    await allow(scopes, ['food', 'training', 'body', 'messages']);
    const run = (check: Who['check']) => everything(people[who], { actions: guessed(carls), check });
    const { told, changed } = await changedBy(carls, logged, run);
    // Of a coach's catalogue their clients may make use.
    const may = who === 'anna' ? [...shared, 'users'] : [];
    expect(tablesTold(told, carls).filter((table) => !may.includes(table))).toEqual([]);
    expect(changed).toEqual([]);
  });
});

describe('a private note', () => {
  it('never reaches the client: by no command, no notification, no card', () => {
    // She is told of her own things, so it is she who asks.
    expect(tablesTold(annasTurn.told, annas).length).toBeGreaterThan(2);
    expect(annasTurn.told).not.toContain('Zebra coach_notes');
    expect(kept).toContain('Zebra notifications');
    expect(kept).not.toContain('Zebra coach_notes');
  });

  it('stands in no table that she can read', async () => {
    await db.transaction(async (tx) => {
      await tx.execute(
        sql`select set_config('spotter.user_id', ${String(annas.guess)}, true), set_config('role', 'spotter_member', true)`,
      );
      for (const name of [...tables, 'known_people']) {
        const read = await tx.execute<{ n: string }>(
          sql.raw(`select count(*) as n from ${name} t where to_jsonb(t)::text like '%Zebra coach_notes%'`),
        );
        expect([name, Number(read.rows[0]?.n)]).toEqual([name, 0]);
      }
    });
  });
});
