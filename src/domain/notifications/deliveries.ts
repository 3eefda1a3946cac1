import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../../../db/client.ts';
import { deliveries } from '../../../db/schema/index.ts';
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
  /** What it says, where we speak first. */
  notificationId?: number | null;
  /** Another person whose words or figures it carries. */
  aboutUserId?: number | null;
  reply: unknown;
  now: Temporal.Instant;
}

/** A delivery as its sender needs it. */
export type LeasedDelivery = Pick<
  typeof deliveries.$inferSelect,
  | 'id'
  | 'userId'
  | 'inboundMessageId'
  | 'notificationId'
  | 'aboutUserId'
  | 'platform'
  | 'accountId'
  | 'chatId'
  | 'kind'
  | 'editsId'
  | 'reply'
  | 'attempts'
> & {
  /** The event this answers, as its adapter made it. */
  answers: unknown;
  /** The message between two people that it brings. */
  messageId: number | null;
  /** For an edit: the platform's name of the message to change, null when it was never sent. */
  edits: { chatId: string; messageId: string } | null;
};

/**
 * Stores something to be said, in the transaction that gives reason to say it. Returns its id. Nobody holds it yet:
 * whoever leases it first sends it.
 */
export async function storeDelivery(tx: Database | Transaction, { now, ...input }: DeliveryInput): Promise<number> {
  const [row] = await tx
    .insert(deliveries)
    .values({ ...input, kind: input.editsId === null ? 'send' : 'edit', dueAt: now, createdAt: now })
    .returning({ id: deliveries.id });
  if (!row) throw new Error('The delivery was not returned');
  return row.id;
}

/** Written out: as a parameter, no plan that is kept could use the index of what is due. */
export const isDue = sql`${deliveries.state} = 'due'`;

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
        isDue,
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
      inboundMessageId: d.inboundMessageId,
      notificationId: d.notificationId,
      aboutUserId: d.aboutUserId,
      platform: d.platform,
      accountId: d.accountId,
      chatId: d.chatId,
      kind: d.kind,
      editsId: d.editsId,
      reply: d.reply,
      attempts: d.attempts,
      answers: sql<unknown>`(select m.payload from inbound_messages m where m.id = deliveries.inbound_message_id)`,
      messageId: messageOfDelivery,
      edits: sql<
        LeasedDelivery['edits']
      >`(select jsonb_build_object('chatId', e.chat_id, 'messageId', e.platform_message_id)
        from deliveries e where e.id = deliveries.edits_id and e.platform_message_id is not null)`,
    });
  return row ?? null;
}

/** The message between two people that the row brings. */
export const messageOfDelivery = sql<
  number | null
>`(select substring(n.key from '^message-([0-9]+)$') from notifications n
  where n.id = deliveries.notification_id and n.type = 'message')`.mapWith((id: string | null) =>
  id === null ? null : Number(id),
);

/** The first delivery that waits for an account; null where none does. */
export async function nextDelivery(
  db: Database,
  { platform, accountId }: Pick<LeasedDelivery, 'platform' | 'accountId'>,
): Promise<number | null> {
  const d = deliveries;
  const [row] = await db
    .select({ id: d.id })
    .from(d)
    .where(and(eq(d.platform, platform), eq(d.accountId, accountId), isDue))
    .orderBy(d.id)
    .limit(1);
  return row?.id ?? null;
}
