import { sql } from 'drizzle-orm';
import type { Database } from '../../src/domain/context.ts';

export interface Account {
  readonly platform: 'telegram' | 'discord' | 'terminal';
  readonly accountId: string;
}

/** What stands recorded for a person: each item as `200 g rice`, in order, and the days' sums as kept. */
export async function recordedFor(db: Database, { platform, accountId }: Account) {
  const { rows: items } = await db.execute<{ item: string }>(sql`
    select round(i.grams) || ' g ' || i.food_name as item
    from meal_items i join chat_accounts a on a.user_id = i.user_id
    where a.platform = ${platform} and a.account_id = ${accountId}
    order by i.id`);
  const { rows: days } = await db.execute<{ kcal: number }>(sql`
    select round(d.consumed_kcal)::int as kcal
    from daily_logs d join chat_accounts a on a.user_id = d.user_id
    where a.platform = ${platform} and a.account_id = ${accountId} and d.consumed_kcal is not null
    order by d.day`);
  return { items: items.map(({ item }) => item), kcal: days.map(({ kcal }) => kcal) };
}

/** How many events and messages of ours are still open, and how many failed. */
export async function openRows(db: Database) {
  const { rows } = await db.execute<{ pending: number; due: number; failed: number }>(sql`
    select (select count(*)::int from inbound_messages where state = 'pending') as pending,
      (select count(*)::int from deliveries where state = 'due') as due,
      (select count(*)::int from inbound_messages where state = 'failed')
        + (select count(*)::int from deliveries where state = 'failed') as failed`);
  const [row] = rows;
  if (!row) throw new Error('nothing was counted');
  return row;
}

/** The deliveries to an account, oldest first. */
export async function deliveriesTo(db: Database, { platform, accountId }: Account) {
  const { rows } = await db.execute<{ state: string; kind: string; attempts: number; error: string | null }>(sql`
    select state, kind, attempts, error from deliveries
    where platform = ${platform} and account_id = ${accountId} order by id`);
  return rows;
}

/** Since when an account cannot be reached, and why; null when it can. */
export async function unreachable(db: Database, { platform, accountId }: Account): Promise<string | null> {
  const { rows } = await db.execute<{ reason: string | null }>(sql`
    select unreachable_reason as reason from chat_accounts
    where platform = ${platform} and account_id = ${accountId} and unreachable_at is not null`);
  return rows[0] ? (rows[0].reason ?? '') : null;
}
