import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorError } from '../operator-error.ts';

/** The system user that runs the server. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/**
 * Who is to run the server: nobody in particular (`undefined`) for an ordinary user, who runs it as themselves. PostgreSQL
 * refuses root, so for root it is the owner of the data there is, else of the folder, else `postgres`, else `nobody`.
 */
export function chooseAccount(existingData: string, dataDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readAccounts();
  const owner = ownerOf(existingData) ?? ownerOf(dataDir) ?? ownerOf(dirname(dataDir)) ?? 0;
  const chosen =
    accounts.find(({ uid }) => uid === owner && uid !== 0) ??
    accounts.find(({ name }) => name === 'postgres') ??
    accounts.find(({ name }) => name === 'nobody');
  if (chosen && chosen.uid !== 0) return chosen;
  throw new OperatorError(
    'The built-in database cannot run as root and there is no user "nobody" to run it as: start Spotter as an ordinary user or set DATABASE_URL.',
  );
}

/** Whether the account can enter the folder, asked of the system itself: modes, access lists and mounts all count. */
export function canEnter(account: Account, folder: string): boolean {
  const { uid, gid } = account;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
}

function ownerOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.uid;
}

function readAccounts(): Account[] {
  // initdb looks its user up in the same list.
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name !== '' && Number.isInteger(uid) && Number.isInteger(gid));
}
