import { sql } from 'drizzle-orm';
import type { Transaction } from '../context.ts';

/** What stands in the place of a name that is forgotten. */
const instead = 'somebody';
/** Of what a button does, the keys that name people: anything else there is no word for people, or not ours to change. */
const naming = new Set(['name', 'who']);
const shortest = 2;
/** What stands for somebody without the rest of their name: "Dr." does not, nor does a sign. */
const firstName = /^\p{Lu}\p{L}{2,}(?=\s+\S)/u;

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
  const names = named.flatMap(({ name }) => (name ? [name.trim(), firstName.exec(name.trim())?.[0] ?? ''] : []));
  const known = [...new Set(names)].filter((name) => [...name].length >= shortest).sort((a, b) => b.length - a.length);
  if (known.length === 0) return;
  const pattern = known.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  const word = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu');
  const { rows } = await db.execute<Kept>(sql`
    with partners as (
      select coach_id as id from coachings where client_id = ${userId}
      union select client_id from coachings where coach_id = ${userId})
    select 'deliveries' as table, id, json_build_object('reply', reply) as said from deliveries
      where user_id in (select id from partners) and reply::text ~ ${pattern}
    union all select 'notifications', id, json_build_object('title', title, 'message', message, 'payload', payload)
      from notifications where user_id in (select id from partners) and concat(title, message, payload) ~ ${pattern}
    union all select 'pending_questions', id, json_build_object('choices', choices) from pending_questions
      where user_id in (select id from partners) and choices::text ~ ${pattern}`);
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

/** A value without the name. `isWords`: whether it is something we say; what a button does keeps all but whom it names. */
function forget(value: unknown, word: RegExp, isWords = true): unknown {
  if (typeof value === 'string') return isWords ? value.replace(word, instead) : value;
  if (Array.isArray(value)) return value.map((one) => forget(one, word, isWords));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => {
    const isSaid = isWords ? key !== 'action' : naming.has(key);
    return [key, forget(one, word, isSaid)];
  });
  return Object.fromEntries(entries);
}
