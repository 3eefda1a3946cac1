/** What Discord's app makes of a message: the words, and every piece of markup by kind. */
export interface Reading {
  readonly text: string;
  /** `bold:…`, `italic:…`, `code:…`, `link:…`, `heading:…`, `mention:…` and so on. */
  readonly marks: readonly string[];
}

interface Rule {
  readonly kind: string;
  readonly pattern: RegExp;
  /** Applies at the beginning of a line only. */
  readonly isBlock?: true;
  /** What of the match is read on (undefined: nothing), and what is shown in its place. */
  readonly inner?: (match: RegExpExecArray) => string;
  readonly shows?: (match: RegExpExecArray) => string;
}

/** After Discord's rules, in their order, where in doubt on the strict side: what might be markup is. */
const rules: readonly Rule[] = [
  { kind: 'heading', pattern: /^ *#{1,3} +(?=\S)/u, isBlock: true },
  { kind: 'small', pattern: /^ *-# +(?=\S)/u, isBlock: true },
  { kind: 'quote', pattern: /^ *>(?:>>)? /u, isBlock: true },
  { kind: 'list', pattern: /^ *(?:[-*+]|\d+[.)]) +(?=\S)/u, isBlock: true },
  { kind: 'escape', pattern: /^\\([^0-9A-Za-z\s])/u, shows: ([, sign = '']) => sign },
  {
    kind: 'codeblock',
    pattern: /^```(?:[a-z0-9_+\-.#]+?\n)?\n*([^\n][\s\S]*?)\n*```/iu,
    shows: ([, code = '']) => code,
  },
  {
    kind: 'code',
    pattern: /^(`+)([\s\S]*?[^`])\1(?!`)/u,
    shows: ([, , code = '']) => code.replace(/^ (?= *`)|(` *) $/gu, '$1'),
  },
  { kind: 'link', pattern: /^<(https?:\/\/[^ >]+)>/iu, shows: ([, address = '']) => address },
  { kind: 'mention', pattern: /^<(?:@[!&]?\d+|#\d+|id:\w+|\/[^>\n]+:\d+)>/u },
  { kind: 'mention', pattern: /^@(?:everyone|here)/u },
  { kind: 'emoji', pattern: /^<a?:\w+:\d+>/u },
  { kind: 'emoji', pattern: /^:[\w~+-]+:/u },
  { kind: 'time', pattern: /^<t:-?\d+(?::\w)?>/u },
  {
    kind: 'link',
    pattern:
      /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['"][\s\S]*?['"])?\s*\)/u,
    inner: ([, label = '']) => label,
    shows: ([, , address = '']) => `: ${address}`,
  },
  { kind: 'link', pattern: /^(?:https?|steam):\/\/[^\s<]+[^<.,:;"'\]\s]/iu },
  { kind: 'spoiler', pattern: /^\|\|([\s\S]+?)\|\|/u, inner: ([, words = '']) => words },
  { kind: 'struck', pattern: /^~~([\s\S]+?)~~(?!_)/u, inner: ([, words = '']) => words },
];

/** Of these the longest match wins, then the first. */
const emphasis: readonly Rule[] = [
  {
    kind: 'italic',
    pattern:
      /^_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)|^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/u,
    inner: ([, underscored, starred]) => underscored ?? starred ?? '',
  },
  { kind: 'bold', pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/u, inner: ([, words = '']) => words },
  { kind: 'underlined', pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/u, inner: ([, words = '']) => words },
];

/** Reads a message as Discord's app would show it. */
export function readMarkdown(source: string, isAtLineStart = true): Reading {
  let text = '';
  const marks: string[] = [];
  let rest = source;
  let isLineStart = isAtLineStart;
  while (rest !== '') {
    const [rule, match] = ruleFor(rest, isLineStart);
    if (rule === undefined || match === undefined) {
      const sign = String.fromCodePoint(rest.codePointAt(0) ?? 0);
      text += sign;
      rest = rest.slice(sign.length);
      isLineStart = sign === '\n';
      continue;
    }
    rest = rest.slice(match[0].length);
    isLineStart = false;
    const inner = rule.inner === undefined ? { text: '', marks: [] } : readMarkdown(rule.inner(match), false);
    const isSilent = rule.inner === undefined && rule.shows === undefined;
    const shown = inner.text + (isSilent ? match[0] : (rule.shows?.(match) ?? ''));
    text += shown;
    if (rule.kind !== 'escape') marks.push(`${rule.kind}:${shown}`, ...inner.marks);
  }
  // What holds two marks apart is not seen.
  return { text: text.replaceAll('\u200b', ''), marks: marks.map((mark) => mark.replaceAll('\u200b', '')) };
}

function ruleFor(rest: string, isLineStart: boolean): [Rule, RegExpExecArray] | [undefined, undefined] {
  for (const rule of rules) {
    const match = rule.isBlock && !isLineStart ? null : rule.pattern.exec(rest);
    if (match !== null) return [rule, match];
  }
  let found: [Rule, RegExpExecArray] | [undefined, undefined] = [undefined, undefined];
  for (const rule of /^[*_]/.test(rest) ? emphasis : []) {
    const match = rule.pattern.exec(rest);
    if (match !== null && match[0].length > (found[1]?.[0].length ?? 0)) found = [rule, match];
  }
  return found;
}
