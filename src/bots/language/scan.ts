import { type Lexeme, lexemeOf, longestWord } from './lexeme.ts';

/** Longer messages are not read at all: nobody types them, and reading must stay cheap. */
export const longestTextLength = 10_000;

export interface Token {
  readonly kind: 'word' | 'number' | 'mark' | 'picture';
  /** As vocabulary is written: lower case, no apostrophes; a mark is itself, every dash is `-`. */
  readonly word: string;
  /** The value of a number, else null. */
  readonly value: number | null;
  /** Where it stands in the text: `text.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Whether nothing separates it from the token before ("200g", "x2"). */
  readonly isGlued: boolean;
  /** What is known of its word. */
  readonly lexeme: Lexeme;
}

/** A token read as another word. */
export const asWord = (token: Token, word: string): Token => ({ ...token, word, lexeme: lexemeOf(word) });

const fractions: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
};

/** What only says how a picture is drawn is no letter, though Unicode counts it among the marks of letters. */
const letter = /(?![\ufe0e\ufe0f\u20e3])[\p{L}\p{M}]/u;
const picture = /\p{Extended_Pictographic}/u;
const apostrophes = "'’`´ʼ";
const joiners = /[\u200d\ufe0e\ufe0f\u20e3\u{1f3fb}-\u{1f3ff}]/u;
/** "3/4" is a fraction, "3/40" is not. */
const largestDenominator = 16;

/** Characters by their codes: to look at a code costs less than to take a letter out as a string. */
const code = {
  newLine: 10,
  space: 32,
  percent: 37,
  comma: 44,
  hyphen: 45,
  point: 46,
  slash: 47,
  capitalW: 87,
  w: 119,
  fractionSlash: 0x2044,
};

/** "-", "‐" to "―", and "−". */
const isDash = (one: number): boolean => one === code.hyphen || (one >= 0x2010 && one <= 0x2015) || one === 0x2212;

const isDigit = (one: number): boolean => one >= 48 && one <= 57;

function isLetter(c: string | undefined): boolean {
  if (c === undefined) return false;
  return c < '\x80' ? isPlainLetter(c.charCodeAt(0)) : letter.test(c);
}

const isPlainLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Where a run of letters without signs ends: most words are nothing else. */
function lettersEnd(text: string, from: number): number {
  let end = from;
  while (isPlainLetter(text.charCodeAt(end))) end++;
  return end;
}

