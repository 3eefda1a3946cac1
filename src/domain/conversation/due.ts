import type { Temporal } from 'temporal-polyfill';

/** Which rows to look for. */
export interface DueQuery {
  /** Those due at this moment or before. */
  until: Temporal.Instant;
  /** The earliest so many; `id` narrows to one row. */
  limit: number;
  id?: number | undefined;
}

/** A row that something has to be done about, from `dueAt` on. */
export interface DueRow {
  id: number;
  dueAt: Temporal.Instant;
}
