import { phrases } from '../../phrases.ts';

export const numbers: ReadonlyMap<string, number> = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    another: 1,
    single: 1,
  }),
);

export const tens: ReadonlyMap<string, number> = new Map(
  Object.entries({
    twenty: 20,
    thirty: 30,
    forty: 40,
    fourty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
);

export const points: ReadonlySet<string> = new Set(['point']);

export const zeros: ReadonlySet<string> = new Set(['oh', 'o', 'zero']);

export const fractions: ReadonlyMap<string, number> = new Map(
  Object.entries({
    half: 1 / 2,
    halves: 1 / 2,
    quarter: 1 / 4,
    quarters: 1 / 4,
    fourth: 1 / 4,
    fourths: 1 / 4,
    third: 1 / 3,
    thirds: 1 / 3,
    eighth: 1 / 8,
    eighths: 1 / 8,
  }),
);

export const groups: ReadonlyMap<string, number> = new Map(
  Object.entries({ dozen: 12, couple: 2, coupla: 2, pair: 2, hundred: 100 }),
);

export const vague = phrases(
  [
    'some',
    'a few',
    'few',
    'several',
    'a bit of',
    'bit of',
    'a little bit of',
    'a little',
    'a lot of',
    'lots of',
    'plenty of',
    'loads of',
    'a load of',
    'any',
    'a number of',
    'some more',
    'a few more',
    'bits of',
    'a small amount of',
    'a ton of',
  ].map((phrase) => [phrase, null] as const),
);

export const approximately = phrases(
  [
    '~',
    'about',
    'around',
    'approx',
    'approx.',
    'approximately',
    'roughly',
    'ca',
    'ca.',
    'circa',
    'like',
    'maybe about',
    'more or less',
    'almost',
    'nearly',
    'close to',
    'up to',
    'at least',
    'give or take',
    'just over',
    'just under',
    'a bit over',
    'a bit under',
    'exactly',
    'probably about',
    'prob about',
    '≈',
    'abt',
    'a total of',
    'total of',
    'say',
    'maybe',
    'idk maybe',
    'idk',
    'probably',
    'i think',
    'i guess',
  ].map((phrase) => [phrase, null] as const),
);

export const articles: ReadonlySet<string> = new Set(['a', 'an']);
export const determiners: ReadonlySet<string> = new Set(['the', 'my', 'our', 'this', 'these', 'those']);
export const pronouns: ReadonlySet<string> = new Set(['it', 'them', 'em', 'those', 'these']);
export const definite: ReadonlySet<string> = new Set(['the', 'that', 'this', 'these', 'those']);
export const of: ReadonlySet<string> = new Set(['of']);
export const and: ReadonlySet<string> = new Set(['and', '&', 'n']);
export const to: ReadonlySet<string> = new Set(['to', 'or', 'till', 'until']);
export const ors: ReadonlySet<string> = new Set(['or']);
export const more: ReadonlySet<string> = new Set(['more', 'another', 'other', 'additional']);