function digitsEnd(text: string, from: number): number {
  let end = from;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** Reads "200", "1,5", "1.25", "1,200", "12,500.5". The end is exclusive. */
function readDecimal(text: string, start: number): { value: number; end: number } {
  let end = digitsEnd(text, start);
  let digits = text.slice(start, end) || '0';
  if (end > start && end - start <= 3 && text[start] !== '0') {
    while (text.charCodeAt(end) === code.comma && digitsEnd(text, end + 1) === end + 4) {
      digits += text.slice(end + 1, end + 4);
      end += 4;
    }
  }
  const point = text.charCodeAt(end);
  if ((point === code.point || point === code.comma) && isDigit(text.charCodeAt(end + 1))) {
    const after = digitsEnd(text, end + 1);
    const next = text.charCodeAt(after);
    // "1.2.3" is no number, and a date like 02.03.2026 is no decimal.
    // One that begins with its point is read in any case: there is nothing before it to stand alone.
    const goesOn = (next === code.point || next === code.comma) && isDigit(text.charCodeAt(after + 1));
    if (!goesOn || end === start) {
      return { value: Number(`${digits}.${text.slice(end + 1, after)}`), end: after };
    }
  }
  return { value: Number(digits), end };
}

/** Reads "½" or "1/2" at `start`; null when there is none. */
function readFraction(text: string, start: number): { value: number; end: number } | null {
  const sign = text.charCodeAt(start) > 127 ? fractions[text[start] ?? ''] : undefined;
  if (sign !== undefined) return { value: sign, end: start + 1 };
  const above = digitsEnd(text, start);
  if (above === start || above - start > 2) return null;
  const bar = text.charCodeAt(above);
  if (bar !== code.slash && bar !== code.fractionSlash) return null;
  const below = digitsEnd(text, above + 1);
  const denominator = Number(text.slice(above + 1, below));
  if (below === above + 1 || denominator < 2 || denominator > largestDenominator) return null;
  if (text[below] === '/' || text[below] === '.') return null;
  return { value: Number(text.slice(start, above)) / denominator, end: below };
}

/** Reads a number with all it may be written with: "1 1/2", "1½", "1-1/2", "3/4", "1,5". */
function readNumber(text: string, start: number): { value: number; end: number } {
  const fraction = readFraction(text, start);
  if (fraction) return fraction;
  const whole = readDecimal(text, start);
  if (!Number.isInteger(whole.value)) return whole;
  const next = text.charCodeAt(whole.end);
  const at = next === code.space || next === code.hyphen ? whole.end + 1 : whole.end;
  const rest = at === whole.end && isDigit(next) ? null : readFraction(text, at);
  return rest && rest.value < 1 ? { value: whole.value + rest.value, end: rest.end } : whole;
}

/** Where the word at `start` ends: letters, with digits, apostrophes and hyphens only inside. */
function wordEnd(text: string, start: number): number {
  const isTimes = text[start] === 'x' || text[start] === 'X' || text[start] === '×';
  if (isTimes && isDigit(text.charCodeAt(start + 1))) return start + 1;
  let end = lettersEnd(text, start);
  const stop = text.charCodeAt(end);
  // Most words end in a blank or a comma.
  if (end > start && (stop === code.space || stop === code.comma || stop === code.newLine)) return end;
  let hasDigit = false;
  while (end < text.length) {
    const c = text[end] as string;
    const next = text[end + 1];
    const isFigure = isDigit(text.charCodeAt(end));
    if (isFigure) {
      // "60kgx10" is left to who reads sets.
      const isAmount =
        isDigit(text.charCodeAt(end + 1)) && end >= start + shortestBeforeAmount && text[end - 1] !== 'x';
      if (!hasDigit && isAmount) break;
      hasDigit = true;
    }
    if (isLetter(c) || (isFigure && end > start)) end++;
    else if (c >= '\ud800' && c <= '\udbff' && letter.test(text.slice(end, end + 2))) end += 2;
    else if (apostrophes.includes(c) && end > start && isLetter(next)) end++;
    else if ((c === '-' || c === '‐' || c === '‑') && end > start && isLetter(next)) end++;
    else break;
  }
  return end;
}

/** "chicken200g" is a word and a number; "h2o" and "b12" are words. */
const shortestBeforeAmount = 3;

/** How many ways of writing are remembered: far more than people's usual ones. */
const mostTyped = 20_000;
const remembered = new Map<string, Lexeme>();

/** The word that somebody typed, as vocabulary is written. */
function typedWord(typed: string): Lexeme {
  const known = remembered.get(typed);
  if (known) return known;
  const lexeme = lexemeOf(spelled(typed));
  if (typed.length > longestWord) return lexeme;
  if (remembered.size >= mostTyped) remembered.clear();
  remembered.set(typed, lexeme);
  return lexeme;
}

function spelled(word: string): string {
  const lower = word.toLowerCase();
  return lettersEnd(lower, 0) === lower.length || /^[a-z0-9-]*$/.test(lower)
    ? lower
    : lower
        .replace(/['’`´ʼ]/g, '')
        .replace(/[‐‑]/g, '-')
        .normalize('NFC');
}

/**
 * Cuts a text into words, numbers, marks and pictures (emoji), each with its span. One pass, linear in the length;
 * what lies beyond `longestTextLength` is not looked at.
 */
export function scan(text: string): readonly Token[] {
  if (text !== last.text) last = { text, tokens: cut(text) };
  return last.tokens;
}

/** What was scanned last: one message is read by many readers, each from its text. */
let last: { readonly text: string; readonly tokens: readonly Token[] } = { text: '', tokens: [] };

function cut(whole: string): Token[] {
  const text = whole.length > longestTextLength ? whole.slice(0, longestTextLength) : whole;
  const tokens: Token[] = [];
  let lastEnd = -1;
  for (let at = 0; at < text.length; ) {
    const first = text.charCodeAt(at);
    if (first === code.space) {
      at++;
      continue;
    }
    let kind: Token['kind'] = 'mark';
    let lexeme: Lexeme | null = null;
    let value: number | null = null;
    let end = at + 1;
    const isPoint = first === code.point && isDigit(text.charCodeAt(end)) && !isDigit(text.charCodeAt(at - 1));
    if (isDigit(first) || isPoint || (first > 127 && fractions[text.charAt(at)] !== undefined)) {
      const number = readNumber(text, at);
      // "2% milk": a percentage belongs to a name and counts nothing.
      const isShare = text.charCodeAt(number.end) === code.percent;
      kind = isShare ? 'word' : 'number';
      value = isShare ? null : number.value;
      end = isShare ? number.end + 1 : number.end;
    } else if (isPlainLetter(first) || (first > 127 && isLetter(text.charAt(at)))) {
      kind = 'word';
      end = wordEnd(text, at);
      const isWith = end === at + 1 && (first === code.w || first === code.capitalW) && text[end] === '/';
      const isWithout = isWith && (text[end + 1] === 'o' || text[end + 1] === 'O') && !isLetter(text[end + 2]);
      lexeme = isWithout ? lexemeOf('w/o') : isWith ? lexemeOf('w/') : typedWord(text.slice(at, end));
      if (isWith) end += isWithout ? 2 : 1;
    } else if (isDash(first)) {
      const isArrow = text[end] === '>';
      lexeme = lexemeOf(isArrow ? '->' : '-');
      if (isArrow) end++;
    } else if (first > 127) {
      const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
      if (joiners.test(sign) || /\s/.test(sign)) {
        at += sign.length;
        continue;
      }
      const isWord = letter.test(sign);
      kind = isWord || sign === '×' ? 'word' : picture.test(sign) ? 'picture' : 'mark';
      end = isWord ? wordEnd(text, at) : at + sign.length;
      lexeme = isWord ? typedWord(text.slice(at, end)) : lexemeOf(sign === '×' ? 'x' : sign === '→' ? '->' : sign);
    } else if (first < code.space && first !== code.newLine) {
      at++;
      continue;
    }
    lexeme ??= lexemeOf(text.slice(at, end));
    tokens.push({ kind, word: lexeme.word, value, start: at, end, isGlued: lastEnd === at, lexeme });
    at = end;
    lastEnd = end;
  }
  return tokens;
}
