import { setTimeout as sleep } from 'node:timers/promises';

/** Something to be done for a chat; done again if it rejects, so doing it twice must do no harm. */
export type Job = () => Promise<void>;

interface ChatQueue {
  /** Does a chat's jobs one after the other. */
  add(chatId: string, job: Job): void;
  /** The same, before everything that waits. */
  addFirst(chatId: string, job: Job): void;
  /** Lets no further job begin until the promise is settled. */
  hold(until: Promise<void>): void;
  /** Resolves when everything that waits is done; what fails from now on is not tried again. */
  stop(): Promise<void>;
}

/** Discord does not send an event again, so we are the ones who keep trying: for about two minutes. */
const retryDelaysMs = [50, 250, 1000, 3000, 10_000, 30_000, 60_000];

/** Jobs in order per chat. `onProblem` hears of the first failure of a job, and of giving up. */
export function createChatQueue(onProblem: (isGivenUp: boolean, error: unknown) => void): ChatQueue {
  const chats = new Map<string, { readonly jobs: Job[]; readonly done: Promise<void> }>();
  const stopping = new AbortController();
  let held: Promise<unknown> = Promise.resolve();

  /** Whether the job was done or given up; if not, we are stopping. */
  async function attempt(job: Job): Promise<boolean> {
    for (let attempts = 0; ; attempts++) {
      try {
        await job();
        return true;
      } catch (error) {
        if (stopping.signal.aborted) return false;
        const delayMs = retryDelaysMs[attempts];
        if (attempts === 0 || delayMs === undefined) onProblem(delayMs === undefined, error);
        if (delayMs === undefined) return true;
        await sleep(delayMs, undefined, { signal: stopping.signal }).catch(() => {});
        if (stopping.signal.aborted) return false;
      }
    }
  }

  async function work(chatId: string, jobs: Job[]): Promise<void> {
    while (true) {
      await held;
      const job = jobs.shift();
      if (job === undefined) break;
      // What comes after a job that was not done must not be done either: the next start reads on from there.
      if (!(await attempt(job))) break;
    }
    chats.delete(chatId);
  }

  function chat(chatId: string): Job[] {
    const known = chats.get(chatId);
    if (known !== undefined) return known.jobs;
    const jobs: Job[] = [];
    chats.set(chatId, { jobs, done: Promise.resolve().then(() => work(chatId, jobs)) });
    return jobs;
  }

  return {
    add: (chatId, job) => void chat(chatId).push(job),
    addFirst: (chatId, job) => void chat(chatId).unshift(job),
    hold(until) {
      held = Promise.allSettled([held, until]);
    },
    async stop() {
      stopping.abort();
      await Promise.all([...chats.values()].map(({ done }) => done));
    },
  };
}
