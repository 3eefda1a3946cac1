import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseQuantity } from './recognise-quantity.ts';
import { recogniseUnit } from './recognise-unit.ts';
import type { Unit } from './vocabulary/vocabulary.ts';

export interface Amount extends Span {
  /** Null when only vaguely said ("some") . */
  readonly quantity: number | null;
  readonly unit: Unit | null;
  readonly size: string | null;
  /** A number was said, not just an article. */
  readonly isCounted: boolean;
}

/**
 * How much of something: "200g", "2 large", "1 1/2 cups of", "half a", "a", "a small bowl of", "handful of", "some",
 * "a cup and a half of". Sizes without a unit stay words of the food; the size is told beside.
 */
export function recogniseAmount(line: Line, at: number): Amount | null {
  const { language } = line;
  const vague = phraseAt(language.vague, line.tokens, at);
  if (vague) return { quantity: null, unit: null, size: null, isCounted: false, end: vague.end };

  // "another 200g"
  if (language.more.has(wordAt(line, at)) && line.tokens[at + 1]?.kind === 'number')
    return recogniseAmount(line, at + 1);

  const near = phraseAt(language.approximately, line.tokens, at);
  // "like a piece of toast", "about a cup of rice"
  const ledTo = near && language.articles.has(wordAt(line, near.end)) ? recogniseAmount(line, near.end) : null;
  if (ledTo?.unit) return ledTo;
  const length = lengthEnd(line, near?.end ?? at);
  if (length !== null) {
    // "a 2-inch piece of ginger"
    const piece = measureAt(line, length);
    if (piece?.unit.kind === 'container') return ofMeasure(1, piece, false);
    return { quantity: null, unit: null, size: null, isCounted: false, end: length };
  }
  const isArticle = language.articles.has(wordAt(line, at));
  // "a quarter pounder", "a 7up"
  if (isArticle && phraseAt(language.boundPhrases, line.tokens, at + 1))
    return { quantity: 1, unit: null, size: null, isCounted: false, end: at + 1 };
  const quantity = recogniseQuantity(line, at);
  if (quantity) return counted(line, quantity.value, quantity.end);

  if (isArticle) {
    const measured = measureAt(line, at + 1);
    if (measured && !isOnlyInitial(line, measured)) return withHalf(line, ofMeasure(1, measured, false));
    const next = line.tokens[at + 1];
    // "a 12 oz steak": the article only leads to the number.
    if (next && recogniseQuantity(line, at + 1)) {
      const amount = recogniseAmount(line, at + 1);
      // "a 6 inch sub"
      return amount && amount.quantity === null && amount.unit === null ? { ...amount, quantity: 1 } : amount;
    }
    if (next?.kind !== 'word') return null;
    return { quantity: 1, unit: null, size: sizeAt(line, at + 1), isCounted: false, end: at + 1 };
  }
  const bare = measureAt(line, at);
  return bare && language.of.has(wordAt(line, bare.end - 1)) ? ofMeasure(1, bare, false) : null;
}

function counted(line: Line, quantity: number, end: number): Amount {
  const { of, articles, determiners, more } = line.language;
  // "half of a bagel", "half the pizza", "2 of the cookies", "quarter of an apple".
  let next = end;
  if (more.has(wordAt(line, next))) next++;
  if (of.has(wordAt(line, next))) next++;
  if (articles.has(wordAt(line, next)) || determiners.has(wordAt(line, next))) next++;
  const length = lengthEnd(line, next);
  if (length !== null) next = length;
  const measured = measureAt(line, next);
  if (measured) {
    const amount = ofMeasure(thousands(line, measured.unit, quantity, end), measured, true);
    // "250 ml more milk"
    const isMore = more.has(wordAt(line, measured.end)) && line.tokens[measured.end + 1]?.kind === 'word';
    return withHalf(line, isMore ? { ...amount, end: measured.end + 1 } : amount);
  }
  return { quantity, unit: null, size: sizeAt(line, next), isCounted: true, end: next };
}

