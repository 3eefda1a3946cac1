import { consentScope } from '../../../db/schema/index.ts';

/** What a client can let their coach see, in the order it is told in. */
export const scopes = consentScope.enumValues;
export type Scope = (typeof scopes)[number];

/** What a coach may see, and of that what they may change. */
export interface Consent {
  readonly canRead: readonly Scope[];
  readonly canWrite: readonly Scope[];
}

export type ConsentLevel = 'none' | 'read' | 'write';

/** Where there is something for a coach to write: targets and plans, routines, when to weigh in, sessions and check-ins. */
export const writableScopes: readonly Scope[] = ['food', 'training', 'body', 'messages'];

/** What a coach asks for who names nothing: to see everything, to plan food and training, and to talk. */
export const usualConsent: Consent = { canRead: scopes, canWrite: ['food', 'training', 'messages'] };

/** How much of a scope is allowed. */
export function levelOf({ canRead, canWrite }: Consent, scope: Scope): ConsentLevel {
  return canWrite.includes(scope) ? 'write' : canRead.includes(scope) ? 'read' : 'none';
}

/** The consent with that much of a scope; what is written is read as well. */
export function withLevel(consent: Consent, scope: Scope, level: ConsentLevel): Consent {
  const only = (kept: readonly Scope[], isIn: boolean) =>
    scopes.filter((one) => (one === scope ? isIn : kept.includes(one)));
  return { canRead: only(consent.canRead, level !== 'none'), canWrite: only(consent.canWrite, level === 'write') };
}

/** The consent in order, without repeats, and with nothing written that is not read. */
export function tidyConsent({ canRead, canWrite }: Consent): Consent {
  return {
    canRead: scopes.filter((one) => canRead.includes(one)),
    canWrite: scopes.filter((one) => canRead.includes(one) && canWrite.includes(one)),
  };
}

export const isSameConsent = (one: Consent, other: Consent): boolean =>
  scopes.every((scope) => levelOf(one, scope) === levelOf(other, scope));
