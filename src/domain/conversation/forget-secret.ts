import { sql } from 'drizzle-orm';
import { inboundMessages } from '../../../db/schema/index.ts';
import type { Transaction } from '../context.ts';

/** Forgets the words of an event that carried a code or a link's secret: what opens a door is kept nowhere. Runs as owner. */
export async function forgetSecret(db: Transaction, eventId: number): Promise<void> {
  await db.execute(sql`
    update ${inboundMessages} set payload = case payload ->> 'kind'
      when 'command' then jsonb_set(payload, '{options}', '{}') else jsonb_set(payload, '{text}', '"(a code)"') end
    where id = ${eventId} and payload ->> 'kind' in ('text', 'edit', 'command')`);
}
