import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../../db/client.ts';
import { inboundMessages } from '../../../db/schema/index.ts';

export interface RawMessage {
  platform: (typeof inboundMessages.$inferSelect)['platform'];
  eventKey: string;
  kind: string;
  chatId: string;
  messageId: string | null;
  payload: unknown;
}

/**
 * Commits an event as it came, before anything is understood. Returns whether it is new: a redelivery finds its row
 * and changes nothing.
 */
export async function receiveMessage(db: Database, raw: RawMessage, now: Temporal.Instant): Promise<boolean> {
  const payload = JSON.stringify(raw.payload, storable);
  const rows = await db
    .insert(inboundMessages)
    .values({ ...raw, payload: sql`${payload}::jsonb`, receivedAt: now })
    .onConflictDoNothing({ target: [inboundMessages.platform, inboundMessages.eventKey] })
    .returning({ id: inboundMessages.id });
  return rows.length > 0;
}

/** PostgreSQL keeps neither NUL nor half a surrogate pair. */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;
