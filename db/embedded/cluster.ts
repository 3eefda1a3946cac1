import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../operator-error.ts';
import type { Binaries } from './binaries.ts';
import { giveToOwnerAbove, type Place } from './place.ts';

/** The superuser, for looking after the server only; Spotter itself works as an ordinary role. */
export const superuser = 'postgres';

/** What the server's programs see of our environment: none of the PG… settings and no locale of the operator's. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { LC_ALL: 'C', ...(process.platform === 'win32' && { PATH, SystemRoot, TEMP }) };
}

/** The cluster's password. Throws an OperatorError when it is lost or belongs to somebody else. */
export function readPassword({ passwordFile, folder }: Place): string {
  if (existsSync(passwordFile)) return readFileSync(passwordFile, 'utf8').trim();
  throw new OperatorError(
    `The database in ${folder} has lost its file "password": bring it back or move the folder away.`,
  );
}

/**
 * Makes the cluster unless it is there; one that was left half made is made anew. UTF-8, sorted by code point on every
 * system, SCRAM passwords only. Throws an OperatorError when the data belongs to another major version or initdb fails.
 */
export function ensureCluster(place: Place, binaries: Binaries, durable: boolean): boolean {
  const versionFile = join(place.data, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, 'utf8').trim();
    if (version === binaries.major) return false;
    throw new OperatorError(
      `The database in ${place.folder} was made by PostgreSQL ${version}, but the installed one is ${binaries.major}: install the old packages and move the data with pg_dump, or set SPOTTER_DATA_DIR to a new folder.`,
    );
  }
  // initdb works in a folder of its own, renamed when whole. Its password file lies there and goes at once.
  const unfinished = join(place.folder, 'unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const password = randomBytes(24).toString('hex');
  writeSecret(place.passwordFile, password);
  giveToOwnerAbove(place.passwordFile, place.account);
  const [data, passwordCopy] = [join(unfinished, 'data'), join(unfinished, 'password')];
  writeSecret(passwordCopy, password);
  if (place.account) {
    for (const path of [unfinished, passwordCopy]) chownSync(path, place.account.uid, place.account.gid);
  }
  runInitdb(place, binaries, [`--pgdata=${data}`, `--pwfile=${passwordCopy}`, ...(durable ? [] : ['--no-sync'])]);
  renameSync(data, place.data);
  rmSync(unfinished, { recursive: true, force: true });
  return true;
}

function writeSecret(path: string, secret: string): void {
  rmSync(path, { force: true });
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' });
}

function runInitdb({ account, folder }: Place, { initdb }: Binaries, own: string[]): void {
  const args = [
    ...own,
    `--username=${superuser}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own C.UTF-8 needs nothing of the system; the system's is asked for what is not covered by it.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  const owner = account && { uid: account.uid, gid: account.gid };
  const options = { ...owner, cwd: folder, env: serverEnvironment(), encoding: 'utf8', windowsHide: true } as const;
  const systemLocale = { darwin: 'UTF-8', win32: 'C' }[process.platform as string] ?? 'C.UTF-8';
  const attempts = [['--locale=C', `--lc-ctype=${systemLocale}`], ['--locale=C']];
  let output = '';
  for (const locale of attempts) {
    const result = spawnSync(initdb, [...args, ...locale], options);
    if (result.status === 0) return;
    output = result.error ? result.error.message : result.stderr;
    if (!output.includes('invalid locale name')) break;
  }
  throw new OperatorError(`The built-in database could not be created in ${folder}: ${explain(output)}`);
}

/** PostgreSQL's words for what is wrong, on one line, and what to do about it. */
export function explain(output: string): string {
  const lines = output.split('\n').filter((line) => /error:|FATAL:|PANIC:|ENOENT|EACCES|EPERM/.test(line));
  const words = (lines[0] ?? output)
    .replace(/^.*?(error|FATAL|PANIC):\s*/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (output.includes('No space left')) return 'the disk is full. Free some space and start again.';
  if (output.includes('look up effective user')) {
    return 'this user is not in the system’s list of users. Use one that is, or set DATABASE_URL.';
  }
  if (/Permission denied|EACCES|EPERM/.test(output))
    return `${words}. Allow it, or set SPOTTER_DATA_DIR to another folder.`;
  if (output.includes('ENOENT'))
    return 'its programs do not run on this system. Set DATABASE_URL to a PostgreSQL of your own.';
  return `${words || 'PostgreSQL gave no reason'}. Mend that, or set DATABASE_URL.`;
}
