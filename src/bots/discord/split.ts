import type { Reply } from '../reply.ts';
import { fromLines, type Line, type Run, renderLine, toLines } from './render.ts';

/** In UTF-16 code units of the markdown; Discord counts characters, which are never more. */
const maxLength = 2000;

/**
 * Cuts a reply into messages Discord takes: at line ends where there are any, else between words, else between
 * characters. Formatting is closed and opened again around a cut. Buttons, image and file go with the last. Nothing to show
 * gives no message.
 */
export function splitReply(reply: Reply): Reply[] {
  const { text, buttons, image, file, form } = reply;
  const parts = cut(toLines(text)).map((lines): Reply => ({ text: fromLines(lines) }));
  const last = parts.pop() ?? (image === undefined && file === undefined ? undefined : { text: '' });
  if (last === undefined) return [];
  return [
    ...parts,
    {
      ...last,
      ...(buttons === undefined ? {} : { buttons }),
      ...(image === undefined ? {} : { image }),
      ...(file === undefined ? {} : { file }),
      ...(form ? { form } : {}),
    },
  ];
}

function cut(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = [];
  let part: Line[] = [];
  let length = 0;
  const close = () => {
    if (part.some(isVisible)) parts.push(part);
    part = [];
    length = 0;
  };
  for (const line of lines.flatMap(withinLimit)) {
    const added = renderLine(line).length;
    if (part.length > 0 && length + 1 + added > maxLength) close();
    length += added + (part.length === 0 ? 0 : 1);
    part.push(line);
  }
  close();
  return parts;
}

/** Discord refuses a message of white space only. */
const isVisible = (line: Line) => line.some((run) => /[^\s\u200b]/u.test(run.text));

/** A line as it is, or as several that each fit into a message. */
function withinLimit(line: Line): Line[] {
  if (renderLine(line).length <= maxLength) return [line];
  const lines: Line[] = [];
  let rest = line;
  while (rest.length > 0) {
    const size = fittingSize(rest);
    lines.push(slice(rest, 0, size));
    rest = slice(rest, size, Number.POSITIVE_INFINITY);
  }
  return lines;
}

/** How many code units from the beginning fit, ending between words or at least between characters; at least one. */
function fittingSize(line: Line): number {
  const words = line
    .map((run) => run.text)
    .join('')
    .slice(0, maxLength);
  let fits = 0;
  let tooLong = words.length + 1;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (renderLine(slice(line, 0, middle)).length <= maxLength) fits = middle;
    else tooLong = middle;
  }
  const isWhole = line.reduce((sum, run) => sum + run.text.length, 0) <= fits;
  if (isWhole) return fits;
  const space = words.lastIndexOf(' ', fits - 1);
  return space > fits / 2 ? space + 1 : characterEnd(words, fits);
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The last end of a character, as people see characters, at or before `at`. */
function characterEnd(words: string, at: number): number {
  const from = Math.max(0, at - 64);
  let end = from;
  for (const { index } of segmenter.segment(words.slice(from))) if (from + index <= at) end = from + index;
  if (end > from) return end;
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(words.slice(at - 1, at + 1)) ? Math.max(1, at - 1) : at;
}

function slice(line: Line, start: number, end: number): Run[] {
  const part: Run[] = [];
  let at = 0;
  for (const run of line) {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== '') part.push({ ...run, text });
    at += run.text.length;
  }
  return part;
}
