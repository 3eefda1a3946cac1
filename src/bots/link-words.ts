import type { AccountSide } from '../domain/users/account-side.ts';
import { zoneOf } from '../domain/users/user.ts';
import { nameOr } from './scope-words.ts';

export const platformNames = { telegram: 'Telegram', discord: 'Discord', terminal: 'the terminal' } as const;

/** "Ana on Telegram" */
export const accountName = ({ displayName, name, platform }: Pick<AccountSide, 'displayName' | 'name' | 'platform'>) =>
  `${nameOr(displayName ?? name, 'Somebody without a name')} on ${platformNames[platform]}`;

/** "Ana on Telegram, here since 2 March 2026" */
export function accountSince(side: AccountSide): string {
  const day = side.since
    .toZonedDateTimeISO(zoneOf(side.user))
    .toPlainDate()
    .toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return `${accountName(side)}, here since ${day}`;
}

/** "Ana on Telegram, here since 2 March 2026, 12 entries": for the owner of both accounts alone. */
export function accountWords(side: AccountSide): string {
  const { entries } = side;
  const count = entries === 0 ? 'nothing logged yet' : entries === 1 ? 'one entry' : `${entries} entries`;
  return `${accountSince(side)}, ${count}`;
}
