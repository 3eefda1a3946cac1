import { type SQL, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

/** Whether a coaching `c` runs at a moment, for a statement: as `isRunning` says of one that was read. */
export const runsAt = (now: Temporal.Instant): SQL =>
  sql`c.ended_at is null and c.started_at <= ${now.toString()} and (c.until is null or c.until > ${now.toString()})`;