/** So many of a measure: amounts are all of one shape, for they are looked at again and again. */
const ofMeasure = (
  quantity: number | null,
  { unit, size, end }: { readonly unit: Unit; readonly size: string | null; readonly end: number },
  isCounted: boolean,
): Amount => ({ quantity, unit, size, isCounted, end });

/** "1.200 g" is written where a point groups thousands. */
function thousands(line: Line, unit: Unit, quantity: number, end: number): number {
  const word = wordAt(line, end - 1);
  const isFine = unit.id === 'g' || unit.id === 'ml' || unit.id === 'mg' || unit.id === 'kcal';
  return isFine && /^[1-9]\d{0,2}\.\d{3}$/.test(word) ? quantity * 1000 : quantity;
}

/** A mass, a volume, or a kitchen measure: what a food is portioned by. */
export const isMeasuring = ({ unit }: Amount): boolean =>
  unit?.kind === 'mass' || unit?.kind === 'volume' || unit?.kind === 'kitchen';

/** A unit with what may stand around it: size and adjectives before, "of" after. */
export function measureAt(line: Line, at: number): { unit: Unit; size: string | null; end: number } | null {
  const { sizes, measureAdjectives, of } = line.language;
  let next = at;
  let size: string | null = null;
  for (let n = 0; n < 2; n++) {
    const found = phraseAt(sizes, line.tokens, next);
    if (found) {
      size = found.meaning;
      next = found.end;
    } else if (measureAdjectives.has(wordAt(line, next))) next++;
  }
  if (wordAt(line, next) === '-' && line.tokens[next]?.isGlued) next++;
  const found = recogniseUnit(line, next);
  if (!found || found.unit.kind === 'length') return null;
  if (phraseAt(line.language.boundPhrases, line.tokens, next)) return null;
  // "un vaso grande de leche"
  const after = phraseAt(sizes, line.tokens, found.end);
  const past = after?.end ?? (measureAdjectives.has(wordAt(line, found.end)) ? found.end + 1 : found.end);
  if (of.has(wordAt(line, past))) return { unit: found.unit, size: size ?? after?.meaning ?? null, end: past + 1 };
  return { unit: found.unit, size, end: found.end };
}

/** "a t shirt": a one-letter measure other than grams counts after an article only with "of". */
function isOnlyInitial(line: Line, measured: { unit: Unit; end: number }): boolean {
  const isOf = line.language.of.has(wordAt(line, measured.end - 1));
  return !isOf && measured.unit.id.length === 1 && measured.unit.kind !== 'mass';
}

/** "a cup and a half of". */
function withHalf(line: Line, amount: Amount): Amount {
  const { and, articles, fractions, of } = line.language;
  if (!and.has(wordAt(line, amount.end))) return amount;
  const last = articles.has(wordAt(line, amount.end + 1)) ? amount.end + 2 : amount.end + 1;
  const part = fractions.get(wordAt(line, last));
  if (part === undefined || amount.quantity === null || recogniseUnit(line, last + 1)) return amount;
  const end = last + 1;
  return of.has(wordAt(line, end)) ? { ...amount, quantity: amount.quantity + part, end: end + 1 } : amount;
}

const sizeAt = (line: Line, at: number): string | null =>
  phraseAt(line.language.sizes, line.tokens, at)?.meaning ?? null;

const dimensions = new Set(['long', 'wide', 'thick', 'tall', 'across', 'round', 'deep']);

/** Where "12in", "2-inch" or "10 cm" ends: it measures no amount. Null where there is none. */
function lengthEnd(line: Line, at: number): number | null {
  if (line.tokens[at]?.kind !== 'number') return null;
  // "1-1½-inch"
  const isRange = wordAt(line, at + 1) === '-' && line.tokens[at + 2]?.kind === 'number';
  const last = isRange ? at + 2 : at;
  const isHyphened = wordAt(line, last + 1) === '-';
  const unit = isHyphened ? last + 2 : last + 1;
  const found = recogniseUnit(line, unit);
  if (found?.unit.kind !== 'length') return null;
  // "2 in a row" is no length.
  return isHyphened || line.tokens[unit]?.isGlued || wordAt(line, unit) !== 'in'
    ? found.end + (dimensions.has(wordAt(line, found.end)) ? 1 : 0)
    : null;
}
