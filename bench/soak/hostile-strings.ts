import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const strings = Number(process.env.HOSTILE_RUNS ?? 10_000);
const limitMs = 8 * 60_000;

/** The tests with hostile strings, with ten thousand of them for each platform instead of a few. */
export async function hostileStrings(): Promise<boolean> {
  const deadline = performance.now() + limitMs;
  // Two at a time, as the database and its clients keep about two processors busy.
  const [telegram, discord] = await Promise.all([run('Telegram', deadline), run('Discord', deadline)]);
  const terminal = await run('terminal', deadline);
  return telegram && discord && terminal;
}

async function run(platform: string, deadline: number): Promise<boolean> {
  const startMs = performance.now();
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', 'tests/main-job/hostile.test.ts', '-t', platform, '--reporter=dot'];
  const child = spawn(process.execPath, [vitest, ...args], {
    cwd: root,
    env: { ...process.env, HOSTILE_RUNS: String(strings) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  const timer = setTimeout(() => child.kill('SIGTERM'), deadline - performance.now());
  const code = await new Promise<number | null>((ended) => child.once('close', ended));
  clearTimeout(timer);
  const tookS = (performance.now() - startMs) / 1000;
  if (code !== 0) console.error(output);
  console.log(`  ${platform}: ${strings} strings in ${tookS.toFixed(0)} s, ${code === 0 ? 'nothing broke' : 'FAILED'}`);
  return code === 0;
}
