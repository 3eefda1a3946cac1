// The one entry point: `node start.mjs [command] [arguments…]`; without a command it starts Spotter.
// It runs on a bare checkout, so it is plain JavaScript without packages: it installs them when they are missing or no
// longer what package-lock.json says, then runs the command in this same process, so that signals and exit codes need
// nobody to pass them on. Standard output belongs to the command alone.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const modules = join(root, 'node_modules');

/** Programs of ours by command. Each runs when it is imported and reads its arguments from process.argv. */
const programs = {
  start: 'src/cli/start.ts',
  bot: 'src/cli/bot.ts',
  worker: 'src/cli/worker.ts',
  admin: 'src/cli/admin.ts',
  parse: 'src/cli/parse.ts',
  scenario: 'src/cli/scenario.ts',
  catalogue: 'src/cli/catalogue.ts',
  bench: 'bench/run.ts',
  soak: 'bench/soak.ts',
};
const tools = { test, check };
/** What runs on packages for developers. */
const needsTools = new Set([...Object.keys(tools), 'bench', 'soak']);

const [command = 'start', ...args] = process.argv.slice(2);
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `Spotter needs Node.js 20.19 or newer, and this is ${process.versions.node}: install it from https://nodejs.org.`,
  );
} else if (!(command in programs) && !(command in tools)) {
  fail(`There is no command "${command}". There are: ${[...Object.keys(programs), ...Object.keys(tools)].join(', ')}.`);
} else if (await installPackages(needsTools.has(command))) {
  await (command in tools ? tools[command](args) : run(programs[command], args));
}

function fail(line) {
  console.error(line);
  process.exitCode = 1;
  return false;
}

/** Runs a TypeScript program of ours in this process. */
async function run(file, args) {
  const path = join(root, file);
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: join(root, 'tsconfig.json') });
  process.argv = [process.execPath, path, ...args];
  await import(pathToFileURL(path).href);
}

/** Vitest, in this process too: Ctrl-C reaches it once, and it cleans up. */
async function test(args) {
  process.chdir(root);
  const vitest = join(modules, 'vitest', 'vitest.mjs');
  process.argv = [process.execPath, vitest, 'run', ...args];
  await import(pathToFileURL(vitest).href);
}

/** Every check in order, each with its output only if it fails, and a summary. */
async function check() {
  const tool = (file, ...args) => [process.execPath, join(modules, file), ...args];
  const checks = {
    types: () => capture(tool('typescript/bin/tsc', '--noEmit', '-p', '.')),
    'format and lint': () => capture(tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')),
    'unused code': () => capture(tool('knip/bin/knip.js')),
    'who imports whom': () => capture(tool('vitest/vitest.mjs', 'run', 'tests/architecture.test.ts')),
    'migrations in order': () => capture(tool('drizzle-kit/bin.cjs', 'check')),
    'migrations current': () => checkMigrations(tool('drizzle-kit/bin.cjs')),
  };
  const failed = [];
  for (const [name, work] of Object.entries(checks)) {
    const startMs = Date.now();
    const { code, output } = await work();
    if (code !== 0) failed.push(name);
    if (code !== 0) console.log(output.trimEnd());
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - startMs) / 1000).toFixed(1)} s)`);
  }
  if (failed.length > 0) fail(`Checks failed: ${failed.join(', ')}.`);
}

/** The schema has changed without a migration if generating one into a copy of the migrations makes something. */
async function checkMigrations(drizzleKit) {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-migrations-'));
  try {
    const out = join(folder, 'drizzle');
    cpSync(join(root, 'drizzle'), out, { recursive: true });
    const config = join(folder, 'drizzle.config.ts');
    const base = JSON.stringify(join(root, 'drizzle.config.ts'));
    // drizzle-kit takes every path for one below the working directory.
    writeFileSync(
      config,
      `import base from ${base};\nexport default { ...base, out: ${JSON.stringify(relative(root, out))} };\n`,
    );
    const { code, output } = await capture([...drizzleKit, 'generate', '--config', config]);
    if (code === 0 && output.includes('No schema changes')) return { code, output };
    return { code: 1, output: `${output}\nThe schema has changed since the last migration: run npm run db:generate.` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a program and resolves with its exit code and all it wrote. */
function capture([program, ...args]) {
  return new Promise((resolve) => {
    // On Windows npm is a script, which only a shell runs.
    const shell = program === 'npm' && process.platform === 'win32';
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Sees to the packages, one process at a time. Says whether they are there. */
async function installPackages(needsTools) {
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = [createHash('sha256').update(lockfile).digest('hex'), process.platform, process.arch].join(' ');
  if (isInstalled(lockfile, stamp, needsTools)) return true;
  const claim = `.installing-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    for (;;) {
      if (rivals(claim).length === 0) {
        writeFileSync(join(root, claim), '');
        // Two that claimed at once both step back; unequal waits let one of them win.
        if (rivals(claim).length === 0) break;
        rmSync(join(root, claim));
      }
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100));
    }
    if (isInstalled(lockfile, stamp, needsTools)) return true;
    console.error('Installing the packages Spotter needs. This takes a minute, the first time only …');
    if ((await npmCi()) !== 0) {
      return fail(
        'The packages could not be installed: check the network and the disk, then try again or run "npm ci" yourself.',
      );
    }
    writeFileSync(join(modules, '.spotter-stamp'), stamp);
    giveToOwner(modules);
    return true;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    return fail(`The packages cannot be installed in ${root} by this user: run "npm ci" there as its owner.`);
  } finally {
    rmSync(join(root, claim), { force: true });
  }
}

/** Claims of other processes that live. One older than half an hour is taken for a dead process's whose id is used again. */
function rivals(own) {
  return readdirSync(root).filter((name) => {
    if (!name.startsWith('.installing-') || name === own) return false;
    const ageMs = Date.now() - (statSync(join(root, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (ageMs < 1_800_000 && isAlive(Number(name.split('-')[1]))) return true;
    rmSync(join(root, name), { force: true });
    return false;
  });
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The stamp says so, or npm's own record of what it installed agrees with package-lock.json, as after "npm ci" by hand. */
function isInstalled(lockfile, stamp, needsTools) {
  const stampFile = join(modules, '.spotter-stamp');
  const record = join(modules, '.package-lock.json');
  if (needsTools && !existsSync(join(modules, 'vitest'))) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  for (const [path, { version, dev, optional, os, cpu, libc }] of Object.entries(JSON.parse(lockfile).packages)) {
    const isForHere = !optional || (!libc && os?.includes(process.platform) && cpu?.includes(process.arch));
    const mayBeMissing = path === '' || !isForHere || (dev && !needsTools);
    if (installed[path] ? path !== '' && installed[path].version !== version : !mayBeMissing) return false;
  }
  try {
    writeFileSync(stampFile, stamp);
  } catch {
    // Somebody else's packages: they are good, and the comparison is made again next time.
  }
  return true;
}

/** Installs what package-lock.json says. Quiet unless it fails: then npm's own words are on standard error. */
async function npmCi() {
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const flags = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const { code, output } = await capture([...npm, 'ci', ...flags]);
  if (code !== 0) console.error(output.trimEnd());
  return code;
}

/** Root installing in somebody's checkout leaves packages that they can change. */
function giveToOwner(path) {
  const { uid, gid } = statSync(root);
  if (process.getuid?.() === 0 && uid !== 0) spawnSync('chown', ['-R', '-h', `${uid}:${gid}`, path]);
}
