import type { FoodIndex } from '../../domain/foods/food-index.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseAmount } from './recognise-amount.ts';

/** In tokens. */
const longestBrackets = 40;
/** Brackets with more words describe nothing: they are a remark. */
const longestDescription = 3;
const longestPart = 4;

export interface Brackets extends Span {
  /**
   * `parts`: foods of their own ("protein shake (30g whey, 250ml milk)"); `aside`: describes the food or says how much
   * ("(cooked)", "(8 oz)"); `remark`: neither, to be passed over. An aside's `end` is that of what counts in it.
   */
  readonly kind: 'parts' | 'aside' | 'remark';
  /** After the closing bracket. */
  readonly close: number;
}

/** What the brackets that open at `at` are for; null where they do not close soon. */
export function recogniseBrackets(line: Line, at: number, to: number, foods: FoodIndex): Brackets | null {
  if (wordAt(line, at) !== '(' && wordAt(line, at) !== '[') return null;
  const close = closeOf(line, at, to);
  if (close === null) return null;
  const all = { close: close + 1 };
  const start = phraseAt(line.language.approximately, line.tokens, at + 1)?.end ?? at + 1;
  // "1 cup (about 5 meatballs)" says one amount twice.
  if (start === at + 1 && arePartsOf(line, start, close, foods)) return { kind: 'parts', end: start, ...all };
  const amount = recogniseAmount(line, start);
  const isWhole = amount !== null && (amount.unit !== null || amount.end === close);
  if (isWhole && amount.isCounted && amount.end <= close) return { kind: 'aside', end: amount.end, ...all };
  const isShort = close - at - 1 <= longestDescription;
  for (let next = at + 1; next < close; next++) {
    if (!isShort || !describes(line, next)) return { kind: 'remark', end: close + 1, ...all };
  }
  return { kind: 'aside', end: close, ...all };
}

function closeOf(line: Line, at: number, to: number): number | null {
  for (let next = at + 1; next < to && next <= at + longestBrackets; next++) {
    const word = wordAt(line, next);
    if (word === ')' || word === ']') return next;
    if (word === '(' || word === '[' || word === '\n') return null;
  }
  return null;
}

/** A plain word, or the connector of a name; what would be refused or belongs to a remark does not describe. */
function describes(line: Line, at: number): boolean {
  const { refusals, remarks, chatWords } = line.language;
  const token = line.tokens[at];
  if (token?.kind !== 'word') return false;
  return (
    !chatWords.has(token.word) &&
    phraseAt(refusals, line.tokens, at) === null &&
    phraseAt(remarks.phrases, line.tokens, at) === null
  );
}

/** Whether everything in the brackets is a known food, with its amount or in a list. */
function arePartsOf(line: Line, from: number, close: number, foods: FoodIndex): boolean {
  const { and, plus, forms, withs } = line.language;
  let at = phraseAt(withs, line.tokens, from)?.end ?? from;
  const isLed = at > from;
  let parts = 0;
  let isMeasured = false;
  while (at < close) {
    const amount = recogniseAmount(line, at);
    const start = amount?.end ?? at;
    let end = start;
    while (end < close && end - start <= longestPart && line.tokens[end]?.kind === 'word' && !isBetween(end)) end++;
    if (end === start || end - start > longestPart || (end < close && !isBetween(end))) return false;
    if (forms.has(wordAt(line, end - 1))) return false;
    if (!foods.lookup(line.text.slice(line.tokens[start]?.start, line.tokens[end - 1]?.end))) return false;
    parts++;
    if (amount?.isCounted) isMeasured = true;
    at = end;
    while (at < close && isBetween(at)) at++;
  }
  return parts > 1 || (parts === 1 && (isMeasured || isLed));
  function isBetween(token: number): boolean {
    const word = wordAt(line, token);
    return word === ',' || word === ';' || and.has(word) || plus.has(word);
  }
}
