import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Words without a reply are about what was recorded within so many minutes. */
const reachMin = 5;

/**
 * Whether a row of a person's entries was recorded right before what this request is about was said, and not since: words
 * that are edited later are still about the same.
 */
export function justRecorded({ saidAt, sourceMessageId }: Context): SQL {
  const since = saidAt.subtract({ minutes: reachMin }).toString();
  return sql`created_at >= ${since} and (inbound_message_id < ${sourceMessageId}::bigint
    or inbound_message_id is null or ${sourceMessageId}::bigint is null)`;
}
