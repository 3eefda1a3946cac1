import type { WeighedReason } from '../domain/coaching/attention.ts';
import type { KnownClient } from '../domain/coaching/clients.ts';
import type { ReasonKind } from '../domain/coaching/reason-kinds.ts';
import type { Button } from './reply.ts';
import { quoted } from './text.ts';

/** "Anna" of "Anna Smith". */
export const firstName = (name: string): string => quoted(name, 30).split(' ')[0] ?? '';

const clients = (label: string, input: object): Button => ({
  label: quoted(label, 60),
  action: { command: 'clients', input },
});

export const openButton = ({ user, name }: KnownClient, label = `Open ${firstName(name)}`): Button => ({
  label: quoted(label, 60),
  action: { command: 'client', input: { who: null, clientId: user.id } },
});

/** Opens the conversation; none where the client has not agreed to messages. */
export const messageButtons = ({ user, canRead }: KnownClient): Button[] =>
  canRead.includes('messages')
    ? [{ label: 'Message', action: { command: 'chat', input: { kind: 'open', to: null, toId: user.id } } }]
    : [];

export const draftButton = ({ user }: KnownClient, reason: WeighedReason, label = 'Draft a reply'): Button =>
  clients(label, { do: 'draft', clientId: user.id, reason: reason.kind });

/** The three things to do with a drafted reply; what is sent is what stands here. */
export const draftRow = ({ user, name }: KnownClient, reason: ReasonKind, text: string): Button[] => [
  clients(`Send to ${firstName(name)}`, { do: 'send', clientId: user.id, reason, text }),
  clients('Edit', { do: 'edit', clientId: user.id, text }),
  clients('Dismiss', { do: 'dismiss', clientId: user.id, reason }),
];
