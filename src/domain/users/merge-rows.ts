import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { derived } from './merge-rules.ts';

/** A column that names a person, from the database's own catalogue, so that a table to come is not forgotten. */
export interface PersonColumn extends Record<string, unknown> {
  readonly table: string;
  readonly column: string;
  readonly rule: string;
}

export async function personColumnsOf(db: Transaction): Promise<PersonColumn[]> {
  const { rows } = await db.execute<PersonColumn>(sql`
    select c.conrelid::regclass::text as table, a.attname as column, c.confdeltype as rule
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.confrelid = 'users'::regclass and c.contype = 'f' order by 1, 2`);
  return rows;
}

/** A table's or column's name in a statement. */
export const name = (identifier: string): SQL => sql`${sql.identifier(identifier)}`;

/** What lies between the two accounts as if they were two people: nobody coaches or writes to themselves. */
export async function dropBetween(db: Transaction, columns: readonly PersonColumn[], older: number, younger: number) {
  const both = sql`(${older}, ${younger})`;
  for (const table of new Set(columns.map((column) => column.table))) {
    const falls = columns.filter((column) => column.table === table && column.rule === 'c').map(({ column }) => column);
    for (const [one, other] of [['coach_id', 'client_id'] as const, ['sender_id', 'receiver_id'] as const])
      if (falls.includes(one) && falls.includes(other))
        await db.execute(sql`delete from ${name(table)} where ${name(one)} in ${both} and ${name(other)} in ${both}`);
  }
  await db.execute(sql`delete from client_group_members m using client_groups g
    where g.id = m.group_id and m.client_id in ${both} and g.coach_id in ${both}`);
  await db.execute(
    sql`update chat_accounts set talking_to_id = null where user_id in ${both} and talking_to_id in ${both}`,
  );
  await db.execute(sql`delete from link_codes where user_id in ${both}`);
}

/**
 * Every other row of the younger's becomes the older's, in one statement: a part and its whole name the same person, and
 * are checked at its end.
 */
export async function takeOver(
  db: Transaction,
  columns: readonly PersonColumn[],
  older: number,
  younger: number,
): Promise<void> {
  const tables = [...new Set(columns.map(({ table }) => table))].filter(
    (table) => !derived.some((one) => one.table === table),
  );
  const updates = tables.map((table, i) => {
    const own = columns.filter((column) => column.table === table).map(({ column }) => name(column));
    const set = own.map((column) => sql`${column} = case ${column} when ${younger} then ${older} else ${column} end`);
    const where = own.map((column) => sql`${column} = ${younger}`);
    return sql`${name(`t${i}`)} as (update ${name(table)} set ${sql.join(set, sql`, `)} where ${sql.join(where, sql` or `)})`;
  });
  await db.execute(sql`with ${sql.join(updates, sql`, `)} select`);
}

/** The audit log and the journal of what can be undone name the younger within rows as they once were. */
export async function inTheLogs(
  db: Transaction,
  columns: readonly PersonColumn[],
  older: number,
  younger: number,
): Promise<void> {
  const names = sql`array[${sql.join(
    [...new Set(columns.map(({ column }) => column))].map((column) => sql`${column}`),
    sql`, `,
  )}]::text[]`;
  const as = (values: string) => sql`${name(values)} || coalesce((
    select jsonb_object_agg(key, to_jsonb(${older}::bigint)) from jsonb_each(${name(values)})
    where key = any (${names}) and value = to_jsonb(${younger}::bigint)), '{}')`;
  await db.execute(sql`update action_changes set before = ${as('before')}, after = ${as('after')}
    where user_id = ${older} or action_id in (select id from actions where user_id = ${older})`);
  await db.execute(sql`update audit_log set owner_id = case owner_id when ${younger} then ${older} else owner_id end,
      user_id = case user_id when ${younger} then ${older} else user_id end,
      old_values = ${as('old_values')}, new_values = ${as('new_values')}
    where owner_id = ${younger} or user_id = ${younger} or exists (
      select from jsonb_each(coalesce(old_values, '{}') || coalesce(new_values, '{}'))
      where key = any (${names}) and value = to_jsonb(${younger}::bigint))`);
}
