import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../db/client.ts';
import { findDue, forgetSettled } from '../jobs/due.ts';
import type { Due } from '../jobs/job.ts';
import type { Jobs } from '../jobs/jobs.ts';

// Without a queue there is nothing to add to: what falls due next is looked for again.
const noQueue = { async enqueue() {} };

export interface RunDueOptions {
  /** Told each thing's own moment before it runs. */
  readonly at?: (moment: Temporal.Instant) => void;
  /** Whether a row is this process's to see to. */
  readonly isOurs?: (due: Due) => Promise<boolean>;
}

/**
 * Does what is due, found by the same query as the queue's sweep, in this process and in order of time. What a run
 * leaves due at the same moment is not tried again in this call.
 */
export async function runDue(
  db: Database,
  jobs: Jobs,
  until: Temporal.Instant,
  { at = () => {}, isOurs = async () => true }: RunDueOptions = {},
): Promise<void> {
  const tried = new Set<string>();
  await forgetSettled(db, until);
  for (;;) {
    const due = await findDue(db, { now: until, horizonMs: 0 });
    const next = due
      .map((row) => ({ ...row, key: `${row.job}-${row.row}-${row.dueAt.epochMilliseconds}` }))
      .filter(({ key }) => !tried.has(key))
      .sort((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt) || a.row - b.row)[0];
    if (!next) return;
    tried.add(next.key);
    if (!(await isOurs(next))) continue;
    at(next.dueAt);
    await jobs.run(next.job, { row: next.row }, noQueue);
  }
}
