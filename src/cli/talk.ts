import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { createTerminalAdapter, type TerminalOptions } from '../bots/terminal/create-adapter.ts';
import type { Config } from '../config.ts';
import { loadFoodIndex } from '../domain/foods/load-food-index.ts';
import { createFileStore } from '../domain/media/file-store.ts';
import { loadExerciseIndex } from '../domain/training/load-exercise-index.ts';
import type { Log } from '../log.ts';
import { runDue } from './run-due.ts';
import { createRuntime } from './runtime.ts';
import { openStore } from './store.ts';
import { untilStopped } from './until-stopped.ts';

export interface TalkOptions extends Pick<TerminalOptions, 'input' | 'output'> {
  readonly config: Config;
  readonly log: Log;
}

/** How often the terminal chat looks for what has fallen due. */
const lookEveryMs = 1_000;

/** A chat in the terminal until the end of input or a signal. Piped lines are messages, each answered in its turn. */
export async function talk({ config, log, input, output }: TalkOptions): Promise<void> {
  const isInteractive = input.isTTY === true && output.isTTY === true;
  const clock = () => Temporal.Now.instant();
  const stopped = untilStopped();
  const store = await openStore(config, log);
  try {
    const foods = await loadFoodIndex(store.db);
    const exercises = await loadExerciseIndex(store.db);
    const terminal = createTerminalAdapter({
      input,
      output,
      historyFile: isInteractive ? join(config.dataDir, 'history') : null,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? null,
      clock,
    });
    const { respond, jobs } = createRuntime({
      db: store.db,
      foods,
      exercises,
      adapters: [terminal],
      files: createFileStore(config.mediaDir),
      clock,
      log,
      crisisText: config.crisisText,
    });
    const look = () =>
      runDue(store.db, jobs, clock()).catch((err: unknown) => log.warn({ err }, 'Could not look for what is due'));
    // What a crash left behind is said first.
    await look();
    if (isInteractive) output.write(greeting);
    let looking = Promise.resolve();
    const timer = setInterval(() => {
      looking = looking.then(look);
    }, lookEveryMs);
    try {
      // The next line may press a button of the reply to this one.
      await terminal.start(async (message) => {
        await respond.receive(message);
        await respond.idle();
      });
      await Promise.race([stopped, terminal.ended]);
    } finally {
      clearInterval(timer);
      await terminal.stop();
      await looking;
      await respond.idle();
    }
  } finally {
    await store.close();
  }
}

const greeting = `Spotter keeps count of what you eat. Just write it:

  ate 200g rice lunch

"today" shows your day, "help" the rest. Buttons are shown as [1]; type [1] to press one. Ctrl-D ends.
With TELEGRAM_BOT_TOKEN or DISCORD_BOT_TOKEN in .env the same command runs the bots.

`;
