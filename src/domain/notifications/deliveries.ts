import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../../../db/client.ts';
import { chatAccounts, deliveries } from '../../../db/schema/index.ts';
import { leaseMs } from '../conversation/claim-message.ts';

export interface DeliveryInput {
  /** Null for the last word to somebody who has been erased. */
  userId: number | null;
  /** The event it answers. */
  inboundMessageId: number | null;
  /** The written message whose record it shows. */
  sourceMessageId: number | null;
  platform: (typeof deliveries.$inferSelect)['platform'];
  accountId: string;
  chatId: string | null;
  /** The delivery whose message is changed; null sends a new one. */
  editsId: number | null;
  reply: unknown;
  now: Temporal.Instant;
}

/** A delivery as its sender needs it. */
export type LeasedDelivery = Pick<
  typeof deliveries.$inferSelect,
  'id' | 'userId' | 'platform' | 'accountId' | 'chatId' | 'kind' | 'editsId' | 'reply' | 'attempts'
> & {
  /** The event this answers, as its adapter made it. */
  answers: unknown;
  /** For an edit: the platform's name of the message to change, null when it was never sent. */
  edits: { chatId: string; messageId: string } | null;
};

/**
 * Stores something to be said, in the transaction that gives reason to say it. Returns its id. Nobody holds it yet:
 * whoever leases it first sends it.
 */
export async function storeDelivery(tx: Transaction, { now, ...input }: DeliveryInput): Promise<number> {
  const [row] = await tx
    .insert(deliveries)
    .values({ ...input, kind: input.editsId === null ? 'send' : 'edit', dueAt: now, createdAt: now })
    .returning({ id: deliveries.id });
  if (!row) throw new Error('The delivery was not returned');
  return row.id;
}

/**
 * Leases a due delivery for sending. Null when it is not due, held by another process, for a platform that is not one of
 * these, or an earlier one to the same account has to go first.
 */
export async function leaseDelivery(
  db: Database,
  id: number,
  platforms: readonly LeasedDelivery['platform'][],
  now: Temporal.Instant,
): Promise<LeasedDelivery | null> {
  const d = deliveries;
  const at = now.toString();
  const [row] = await db
    .update(d)
    .set({ leasedUntil: now.add({ milliseconds: leaseMs }), attempts: sql`${d.attempts} + 1` })
    .where(
      and(
        eq(d.id, id),
        eq(d.state, 'due'),
        inArray(d.platform, [...platforms]),
        lte(d.dueAt, now),
        sql`(${d.leasedUntil} is null or ${d.leasedUntil} <= ${at})`,
        // Columns of the row itself are written out: within a subquery a bare name would be the subquery's own.
        sql`not exists (select from deliveries e where e.platform = deliveries.platform
          and e.account_id = deliveries.account_id and e.state = 'due' and e.id < deliveries.id)`,
      ),
    )
    .returning({
      id: d.id,
      userId: d.userId,
      platform: d.platform,
      accountId: d.accountId,
      chatId: d.chatId,
      kind: d.kind,
      editsId: d.editsId,
      reply: d.reply,
      attempts: d.attempts,
      answers: sql<unknown>`(select m.payload from inbound_messages m where m.id = deliveries.inbound_message_id)`,
      edits: sql<
        LeasedDelivery['edits']
      >`(select jsonb_build_object('chatId', e.chat_id, 'messageId', e.platform_message_id)
        from deliveries e where e.id = deliveries.edits_id and e.platform_message_id is not null)`,
    });
  return row ?? null;
}

/**
 * Settles a delivery as sent. The last word to somebody who has been erased is forgotten. Returns the next delivery that
 * waits for the same account: one from another chat of theirs may have been held up by this one.
 */
export async function settleSent(
  db: Database,
  { id, userId }: Pick<LeasedDelivery, 'id' | 'userId'>,
  sent: { chatId: string; messageId: string },
  now: Temporal.Instant,
): Promise<number | null> {
  const d = deliveries;
  const [row] =
    userId === null
      ? await db.delete(d).where(eq(d.id, id)).returning({ next: nextOfAccount })
      : await db
          .update(d)
          .set({
            state: 'sent',
            chatId: sent.chatId,
            platformMessageId: sent.messageId,
            sentAt: now,
            leasedUntil: null,
            error: null,
          })
          .where(eq(d.id, id))
          .returning({ next: nextOfAccount });
  return row?.next ?? null;
}

/** What waits for the account of the row that is being settled, which its own statement still sees as due. */
const nextOfAccount = sql<number | null>`(select min(n.id) from deliveries n where n.platform = deliveries.platform
  and n.account_id = deliveries.account_id and n.state = 'due' and n.id <> deliveries.id)`.mapWith((id: string | null) =>
  id === null ? null : Number(id),
);

/** Puts a delivery back to be tried again at `dueAt`. */
export async function settleLater(db: Database, id: number, error: string, dueAt: Temporal.Instant): Promise<void> {
  await db.update(deliveries).set({ error, dueAt, leasedUntil: null }).where(eq(deliveries.id, id));
}

/** Settles a delivery as failed for good. Returns the next one that waits for the same account. */
export async function settleFailed(db: Database, id: number, error: string): Promise<number | null> {
  const d = deliveries;
  const [row] = await db
    .update(d)
    .set({ state: 'failed', error, leasedUntil: null })
    .where(eq(d.id, id))
    .returning({ next: nextOfAccount });
  return row?.next ?? null;
}

/**
 * Settles a delivery as failed because the account cannot be reached, and with it all that waits for that account.
 * `instead` is said in the chat where an answer was asked for; its id is returned.
 */
export async function settleBlocked(
  db: Database,
  delivery: Pick<LeasedDelivery, 'id' | 'userId' | 'platform' | 'accountId'>,
  error: string,
  now: Temporal.Instant,
  instead: { chatId: string; reply: unknown } | null,
): Promise<number | null> {
  const d = deliveries;
  const { id, userId, platform, accountId } = delivery;
  return db.transaction(async (tx) => {
    await tx
      .update(chatAccounts)
      .set({ unreachableAt: now, unreachableReason: error, updatedAt: now })
      .where(and(eq(chatAccounts.platform, platform), eq(chatAccounts.accountId, accountId)));
    await tx
      .update(d)
      .set({
        state: sql`case when id = ${id} then 'failed' else 'suppressed' end::delivery_state`,
        error: sql`case when id = ${id} then ${error} else ${`account unreachable: ${error}`} end`,
        leasedUntil: null,
      })
      .where(and(eq(d.platform, platform), eq(d.accountId, accountId), eq(d.state, 'due')));
    if (!instead) return null;
    const { chatId, reply } = instead;
    const inboundMessageId = sql<number | null>`(select inbound_message_id from deliveries where id = ${id})`;
    const [row] = await tx
      .insert(d)
      .values({ userId, inboundMessageId, platform, accountId, chatId, reply, dueAt: now, createdAt: now })
      .returning({ id: d.id });
    return row?.id ?? null;
  });
}
