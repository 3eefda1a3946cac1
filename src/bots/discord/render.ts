import type { Text } from '../text.ts';

/** A stretch of text with the formatting around it. A code or a link holds no line break. */
export interface Run {
  readonly text: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isCode: boolean;
  /** The address this stretch is the label of. */
  readonly link: string | null;
}

/** One line as stretches. Each line is markup complete in itself, so a message can be cut between any two. */
export type Line = readonly Run[];

type Style = Omit<Run, 'text'>;

const plain: Style = { isBold: false, isItalic: false, isCode: false, link: null };

/** The tree as lines in reading order, without the characters that must not reach other people's screens. */
export function toLines(text: Text): Line[] {
  const lines: Run[][] = [[]];
  const push = (words: string, style: Style) => {
    for (const [i, piece] of shown(words).split('\n').entries()) {
      if (i > 0) lines.push([]);
      const line = lines.at(-1);
      const last = line?.at(-1);
      if (piece === '') continue;
      // Neighbours of one style become one stretch: closing and opening marks must not meet.
      if (line !== undefined && last !== undefined && isSameStyle(last, style) && style.link === null)
        line[line.length - 1] = { ...last, text: last.text + piece };
      else line?.push({ text: piece, ...style });
    }
  };
  const visit = (node: Text, style: Style): void => {
    if (typeof node === 'string') push(node, style);
    else if ('bold' in node) visit(node.bold, { ...style, isBold: true });
    else if ('italic' in node) visit(node.italic, { ...style, isItalic: true });
    else if ('code' in node) push(node.code, { ...style, isCode: true });
    else if ('link' in node) visitLink(node.link, node.label, style);
    else for (const part of node) visit(part, style);
  };
  const visitLink = (link: string, label: string, style: Style) => {
    const address = webAddress(link);
    if (address === null) push(label === link ? link : `${label}: ${link}`, style);
    else push(shown(label).replace(/\n/g, ' ').trim() === '' ? link : label, { ...style, link: address });
  };
  visit(text, plain);
  return lines;
}

/** The tree back from lines. */
export const fromLines = (lines: readonly Line[]): Text =>
  lines.flatMap((line, i): Text[] => [...(i === 0 ? [] : ['\n']), ...line.map(toText)]);

function toText({ text, isBold, isItalic, isCode, link }: Run): Text {
  const inner: Text = isCode ? { code: text } : link === null ? text : { link, label: text };
  const slanted: Text = isItalic ? { italic: inner } : inner;
  return isBold ? { bold: slanted } : slanted;
}

/** Discord's markdown. Everything a person typed is escaped; marks come from the tree alone. */
export const renderMarkdown = (text: Text): string => toLines(text).map(renderLine).join('\n');

/** The markdown of one line. */
export function renderLine(line: Line): string {
  let markdown = '';
  for (const run of line) {
    const next = renderRun(run, markdown.trim() === '');
    // Marks that touch would be read as one; nothing visible comes between them.
    if (/[*`]$/.test(markdown) && /^[*`]/.test(next)) markdown += apart;
    markdown += next;
  }
  return markdown;
}

const apart = '\u200b';

function renderRun(run: Run, isAtLineStart: boolean): string {
  const words = run.text.trim();
  if (words === '') return run.text;
  const begin = run.text.indexOf(words);
  const before = run.text.slice(0, begin);
  const after = run.text.slice(begin + words.length);
  // Discord looks for the end of bold before it looks at what is code.
  const isPlainCode = run.isCode && words.includes('*');
  const isBold = run.isBold && !isPlainCode;
  const isItalic = run.isItalic && !isPlainCode;
  const inner =
    (run.isCode ? renderCode(words) : null) ??
    (run.link === null ? escaped(words, isAtLineStart && !isBold && !isItalic) : renderLink(words, run.link));
  const slanted = isItalic ? `*${inner}*` : inner;
  return before + (isBold ? `**${slanted}**` : slanted) + after;
}

/** Words in backticks, or null where Discord could not show them so. */
function renderCode(words: string): string | null {
  if (!words.includes('`')) return `\`${words}\``;
  if (words.includes('``')) return null;
  // Discord drops the one space between the marks and a backtick.
  return `\`\`${words.replace(/^`/, ' `').replace(/`$/, '` ')}\`\``;
}

function renderLink(label: string, address: string): string {
  if (label === address) return `<${address}>`;
  // Discord shows marks and all where a label looks like an address, and gets lost among brackets.
  const isUnfit = /:\/\/|\bwww\.|discord\.gg|[[\]]/i.test(label);
  return isUnfit ? `${escaped(label, false)}: <${address}>` : `[${escaped(label, false)}](<${address}>)`;
}

/** An address fit to stand between angle brackets, or null for anything but http. */
function webAddress(link: string): string | null {
  if (!/^https?:\/\/[^\s\p{C}]+$/iu.test(link) || !URL.canParse(link)) return null;
  return link.replace(/[<>()[\]\\`*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Every sign Discord could take for markup, a mention, an emoji or an address gets a backslash. */
function escaped(words: string, isAtLineStart: boolean): string {
  const inline = words.replace(/[\\*_`<@[\]]|~(?=~)|(?<=~)~|\|(?=\|)|(?<=\|)\||:(?=\/\/|[^\s:]+:)/gu, '\\$&');
  // Headings, lists, quotes and small print begin a line.
  return isAtLineStart ? inline.replace(/^[#>+-]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2') : inline;
}

const isSameStyle = (a: Style, b: Style) =>
  a.isBold === b.isBold && a.isItalic === b.isItalic && a.isCode === b.isCode && a.link === b.link;

/** What is left of a text on Discord: no control characters, nothing that turns the rest of a card around, and none of what holds marks apart. */
export const shown = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\u200b\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
