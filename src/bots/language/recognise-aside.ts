import { endsClause } from './ends-clause.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';

/** In tokens. */
const longestAside = 14;

/** A short remark in brackets beside a figure: "(fasted, as always)". Doubts and questions are none. */
export function recogniseBracket(line: Line, at: number): Span | null {
  if (wordAt(line, at) !== '(') return null;
  for (let end = at + 1; end <= at + longestAside; end++) {
    if (wordAt(line, end) === ')') return { end: end + 1 };
    if (!isInnocent(line, end)) return null;
  }
  return null;
}

/** A reason goes on to the end of the sentence: "slept 5h because of the baby". Figures and doubts are none. */
export function recogniseReason(line: Line, at: number): Span | null {
  const lead = phraseAt(line.language.metrics.reasons, line.tokens, at);
  if (!lead) return null;
  let end = lead.end;
  for (; end < line.tokens.length && !/^[.\n]$/.test(wordAt(line, end)); end++) {
    if (end > at + longestAside || line.tokens[end]?.kind === 'number' || !isInnocent(line, end)) return null;
  }
  return end > lead.end ? { end } : null;
}

/** "sleep was pretty bad": told of without a figure. */
export function recogniseRemark(line: Line, at: number): Span | null {
  const { names, shades, remarkVerbs, remarks } = line.language.metrics;
  const name = phraseAt(names, line.tokens, at);
  if (!name || !remarkVerbs.has(wordAt(line, name.end))) return null;
  let end = name.end + 1;
  for (;;) {
    const said = phraseAt(remarks, line.tokens, end);
    if (said && endsClause(line, said.end)) return { end: said.end };
    if (!shades.has(wordAt(line, end)) && !remarkVerbs.has(wordAt(line, end))) return null;
    end++;
  }
}

function isInnocent(line: Line, at: number): boolean {
  const word = wordAt(line, at);
  return word !== '' && word !== '?' && !line.language.metrics.doubts.has(word);
}
