import type { Picture, Reply } from '../reply.ts';
import { italic, plainText } from '../text.ts';
import { fromRuns, isBlank, lengthOf, type Run, renderHtml, toRuns } from './render.ts';

/** UTF-16 code units after the markup is read. */
const maxTextLength = 4096;
const maxCaptionLength = 1024;
/** Telegram refuses longer markup (32768 bytes) even when little of it is text. */
const maxHtmlBytes = 32_000;

/**
 * Cuts a reply into messages Telegram takes: at line ends where there are any, else between words, else between
 * characters. Formatting is closed and opened again around a cut. Buttons, image and file go with the last. Nothing to show
 * gives no message.
 */
export function splitReply(reply: Reply): Reply[] {
  const { text, buttons, image, file } = reply;
  const texts: Reply[] = cut(toRuns(text)).map((runs) => ({ text: fromRuns(runs) }));
  if (image !== undefined) {
    const ending = texts.at(-1)?.text;
    const isCaption = ending !== undefined && fits(ending, image);
    if (isCaption) texts.pop();
    texts.push({ text: isCaption ? ending : '', image });
  }
  if (file !== undefined) {
    const ending = texts.at(-1)?.text;
    const isCaption = ending !== undefined && lengthOf(toRuns(ending)) <= maxCaptionLength;
    if (isCaption) texts.pop();
    texts.push({ text: isCaption ? ending : '', file });
  }
  const last = texts.pop();
  if (last === undefined) return [];
  return [...texts, buttons === undefined ? last : { ...last, buttons }];
}

/** The words below a picture. They hold its description, as Telegram has no other place for it. */
export function captionRuns(text: Reply['text'], image: Pick<Picture, 'alt'>): Run[] {
  const runs = toRuns(text);
  if (isBlank(runs)) return toRuns(image.alt.slice(0, maxCaptionLength));
  return plainText(text).includes(image.alt) ? runs : toRuns([text, '\n', italic(image.alt)]);
}

const fits = (text: Reply['text'], image: Pick<Picture, 'alt'>) =>
  lengthOf(captionRuns(text, image)) <= maxCaptionLength;

function cut(runs: readonly Run[]): Run[][] {
  const whole = runs.map((run) => run.text).join('');
  const parts: Run[][] = [];
  const slice = slicer(runs);
  let start = 0;
  while (start < whole.length) {
    let end = partEnd(whole, start, maxTextLength);
    let part = slice(start, end);
    for (let limit = maxTextLength; Buffer.byteLength(renderHtml(part)) > maxHtmlBytes && end - start > 1; ) {
      limit = Math.ceil(limit / 2);
      end = partEnd(whole, start, limit);
      part = slice(start, end);
    }
    if (!isBlank(part)) parts.push(part);
    start = /[ \n]/.test(whole[end] ?? '') ? end + 1 : end;
  }
  return parts;
}

/** Where the part that begins at `start` ends. */
function partEnd(whole: string, start: number, limit: number): number {
  if (whole.length - start <= limit) return whole.length;
  const window = whole.slice(start, start + limit + 1);
  const lineEnd = window.lastIndexOf('\n');
  if (lineEnd > 0) return start + lineEnd;
  const wordEnd = window.lastIndexOf(' ');
  return wordEnd > limit / 2 ? start + wordEnd : characterEnd(whole, start, start + limit);
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The last end of a character, as people see characters, at or before `at`. */
function characterEnd(whole: string, start: number, at: number): number {
  const from = Math.max(start, at - 64);
  let end = from;
  for (const { index } of segmenter.segment(whole.slice(from, at + 64))) if (from + index <= at) end = from + index;
  if (end > from) return end;
  const isInsidePair = at - 1 > start && /^[\ud800-\udbff][\udc00-\udfff]$/.test(whole.slice(at - 1, at + 1));
  return isInsidePair ? at - 1 : at;
}

/** Cuts stretches by positions in the whole text; to be called with growing `start`. */
function slicer(runs: readonly Run[]) {
  let first = 0;
  let firstAt = 0;
  return (start: number, end: number): Run[] => {
    for (let run = runs[first]; run !== undefined && firstAt + run.text.length <= start; run = runs[first]) {
      firstAt += run.text.length;
      first++;
    }
    const part: Run[] = [];
    let at = firstAt;
    for (let i = first; at < end; i++) {
      const run = runs[i];
      if (run === undefined) break;
      const text = run.text.slice(Math.max(0, start - at), end - at);
      if (text !== '') part.push({ text, marks: run.marks });
      at += run.text.length;
    }
    return part;
  };
}
