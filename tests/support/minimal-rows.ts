import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';

/** Whom the columns that name a person mean. */
export interface Cast {
  /** Whose rows they are: `user_id`, `client_id`, `owner_id`, `sender_id` … */
  person: number;
  /** `coach_id`, `receiver_id`. */
  coach: number;
}

export type Row = Record<string, unknown>;

interface Column {
  name: string;
  type: string;
  isRequired: boolean;
  firstEnumValue: string | null;
}

interface Link {
  columns: string[];
  parent: string;
  parentColumns: string[];
}

const coachColumns = new Set(['coach_id', 'receiver_id']);

/** What the checks of a table ask beyond types. */
const particulars: Record<string, Row> = {
  coachings: { can_read: '{}', can_write: '{}' },
  invite_tokens: { can_read: '{}', can_write: '{}', expires_at: '2026-04-01T00:00:00Z' },
  sessions: { expires_at: '2026-04-01T00:00:00Z' },
  foods: { energy_note: 'as on the label' },
  measurements: { value: 80 },
  reminders: { at_times: '{07:10}' },
  user_goals: { status: 'completed' },
  media: { sha256: 'a'.repeat(64) },
};

/** Columns without which a row would be a public one. */
const ownerColumns: Record<string, Row> = {
  foods: { source: 'own', owner_id: 'person' },
  exercises: { created_by_id: 'person' },
  inbound_messages: { user_id: 'person' },
  deliveries: { user_id: 'person' },
};

/**
 * Makes rows with as little in them as the database's own catalogue allows, parents included, over a connection that
 * may do everything. `values` returns what a row would hold without inserting it; `insert` returns the whole row.
 */
export function minimalRows(client: pg.Pool | pg.ClientBase) {
  const known = new Map<string, { columns: Column[]; links: Link[] }>();

  async function describe(table: string) {
    const found = known.get(table);
    if (found) return found;
    const columns = await client.query<Column>(
      `select a.attname as name, format_type(a.atttypid, null) as type,
         a.attnotnull and not a.atthasdef and a.attidentity = '' as "isRequired",
         (select enumlabel from pg_enum e where e.enumtypid = a.atttypid order by enumsortorder limit 1) as "firstEnumValue"
       from pg_attribute a where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    );
    const links = await client.query<Link>(
      `select confrelid::regclass::text as parent,
         (select array_agg(attname::text order by i) from unnest(conkey) with ordinality k (n, i)
           join pg_attribute on attrelid = conrelid and attnum = n) as columns,
         (select array_agg(attname::text order by i) from unnest(confkey) with ordinality k (n, i)
           join pg_attribute on attrelid = confrelid and attnum = n) as "parentColumns"
       from pg_constraint where conrelid = $1::regclass and contype = 'f' order by cardinality(conkey) desc`,
      [table],
    );
    const description = { columns: columns.rows, links: links.rows };
    known.set(table, description);
    return description;
  }

  async function values(table: string, cast: Cast): Promise<Row> {
    const { columns, links } = await describe(table);
    const row: Row = { ...particulars[table] };
    for (const [column, value] of Object.entries(ownerColumns[table] ?? {})) {
      row[column] = value === 'person' ? cast.person : value;
    }
    for (const link of links.filter(({ parent }) => parent === 'users')) {
      const name = link.columns[0] ?? '';
      const isRequired = columns.some((column) => column.name === name && column.isRequired);
      if (isRequired) row[name] = coachColumns.has(name) ? cast.coach : cast.person;
    }
    for (const link of links.filter(({ parent }) => parent !== 'users')) {
      const missing = columns.some(
        ({ name, isRequired }) => isRequired && link.columns.includes(name) && !(name in row),
      );
      if (!missing) continue;
      const parent = await insert(link.parent, cast);
      for (const [index, name] of link.columns.entries()) row[name] = parent[link.parentColumns[index] ?? 'id'];
    }
    for (const { name, type, isRequired, firstEnumValue } of columns) {
      if (isRequired && !(name in row)) row[name] = firstEnumValue ?? plain(type);
    }
    return row;
  }

  async function insert(table: string, cast: Cast, more: Row = {}): Promise<Row> {
    const row = { ...(await values(table, cast)), ...more };
    // A person's statistics come into being with the first row that something is derived from.
    const again = table === 'user_statistics' ? 'on conflict (user_id) do update set version = excluded.version' : '';
    const { rows } = await client.query<Row>(`${insertion(table, row)} ${again} returning *`, Object.values(row));
    return rows[0] ?? {};
  }

  return { values, insert };
}

/** The statement that inserts such a row; its values follow in order. */
export function insertion(table: string, row: Row): string {
  const names = Object.keys(row);
  if (names.length === 0) return `insert into ${table} default values`;
  return `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`;
}

function plain(type: string): unknown {
  if (type.endsWith('[]')) return '{}';
  if (type === 'text') return `x${randomBytes(6).toString('hex')}`;
  if (type === 'date') return nextMonday();
  if (type.startsWith('timestamp')) return '2026-03-02T12:00:00Z';
  if (type.startsWith('time')) return '12:00';
  if (type === 'jsonb') return '{}';
  if (type === 'boolean') return false;
  if (type === 'uuid') return randomUUID();
  return 1;
}

let mondays = 0;

/** A Monday no other row has, since many things are once a day or once a week. */
function nextMonday(): string {
  mondays += 1;
  return new Date(Date.UTC(2026, 2, 2 + 7 * mondays)).toISOString().slice(0, 10);
}
