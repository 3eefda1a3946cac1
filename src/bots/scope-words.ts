import { type Consent, levelOf, type Scope, scopes } from '../domain/coaching/scopes.ts';
import { quoted, type Text } from './text.ts';

interface ScopeText {
  readonly name: string;
  readonly seen: string;
  /** What a coach may do beside, where there is anything: told at length, and in a word or two. */
  readonly changed?: string;
  readonly may?: string;
}

/** A scope by name, and what a coach sees and may do by it. */
export const scopeTexts: Readonly<Record<Scope, ScopeText>> = {
  food: {
    name: 'Food',
    seen: 'what you eat and drink, your targets, and what you tell me of your health',
    changed: 'plan your meals with a target, and remind you of them',
    may: 'plan their meals',
  },
  training: {
    name: 'Training',
    seen: 'your trainings, steps, fatigue and soreness',
    changed: 'give you routines and note things on your trainings',
    may: 'give them routines',
  },
  body: {
    name: 'Body',
    seen: 'your weight, measurements, blood pressure and hours of sleep',
    changed: 'remind you to weigh in',
    may: 'remind them to weigh in',
  },
  photos: { name: 'Photos', seen: 'your progress photos' },
  mood: { name: 'Mood', seen: 'your mood, energy, stress and how well you slept' },
  messages: {
    name: 'Messages',
    seen: 'your check-ins, and where you can be reached',
    changed: 'write to you, ask for check-ins and plan sessions',
    may: 'write to them',
  },
};

/** One line a scope that is given: "Food: what you eat …; may also plan your meals …". */
export const consentLines = (consent: Consent): Text[] =>
  scopes.filter((scope) => levelOf(consent, scope) !== 'none').map((scope) => consentLine(consent, scope));

/** The same for each scope that is otherwise than before; what is given no more is named as that. */
export const changedConsentLines = (before: Consent, now: Consent): Text[] =>
  scopes
    .filter((scope) => levelOf(before, scope) !== levelOf(now, scope))
    .map((scope) => consentLine(now, scope, levelOf(before, scope) === 'write'));

function consentLine(consent: Consent, scope: Scope, wasWrite = false): Text {
  const { name, seen, changed } = scopeTexts[scope];
  const level = levelOf(consent, scope);
  if (level === 'none') return [{ bold: name }, ': no longer shown'];
  const may = level === 'write' ? `; may also ${changed}` : wasWrite ? `; may no longer ${changed}` : '';
  return [{ bold: name }, `: ${seen}${changed ? may : ''}`];
}

/** "everything", or "food, training and body"; null where nothing is seen. */
function seenWords({ canRead }: Consent): string | null {
  if (canRead.length === 0) return null;
  if (scopes.every((scope) => canRead.includes(scope))) return 'everything';
  return listed(scopes.filter((scope) => canRead.includes(scope)).map((scope) => scopeTexts[scope].name.toLowerCase()));
}

/** "plan their meals and write to them"; null where nothing is to be changed. */
function mayWords({ canWrite }: Consent): string | null {
  const may = scopes.flatMap((scope) => (canWrite.includes(scope) ? (scopeTexts[scope].may ?? []) : []));
  return may.length === 0 ? null : listed(may);
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** What a coach is told: "You see food, training and body, and may plan their meals." */
export function grantedWords(consent: Consent): string {
  const seen = seenWords(consent);
  const may = mayWords(consent);
  if (seen === null) return 'You see nothing of what they log.';
  return `You see ${seen}${may ? `, and may ${may}` : ''}.`;
}

/** What a coach is told of what they could change before: "You may no longer plan their meals."; null where all is left. */
export function withdrawnWords(before: Consent, now: Consent): string | null {
  const gone = mayWords({ ...now, canWrite: before.canWrite.filter((scope) => !now.canWrite.includes(scope)) });
  return gone && `You may no longer ${gone}.`;
}

/** What a coach asks for: "to see food, training and body, and to plan their meals". */
export function askedWords(consent: Consent): string {
  const may = mayWords(consent);
  return `to see ${seenWords(consent) ?? 'nothing'}${may ? `, and to ${may}` : ''}`;
}

/** What a client is told a coach sees: "everything", "food and body, but not photos". */
export function sharedWords(consent: Consent): string {
  const hidden = scopes.filter((scope) => levelOf(consent, scope) === 'none');
  if (hidden.length === scopes.length) return 'nothing of yours';
  if (hidden.length === 0) return 'everything you log';
  const names = listed(hidden.map((scope) => scopeTexts[scope].name.toLowerCase()));
  return hidden.length <= 2 ? `everything but ${names}` : `${seenWords(consent)} only`;
}

/** What a person is called to others; they may have given no name. */
export const nameOr = (name: string | null, otherwise: string): string => (name?.trim() ? quoted(name, 60) : otherwise);
