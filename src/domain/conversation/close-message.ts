import { and, eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../../../db/client.ts';
import { inboundMessages } from '../../../db/schema/index.ts';
import type { ClaimedMessage } from './claim-message.ts';

/** Another process took the message over; this transaction must not commit. */
export class LostClaim extends Error {}

/** How a claimed message ends: understood and acted upon, or given up with the reason. Its words stay either way. */
export type Outcome = { state: 'done' } | { state: 'failed'; error: string };

/**
 * Marks a claimed message as dealt with; undone again if the transaction rolls back. Throws LostClaim when another
 * process has claimed it since.
 */
export async function closeMessage(
  db: Database | Transaction,
  claimed: Pick<ClaimedMessage, 'id' | 'attempts'>,
  userId: number | null,
  now: Temporal.Instant,
  outcome: Outcome = { state: 'done' },
): Promise<void> {
  const m = inboundMessages;
  const rows = await db
    .update(m)
    .set({ ...outcome, userId, processedAt: now, leasedUntil: null })
    .where(and(eq(m.id, claimed.id), eq(m.state, 'pending'), eq(m.attempts, claimed.attempts)))
    .returning({ id: m.id });
  if (rows.length === 0) throw new LostClaim();
}

/**
 * Lowers the rest of a transaction to one person's own rights. Requests of one person wait for each other, so that a
 * day's sums never miss an entry.
 */
export async function actAs(tx: Transaction, userId: number, now: Temporal.Instant): Promise<void> {
  await tx.execute(sql`
    select set_config('role', 'spotter_member', true), set_config('spotter.user_id', ${String(userId)}, true),
      set_config('spotter.now', ${now.toString()}, true),
      pg_advisory_xact_lock(hashtextextended(${`person:${userId}`}, 0))`);
}
