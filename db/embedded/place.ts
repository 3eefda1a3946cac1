import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { type Account, canEnter, chooseAccount } from './account.ts';

/** Where a cluster lives and who runs it. */
export interface Place {
  /** Holds everything of the cluster: data, password, port, log. The account can enter it. */
  folder: string;
  /** PostgreSQL's own data directory, made by initdb. */
  data: string;
  passwordFile: string;
  portFile: string;
  logFile: string;
  account: Account | undefined;
  /** The folder lies outside of the data directory, because the account cannot enter that. */
  isElsewhere: boolean;
}

// The temporary folder may be emptied when the machine starts, so it comes last.
const stagingPrefixes = ['/var/lib/spotter/', join(tmpdir(), 'spotter-')];

/**
 * Finds the place of the cluster that belongs to `dataDir`, making its folder when it is missing. It is
 * `dataDir/postgres`; where the account cannot enter it, that is a link to a folder elsewhere, so that the choice holds
 * for good, follows the data directory when it is moved, and is forgotten when it is deleted.
 */
export function findPlace(dataDir: string): Place {
  const link = join(dataDir, 'postgres');
  const account = chooseAccount(join(link, 'data'), dataDir);
  const entry = lstatSync(link, { throwIfNoEntry: false });
  if (entry?.isSymbolicLink() && !existsSync(link)) {
    throw new OperatorError(
      `The database of ${dataDir} was kept where ${link} points, and that is gone: bring it back, or delete the link to start afresh.`,
    );
  }
  if (!entry) {
    if (!account || canEnter(account, dataDir)) makeFolder(link, account);
    else symlinkSync(makeStagingFolder(dataDir, account), link);
  }
  const folder = realpathSync(link);
  if (account && !canEnter(account, folder)) {
    throw new OperatorError(
      `The user ${account.name}, who runs the built-in database, cannot enter ${folder}: allow it (chmod a+x on the folders above) or set SPOTTER_DATA_DIR.`,
    );
  }
  return {
    folder,
    data: join(folder, 'data'),
    passwordFile: join(folder, 'password'),
    portFile: join(folder, 'port'),
    logFile: join(folder, 'log'),
    account,
    isElsewhere: dirname(folder) !== realpathSync(dataDir),
  };
}

/** Makes the data directory unless it is there. */
export function makeDataDir(dataDir: string): void {
  makeFolder(dataDir, chooseAccount(join(dataDir, 'postgres', 'data'), dataDir));
}

/** For an ordinary user only they may look inside; under root the account must be able to pass through. */
function makeFolder(folder: string, account: Account | undefined): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!account) return;
  chmodSync(folder, 0o711);
  giveToOwnerAbove(folder, account);
}

/** Root working in somebody's checkout leaves them files that they can use without root. */
export function giveToOwnerAbove(path: string, account: Account | undefined): void {
  const owner = lstatSync(dirname(path)).uid;
  if (account && owner === account.uid) chownSync(path, account.uid, account.gid);
}

function makeStagingFolder(dataDir: string, account: Account): string {
  const name = basename(dirname(realpathSync(dataDir))).replaceAll(/[^\w-]/g, '') || 'spotter';
  for (const prefix of stagingPrefixes) {
    try {
      if (prefix.endsWith('/') && !existsSync(prefix)) {
        mkdirSync(prefix, { recursive: true });
        chmodSync(prefix, 0o755);
      }
      // The name cannot be guessed and the folder is new, so nobody can have prepared it.
      const folder = mkdtempSync(`${prefix}${name}-`);
      chmodSync(folder, 0o711);
      if (canEnter(account, folder)) return folder;
    } catch {
      // A read-only system folder: the next one may do.
    }
  }
  throw new OperatorError(
    `The user ${account.name}, who runs the built-in database, can enter neither ${dataDir} nor ${stagingPrefixes.map((prefix) => dirname(`${prefix}x`)).join(' nor ')}: set SPOTTER_DATA_DIR to a folder it can enter.`,
  );
}
