import { sql } from 'drizzle-orm';
import type { Transaction } from '../context.ts';

/** What stands in the place of a name that is forgotten. */
const instead = 'somebody';
/** Keys whose values are no words for people. */
const inner = new Set(['command', 'do', 'kind', 'about', 'step', 'reason']);
const shortest = 2;

interface Kept extends Record<string, unknown> {
  readonly table: 'deliveries' | 'notifications' | 'pending_questions';
  readonly id: string;
  readonly said: Readonly<Record<string, unknown>>;
}

/**
 * Takes a person's name out of all that we said to those who coached them or whom they coached: cards and lists name
 * people without being about one of them alone. What those people wrote themselves is theirs. Runs as owner.
 */
export async function forgetName(db: Transaction, userId: number): Promise<void> {
  const { rows: named } = await db.execute<{ name: string | null }>(sql`
    select full_name as name from users where id = ${userId}
    union select display_name from chat_accounts where user_id = ${userId}`);
  const names = named.flatMap(({ name }) => (name ? [name.trim(), name.trim().split(/\s+/u)[0] ?? ''] : []));
  const known = [...new Set(names)].filter((name) => [...name].length >= shortest).sort((a, b) => b.length - a.length);
  if (known.length === 0) return;
  const pattern = known.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  const word = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu');
  const { rows } = await db.execute<Kept>(sql`
    with partners as (
      select coach_id as id from coachings where client_id = ${userId}
      union select client_id from coachings where coach_id = ${userId})
    select 'deliveries' as table, id, json_build_object('reply', reply) as said from deliveries
      where user_id in (select id from partners) and reply::text ~* ${pattern}
    union all select 'notifications', id, json_build_object('title', title, 'message', message, 'payload', payload)
      from notifications where user_id in (select id from partners) and concat(title, message, payload) ~* ${pattern}
    union all select 'pending_questions', id, json_build_object('choices', choices) from pending_questions
      where user_id in (select id from partners) and choices::text ~* ${pattern}`);
  for (const { table, id, said } of rows) {
    const without = JSON.stringify(forget(said, word));
    await db.execute(sql`update ${sql.identifier(table)} t set ${columnsOf(table)}
      from jsonb_populate_record(null::${sql.identifier(table)}, ${without}::jsonb) as n where t.id = ${id}`);
  }
}

function columnsOf(table: Kept['table']) {
  if (table === 'deliveries') return sql`reply = n.reply`;
  if (table === 'notifications') return sql`title = n.title, message = n.message, payload = n.payload`;
  return sql`choices = n.choices`;
}

function forget(value: unknown, word: RegExp, key = ''): unknown {
  if (typeof value === 'string') return inner.has(key) ? value : value.replace(word, instead);
  if (Array.isArray(value)) return value.map((one) => forget(one, word, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, forget(one, word, name)]));
}
