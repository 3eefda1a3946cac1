import { and, eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../../../db/client.ts';
import { inboundMessages } from '../../../db/schema/index.ts';
import { personLock } from '../users/lock-person.ts';
import { ownWordsStamp } from '../users/own-words.ts';
import type { ClaimedMessage } from './claim-message.ts';

/** Another process took the message over; this transaction must not commit. */
export class LostClaim extends Error {}

/** How a claimed message ends: understood and acted upon, or given up with the reason. Its words stay either way. */
export type Outcome = { state: 'done' } | { state: 'failed'; error: string };

export interface BegunRequest {
  /** As `ownWordsStamp` says. */
  readonly ownWords: string | null;
  /** What the person weighed last; null where it was never said. */
  readonly lastWeightKg: number | null;
  /** Whether somebody coaches them. */
  readonly hasCoach: boolean;
  /** The names of their routines. */
  readonly routines: readonly string[];
  /** The names of those they coach; null for whoever may not coach. */
  readonly clients: readonly string[] | null;
  /** Whom they are in a running conversation with in the account they wrote from. */
  readonly talkingToId: number | null;
}

type Claim = Pick<ClaimedMessage, 'id' | 'attempts'>;
/** The account that an event comes from. */
type From = Pick<ClaimedMessage, 'platform'> & { readonly accountId: string };

/**
 * Closes a claimed message that nobody asks anything by. Throws LostClaim when another process has claimed it since.
 */
export async function closeMessage(
  db: Database,
  claimed: Claim,
  now: Temporal.Instant,
  outcome: Outcome = { state: 'done' },
): Promise<void> {
  const rows = await db
    .update(inboundMessages)
    .set({ ...outcome, processedAt: now, leasedUntil: null })
    .where(stillClaimed(claimed))
    .returning({ id: inboundMessages.id });
  if (rows.length === 0) throw new LostClaim();
}

/**
 * Begins a person's request in its transaction: closes the claimed message (open again if the transaction rolls back)
 * and lowers all that follows to the person's own rights. Requests of one person wait for each other before they hold
 * anything, so that a day's sums never miss an entry and no two wait for one another. Throws LostClaim.
 */
export async function beginRequest(
  tx: Transaction,
  claimed: Claim & From,
  userId: number,
  now: Temporal.Instant,
  outcome: Outcome = { state: 'done' },
): Promise<BegunRequest> {
  await tx.execute(sql`
    select ${personLock(userId)},
      set_config('spotter.user_id', ${String(userId)}, true), set_config('spotter.now', ${now.toString()}, true)`);
  const rows = await tx
    .update(inboundMessages)
    .set({ ...outcome, userId, processedAt: now, leasedUntil: null })
    .where(stillClaimed(claimed))
    .returning({
      ownWords: ownWordsStamp(userId),
      lastWeightKg: lastWeightKg(userId),
      hasCoach: sql<boolean>`spotter_coaches() is not null`,
      clients: clientNames(userId),
      routines: routineNames(userId),
      talkingToId: talkingTo(claimed),
      role: sql`set_config('role', 'spotter_member', true)`,
    });
  const [row] = rows;
  if (!row) throw new LostClaim();
  const { role: _, ...begun } = row;
  return begun;
}

const lastWeightKg = (userId: number) => sql<number | null>`(select value::float8 from measurements
  where user_id = ${userId} and metric = 'weight' order by day desc, logged_at desc, id desc limit 1)`;

const talkingTo = ({ platform, accountId }: From) =>
  sql<number | null>`(select a.talking_to_id from chat_accounts a
    where a.platform = ${platform} and a.account_id = ${accountId})`.mapWith((id: string | null) =>
    id === null ? null : Number(id),
  );

const routineNames = (userId: number) => sql<string[]>`(select coalesce(array_agg(r.name), '{}')
  from routines r where r.user_id = ${userId} and r.is_active)`;

const clientNames = (userId: number) => sql<string[] | null>`(select coalesce((
    select array_agg(k.full_name) from users k
    where k.id = any (spotter_all_clients()) and k.full_name is not null), '{}')
  from users u where u.id = ${userId} and u.role <> 'client')`;

const stillClaimed = ({ id, attempts }: Claim) =>
  and(eq(inboundMessages.id, id), eq(inboundMessages.state, 'pending'), eq(inboundMessages.attempts, attempts));
