import fc from 'fast-check';
import { english } from '../../src/bots/language/vocabulary/en/index.ts';
import { hostileSamples } from './hostile-text.ts';

/** Every word and phrase that the language knows, as it is written in the vocabularies. */
const vocabulary: readonly string[] = [...new Set(textsIn(english))].filter((text) => /\p{L}/u.test(text));

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length <= 40 ? [value] : [];
  if (Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string'))
    return [value.join(' ')];
  if (value instanceof Map) return [...value].flatMap(([key, one]) => [...textsIn(key), ...textsIn(one)]);
  if (value instanceof Set || Array.isArray(value)) return [...value].flatMap(textsIn);
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return [];
  return Object.values(value).flatMap(textsIn);
}

const foods = 'rice,eggs,banana,chicken breast,toast,whole milk,coffee,pizza,protein bar,flurbs,mac and cheese'.split(
  ',',
);
const exercises = 'bench,squats,deadlift,pull ups,plank,ran,5k,yoga,row erg,incline db press'.split(',');
const numbers =
  '0,1,2,3x8,5x5,80,82.4,1/2,½,1 1/2,1,5,1.200,7:30,7h20,120/80,@8,+10kg,-5,1e9,999999999999,0.0001,2-3,x2,100%'
    .split(',')
    .concat('2026-02-30', '31/12', '25:99', '٣', '１２');
const units = 'g,kg,ml,l,oz,lb,lbs,cup,tbsp,slices,glass,min,km,miles,kcal,cm,bpm,%,p,c,f'.split(',');
const marks = [
  ',',
  '.',
  ';',
  ':',
  '\n',
  '(',
  ')',
  '"',
  "'",
  '-',
  '–',
  '->',
  '+',
  '/',
  '?',
  '!',
  '@',
  '=',
  '…',
  '\t',
  '~',
];
const odd = [
  ...hostileSamples.filter((sample) => sample.length < 200),
  '🥚',
  '👨‍👩‍👧',
  'ﷺ',
  'ß',
  'İ',
  '\u202e',
  '\u0000',
  '\ud800',
  'Z\u0351\u036ba\u0329l\u034eg\u034fo\u0489',
  "'; DROP TABLE meals; --",
  '<b>2 eggs</b>',
  '{"text":"undo"}',
  '/log',
  '/settings',
  '__proto__',
  'constructor',
];

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...vocabulary) },
  { weight: 5, arbitrary: fc.constantFrom(...foods, ...exercises) },
  { weight: 5, arbitrary: fc.constantFrom(...numbers) },
  { weight: 4, arbitrary: fc.constantFrom(...units) },
  { weight: 4, arbitrary: fc.constantFrom(...marks) },
  { weight: 1, arbitrary: fc.constantFrom(...odd) },
  { weight: 1, arbitrary: fc.integer({ min: -5, max: 100_000 }).map(String) },
);

/** What nobody would write, made of what people write: words of every vocabulary with numbers, units, marks and worse. */
export const languageText = (): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 30,
      arbitrary: fc
        .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', ' ', '', ', ', '\n')), { minLength: 1, maxLength: 14 })
        .map((parts) => parts.map(([one, glue]) => one + glue).join('')),
    },
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 120 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.integer({ min: 2, max: 60 }))
        .map(([parts, count]) => `${parts.join(' ')} `.repeat(count).slice(0, 1500)),
    },
  );
