import type { Pool } from 'pg';
import { groupBy } from '../../src/domain/search/group-by.ts';

/** How many rows hold something in a column that is not its default, by `table.column`, of the columns asked for. */
export async function columnsFilled(pool: Pool, wanted: ReadonlySet<string>): Promise<Map<string, number>> {
  const { rows: columns } = await pool.query<{ table: string; name: string; preset: string | null }>(
    `select table_name as table, column_name as name, column_default as preset from information_schema.columns
     where table_schema = 'public' and table_name || '.' || column_name = any ($1)`,
    [[...wanted]],
  );
  const byTable = groupBy(columns, ({ table }) => table);
  const statements = [...byTable].map(([table, list]) => {
    const count = ({ name, preset }: (typeof columns)[number]) =>
      `'${table}.${name}', count(*) filter (where "${name}" is distinct from ${preset ?? 'null'})`;
    return `select json_build_object(${list.map(count).join(', ')}) as filled from "${table}"`;
  });
  const { rows } = await pool.query<{ filled: Record<string, number> }>(statements.join(' union all '));
  return new Map(rows.flatMap(({ filled }) => Object.entries(filled)));
}
