import type { SaidScope } from './read-scopes.ts';
import { readScopes } from './read-scopes.ts';

export type InviteReading =
  | { readonly kind: 'list' }
  | {
      readonly kind: 'invite';
      readonly name: string | null;
      readonly email: string | null;
      /** What the coach asks to see; null for the usual. */
      readonly scopes: readonly SaidScope[] | null;
    };

const longestText = 200;
const list = /^(?:list|open|pending|show|my invit(?:es|ations))$/i;
const email = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

/**
 * Reads an invitation: "/invite", "/invite anna", "/invite anna@example.org food training", and, of coaches, "invite
 * anna". Null for everything else.
 */
export function readInvite(text: string, isCoach: boolean): InviteReading | null {
  const typed = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '');
  // "add max as a client" asks for no more than that.
  const said = isCoach
    ? typed.replace(
        /^(?:please )?(?:add|onboard|sign up) (\S+(?: \S+)?) as (?:an? |my )?(?:new )?client$/i,
        'invite $1',
      )
    : typed;
  if (said.length > longestText) return null;
  if (isCoach && /^(?:(?:show|list) )?(?:my |open |pending )*(?:invites|invitations)$/i.test(said))
    return { kind: 'list' };
  const [, slash, rest = ''] = /^(\/invite|invite)(?: (.+))?$/i.exec(said) ?? [];
  if (!slash || (slash.toLowerCase() === 'invite' && !isCoach)) return null;
  if (list.test(rest)) return { kind: 'list' };
  const words = rest.split(' ').filter(Boolean);
  const address = words.find((word) => email.test(word)) ?? null;
  const others = words.filter((word) => word !== address);
  // The longest end that names nothing but scopes is not part of the name; "Anna Body" needs her address.
  const at = others.findIndex((_, i) => readScopes(others.slice(i).join(' ')) !== null);
  const name = (at === -1 ? others : others.slice(0, at)).join(' ').replace(/^(?:a |my )?(?:client|friend)$/i, '');
  return {
    kind: 'invite',
    name: name === '' ? null : name,
    email: address,
    scopes: at === -1 ? null : readScopes(others.slice(at).join(' ')),
  };
}
