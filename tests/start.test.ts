import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
let checkout: string;

/** Stands for npm: notes that it was called, then brings the packages or fails. */
const npm = (tsx: string) => `
  import fs from 'node:fs';
  fs.appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
  console.log('npm speaks');
  if (fs.existsSync('offline')) { console.error('npm error ENOTFOUND'); process.exit(1); }
  fs.rmSync('node_modules', { recursive: true, force: true });
  fs.mkdirSync('node_modules');
  await new Promise((resolve) => setTimeout(resolve, 200));
  fs.symlinkSync(${JSON.stringify(tsx)}, 'node_modules/tsx');
  const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
  fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify(lock));`;

/** A program in TypeScript that shows its arguments and input, stays if told, and ends with a code of its own. */
const program = `
  const args: string[] = process.argv.slice(2);
  let signals = 0;
  process.on('SIGTERM', () => {
    signals += 1;
    setTimeout(() => {
      console.log(signals + ' signal');
      process.exit(8);
    }, 100);
  });
  let input = '';
  if (args[0] === 'stay') console.log('staying');
  for await (const chunk of process.stdin) input += chunk;
  console.log(JSON.stringify({ args, input }));
  process.exitCode = 7;`;

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'spotter-start-'));
  copyFileSync(join(root, 'start.mjs'), join(checkout, 'start.mjs'));
  mkdirSync(join(checkout, 'src', 'cli'), { recursive: true });
  for (const name of ['start', 'parse']) writeFileSync(join(checkout, 'src', 'cli', `${name}.ts`), program);
  writeFileSync(join(checkout, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(join(checkout, 'tsconfig.json'), '{}');
  mkdirSync(join(checkout, 'npm'));
  writeFileSync(join(checkout, 'npm', 'npm-cli.js'), npm(join(root, 'node_modules', 'tsx')));
  writeLockfile('1.0.0');
});

afterEach(() => rmSync(checkout, { recursive: true, force: true }));

function writeLockfile(version: string): void {
  writeFileSync(
    join(checkout, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, 'node_modules/a': { version } } }),
  );
}

const installs = () =>
  existsSync(join(checkout, 'npm-calls'))
    ? readFileSync(join(checkout, 'npm-calls'), 'utf8').trim().split('\n').length
    : 0;

function spawnStart(args: string[], nodeArgs: string[] = []) {
  return spawn(process.execPath, [...nodeArgs, join(checkout, 'start.mjs'), ...args], {
    cwd: tmpdir(),
    env: { ...process.env, npm_execpath: join(checkout, 'npm', 'npm-cli.js') },
  });
}

async function start(args: string[], { input = '', nodeArgs = [] as string[] } = {}) {
  const child = spawnStart(args, nodeArgs);
  child.stdin.on('error', () => {}).end(input);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { stdout, stderr, code };
}

describe('packages', () => {
  test('are installed when missing, with standard output left to the command, and only once', async () => {
    const first = await start(['parse', 'a', 'b c'], { input: 'ate rice\n' });
    expect(first.stdout).toBe('{"args":["a","b c"],"input":"ate rice\\n"}\n');
    expect(first.stderr).toMatch(/^Installing the packages .*\n$/);
    const second = await start([]);
    expect(second).toEqual({ stdout: '{"args":[],"input":""}\n', stderr: '', code: 7 });
    expect(installs()).toBe(1);
    expect(readFileSync(join(checkout, 'npm-calls'), 'utf8')).toMatch(/^ci /);
  });

  test('are installed again when package-lock.json has changed', async () => {
    await start([]);
    writeLockfile('1.0.1');
    await start([]);
    expect(installs()).toBe(2);
  });

  test('are left alone when npm’s own record says that they are right', async () => {
    await start([]);
    rmSync(join(checkout, 'node_modules', '.spotter-stamp'));
    expect(await start([])).toMatchObject({ stderr: '', code: 7 });
    expect(installs()).toBe(1);
  });

  test('are installed by one of several processes while the others wait, though a dead one left its claim', async () => {
    writeFileSync(join(checkout, '.installing-999999999-dead'), '');
    const results = await Promise.all([start([]), start([]), start([])]);
    expect(results.map(({ code }) => code)).toEqual([7, 7, 7]);
    expect(installs()).toBe(1);
    expect(readdirSync(checkout).filter((name) => name.startsWith('.installing'))).toEqual([]);
  });

  test('that cannot be installed leave npm’s words and a line that says what to do', async () => {
    writeFileSync(join(checkout, 'offline'), '');
    const { stdout, stderr, code } = await start([]);
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toMatch(
      /npm speaks\nnpm error ENOTFOUND\nThe packages could not be installed: .*"npm ci" yourself\.\n$/,
    );
    rmSync(join(checkout, 'offline'));
    expect(await start([])).toMatchObject({ code: 7 });
  });
});

test('a signal reaches the command once, and its exit code is passed on', async () => {
  await start([]);
  const child = spawnStart(['start', 'stay']);
  const stdout = text(child.stdout);
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([8, null]);
  expect(await stdout).toContain('1 signal');
});

test('an unknown command is answered with those there are', async () => {
  const { stdout, stderr, code } = await start(['strat']);
  expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
  expect(stderr).toMatch(/^There is no command "strat"\. There are: start, bot, .*\n$/);
  expect(installs()).toBe(0);
});

test('an old Node.js is told which one is needed', async () => {
  const pretend = "data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'18.20.0'}})";
  const { stderr, code } = await start([], { nodeArgs: ['--import', pretend] });
  expect(code).toBe(1);
  expect(stderr).toBe(
    'Spotter needs Node.js 20.19 or newer, and this is 18.20.0: install it from https://nodejs.org.\n',
  );
});
