import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { runsAt } from '../coaching/runs-at.ts';
import type { Database, Transaction } from '../context.ts';

/**
 * Whether a message may still be said to whom it is for: it was not taken back, and the two work together, with the
 * client's consent where the coach writes. Asked at the moment of saying, since messages wait and are planned ahead.
 * Runs as owner.
 */
export async function isStillToSay(
  { db, now }: { readonly db: Database | Transaction; readonly now: Temporal.Instant },
  messageId: number,
): Promise<boolean> {
  const { rows } = await db.execute<{ is_so: boolean }>(sql`
    select m.deleted_at is null and exists (
      select from coachings c
      where ${runsAt(now)}
        and ((c.client_id = m.sender_id and c.coach_id = m.receiver_id)
          or (c.coach_id = m.sender_id and c.client_id = m.receiver_id and 'messages' = any (c.can_read)))) as is_so
    from messages m where m.id = ${messageId}`);
  return rows[0]?.is_so ?? false;
}
