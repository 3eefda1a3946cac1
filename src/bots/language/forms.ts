import { wordFact } from './lexeme.ts';
import type { Token } from './scan.ts';

/** Recognises what may stand in a slot: tells `next` every place where that could end, until one of them fits. */
export type SlotReader<Found> = (
  tokens: readonly Token[],
  at: number,
  found: Found,
  next: (end: number) => boolean,
) => boolean;

/** By the name a form calls them by: `{nutrient}`. */
export type SlotReaders<Found> = ReadonlyMap<string, SlotReader<Found>>;

type Node =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'slot'; readonly name: string }
  | {
      readonly kind: 'any';
      /** Branches of one word each. */
      readonly words: ReadonlySet<string>;
      /** The other ones, each with its first word, where it has but one. */
      readonly branches: readonly { readonly first: string | null; readonly sequence: Sequence }[];
      readonly isOptional: boolean;
    };
type Sequence = readonly Node[];

/**
 * A sentence as people say it, with places left open: "how (much|many) {nutrient} [is there] in {food}". Brackets hold
 * what may be missing, bars part what may stand for each other.
 */
export interface Form<Meaning> {
  readonly meaning: Meaning;
  readonly sequence: Sequence;
  /** The words it can end with; null where that can be anything. */
  readonly last: ReadonlySet<string> | null;
  /** The signatures of words one of which stands behind its first; null where any may. */
  readonly laterBits: number | null;
}

/**
 * A word as one of thirty bits: texts whose bits have none of a form's need not be tried with it. Words share bits, so
 * it only ever says "perhaps".
 */
function bitOf(word: string): number {
  let sum = 0;
  for (let at = 0; at < word.length; at++) sum = (sum * 31 + word.charCodeAt(at)) % 65_521;
  return 1 << (sum % 30);
}

const bitOfWord = wordFact(bitOf);

/** Every word a slot can begin with, and end with; null where those cannot be listed. */
export interface SlotWords {
  readonly first: readonly string[];
  readonly last: readonly string[] | null;
}

/** Forms by the words they begin with, and those that begin with a slot by the words they end with. */
export interface Forms<Meaning> {
  readonly byFirst: ReadonlyMap<string, readonly Form<Meaning>[]>;
  readonly byLast: ReadonlyMap<string, readonly Form<Meaning>[]>;
  /** For the first words of forms: one of these stands somewhere behind it in each of them; null where any words may. */
  readonly laterByFirst: ReadonlyMap<string, ReadonlySet<string> | null>;
}

/**
 * Builds the table. `parts` are pieces that many forms share, written `<part>`; `slotWords` says
 * what slots that hold few words begin and end with. A form that begins and ends with an open slot would have to be tried on every text, so it is
 * an error.
 */
export function forms<Meaning>(
  entries: Iterable<readonly [meaning: Meaning, forms: readonly string[]]>,
  parts: Readonly<Record<string, string>>,
  slotWords: ReadonlyMap<string, SlotWords>,
): Forms<Meaning> {
  const edge = (sequence: Sequence, side: 'first' | 'last') => edgeOf(sequence, side, slotWords);
  const byFirst = new Map<string, Form<Meaning>[]>();
  const byLast = new Map<string, Form<Meaning>[]>();
  const laterByFirst = new Map<string, ReadonlySet<string> | null>();
  for (const [meaning, list] of entries)
    for (const written of list) {
      const sequence = compile(withParts(written, parts));
      const [first, last] = [edge(sequence, 'first'), edge(sequence, 'last')];
      const later = laterOf(sequence, slotWords);
      const laterBits = later && [...later].reduce((bits, word) => bits | bitOf(word), 0);
      const form = { meaning, sequence, last, laterBits };
      if (first) {
        for (const word of first) {
          const others = laterByFirst.get(word);
          laterByFirst.set(word, later && others !== null ? new Set([...later, ...(others ?? [])]) : null);
          file(byFirst, word, form);
        }
      } else if (last) for (const word of last) file(byLast, word, form);
      else throw new Error(`No word begins or ends the form "${written}"`);
    }
  return { byFirst, byLast, laterByFirst };
}

function file<Meaning>(table: Map<string, Form<Meaning>[]>, word: string, form: Form<Meaning>): void {
  const list = table.get(word);
  if (list) list.push(form);
  else table.set(word, [form]);
}

function withParts(written: string, parts: Readonly<Record<string, string>>): string {
  let whole = written;
  for (let depth = 0; whole.includes('<'); depth++) {
    if (depth > 8) throw new Error(`The parts of "${written}" go round in a circle`);
    whole = whole.replace(/<([\w-]+)>/g, (_, name: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`There is no part <${name}>`);
      return part;
    });
  }
  return whole;
}

function compile(written: string): Sequence {
  const symbols = written.match(/\{[\w-]+\}|[()[\]|]|[^\s()[\]|{}]+/g) ?? [];
  let at = 0;
  const branches = (): Sequence[] => {
    const found: Sequence[] = [[]];
    while (at < symbols.length && symbols[at] !== ')' && symbols[at] !== ']') {
      const symbol = symbols[at++] ?? '';
      const nodes = found.at(-1) as Node[];
      if (symbol === '|') found.push([]);
      else if (symbol === '(' || symbol === '[') {
        const inner = branches();
        at++;
        nodes.push(anyOf(symbol === '[' ? [...inner, []] : inner));
      } else if (symbol.startsWith('{')) nodes.push({ kind: 'slot', name: symbol.slice(1, -1) });
      else nodes.push({ kind: 'word', word: symbol });
    }
    return found;
  };
  const whole = branches();
  if (at < symbols.length) throw new Error(`A bracket is closed too early in "${written}"`);
  return whole.length === 1 && whole[0] ? whole[0] : [anyOf(whole)];
}

