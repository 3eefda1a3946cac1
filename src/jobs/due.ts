import type { Temporal } from 'temporal-polyfill';
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
  /** The earliest so many of each job; 10,000 unless told. */
  limit?: number;
}

/** Everything that is due within the horizon, earliest first. The one place that says what there is to do. */
export async function findDue(
  db: JobContext['db'],
  { now, horizonMs, limit = 10_000 }: FindDueOptions,
): Promise<Due[]> {
  const until = now.add({ milliseconds: horizonMs });
  const lists = await Promise.all(
    rowJobs.map(async ({ name, due }) => {
      const rows = (await due?.(db, { until, limit })) ?? [];
      return rows.map(({ id, dueAt }) => ({ job: name, row: id, dueAt }));
    }),
  );
  return lists.flat().sort((a, b) => a.dueAt.epochMilliseconds - b.dueAt.epochMilliseconds);
}
