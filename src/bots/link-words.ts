import type { LinkSide } from '../domain/users/link-accounts.ts';
import { zoneOf } from '../domain/users/user.ts';
import { quoted } from './text.ts';

export const platformNames = { telegram: 'Telegram', discord: 'Discord', terminal: 'the terminal' } as const;

/** "Ana on Telegram, here since 2 March 2026, 12 entries". */
export function linkSideWords({ displayName, name, platform, since, entries, user }: LinkSide): string {
  const who = displayName ?? name;
  const day = since
    .toZonedDateTimeISO(zoneOf(user))
    .toPlainDate()
    .toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const count = entries === 0 ? 'nothing logged yet' : entries === 1 ? 'one entry' : `${entries} entries`;
  return `${who?.trim() ? quoted(who, 60) : 'Somebody without a name'} on ${platformNames[platform]}, here since ${day}, ${count}`;
}
