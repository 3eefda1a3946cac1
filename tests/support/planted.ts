import type pg from 'pg';
import { minimalRows, type Row } from './minimal-rows.ts';

/** Somebody's rows that are to be recognised wherever they turn up. */
export interface Mark {
  /** Every row goes by this number: whoever guesses one id has guessed them all. */
  readonly guess: number;
  /** Every text has this word, with the table it stands in. */
  readonly word: string;
  /** What they weigh: a figure that is nobody else's. */
  readonly weightKg: number;
}

/** Columns whose row has the marked number as well, once it was planted. */
const parents: Readonly<Record<string, string>> = {
  ...{ meal_log_id: 'meal_logs', workout_session_id: 'workout_sessions', exercise_log_id: 'exercise_logs' },
  ...{ routine_id: 'routines', reminder_id: 'reminders', goal_id: 'user_goals', check_in_id: 'check_ins' },
  ...{ food_id: 'foods', exercise_id: 'exercises', media_id: 'media', message_id: 'messages' },
  ...{ group_id: 'client_groups', recipe_id: 'foods' },
};
/** What names a table's version of a template. */
const templates: Readonly<Record<string, string>> = {
  routine_template_versions: 'routine_templates',
  diet_template_versions: 'diet_templates',
  client_routine_assignments: 'routine_templates',
  client_diet_assignments: 'diet_templates',
};
const versions: Readonly<Record<string, string>> = {
  client_routine_assignments: 'routine_template_versions',
  client_diet_assignments: 'diet_template_versions',
};
const submitted = { state: 'submitted', submitted_at: '2026-03-03T12:00:00Z' };
/** Texts that are no words of anybody's. */
const notWords =
  /(?:^|_)(?:id|key|kind|hash|platform|unit|slug|path|mime|sha256|locale|zone|state|reason|source|metric|ndb_number|photo|media|about|type|template|table_name)$|_id$/;

/** Plants rows of one person: with all the words a row can hold, over a connection that may do everything. */
export function planter(client: pg.Pool, { guess, word, weightKg }: Mark) {
  const rows = minimalRows(client);
  const planted = new Set<string>();

  async function columnsOf(table: string): Promise<{ name: string; type: string }[]> {
    const { rows: columns } = await client.query<{ name: string; type: string }>(
      `select attname as name, format_type(atttypid, null) as type from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    );
    return columns;
  }

  /** `person` is whose row it is, `coach` who coaches them. */
  return async function plant(table: string, cast: { person: number; coach: number }): Promise<void> {
    const columns = await columnsOf(table);
    const hasId = columns.some(({ name }) => name === 'id');
    const row: Row = { ...(await rows.values(table, cast)), ...(hasId ? { id: guess } : {}) };
    for (const [key, value] of Object.entries(row)) {
      if (typeof value === 'string' && /^x[0-9a-f]{12}$/.test(value)) row[key] = `${word} ${table} ${key}`;
      if (typeof value === 'string' && /^2026-\d\d-\d\d$/.test(value))
        row[key] = /week/.test(key) ? '2026-03-02' : '2026-03-03';
      const parent = key === 'template_id' ? templates[table] : key === 'version_id' ? versions[table] : parents[key];
      if (parent && planted.has(parent)) row[key] = guess;
    }
    if (table === 'notifications') row.payload = { reply: { text: `${word} ${table}` } };
    if (table === 'deliveries') row.reply = { text: `${word} ${table}` };
    if (columns.some(({ name }) => name === 'coach_id')) row.coach_id = cast.coach;
    if (table === 'measurements') row.value = weightKg;
    if (table === 'check_ins') Object.assign(row, { ...submitted, weight_kg: weightKg });
    const words = columns
      .filter(({ name, type }) => type === 'text' && !(name in row) && !notWords.test(name))
      .map(({ name }) => [name, `${word} ${table} ${name}`] as const);
    await insert(table, { ...row, ...Object.fromEntries(words) }).catch(() => insert(table, row));
    planted.add(table);
  };

  async function insert(table: string, row: Row): Promise<void> {
    const names = Object.keys(row);
    await client.query(
      `insert into ${table} (${names.join(', ')}) overriding system value
       values (${names.map((_, i) => `$${i + 1}`).join(', ')}) on conflict do nothing`,
      Object.values(row),
    );
  }
}