function anyOf(branches: readonly Sequence[]): Node {
  const words = new Set<string>();
  const others: { first: string | null; sequence: Sequence }[] = [];
  for (const sequence of branches) {
    const [node] = sequence;
    const first = node?.kind === 'word' ? node.word : null;
    if (first !== null && sequence.length === 1) words.add(first);
    else if (node) others.push({ first, sequence });
  }
  return { kind: 'any', words, branches: others, isOptional: branches.some(({ length }) => length === 0) };
}

/** The words a sequence can begin or end with; null where that can be anything. */
function edgeOf(
  sequence: Sequence,
  side: 'first' | 'last',
  slotWords: ReadonlyMap<string, SlotWords>,
): ReadonlySet<string> | null {
  const words = new Set<string>();
  for (const node of side === 'first' ? sequence : sequence.toReversed()) {
    if (node.kind === 'word') return words.add(node.word);
    if (node.kind === 'slot') {
      const ends = slotWords.get(node.name)?.[side];
      if (!ends) return null;
      for (const word of ends) words.add(word);
      return words;
    }
    for (const word of node.words) words.add(word);
    for (const { sequence: branch } of node.branches) {
      const inner = edgeOf(branch, side, slotWords);
      if (!inner) return null;
      for (const word of inner) words.add(word);
    }
    if (!node.isOptional) return words;
  }
  return null;
}

/** The fewest words of which one stands in a sequence behind its first; null where that can be anything. */
function laterOf(sequence: Sequence, slotWords: ReadonlyMap<string, SlotWords>): ReadonlySet<string> | null {
  let fewest: ReadonlySet<string> | null = null;
  let isBehindFirst = false;
  for (const node of sequence) {
    const isOptional = node.kind === 'any' && node.isOptional;
    const words = isBehindFirst && !isOptional ? edgeOf([node], 'first', slotWords) : null;
    if (words && words.size < (fewest?.size ?? Number.POSITIVE_INFINITY)) fewest = words;
    isBehindFirst ||= !isOptional;
  }
  return fewest;
}

/**
 * The forms that these tokens may be, by their first and last words; `also` is a further word to look under, for slots
 * that begin in more ways than can be listed.
 */
export function candidateForms<Meaning>(
  table: Forms<Meaning>,
  tokens: readonly Token[],
  also: string | null,
): readonly Form<Meaning>[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return [];
  let said = 0;
  for (let at = 1; at < tokens.length; at++) said |= bitOfWord((tokens[at] ?? first).lexeme);
  const fitting: Form<Meaning>[] = [];
  for (const word of also === null ? [first.word] : [first.word, also])
    for (const form of table.byFirst.get(word) ?? [])
      if (mayGoOn(form, said) && (form.last === null || form.last.has(last.word))) fitting.push(form);
  for (const form of table.byLast.get(last.word) ?? []) if (mayGoOn(form, said)) fitting.push(form);
  return fitting;
}

const mayGoOn = ({ laterBits }: Form<unknown>, said: number): boolean => laterBits === null || (laterBits & said) !== 0;

/**
 * Whether a form says all of the tokens: `accept` is asked about every way of reading them so, until it takes one.
 * Slots note in `found` what they hold while the rest is read.
 */
export function fits<Found>(
  form: Form<unknown>,
  tokens: readonly Token[],
  slots: SlotReaders<Found>,
  found: Found,
  accept: () => boolean,
): boolean {
  return readOn({ tokens, slots, found }, form.sequence, 0, 0, (end) => end === tokens.length && accept());
}

interface Asked<Found> {
  readonly tokens: readonly Token[];
  readonly slots: SlotReaders<Found>;
  readonly found: Found;
}

/** Reads a sequence from its node `index` on, and tells `next` every place where that could end. */
function readOn<Found>(
  asked: Asked<Found>,
  sequence: Sequence,
  index: number,
  at: number,
  next: (at: number) => boolean,
): boolean {
  const node = sequence[index];
  if (!node) return next(at);
  const { tokens, slots, found } = asked;
  const word = tokens[at]?.word ?? '';
  if (node.kind === 'word') return word === node.word && readOn(asked, sequence, index + 1, at + 1, next);
  if (node.kind === 'slot') {
    const read = at < tokens.length ? slots.get(node.name) : undefined;
    return read?.(tokens, at, found, (end) => readOn(asked, sequence, index + 1, end, next)) ?? false;
  }
  if (node.words.has(word) && readOn(asked, sequence, index + 1, at + 1, next)) return true;
  for (const { first, sequence: branch } of node.branches)
    if (
      (first === null || first === word) &&
      readOn(asked, branch, 0, at, (end) => readOn(asked, sequence, index + 1, end, next))
    )
      return true;
  return node.isOptional && readOn(asked, sequence, index + 1, at, next);
}
