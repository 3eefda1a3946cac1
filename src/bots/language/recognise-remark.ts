import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { isMeasuring, recogniseAmount } from './recognise-amount.ts';

/** In tokens: a longer remark is no remark of a food. */
const longestRemark = 40;
/** How far a part's end is looked for: "seeds removed", "white parts only". */
const partReach = 4;

const stops = new Set([',', ';', '\n', '(', ')', '+', '[', ']', '|', ':']);

/**
 * What is said after a food and is neither food nor amount: ", peeled and cut into chunks", ", skin removed",
 * "for serving", "to taste", "plus more for dusting". `at` is its first token or the comma before.
 */
export function recogniseRemark(line: Line, at: number, to: number): Span | null {
  const first = wordAt(line, at);
  const isSetApart = first === ',' || first === ';' || first === '-';
  if (!isSetApart) return purposeOrPhrase(line, at, to);
  let end: number | null = null;
  let next = at;
  while (isApart(line, next) || (end !== null && isMore(line, next))) {
    let start = next + 1;
    while (isApart(line, start) || isMore(line, start)) start++;
    const found = purposeOrPhrase(line, start, to) ?? preparation(line, start, to) ?? pieces(line, start, to);
    if (!found || found.end > to || found.end - at > longestRemark) break;
    end = found.end;
    next = end;
  }
  return end === null ? null : { end };
}

const isApart = (line: Line, at: number): boolean => {
  const word = wordAt(line, at);
  return word === ',' || word === ';' || (word === '-' && line.tokens[at]?.isGlued === false);
};
const isMore = (line: Line, at: number): boolean =>
  line.language.and.has(wordAt(line, at)) || wordAt(line, at) === 'then' || wordAt(line, at) === 'or';

/** "to taste", "for frying", "for the baking sheet". */
function purposeOrPhrase(line: Line, at: number, to: number): Span | null {
  const { remarks, articles, determiners } = line.language;
  const phrase = phraseAt(remarks.phrases, line.tokens, at);
  if (phrase) return { end: restEnd(line, phrase.end, to) };
  if (wordAt(line, at) !== 'for') return null;
  let next = at + 1;
  while (articles.has(wordAt(line, next)) || determiners.has(wordAt(line, next)) || wordAt(line, next) === 'deep')
    next++;
  const word = wordAt(line, next);
  const isPurpose = remarks.purposes.has(word) || (next > at + 1 && remarks.vessels.has(word));
  return isPurpose ? { end: restEnd(line, next + 1, to) } : null;
}

/** "peeled", "very finely chopped", "skin removed", "white parts only", with what belongs to it. */
function preparation(line: Line, at: number, to: number): Span | null {
  const { preparations, adverbs, parts } = line.language.remarks;
  let next = at;
  while (adverbs.has(wordAt(line, next)) && next < at + 3) next++;
  if (parts.has(wordAt(line, next))) {
    const end = partEnd(line, next, to);
    if (end !== null) return { end: restEnd(line, end, to) };
  }
  if (!preparations.has(wordAt(line, next))) return null;
  // "sliced bread" begins a food, "sliced" and "cut into cubes" do not.
  const end = next + 1;
  return end >= to || isRemarkable(line, end) ? { end: restEnd(line, end, to) } : null;
}

/** "in 1/2-inch slices" */
function pieces(line: Line, at: number, to: number): Span | null {
  if (wordAt(line, at) !== 'in' || line.tokens[at + 1]?.kind !== 'number') return null;
  const amount = recogniseAmount(line, at + 1);
  return amount && (amount.quantity === null || amount.unit?.kind === 'container')
    ? { end: restEnd(line, amount.end, to) }
    : null;
}

function partEnd(line: Line, at: number, to: number): number | null {
  for (let next = at + 1; next <= at + partReach && next < to; next++) {
    if (stops.has(wordAt(line, next))) return null;
    if (line.language.remarks.partEnds.has(wordAt(line, next))) return next + 1;
  }
  return null;
}

/** Words that go on with a preparation and begin no food. */
const onward = new Set([
  'into',
  'in',
  'from',
  'with',
  'to',
  'out',
  'up',
  'by',
  'if',
  'twice',
  'lengthwise',
  'off',
  'on',
  'over',
  'overnight',
  'together',
]);

function isRemarkable(line: Line, at: number): boolean {
  const { remarks, and } = line.language;
  const word = wordAt(line, at);
  return (
    stops.has(word) ||
    and.has(word) ||
    onward.has(word) ||
    word === 'or' ||
    remarks.preparations.has(word) ||
    remarks.adverbs.has(word) ||
    line.tokens[at]?.kind === 'number' ||
    phraseAt(remarks.phrases, line.tokens, at) !== null
  );
}

/** To the next comma, or to an "and" or "with" after which something else is named. */
function restEnd(line: Line, from: number, to: number): number {
  const { and, remarks, plus } = line.language;
  let at = from;
  while (at < to && at - from < longestRemark) {
    const word = wordAt(line, at);
    if (stops.has(word) || plus.has(word) || (word === '-' && line.tokens[at]?.isGlued === false)) break;
    if (and.has(word) && !remarks.preparations.has(wordAt(line, at + 1)) && !remarks.adverbs.has(wordAt(line, at + 1)))
      break;
    // "soaked in 200 ml milk" has a second food.
    const isMeasured = (word === 'with' || word === 'in') && isMeasure(line, at + 1);
    if (isMeasured) break;
    at++;
  }
  return at;
}

function isMeasure(line: Line, at: number): boolean {
  const amount = recogniseAmount(line, at);
  return amount !== null && isMeasuring(amount);
}
