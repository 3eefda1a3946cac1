import { sql } from 'drizzle-orm';
import type { Transaction } from '../context.ts';

/** Whether we can say something to a person now: they are not switched off, and an account of theirs takes it. Runs as owner. */
export async function canBeReached(tx: Transaction, userId: number): Promise<boolean> {
  const { rows } = await tx.execute<{ is_so: boolean }>(sql`
    select u.is_active and exists (
      select from chat_accounts a where a.user_id = u.id and a.unreachable_at is null) as is_so
    from users u where u.id = ${userId}`);
  return rows[0]?.is_so ?? false;
}
