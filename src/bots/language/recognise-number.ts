import { type Line, type Span, wordAt } from './line.ts';
import { recogniseUnit } from './recognise-unit.ts';

export interface FoundNumber extends Span {
  readonly value: number;
}

/**
 * A plain number in digits or words: "200", "1 1/2", "three", "twenty five", "a hundred", "half", "two thirds",
 * "three quarters", "one and a half", "a dozen", "half a dozen", "a couple of".
 */
export function recogniseNumber(line: Line, at: number): FoundNumber | null {
  const { articles, and, of, numbers, tens, fractions, groups } = line.language;
  const token = line.tokens[at];
  if (!token) return null;
  if (token.kind === 'number') return withFraction(line, { value: token.value ?? 0, end: at + 1 });
  if (token.kind !== 'word') return null;

  const fraction = fractions.get(token.word);
  if (fraction !== undefined) {
    // "half a dozen" is six; "half a bagel" leaves the article to whoever reads the rest.
    const afterArticle = articles.has(wordAt(line, at + 1)) ? at + 2 : at + 1;
    const group = groups.get(wordAt(line, afterArticle));
    return group === undefined ? { value: fraction, end: at + 1 } : { value: fraction * group, end: afterArticle + 1 };
  }
  const ten = tens.get(token.word);
  if (ten !== undefined) {
    // "treinta y cinco"
    const next = and.has(wordAt(line, at + 1)) ? at + 2 : at + 1;
    const one = numbers.get(wordAt(line, next));
    return one !== undefined && one > 0 && one < 10 ? { value: ten + one, end: next + 1 } : { value: ten, end: at + 1 };
  }
  // "to cups" is a slip for "two cups".
  const isSlip = token.word === 'to' && line.tokens[at - 1]?.kind !== 'number' && isPlural(line, at + 1);
  const number = isSlip ? 2 : numbers.get(token.word);
  if (number !== undefined) {
    const group = groups.get(wordAt(line, at + 1));
    if (group === undefined) return withFraction(line, { value: number, end: at + 1 });
    return withRest(line, { value: number * group, end: at + 2 }, group);
  }
  // "una y media"
  const more = articles.has(token.word) ? withFraction(line, { value: 1, end: at + 1 }) : null;
  if (more && and.has(wordAt(line, at + 1)) && more.end > at + 1) return more;
  const start = articles.has(token.word) ? at + 1 : at;
  const group = groups.get(wordAt(line, start));
  if (group !== undefined)
    return withRest(line, { value: group, end: of.has(wordAt(line, start + 1)) ? start + 2 : start + 1 }, group);
  const part = start > at ? fractions.get(wordAt(line, start)) : undefined;
  return part === undefined || and.has(wordAt(line, at - 1)) ? null : { value: part, end: start + 1 };
}

function isPlural(line: Line, at: number): boolean {
  const unit = recogniseUnit(line, at)?.unit;
  return (
    unit !== undefined && unit.kind === 'kitchen' && wordAt(line, at) !== unit.id && wordAt(line, at).endsWith('s')
  );
}

/** "one hundred and fifty", "a hundred twenty five". */
function withRest(line: Line, hundreds: FoundNumber, group: number): FoundNumber {
  if (group % 100 !== 0) return hundreds;
  const next = line.language.and.has(wordAt(line, hundreds.end)) ? hundreds.end + 1 : hundreds.end;
  const { tens, numbers } = line.language;
  const ten = tens.get(wordAt(line, next));
  const one = numbers.get(wordAt(line, ten === undefined ? next : next + 1));
  if (ten === undefined) return hundreds;
  return one === undefined
    ? { value: hundreds.value + ten, end: next + 1 }
    : { value: hundreds.value + ten + one, end: next + 2 };
}

/** "two thirds", "3 quarters", "one and a half", "2 and 1/2". */
function withFraction(line: Line, whole: FoundNumber): FoundNumber {
  const { and, articles, fractions } = line.language;
  const part = fractions.get(wordAt(line, whole.end));
  // "2 half bagels" says nothing certain; only plurals and one of a kind multiply.
  if (part !== undefined && part !== 1 / 2) return { value: whole.value * part, end: whole.end + 1 };
  if (!and.has(wordAt(line, whole.end))) return whole;
  let next = whole.end + 1;
  if (articles.has(wordAt(line, next)) || wordAt(line, next) === 'one') next++;
  const added = fractions.get(wordAt(line, next)) ?? line.tokens[next]?.value ?? null;
  return added !== null && added > 0 && added < 1 ? { value: whole.value + added, end: next + 1 } : whole;
}
