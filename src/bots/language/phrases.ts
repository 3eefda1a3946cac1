import { scan, type Token } from './scan.ts';

/** Phrases of one or more words and what they mean, found by their first word; the longest wins. */
export interface Phrases<Meaning> {
  readonly byFirstWord: ReadonlyMap<
    string,
    readonly { readonly words: readonly string[]; readonly meaning: Meaning }[]
  >;
}

export interface FoundPhrase<Meaning> {
  readonly meaning: Meaning;
  /** The index of the first token after it. */
  readonly end: number;
}

/** Builds the table from vocabulary: each phrase is scanned as messages are, so it is written as people type it. */
export function phrases<Meaning>(entries: Iterable<readonly [phrase: string, meaning: Meaning]>): Phrases<Meaning> {
  const byFirstWord = new Map<string, { words: string[]; meaning: Meaning }[]>();
  for (const [phrase, meaning] of entries) {
    const words = scan(phrase).map((token) => token.word);
    const first = words[0];
    if (first === undefined) continue;
    const list = byFirstWord.get(first);
    if (list) list.push({ words, meaning });
    else byFirstWord.set(first, [{ words, meaning }]);
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { byFirstWord };
}

/** A table in which many phrases mean the same. */
export function synonyms<Meaning>(
  entries: Iterable<readonly [meaning: Meaning, phrases: readonly string[]]>,
): Phrases<Meaning> {
  const pairs: [string, Meaning][] = [];
  for (const [meaning, list] of entries) for (const phrase of list) pairs.push([phrase, meaning]);
  return phrases(pairs);
}

/** The longest phrase of the table that starts at token `at`. */
export function phraseAt<Meaning>(
  table: Phrases<Meaning>,
  tokens: readonly Token[],
  at: number,
): FoundPhrase<Meaning> | null {
  const first = tokens[at];
  const list = first && table.byFirstWord.get(first.word);
  if (!list) return null;
  for (const { words, meaning } of list) {
    let n = 1;
    while (n < words.length && tokens[at + n]?.word === words[n]) n++;
    if (n === words.length) return { meaning, end: at + n };
  }
  return null;
}
