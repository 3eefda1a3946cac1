import { lexemeOf } from './lexeme.ts';
import { asWord, scan, type Token } from './scan.ts';

/** Letters that people write against figures: "80kgx8", "1h10m", "60sx3", "rpe8". */
const gluedLetters = new Set([
  ...['x', 'kg', 'kgs', 'lb', 'lbs', 's', 'sec', 'secs', 'm', 'min', 'mins', 'h', 'hr', 'hrs', 'km', 'mi', 'k', 'bw'],
  ...['rpe', 'rir', 'reps', 'rep', 'amrap', 'ea', 'f', 'sets', 'set'],
]);
/** After a decimal comma or a thousands comma there is a unit, and a list of reps has none. */
const decimalUnits = new Set([
  'km',
  'kms',
  'mi',
  'mile',
  'miles',
  'h',
  'hr',
  'hrs',
  'hours',
  'hour',
  'kg',
  'kgs',
  'lb',
  'lbs',
  'k',
]);
const largeUnits = new Set(['m', 'meters', 'metres', 'meter', 'metre', 'yd', 'yds', 'yards', 'ft', 'feet']);
const weightFraction = /^(\d{2,3}),(5|25|75|50)$/;
const glued = /^(?:[a-z]+\d+)+[a-z]*$/;

/**
 * A text's tokens as training notation needs them: "8,8,7" and "12/10/8" are lists and no decimals or fractions, and
 * figures are freed from the letters around them. One pass.
 */
export function trainingTokens(text: string): Token[] {
  const scanned = scan(text);
  const tokens: Token[] = [];
  for (let at = 0; at < scanned.length; at++) {
    const token = scanned[at] as Token;
    if (isOnlyMark(token)) continue;
    if (token.kind === 'number' && /[,/]/.test(token.word) && !isOneNumber(scanned, at)) pushCut(tokens, token, /[,/]/);
    else if (token.kind === 'word' && glued.test(token.word)) {
      const pieces = lettersAndDigits(token.word);
      if (pieces && token.end - token.start === token.word.length) pushPieces(tokens, token, pieces);
      else tokens.push(token);
    } else if (isGluedTimes(token, scanned[at - 1])) {
      const pieces = lettersAndDigits(token.word);
      if (pieces) pushPieces(tokens, token, pieces);
      else tokens.push(token);
    } else if (token.word === '.' && isPointOfNumber(tokens, token, scanned[at + 1])) {
      const before = tokens.pop() as Token;
      const after = scanned[++at] as Token;
      const word = `${before.word}.${after.word}`;
      tokens.push({ ...asWord(before, word), value: Number(word), end: after.end });
    } else tokens.push(token);
  }
  return tokens;
}

/** What joins and colours emoji is no word. */
const isOnlyMark = (token: Token): boolean =>
  token.kind === 'word' && token.word.charCodeAt(0) > 0x2fff && /^\p{M}+$/u.test(token.word);

/** "3xAMRAP", "60kgx": letters after a figure with a sign of times in them. */
const isGluedTimes = (token: Token, before: Token | undefined): boolean =>
  token.kind === 'word' &&
  token.isGlued &&
  before?.kind === 'number' &&
  /^(?:x[a-z]{1,6}|[a-z]{1,4}x)$/.test(token.word) &&
  token.end - token.start === token.word.length;

/** "rpe8.5" is scanned as "rpe8", a point and 5. */
function isPointOfNumber(tokens: readonly Token[], point: Token, after: Token | undefined): boolean {
  const before = tokens.at(-1);
  const isGlued = point.isGlued && after?.isGlued === true && after.kind === 'number' && Number.isInteger(after.value);
  return isGlued && before?.kind === 'number' && Number.isInteger(before.value) && before.isGlued;
}

function isOneNumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  const next = tokens[at + 1]?.word ?? '';
  const value = token.value ?? 0;
  if (token.word.includes('/')) {
    // "1/2 mile", "1 1/2 hours"
    return value % 1 !== 0 && (value < 1 || token.word.includes(' ')) && /^\p{L}/u.test(next) && next !== 'x';
  }
  const isListed = before?.word === ',' && token.isGlued;
  if (isListed) return false;
  if (value >= 1000 && Number.isInteger(value)) return largeUnits.has(next);
  if (decimalUnits.has(next)) return true;
  const isAfterTimes = before?.word === 'x' || before?.word === '*';
  if (before?.word === '@' || before?.word === 'rpe' || before?.word === '+')
    return /,5$/.test(token.word) || weightFraction.test(token.word);
  return !isAfterTimes && weightFraction.test(token.word) && Number.parseInt(token.word, 10) >= 13;
}

function pushCut(tokens: Token[], token: Token, where: RegExp): void {
  let start = 0;
  let isGlued = token.isGlued;
  for (let at = 0; at <= token.word.length; at++) {
    const mark = token.word[at];
    if (mark !== undefined && !where.test(mark)) continue;
    const word = token.word.slice(start, at);
    if (word !== '') {
      tokens.push({
        kind: 'number',
        word,
        value: Number(word),
        start: token.start + start,
        end: token.start + at,
        isGlued,
        lexeme: lexemeOf(word),
      });
      isGlued = true;
    }
    if (mark !== undefined) {
      tokens.push({
        kind: 'mark',
        word: mark,
        value: null,
        start: token.start + at,
        end: token.start + at + 1,
        isGlued,
        lexeme: lexemeOf(mark),
      });
      isGlued = true;
    }
    start = at + 1;
  }
}

/** "kgx8" as kg, x, 8; null where a run of letters is no unit ("t2b", "a1"). */
function lettersAndDigits(word: string): string[] | null {
  const pieces: string[] = [];
  for (const [run] of word.matchAll(/[a-z]+|\d+/g)) {
    if (/\d/.test(run) || gluedLetters.has(run)) pieces.push(run);
    else if (run.endsWith('x') && gluedLetters.has(run.slice(0, -1))) pieces.push(run.slice(0, -1), 'x');
    else if (run.startsWith('x') && gluedLetters.has(run.slice(1))) pieces.push('x', run.slice(1));
    else return null;
  }
  return pieces;
}

function pushPieces(tokens: Token[], token: Token, pieces: readonly string[]): void {
  let start = token.start;
  pieces.forEach((word, n) => {
    const end = start + word.length;
    const isNumber = word >= '0' && word <= '9~';
    tokens.push({
      kind: isNumber ? 'number' : 'word',
      word,
      value: isNumber ? Number(word) : null,
      start,
      end,
      isGlued: n > 0 || token.isGlued,
      lexeme: lexemeOf(word),
    });
    start = end;
  });
}
