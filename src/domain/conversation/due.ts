import type { Temporal } from 'temporal-polyfill';

/** Which rows to list: those due at `until` or before, of which the earliest `limit`. */
export interface DueQuery {
  until: Temporal.Instant;
  limit: number;
  /** Only these, whether or not their job has failed; all that have not, or may be tried again, unless given. */
  rows?: readonly number[] | undefined;
}

/** A row that something has to be done about, from `dueAt` on. */
export interface DueRow {
  id: number;
  dueAt: Temporal.Instant;
  /** Whether somebody waits for it: then it goes before all that we say by ourselves. */
  isAwaited?: boolean;
}
