import { sql } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { type AccountSide, accountSide } from './account-side.ts';

/**
 * Whom a name may mean, one account a person, the newest first: those who are called so, or else those one of whose names
 * is that. Only for the operator: runs as owner.
 */
export async function findAccounts(db: Transaction, name: string, most: number): Promise<AccountSide[]> {
  const wanted = name.trim().replace(/^@/, '').toLowerCase();
  const { rows } = await db.execute<{ id: string; isWhole: boolean }>(sql`
    select distinct on (u.id) a.id, n.whole as "isWhole"
    from chat_accounts a join users u on u.id = a.user_id
    cross join lateral (select bool_or(lower(trim(named)) = ${wanted}) as whole,
        bool_or(${wanted} = any (string_to_array(lower(named), ' '))) as partly
      from (values (a.display_name), (u.full_name), (u.username), (u.email)) as names(named)) as n
    where n.whole or n.partly
    order by u.id desc, n.whole desc nulls last, a.id`);
  const whole = rows.filter(({ isWhole }) => isWhole);
  const found = [];
  for (const { id } of (whole.length > 0 ? whole : rows).slice(0, most)) found.push(await accountSide(db, Number(id)));
  return found;
}
