import type { Text } from '../text.ts';

/** A stretch of text with the formatting around it. */
export interface Run {
  readonly text: string;
  readonly marks: readonly Mark[];
}

type Mark = 'bold' | 'italic' | 'code' | { readonly link: string };

const tags = { bold: 'b', italic: 'i', code: 'code' } as const;

/** The tree as stretches in reading order, without the characters Telegram does not take. */
export function toRuns(text: Text): Run[] {
  const runs: { text: string; marks: readonly Mark[] }[] = [];
  const visit = (node: Text, marks: readonly Mark[]) => {
    if (typeof node === 'string') {
      const last = runs.at(-1);
      if (last?.marks === marks) last.text += node;
      else runs.push({ text: node, marks });
    } else if ('bold' in node) visit(node.bold, within(marks, 'bold'));
    else if ('italic' in node) visit(node.italic, within(marks, 'italic'));
    else if ('code' in node) visit(node.code, within(marks, 'code'));
    else if ('link' in node)
      visit(node.label || node.link, isWebAddress(node.link) ? [...marks, { link: node.link }] : marks);
    else for (const part of node) visit(part, marks);
  };
  visit(text, []);
  return runs.map((run) => ({ text: taken(run.text), marks: run.marks })).filter((run) => run.text !== '');
}

/** The tree back from stretches. */
export const fromRuns = (runs: readonly Run[]): Text =>
  runs.map(({ text, marks }) =>
    marks.reduceRight<Text>((inner, mark) => {
      if (mark === 'bold') return { bold: inner };
      if (mark === 'italic') return { italic: inner };
      if (mark === 'code') return { code: text };
      return { link: mark.link, label: text };
    }, text),
  );

/** Telegram's HTML. Everything a person typed is escaped; tags come from the tree alone. */
export function renderHtml(runs: readonly Run[]): string {
  return runs
    .map(({ text, marks }) =>
      // Telegram allows nothing around code.
      (marks.includes('code') ? (['code'] as const) : marks).reduceRight<string>(
        (inner, mark) =>
          typeof mark === 'string'
            ? `<${tags[mark]}>${inner}</${tags[mark]}>`
            : `<a href="${escaped(mark.link).replaceAll('"', '&quot;')}">${inner}</a>`,
        escaped(text),
      ),
    )
    .join('');
}

/** What is read, in UTF-16 code units: what Telegram's limits count. */
export const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.text.length, 0);

/** Whether Telegram would find nothing to show: it refuses such a text. */
export const isBlank = (runs: readonly Run[]): boolean => !runs.some((run) => visible.test(run.text));

/** Same length, but no mention: in a group `@name` would ping whoever bears the name. */
export const withoutMentions = (runs: readonly Run[]): Run[] =>
  runs.map((run) => (run.marks.includes('code') ? run : { ...run, text: run.text.replace(/@(?=\w)/g, '＠') }));

const visible = /[^\s\p{Cc}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffc]/u;

const within = (marks: readonly Mark[], mark: Mark) => (marks.includes(mark) ? marks : [...marks, mark]);

const isWebAddress = (link: string) => link.length <= 2048 && /^https?:\/\/[^\s\p{C}]+$/u.test(link);

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What Telegram itself would make of it, done here so that lengths are right: control characters, line ends and halves of surrogate pairs. */
const taken = (text: string) =>
  text
    .replaceAll('\r', '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to replace.
    .replace(/[\0-\x09\x0b-\x1f]/g, ' ')
    .replace(/[\u2028-\u202e]|\u0333|\u033f|\u030a/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
