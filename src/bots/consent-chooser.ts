import {
  type Consent,
  type ConsentLevel,
  levelOf,
  type Scope,
  scopes,
  withLevel,
  writableScopes,
} from '../domain/coaching/scopes.ts';
import type { Answer } from './command.ts';
import type { Button } from './reply.ts';
import { consentLines, nameOr, scopeTexts } from './scope-words.ts';
import { bold, lines } from './text.ts';

const levelTexts: Readonly<Record<ConsentLevel, string>> = { none: 'no', read: 'see', write: 'see and change' };

/** What is chosen for: an invitation, or the coaching that runs (null). */
export interface Choosing {
  readonly inviteId: number | null;
  readonly coachName: string | null;
  readonly consent: Consent;
}

/** A button for each scope, which goes on to the next level when it is pressed, and one that settles it. */
export function consentChooser({ inviteId, coachName, consent }: Choosing): Answer {
  const coach = nameOr(coachName, 'Your coach');
  const given = consentLines(consent);
  const rows = [scopes.slice(0, 3), scopes.slice(3)].map((row) => row.map((scope) => toggle(scope, inviteId, consent)));
  const settle: Button =
    inviteId === null
      ? { label: 'Save', action: { command: 'coach', input: { do: 'allow', ...consent } } }
      : {
          label: 'Agree to this',
          action: { command: 'coach', input: { do: 'accept', inviteId, ...consent, isChange: false } },
        };
  const leave: Button =
    inviteId === null
      ? { label: 'Leave it as it was', action: { command: 'coach', input: { do: 'show' } } }
      : { label: 'Decline', action: { command: 'coach', input: { do: 'decline', inviteId } } };
  return {
    text: lines(
      bold(`What may ${coach} see?`),
      ...(given.length > 0 ? given : ['Nothing so far.']),
      `Press a subject to change it. Nothing counts before you press ${settle.label}.`,
    ),
    buttons: [...rows, [settle, leave]],
  };
}

function toggle(scope: Scope, inviteId: number | null, consent: Consent): Button {
  const level = levelOf(consent, scope);
  const next = withLevel(consent, scope, nextLevel(scope, level));
  return {
    label: `${scopeTexts[scope].name}: ${levelTexts[level]}`,
    action: { command: 'coach', input: { do: 'choose', inviteId, ...next } },
  };
}

/** No, see, see and change, and no again; where there is nothing to change, no and see. */
function nextLevel(scope: Scope, level: ConsentLevel): ConsentLevel {
  if (level === 'none') return 'read';
  return level === 'read' && writableScopes.includes(scope) ? 'write' : 'none';
}
