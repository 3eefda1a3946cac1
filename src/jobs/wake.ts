import { setTimeout as sleep } from 'node:timers/promises';

const wakeEveryMs = 100;

/**
 * Makes `wake`, which asks for a sweep. Everybody's calls of one interval of 100 ms, in all processes, make one sweep:
 * it is added under the number of the interval, and runs at the end of it, so that it sees what they all wrote.
 * `addSweep` gets the moment and adds the job; what it throws goes to `report`.
 */
export function createWake(addSweep: (atMs: number) => Promise<void>, report: (error: Error) => void): () => void {
  let waking: Promise<void> | undefined;
  let isWokenAgain = false;

  async function add(): Promise<void> {
    const atMs = Math.ceil((Date.now() + 1) / wakeEveryMs) * wakeEveryMs;
    await addSweep(atMs);
    await sleep(atMs - Date.now(), undefined, { ref: false });
  }

  return function wake() {
    isWokenAgain = waking !== undefined;
    waking ??= add()
      .catch(report)
      .then(() => {
        waking = undefined;
        if (isWokenAgain) wake();
      });
  };
}
