import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { name, type PersonColumn } from './merge-rows.ts';
import type { TwinRule } from './merge-rules.ts';

interface Twins extends Record<string, unknown> {
  readonly kept: string;
  readonly gone: string;
}

/** Of what both accounts have alike keeps one, as the rule says. */
export async function keepOneOf(db: Transaction, rule: TwinRule, older: number, younger: number): Promise<void> {
  const { table, owner, same, furthest } = rule;
  const of = (row: string, expression: string) => {
    const [, lowered] = /^lower\((\w+)\)$/.exec(expression) ?? [];
    return lowered === undefined ? sql`${name(row)}.${name(expression)}` : sql`lower(${name(row)}.${name(lowered)})`;
  };
  const alike = same.map((column) => sql` and ${of('k', column)} is not distinct from ${of('g', column)}`);
  const links = await linksTo(db, table);
  /** Lets the rows of one account go for those of the other. */
  const letGo = async (keeper: number, giver: number, extra: SQL) => {
    const twins = sql`k.${name(owner)} = ${keeper} and g.${name(owner)} = ${giver} ${sql.join(alike, sql``)} ${extra}`;
    // Where something points at the one that goes, it points at the other from then on.
    if (links.length > 0 || table in namedInJson) {
      const { rows } = await db.execute<Twins>(
        sql`select k.id as kept, g.id as gone from ${name(table)} k join ${name(table)} g on ${twins}`,
      );
      for (const { kept, gone } of rows) await pointAt(db, table, links, Number(kept), Number(gone));
    }
    await db.execute(sql`delete from ${name(table)} g using ${name(table)} k where ${twins}`);
  };
  if (furthest) await letGo(younger, older, sql`and g.${name(furthest)} < k.${name(furthest)}`);
  await letGo(older, younger, sql``);
}

/** What lets go of a row when it goes; what is a part of it falls with it instead. */
async function linksTo(db: Transaction, table: string): Promise<PersonColumn[]> {
  const { rows } = await db.execute<PersonColumn>(sql`
    select c.conrelid::regclass::text as table, a.attname as column, c.confdeltype as rule
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.confrelid = ${table}::regclass and c.contype = 'f' and c.confdeltype = 'n' and cardinality(c.conkey) = 1`);
  return rows;
}

/** Tables whose rows are named within JSON as well, and what learnt words call them. */
const namedInJson: Readonly<Record<string, string>> = { foods: 'food', exercises: 'exercise' };

async function pointAt(
  db: Transaction,
  table: string,
  links: readonly PersonColumn[],
  kept: number,
  gone: number,
): Promise<void> {
  for (const link of links)
    await db.execute(
      sql`update ${name(link.table)} set ${name(link.column)} = ${kept} where ${name(link.column)} = ${gone}`,
    );
  const to = sql`to_jsonb(${kept}::bigint)`;
  const kind = namedInJson[table];
  if (kind === undefined) return;
  await db.execute(sql`update user_words set meaning = jsonb_set(meaning, '{id}', ${to})
    where kind = ${kind} and (meaning ->> 'id')::bigint = ${gone}`);
  if (kind === 'exercise') return nameInList(db, ['routine_template_versions', 'exercises'], 'exerciseId', kept, gone);
  await db.execute(sql`update user_words set meaning = jsonb_set(meaning, '{measure,foodId}', ${to})
    where kind = 'measure' and (meaning -> 'measure' ->> 'foodId')::bigint = ${gone}`);
  await nameInList(db, ['user_daily_meal_plans', 'items'], 'foodId', kept, gone);
  const items = inList(sql`m -> 'items'`, 'foodId', kept, gone);
  await db.execute(sql`update diet_template_versions set meals = (
      select jsonb_agg(m || jsonb_build_object('items', ${items}) order by nth)
      from jsonb_array_elements(meals) with ordinality as of_day (m, nth))
    where meals @> ${JSON.stringify([{ items: [{ foodId: gone }] }])}::jsonb`);
}

/** A list of JSON objects in which `key` names the one that stays wherever it named the other. */
const inList = (list: SQL, key: string, kept: number, gone: number): SQL => sql`(
  select coalesce(jsonb_agg(case when (one ->> ${key}::text)::bigint = ${gone}
    then one || jsonb_build_object(${key}::text, ${kept}::bigint) else one end order by n), '[]')
  from jsonb_array_elements(${list}) with ordinality as e (one, n))`;

async function nameInList(
  db: Transaction,
  [table, column]: readonly [string, string],
  key: string,
  kept: number,
  gone: number,
): Promise<void> {
  await db.execute(sql`update ${name(table)} set ${name(column)} = ${inList(name(column), key, kept, gone)}
    where ${name(column)} @> ${JSON.stringify([{ [key]: gone }])}::jsonb`);
}

/** "Push day" beside another "push day" becomes "Push day (2)". */
export async function rename(
  db: Transaction,
  { table, owner, column }: { table: string; owner: string; column: string },
  older: number,
  younger: number,
): Promise<void> {
  await db.execute(sql`update ${name(table)} y set ${name(column)} = y.${name(column)} || ' (' || (
      select min(n) from generate_series(2, 10000) n where not exists (
        select from ${name(table)} t where t.${name(owner)} in (${older}, ${younger})
          and lower(t.${name(column)}) = lower(y.${name(column)} || ' (' || n || ')'))) || ')'
    where y.${name(owner)} = ${younger} and exists (
      select from ${name(table)} o where o.${name(owner)} = ${older} and lower(o.${name(column)}) = lower(y.${name(column)}))`);
}
