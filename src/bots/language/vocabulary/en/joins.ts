import { phrases } from '../../phrases.ts';

const said = (list: readonly string[]) => phrases(list.map((phrase) => [phrase, null] as const));

/** "made with" as it is also typed: "made w/", "made w". */
const shortened = (list: readonly string[]): string[] =>
  list.flatMap((phrase) => ['with', 'w/', 'w', 'wth', 'wit'].map((short) => phrase.replace(/\bwith\b/, short)));

export const withs = said([
  ...shortened([
    'with',
    'together with',
    'along with',
    'served with',
    'topped with',
    'topped off with',
    'top with',
    'mixed with',
    'mixed in with',
    'filled with',
    'stuffed with',
    'covered with',
    'drizzled with',
    'and with',
    'made with',
    'smothered with',
    'with a side of',
    'sprinkled with',
    'garnished with',
    'loaded with',
    'dressed with',
    'with added',
    'and served with',
    'and topped with',
    'cooked with',
    'tossed with',
    'tossed in with',
    'layered with',
    'smeared with',
    'slathered with',
    'glazed with',
    'had with',
    'paired with',
  ]),
  'covered in',
  'made from',
  'made of',
  'made out of',
  'made up of',
  'consisting of',
  'containing',
  'using',
  'accompanied by',
  'smothered in',
  'on top of',
  'on',
  'over',
  'including',
  'dipped in',
  'cooked in',
  'fried in',
  'drizzled in',
  'swimming in',
  'drowned in',
  'loaded up with',
  'rolled in',
  'coated in',
  'dressed in',
]);

/** What comes after is a food of its own, and no part of the one before. */
export const thens = said([
  'and also',
  'and then',
  'and some',
  'then',
  'also',
  'plus',
  'as well as',
  'alongside',
  'followed by',
  'followed up with',
  'followed up by',
  'washed down with',
  'washed it down with',
  'washed it all down with',
  'finished off with',
  'and to drink',
  'and for dessert',
  'and after that',
  'n then',
  'n also',
  '& then',
  '& also',
]);

export const amids: ReadonlySet<string> = new Set(['in', 'from', 'into', 'onto']);

export const withouts: ReadonlySet<string> = new Set(['without', 'w/o', 'no', 'minus', 'sans', 'hold', 'skip']);

/** "but", "so": before what was had after all. */
export const buts: ReadonlySet<string> = new Set(['but', 'so']);

export const plus: ReadonlySet<string> = new Set(['+', 'plus']);
