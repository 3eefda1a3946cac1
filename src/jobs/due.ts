import type { Temporal } from 'temporal-polyfill';
import { failedRows, forgetFailures } from '../domain/system/job-failures.ts';
import { deliver } from './deliver.ts';
import type { Due, JobContext } from './job.ts';
import { notify } from './notify.ts';
import { progress } from './progress.ts';
import { remind } from './remind.ts';
import { respond } from './respond.ts';

/** The jobs about rows. */
export const rowJobs = [respond, deliver, remind, notify, progress] as const;

export interface FindDueOptions {
  now: Temporal.Instant;
  /** How far to look ahead; 0 for what is due now. */
  horizonMs: number;
  /** The earliest so many of each job; unless told, more than are done until the next sweep. */
  limit?: number;
}

/**
 * Everything that is due within the horizon, earliest first; not what has failed and is to wait, or is dead. The one
 * place that says what there is to do.
 */
export async function findDue(db: JobContext['db'], { now, horizonMs, limit = 5_000 }: FindDueOptions): Promise<Due[]> {
  const until = now.add({ milliseconds: horizonMs });
  const lists = await Promise.all(
    rowJobs.map(async ({ name, due }) => {
      const rows = (await due?.(db, { until, limit })) ?? [];
      return rows.map(({ id, dueAt, isAwaited }) => ({ job: name, row: id, dueAt, isAwaited }));
    }),
  );
  const byTime = lists.flat().map((due) => ({ due, atMs: due.dueAt.epochMilliseconds }));
  return byTime.sort((a, b) => a.atMs - b.atMs).map(({ due }) => due);
}

/** Longer than any lease: a row that an attempt left due for then has not got anywhere. */
const soonMs = 120_000;

/** Forgets the failures of rows that are no longer due: somebody else succeeded, or there is nothing to be done. */
export async function forgetSettled(db: JobContext['db'], now: Temporal.Instant): Promise<void> {
  const until = now.add({ milliseconds: soonMs });
  for (const [job, rows] of await failedRows(db)) {
    const definition = rowJobs.find(({ name }) => name === job);
    const due = (await definition?.due?.(db, { until, limit: rows.length, rows })) ?? [];
    const left = new Set(due.map(({ id }) => id));
    await forgetFailures(
      db,
      job,
      rows.filter((row) => !left.has(row)),
    );
  }
}
