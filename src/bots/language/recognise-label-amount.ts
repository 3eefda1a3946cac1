import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseNumber } from './recognise-number.ts';
import { recogniseUnit } from './recognise-unit.ts';

/** How much of a food something is said of. */
export interface LabelAmount {
  /** How many of the unit. */
  readonly quantity: number;
  /** A canonical unit id of no weight or volume of its own ("bar", "serving"); null where only a weight or volume is said. */
  readonly unit: string | null;
  /** What all of it weighs or holds, where said. */
  readonly grams: number | null;
  readonly ml: number | null;
}

export interface FoundLabelAmount extends Span {
  readonly amount: LabelAmount;
}

const gramsOf: Readonly<Record<string, number>> = { g: 1, kg: 1000, mg: 0.001, oz: 28.349523125, lb: 453.59237 };
/** US customary measures. */
const mlOf: Readonly<Record<string, number>> = {
  ml: 1,
  cl: 10,
  dl: 100,
  l: 1000,
  floz: 29.5735295625,
  cup: 236.5882365,
  tbsp: 14.78676478125,
  tsp: 4.92892159375,
  pint: 473.176473,
};

/** "per 100g", "/100 ml", "per 60 g bar", "per bar (60 g)", "a serving of 30 g", "for 300ml", "each". */
export function recogniseLabelAmount(line: Line, at: number): FoundLabelAmount | null {
  const { perLeads, each } = line.language.ownFoods;
  const word = wordAt(line, at);
  if (each.has(word)) {
    // "each bar 210 kcal"
    const noun = recogniseUnit(line, at + 1);
    const one = amountAt(line, at + 1);
    if (noun && one?.amount.unit) return one;
    return { amount: { quantity: 1, unit: 'piece', grams: null, ml: null }, end: at + 1 };
  }
  if (perLeads.has(word)) return amountAt(line, at + 1);
  // "220 kcal a serving"
  const isOne = line.language.articles.has(word) || word === 'one';
  return isOne && recogniseUnit(line, at + 1) ? amountAt(line, at + 1) : null;
}

/** How much it is, without what leads to it. */
function amountAt(line: Line, from: number): FoundLabelAmount | null {
  const at = line.language.articles.has(wordAt(line, from)) ? from + 1 : from;
  const number = recogniseNumber(line, at);
  const quantity = number?.value ?? 1;
  const start = number?.end ?? at;
  if (!(quantity > 0)) return null;
  const found = recogniseUnit(line, start);
  if (!found) return otherNoun(line, start, quantity);
  const { unit, end } = found;
  const size = sizeOf(unit.id, quantity);
  if (size) {
    const noun = nounAt(line, end);
    const amount = { quantity: 1, unit: noun?.unit ?? null, ...size };
    return weightInBrackets(line, noun?.end ?? end, amount);
  }
  if (unit.kind === 'energy' || unit.kind === 'length') return null;
  return weightInBrackets(line, end, { quantity, unit: unit.id, grams: null, ml: null });
}

const sizeOf = (unit: string, quantity: number): { grams: number | null; ml: number | null } | null => {
  const [grams, ml] = [gramsOf[unit], mlOf[unit]];
  if (grams !== undefined) return { grams: quantity * grams, ml: null };
  return ml === undefined ? null : { grams: null, ml: quantity * ml };
};

/** "per 60 g bar", "per 30g scoop": what weighs so much. */
function nounAt(line: Line, at: number): { unit: string; end: number } | null {
  const found = recogniseUnit(line, at);
  if (found?.unit.kind !== 'kitchen' && found?.unit.kind !== 'container') return null;
  // "per 100g serving 45g" says what a serving weighs.
  const next = /^(?:size|=|:|is|of|\()$/.test(wordAt(line, found.end)) ? found.end + 1 : found.end;
  if (line.tokens[next]?.kind === 'number' && sizeAt(line, next)) return null;
  return { unit: found.unit.id, end: found.end };
}

/** "per cookie": whatever one of it is called. */
function otherNoun(line: Line, at: number, quantity: number): FoundLabelAmount | null {
  const { noAmounts, figures } = line.language.ownFoods;
  const token = line.tokens[at];
  if (token?.kind !== 'word' || noAmounts.has(token.word) || phraseAt(figures, line.tokens, at)) return null;
  if (token.word.length < 3 || line.language.determiners.has(token.word)) return null;
  return weightInBrackets(line, at + 1, { quantity, unit: 'piece', grams: null, ml: null });
}

/** "(60 g)", "of 60g", "= 60 g": what it weighs, where it has not been said. */
function weightInBrackets(line: Line, at: number, amount: LabelAmount): FoundLabelAmount {
  const word = wordAt(line, at);
  const isBracket = word === '(' || word === '[';
  const isLed = isBracket || word === '=' || word === ':' || line.language.of.has(word);
  let start = isLed ? at + 1 : at;
  while (/^[~=]$|^(?:about|approx|is|of|weighs)$/.test(wordAt(line, start))) start++;
  const inner = sizeAt(line, start);
  if (!inner) {
    // "per serving (1 scoop, 30 g)"
    const unit = isBracket ? amountInside(line, start) : null;
    return unit ? { amount: merged(amount, unit.size), end: unit.end } : { amount, end: at };
  }
  if (isBracket && !isClosed(line, inner.end)) return { amount, end: at };
  const isFigure = phraseAt(line.language.ownFoods.figures, line.tokens, inner.end) ?? null;
  const isLetter = line.language.ownFoods.letters.has(wordAt(line, inner.end));
  if (!isBracket && (isFigure || isLetter || amount.grams !== null || amount.ml !== null)) return { amount, end: at };
  return { amount: merged(amount, inner), end: isBracket ? inner.end + 1 : inner.end };
}

const isClosed = (line: Line, at: number): boolean => wordAt(line, at) === ')' || wordAt(line, at) === ']';

function amountInside(line: Line, from: number): { size: Size; end: number } | null {
  for (let at = from; at < from + 8 && !isClosed(line, at); at++) {
    const size = sizeAt(line, at);
    if (size && isClosed(line, size.end)) return { size, end: size.end + 1 };
  }
  return null;
}

type Size = { grams: number | null; ml: number | null };

/** A plain weight or volume: "60 g". */
export function sizeAt(line: Line, at: number): (Size & Span) | null {
  const number = line.tokens[at]?.kind === 'number' ? line.tokens[at]?.value : null;
  const found = number == null ? null : recogniseUnit(line, at + 1);
  const size = found && number != null ? sizeOf(found.unit.id, number) : null;
  return size && found && (number ?? 0) > 0 ? { ...size, end: found.end } : null;
}

const merged = (amount: LabelAmount, size: Size): LabelAmount => ({
  ...amount,
  grams: amount.grams ?? size.grams,
  ml: amount.ml ?? size.ml,
});
