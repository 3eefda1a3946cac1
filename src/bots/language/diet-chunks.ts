import type { TemplateLine } from './template-text.ts';

/** Tells what is wrong with a part of a line. */
export type Tell = (
  line: TemplateLine,
  offset: number,
  length: number,
  says: string,
  meant?: readonly string[],
) => void;

/** Words without blanks that say nothing. */
export const clean = (words: string): string => words.replace(/\s+/g, ' ').trim();

export interface Chunk {
  readonly text: string;
  /** Where it begins in its line. */
  readonly at: number;
}

/** What stands between separators, with its place; blanks left out. */
export function chunksOf(text: string, from: number, separator: RegExp): Chunk[] {
  const chunks: Chunk[] = [];
  let start = from;
  const add = (end: number): void => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim() !== '') chunks.push({ text: raw.trim(), at: start + lead });
  };
  for (const found of text.matchAll(separator)) {
    if (found.index < from) continue;
    add(found.index);
    start = found.index + found[0].length;
  }
  add(text.length);
  return chunks;
}
