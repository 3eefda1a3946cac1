import { type Consent, levelOf, type Scope, scopes } from '../domain/coaching/scopes.ts';
import { quoted, type Text } from './text.ts';

/** A scope by name, what a coach sees by it, and what they may do to it beside. */
export const scopeTexts: Readonly<Record<Scope, { name: string; seen: string; changed: string }>> = {
  food: {
    name: 'Food',
    seen: 'what you eat and drink, and your targets',
    changed: 'plan your meals, set targets and correct what is logged',
  },
  training: {
    name: 'Training',
    seen: 'your trainings, steps, fatigue and soreness',
    changed: 'give you routines and note things on your trainings',
  },
  body: {
    name: 'Body',
    seen: 'your weight, measurements, blood pressure and hours of sleep',
    changed: 'set goals for them and correct what is logged',
  },
  photos: { name: 'Photos', seen: 'your progress photos', changed: 'sort them' },
  mood: { name: 'Mood', seen: 'your mood, energy, stress and how well you slept', changed: 'correct what is logged' },
  messages: {
    name: 'Messages',
    seen: 'your check-ins, and where messages reach you',
    changed: 'send check-ins and sessions, and answer them',
  },
};

/** One line a scope that is given: "Food: what you eat …; may also plan your meals …". */
export function consentLines(consent: Consent): Text[] {
  return scopes
    .filter((scope) => levelOf(consent, scope) !== 'none')
    .map((scope): Text => {
      const { name, seen, changed } = scopeTexts[scope];
      return [{ bold: name }, `: ${seen}${levelOf(consent, scope) === 'write' ? `; may also ${changed}` : ''}`];
    });
}

/** "food, training and body"; null where nothing is given. */
function scopeNames(given: readonly Scope[]): string | null {
  const names = scopes.filter((scope) => given.includes(scope)).map((scope) => scopeTexts[scope].name.toLowerCase());
  return names.length < 2 ? (names[0] ?? null) : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** What a coach is told: "You see food, training and body, and may change food." */
export function grantedWords({ canRead, canWrite }: Consent): string {
  const seen = scopeNames(canRead);
  const changed = scopeNames(canWrite);
  if (seen === null) return 'You see nothing of what they log.';
  return `You see ${seen}${changed ? `, and may change ${changed}` : ''}.`;
}

/** What a coach asks for: "to see food, training and body, and to change food". */
export function askedWords({ canRead, canWrite }: Consent): string {
  const changed = scopeNames(canWrite);
  return `to see ${scopeNames(canRead) ?? 'nothing'}${changed ? `, and to change ${changed}` : ''}`;
}

/** What a person is called to others; they may have given no name. */
export const nameOr = (name: string | null, otherwise: string): string => (name?.trim() ? quoted(name, 60) : otherwise);
