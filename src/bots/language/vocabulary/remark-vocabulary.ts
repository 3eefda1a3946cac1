import type { Phrases } from '../phrases.ts';

/** Words of what follows a food and is neither food nor amount. */
export interface RemarkVocabulary {
  /** "peeled", "chopped": how it was made ready. */
  readonly preparations: ReadonlySet<string>;
  /** "finely", "very": before a preparation. */
  readonly adverbs: ReadonlySet<string>;
  /** "skin", "leaves": parts that are left on or taken off. */
  readonly parts: ReadonlySet<string>;
  /** "removed", "only", "on": what is said of a part. */
  readonly partEnds: ReadonlySet<string>;
  /** "garnish", "frying": after "for". */
  readonly purposes: ReadonlySet<string>;
  /** "pan", "baking sheet": after "for the". */
  readonly vessels: ReadonlySet<string>;
  /** "so", "was", "really": before what somebody thinks of it. */
  readonly opinionLeads: ReadonlySet<string>;
  /** "good", "no regrets": what somebody thinks of what they had. */
  readonly opinions: Phrases<null>;
  /** Whole remarks, and how longer ones begin. */
  readonly phrases: Phrases<null>;
}
