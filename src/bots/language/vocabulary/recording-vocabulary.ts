import type { Phrases } from '../phrases.ts';

/** The words around what is to be recorded. */
export interface RecordingVocabulary {
  /** Something of it stands in the beginning of every request: a first, cheap look. */
  readonly hint: RegExp;
  /** "hey", "just": what may stand around the asking. */
  readonly openers: Phrases<null>;
  /** "can you", "please", "i want to". */
  readonly asks: Phrases<null>;
  /** "log", "put me down for". */
  readonly verbs: Phrases<null>;
  /** Where one thing told ends and another may begin: commas, "then", "and ran". Global. */
  readonly clauseBreaks: RegExp;
  /** What leads from one to the next and is none of it: ", and then". */
  readonly clauseLeads: RegExp;
}
