import type { Temporal } from 'temporal-polyfill';
import type { FoundValue } from './found-value.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseBirth } from './recognise-birth.ts';
import { recogniseBodyMass } from './recognise-body-mass.ts';
import { recogniseHeight } from './recognise-height.ts';
import { recogniseNumber } from './recognise-number.ts';
import type { ProfileField, SaidGender } from './vocabulary/profile-vocabulary.ts';

type Said = Pick<FoundValue, 'value' | 'typed'>;

/** One thing a person says of themselves. */
export type Fact =
  | { readonly of: 'gender'; readonly gender: SaidGender | null }
  | { readonly of: 'age'; readonly years: number }
  /** Null where no such day exists, or its year was not said. */
  | { readonly of: 'birth'; readonly date: Temporal.PlainDate | null; readonly isExact: boolean }
  | { readonly of: 'height'; readonly heightCm: number }
  | { readonly of: 'weight' | 'goal'; readonly mass: Said }
  | { readonly of: 'direction'; readonly direction: 'lose' | 'maintain' | 'gain' };

export interface FoundFact extends Span {
  readonly fact: Fact;
}

type Units = 'metric' | 'us';

/** What a named field holds: "height 180", "gender female", "born 12 may 1990", "weight 82". */
export function recogniseField(line: Line, field: ProfileField, at: number, units: Units): FoundFact | null {
  switch (field) {
    case 'gender':
      return genderAt(line, at, true);
    case 'age':
      return ageAt(line, at, false);
    case 'birth':
      return birthAt(line, at, units);
    case 'height': {
      const height = recogniseHeight(line, at, units);
      return height && { fact: { of: 'height', heightCm: height.heightCm }, end: height.end };
    }
    case 'weight':
    case 'goal': {
      const mass = recogniseBodyMass(line, at, units);
      if (mass) return { fact: { of: field, mass: said(mass) }, end: mass.end };
      const way = field === 'goal' ? phraseAt(line.language.profile.directions, line.tokens, at) : null;
      return way && { fact: { of: 'direction', direction: way.meaning }, end: way.end };
    }
    default:
      return null;
  }
}

/** A fact that shows by itself what it is: "male", "34 years old", "180 cm", "5'11", "82 kg". */
export function recogniseEvident(line: Line, at: number, units: Units): FoundFact | null {
  const height = recogniseHeight(line, at, units);
  if (height?.isSaid) return { fact: { of: 'height', heightCm: height.heightCm }, end: height.end };
  const mass = recogniseBodyMass(line, at, units);
  if (mass && mass.typed.unit !== null) return { fact: { of: 'weight', mass: said(mass) }, end: mass.end };
  return genderAt(line, at, false) ?? ageAt(line, at, true);
}

const said = ({ value, typed }: FoundValue): Said => ({ value, typed });

function genderAt(line: Line, at: number, isAsked: boolean): FoundFact | null {
  const { articles, profile } = line.language;
  const start = articles.has(wordAt(line, at)) ? at + 1 : at;
  const gender = phraseAt(profile.genders, line.tokens, start);
  if (gender) return { fact: { of: 'gender', gender: gender.meaning }, end: gender.end };
  const short = isAsked ? profile.shortGenders.get(wordAt(line, at)) : undefined;
  return short ? { fact: { of: 'gender', gender: short }, end: at + 1 } : null;
}

function ageAt(line: Line, at: number, needsYears: boolean): FoundFact | null {
  const number = recogniseNumber(line, at);
  if (!number || !Number.isInteger(number.value)) return null;
  const years = phraseAt(line.language.profile.years, line.tokens, number.end);
  if (needsYears && !years) return null;
  return { fact: { of: 'age', years: number.value }, end: years?.end ?? number.end };
}

function birthAt(line: Line, at: number, units: Units): FoundFact | null {
  const birth = recogniseBirth(line, at, units);
  return birth && { fact: { of: 'birth', date: birth.date, isExact: birth.isExact }, end: birth.end };
}
