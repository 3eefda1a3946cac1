import type { Log } from '../log.ts';

/** Reports an error at most every ten seconds: a lost server makes one at every attempt. */
export function quietly(log: Pick<Log, 'warn'>, what: string): (error: Error) => void {
  let reportedAt = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (performance.now() - reportedAt < 10_000) return;
    reportedAt = performance.now();
    log.warn({ err: error }, what);
  };
}
