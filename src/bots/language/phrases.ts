import type { Lexeme } from './lexeme.ts';
import { scan, type Token } from './scan.ts';

/** Phrases of one or more words and what they mean, found by their first word; the longest wins. */
export interface Phrases<Meaning> {
  readonly byFirstWord: ReadonlyMap<
    string,
    readonly { readonly words: readonly string[]; readonly meaning: Meaning }[]
  >;
  /** Where each word has it noted whether a phrase of this table begins with it; null for tables of one person. */
  readonly note: Note | null;
}

interface Note {
  readonly place: number;
  readonly bit: number;
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
  return { byFirstWord, note: noteOf(byFirstWord.keys()) };
}

/** As many as fit into a small integer, which engines keep without a further object. */
const bitsAtPlace = 30;
const places = 20;
/** Of every word that begins a phrase of any vocabulary, in which tables it does. */
const beginnings = new Map<string, number[]>();
const nothing: readonly number[] = Array.from({ length: places }, () => 0);
let tables = 0;
let isRead = false;

/** Notes with the words of a vocabulary that a table has phrases beginning with them. */
function noteOf(firstWords: Iterable<string>): Note | null {
  // What is made once reading has begun belongs to one person, and goes with what was read.
  if (isRead || tables >= places * bitsAtPlace) return null;
  const note = { place: Math.floor(tables / bitsAtPlace), bit: 1 << (tables % bitsAtPlace) };
  tables++;
  for (const word of firstWords) {
    const bits = beginnings.get(word) ?? [...nothing];
    bits[note.place] = (bits[note.place] ?? 0) | note.bit;
    beginnings.set(word, bits);
  }
  return note;
}

/** Most words begin nothing in most tables: to ask the word costs far less than to ask the table. */
function mayBegin({ place, bit }: Note, lexeme: Lexeme): boolean {
  isRead = true;
  lexeme.begins ??= beginnings.get(lexeme.word) ?? nothing;
  return ((lexeme.begins[place] ?? 0) & bit) !== 0;
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
  if (!first || (table.note !== null && !mayBegin(table.note, first.lexeme))) return null;
  const list = table.byFirstWord.get(first.word);
  if (!list) return null;
  for (const { words, meaning } of list) {
    let n = 1;
    while (n < words.length && tokens[at + n]?.word === words[n]) n++;
    if (n === words.length) return { meaning, end: at + n };
  }
  return null;
}
