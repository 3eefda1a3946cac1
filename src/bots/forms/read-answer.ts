import { type AnswerValue, type CheckInField, isFitting, longestText } from '../../domain/check-ins/check-in-fields.ts';
import { kgPerLb } from '../language/recognise-body-mass.ts';
import { choicesOf } from './field-words.ts';

/** An answer as it was typed. */
export interface ReadAnswer {
  readonly value: AnswerValue;
  /** Of a weight. */
  readonly typed?: { readonly value: number; readonly unit: string | null };
}

const feelingWords: readonly RegExp[] = [
  /^(?:rough|terrible|awful|horrible|very bad)$/,
  /^(?:hard|bad|tough|not (?:so )?(?:good|great))$/,
  /^(?:so-?so|ok(?:ay)?|meh|average|fine|alright|all right)$/,
  /^(?:good|well|pretty good)$/,
  /^(?:great|very good|excellent|amazing|super|awesome)$/,
];

/** Reads what answers a field: typed, or chosen by its words. Null for what does not. Never throws. */
export function readAnswer(field: CheckInField, text: string, units: 'metric' | 'us'): ReadAnswer | null {
  const said = text.trim();
  const value = field.kind === 'weight' ? null : answerIn(field, said, said.toLowerCase().replace(/[.!]+$/, ''));
  if (field.kind === 'weight') return readWeight(said, units);
  return value !== null && isFitting(field, value) ? { value } : null;
}

function answerIn(field: CheckInField, said: string, plain: string): AnswerValue | null {
  switch (field.kind) {
    case 'text':
      return said.slice(0, longestText);
    case 'feeling': {
      const worded = feelingWords.findIndex((pattern) => pattern.test(plain));
      return worded === -1 ? (gradeIn(plain, 5) ?? ofLabel(plain)) : worded + 1;
    }
    case 'scale':
      return gradeIn(plain, 10);
    case 'number':
      return numberIn(plain);
    case 'yes_no':
      if (/^(?:y|yes|yep|yeah|yup|sure|true|i did|mostly yes)$/.test(plain)) return true;
      return /^(?:n|no|nope|nah|not|never|false|i did(?:n't| not))$/.test(plain) ? false : null;
    case 'choice': {
      const choices = choicesOf(field);
      const named = choices.find((choice) => choice.toLowerCase() === plain);
      const numbered = /^\d{1,2}$/.test(plain) ? choices[Number(plain) - 1] : undefined;
      return named ?? numbered ?? null;
    }
    default:
      return null;
  }
}

/** "7", "7/10", "7 of 10", "a 7". */
function gradeIn(plain: string, most: number): number | null {
  const [, figure, of] = /^(?:an? )?(\d{1,2})(?:\s*(?:\/|of|out of)\s*(\d{1,2}))?$/.exec(plain) ?? [];
  return figure === undefined || (of !== undefined && Number(of) !== most) ? null : Number(figure);
}

/** "4 – good", as it stands on a choice. */
function ofLabel(plain: string): number | null {
  const [, figure] = /^(\d) [–-] \S+$/.exec(plain) ?? [];
  return figure === undefined ? null : Number(figure);
}

/** "7", "7.5 h", "about 12,000 steps". */
function numberIn(plain: string): number | null {
  const [, figure] =
    /^(?:about |around |~\s?)?(-?\d{1,3}(?:[ ,]\d{3})+|-?\d+(?:[.,]\d+)?)(?:\s*[\p{L}%°/]+){0,3}$/u.exec(plain) ?? [];
  if (figure === undefined) return null;
  return Number(/[ ,]\d{3}(?!\d)/.test(figure) ? figure.replace(/[ ,]/g, '') : figure.replace(',', '.'));
}

/** "82.4", "82,4 kg", "181 lb". */
function readWeight(said: string, units: 'metric' | 'us'): ReadAnswer | null {
  const [, figure, unit] = /^(\d{2,3}(?:[.,]\d{1,2})?)\s*(kgs?|kilos?|lbs?|pounds?)?$/i.exec(said) ?? [];
  if (figure === undefined) return null;
  const value = Number(figure.replace(',', '.'));
  const isPounds = unit ? /^[lp]/i.test(unit) : units === 'us';
  const kg = isPounds ? value * kgPerLb : value;
  const typed = { value, unit: unit ? (isPounds ? 'lb' : 'kg') : null };
  return kg >= 20 && kg <= 500 ? { value: Math.round(kg * 100) / 100, typed } : null;
}

/** What would have answered it. */
export function wantedWords({ kind, choices }: CheckInField): string {
  switch (kind) {
    case 'feeling':
      return 'a number from 1 to 5';
    case 'scale':
      return 'a number from 1 to 10';
    case 'yes_no':
      return 'yes or no';
    case 'choice':
      return `one of: ${choices.join(', ')}`;
    case 'weight':
      return 'a weight, like 82.4';
    case 'photo':
      return 'a picture';
    default:
      return kind === 'number' ? 'a number' : 'a few words';
  }
}
