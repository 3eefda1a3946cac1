import { sql } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { inboundMessages } from '../../../db/schema/index.ts';
import { among, tryAt } from '../system/try-at.ts';
import { type DueQuery, type DueRow, selectDue } from './due.ts';

/** A new message is first left to the process that received it, which answers at once. */
export const handoverMs = 2_000;

/**
 * Messages that nobody is answering: never claimed within the hand-over time, or claimed by a process that did not
 * finish within its lease. Only the oldest of each chat, since a chat is answered in order. Earliest first.
 */
export function dueMessages(db: Database, query: DueQuery): Promise<DueRow[]> {
  const m = inboundMessages;
  const dueAt = sql`coalesce(m.leased_until, m.received_at + ${handoverMs} * interval '1 millisecond')`;
  const heads = sql`
    select m.id, ${tryAt('respond', sql`m.id`, dueAt, query)} as due_at, true as is_awaited
    from ${m} m
    where m.state = 'pending' ${among(sql`m.id`, query)}
      and not exists (
        select from ${m} earlier
        where earlier.state = 'pending' and earlier.platform = m.platform and earlier.chat_id = m.chat_id
          and earlier.id < m.id
      )`;
  return selectDue(db, heads, query);
}
