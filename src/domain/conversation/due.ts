import type { Temporal } from 'temporal-polyfill';

/** Which rows to list: those due at `until` or before, of which the earliest `limit`. */
export interface DueQuery {
  until: Temporal.Instant;
  limit: number;
}

/** A row that something has to be done about, from `dueAt` on. */
export interface DueRow {
  id: number;
  dueAt: Temporal.Instant;
}
