import type { Phrases } from './phrases.ts';
import type { Token } from './scan.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** A scanned text with what its recognisers need. Recognisers read from a token on and return their span or null. */
export interface Line {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly language: Vocabulary;
  /** The person's own slot names. */
  readonly ownSlots: Phrases<string>;
}

/** Something recognised: tokens from where it was asked for up to `end`, exclusive. */
export interface Span {
  readonly end: number;
}

export const wordAt = (line: Line, at: number): string => line.tokens[at]?.word ?? '';
