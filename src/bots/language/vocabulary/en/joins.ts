import { phrases } from '../../phrases.ts';

const said = (list: string[]) => phrases(list.map((phrase) => [phrase, null] as const));

export const withs = said([
  'with',
  'w/',
  'w',
  'wth',
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
  'covered in',
  'covered with',
  'drizzled with',
  'and with',
  'made with',
  'made from',
  'made of',
  'made out of',
  'made up of',
  'consisting of',
  'containing',
  'using',
  'followed by',
  'washed down with',
  'accompanied by',
  'alongside',
  'plus',
  'smothered in',
  'smothered with',
  'as well as',
  'with a side of',
  'on top of',
  'on',
  'over',
  'sprinkled with',
  'garnished with',
  'including',
  'dipped in',
  'cooked in',
  'fried in',
  'loaded with',
  'dressed with',
  'with added',
  'and also',
  'and then',
  'and some',
  'then',
  'also',
]);

export const amids: ReadonlySet<string> = new Set(['in', 'from', 'into', 'onto']);

export const withouts: ReadonlySet<string> = new Set(['without', 'w/o', 'no', 'minus', 'sans', 'hold', 'skip']);

export const plus: ReadonlySet<string> = new Set(['+', 'plus']);
