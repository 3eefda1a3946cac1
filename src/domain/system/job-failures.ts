import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../../db/client.ts';
import { jobFailures } from '../../../db/schema/index.ts';
import { errorKind } from './error-kind.ts';

/** Tried again after 5, 10, 20 … seconds, at most an hour; the tenth failure is the last. */
const firstDelayS = 5;
const longestDelayS = 3_600;
const maxAttempts = 10;

/** Notes that a job threw about a row: until it is tried again, or for good, the row is not found due. */
export async function noteFailure(
  db: Database,
  { job, row }: { job: string; row: number },
  error: unknown,
  now: Temporal.Instant,
): Promise<void> {
  const f = jobFailures;
  const first = now.add({ seconds: firstDelayS });
  const delayS = sql`least(${firstDelayS} * 2 ^ ${f.attempts}, ${longestDelayS})`;
  const kind = errorKind(error);
  await db
    .insert(f)
    .values({ job, rowId: row, attempts: 1, error: kind, nextTryAt: first, createdAt: now, updatedAt: now })
    .onConflictDoUpdate({
      target: [f.job, f.rowId],
      set: {
        attempts: sql`${f.attempts} + 1`,
        error: kind,
        nextTryAt: sql`case when ${f.attempts} + 1 < ${maxAttempts}
          then ${now.toString()}::timestamptz + ${delayS} * interval '1 second' end`,
        updatedAt: now,
      },
    });
}

/** The rows of each job that have failed and not succeeded since. Runs as owner. */
export async function failedRows(db: Database): Promise<Map<string, number[]>> {
  const rows = await db.select({ job: jobFailures.job, row: jobFailures.rowId }).from(jobFailures);
  const byJob = new Map<string, number[]>();
  for (const { job, row } of rows) byJob.set(job, [...(byJob.get(job) ?? []), row]);
  return byJob;
}

/** Forgets that rows have failed. Runs as owner. */
export async function forgetFailures(db: Database, job: string, rows: readonly number[]): Promise<void> {
  if (rows.length === 0) return;
  await db.delete(jobFailures).where(and(eq(jobFailures.job, job), inArray(jobFailures.rowId, [...rows])));
}
