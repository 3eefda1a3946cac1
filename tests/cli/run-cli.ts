import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Only what a program needs to run: nothing of the developer's own settings. */
const bare = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'LANG'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);

/** What the test file leaves behind, newest last. */
const leftovers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of leftovers.reverse()) await end();
});

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves when it has ended. */
  readonly ended: Promise<Ended>;
  /** Resolves to what it has printed, on either output, once this is among it. */
  prints(pattern: RegExp): Promise<string>;
}

export type Settings = Readonly<Record<string, string>>;

/** Starts `node start.mjs …` with these settings and no others. It is killed with the test file at the latest. */
export function startCli(args: readonly string[], settings: Settings): Running {
  const child = spawn(process.execPath, [join(root, 'start.mjs'), ...args], {
    // A folder without a .env file.
    cwd: tmpdir(),
    env: { ...bare, TZ: 'UTC', HTTP_PORT: '0', ...settings },
  });
  child.stdin.on('error', () => {});
  let printed = '';
  const wanted: { pattern: RegExp; found: (printed: string) => void }[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => {
      printed += chunk;
      for (const { pattern, found } of wanted) if (pattern.test(printed)) found(printed);
    });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]).then(
    ([stdout, stderr, [code]]) => ({ code, stdout, stderr }),
  );
  leftovers.push(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    child,
    ended,
    prints: (pattern) =>
      new Promise((found, reject) => {
        wanted.push({ pattern, found });
        if (pattern.test(printed)) found(printed);
        void ended.then(({ code, stderr }) => reject(new Error(`it ended with ${code} before that: ${stderr}`)));
      }),
  };
}

/** Runs it to its end with this input. */
export function runCli(args: readonly string[], settings: Settings, input = ''): Promise<Ended> {
  const { child, ended } = startCli(args, settings);
  child.stdin.end(input);
  return ended;
}

/** A data folder that goes with the test file. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-cli-'));
  // Under root the server runs as another user, who has to get in.
  chmodSync(folder, 0o711);
  leftovers.push(async () => rmSync(folder, { recursive: true, force: true }));
  return join(folder, '.spotter');
}
