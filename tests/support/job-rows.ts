import type pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { OpenDatabase } from '../../db/client.ts';
import { claimMessage } from '../../src/domain/conversation/claim-message.ts';
import { closeMessage } from '../../src/domain/conversation/close-message.ts';
import { leaseDelivery } from '../../src/domain/notifications/deliveries.ts';
import { settleSent } from '../../src/domain/notifications/settle-delivery.ts';

let serial = 0;

/** Adds a message of ours that falls due, to an account of its own unless told. */
export async function addDelivery(pool: pg.Pool, dueAt: Temporal.Instant, accountId = `account-${++serial}`) {
  const { rows } = await pool.query<{ id: string }>(
    `with person as (insert into users (created_at, updated_at) values ($2, $2) returning id)
     insert into deliveries (user_id, platform, account_id, reply, due_at, created_at)
     select id, 'telegram', $1, '{"text":"hi"}', $2, $2 from person returning id`,
    [accountId, dueAt.toString()],
  );
  return Number(rows[0]?.id);
}

/** Adds a message that somebody wrote, in a chat of its own unless told. */
export async function addMessage(
  pool: pg.Pool,
  receivedAt: Temporal.Instant,
  { chatId = `chat-${++serial}`, leasedUntil = null }: { chatId?: string; leasedUntil?: Temporal.Instant | null } = {},
) {
  const { rows } = await pool.query<{ id: string }>(
    `insert into inbound_messages (platform, event_key, kind, chat_id, payload, received_at, leased_until)
     values ('telegram', $1, 'text', $2, '{}', $3, $4) returning id`,
    [`event-${++serial}`, chatId, receivedAt.toString(), leasedUntil?.toString() ?? null],
  );
  return Number(rows[0]?.id);
}

/** What happened to a row, and when. */
export interface Act {
  id: number;
  at: number;
}

/** Sends and answers as the bot does, by lease, but only writes down that it did. */
export function actors({ db, pool }: Pick<OpenDatabase, 'db' | 'pool'>) {
  const sent: Act[] = [];
  const answered: Act[] = [];
  return {
    sent,
    answered,
    remind: async () => {},
    notify: async () => {},
    progress: async () => {},
    async deliver(id: number) {
      const now = Temporal.Now.instant();
      const leased = await leaseDelivery(db, id, ['telegram', 'discord'], now);
      if (!leased) return;
      sent.push({ id, at: Date.now() });
      await settleSent(db, leased, { chatId: leased.accountId, messageId: `sent-${id}` }, now);
    },
    async respond(id: number) {
      const now = Temporal.Now.instant();
      const { rows } = await pool.query('select platform, chat_id from inbound_messages where id = $1', [id]);
      for (;;) {
        const claimed = await claimMessage(db, rows[0].platform, rows[0].chat_id, now);
        if (!claimed) return;
        answered.push({ id: claimed.id, at: Date.now() });
        await closeMessage(db, claimed, now);
      }
    },
  };
}
