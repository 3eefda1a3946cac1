import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundled } from './bundled.ts';

export interface DoomedOptions {
  /** What each process is given, as JSON; one that is killed is started again with the same. */
  readonly settings: readonly object[];
  /** How many sends the platforms have seen from all of them. */
  readonly sends: () => number;
  /** A process lives for a random number of sends, at most so many. */
  readonly sendsPerLife: number;
  /** Or for so long, where nothing is sent. */
  readonly lifeMs: number;
  /** From so many kills on they are left alone. */
  readonly kills: number;
  /** Done after each death, before anything is started in its place. */
  readonly onDeath: () => Promise<void>;
}

/** Processes that are killed with SIGKILL after a random number of sends, while the last is in somebody's hands. */
export interface Doomed {
  /** Resolves when all are at work. */
  readonly ready: Promise<unknown>;
  /** From now on they are killed. */
  begin(): void;
  kills(): number;
  /** Kills all there are. From then on only every other one of them is started again. */
  killAll(): void;
  /** Kills all for good. Resolves when they are gone. */
  stop(): Promise<void>;
}

const patienceMs = 60_000;

/** Starts `due-process.ts` once for each of the settings. */
export async function startDoomed(options: DoomedOptions): Promise<Doomed> {
  const { settings, sends, sendsPerLife, lifeMs, onDeath } = options;
  const script = await bundled('due-process.ts');
  const running = new Set<ChildProcess>();
  let kills = 0;
  let isOver = false;
  let isCut = false;
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });

  async function someSends(): Promise<void> {
    const enough = sends() + 1 + Math.floor(Math.random() * sendsPerLife);
    for (const atMs = performance.now(); sends() < enough && performance.now() - atMs < lifeMs; ) await sleep(2);
  }

  async function life(given: object, onReady: () => void): Promise<void> {
    // It ends when its input does: with whoever has started it.
    const child = spawn(process.execPath, [script, JSON.stringify(given)], { stdio: ['pipe', 'pipe', 'inherit'] });
    running.add(child);
    const ended = new Promise<void>((settle) => child.once('close', () => settle()));
    await Promise.race([ended, new Promise((ready) => child.stdout.once('data', ready))]);
    onReady();
    await Promise.race([ended, begun.then(someSends)]);
    if (kills < options.kills && !isOver && child.exitCode === null) {
      kills += 1;
      child.kill('SIGKILL');
    }
    await ended;
    running.delete(child);
    await onDeath();
  }

  const firstReady: Promise<void>[] = [];
  const places = settings.map(async (given, place) => {
    let onReady = () => {};
    firstReady.push(
      new Promise((resolve) => {
        onReady = resolve;
      }),
    );
    while (!isOver && !(isCut && place % 2 === 1)) await life(given, onReady);
  });

  return {
    ready: Promise.race([Promise.all(firstReady), sleep(patienceMs)]),
    begin: () => begin(),
    kills: () => kills,
    killAll() {
      isCut = true;
      for (const child of running) {
        kills += 1;
        child.kill('SIGKILL');
      }
    },
    async stop() {
      isOver = true;
      begin();
      for (const child of running) child.kill('SIGKILL');
      await Promise.allSettled(places);
    },
  };
}
