import { type Line, type Span, wordAt } from './line.ts';

/** Numbers that count nothing: of a list's line ("2. toast"), of hours gone by ("2 hours ago"), of degrees. */
export function recogniseInterlude(line: Line, at: number, to: number): Span | null {
  const end = isListNumber(line, at) ? Math.min(at + 2, to) : (agoEnd(line, at) ?? temperatureEnd(line, at));
  return end === null ? null : { end };
}

/** "1) eggs", "2. toast": the number of a list's line counts nothing. */
function isListNumber(line: Line, at: number): boolean {
  if (line.tokens[at]?.kind !== 'number' || (at > 0 && wordAt(line, at - 1) !== '\n')) return false;
  const [mark, next] = [line.tokens[at + 1], line.tokens[at + 2]];
  const isMarked = mark?.isGlued === true && (mark.word === ')' || mark.word === '.');
  return isMarked && next !== undefined && !next.isGlued;
}

/** "2 hours ago", "half an hour ago": no amount. */
function agoEnd(line: Line, at: number): number | null {
  const { numbers, articles, fractions } = line.language;
  const token = line.tokens[at];
  if (
    !token ||
    !(token.kind === 'number' || numbers.has(token.word) || articles.has(token.word) || fractions.has(token.word))
  )
    return null;
  let next = at + 1;
  while (
    next < at + 3 &&
    (articles.has(wordAt(line, next)) || wordAt(line, next) === 'or' || wordAt(line, next) === 'so')
  )
    next++;
  return spans.has(wordAt(line, next)) && wordAt(line, next + 1) === 'ago' ? next + 2 : null;
}

const spans = new Set(['hour', 'hours', 'hr', 'hrs', 'h', 'min', 'mins', 'minute', 'minutes']);

/** "100°F/38°C" is no amount. */
function temperatureEnd(line: Line, at: number): number | null {
  if (line.tokens[at]?.kind !== 'number' || wordAt(line, at + 1) !== '°') return null;
  const scale = wordAt(line, at + 2);
  const end = scale === 'f' || scale === 'c' ? at + 3 : at + 2;
  return wordAt(line, end) === '/' ? end + 1 : end;
}
