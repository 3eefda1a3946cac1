import type { Phrases } from '../phrases.ts';

/** The words of corrections. */
export interface CorrectionVocabulary {
  /** What one word at least of every correction has that is no bare answer. */
  readonly cues: RegExp;
  /** Words that tell of a correction by themselves; each is tried alone. */
  readonly openers: RegExp;
  /** Something of it stands in every correction that is no bare answer: a first, cheap look. */
  readonly hint: RegExp;
  /**
   * What opens a correction. `firm` says that something was wrong ("oops", "i meant"), so that a bare amount after it
   * corrects; `polite` only asks ("can you").
   */
  readonly leads: Phrases<'firm' | 'polite'>;
  /** A lead only where a pause, a figure or another lead follows: "no, 250g", but "no butter". */
  readonly shyLeads: ReadonlySet<string>;
  /** What stands for the last entry: "it", "that", "the last one". */
  readonly refs: Phrases<null>;
  /** "was", "should be". */
  readonly copulas: Phrases<null>;
  /** "its", "that was": a reference with its copula. */
  readonly itWas: Phrases<null>;
  /** "wasnt": after a reference or an item it says what it was not. */
  readonly wasNot: Phrases<null>;
  readonly nots: Phrases<null>;
  /** Between what it was not and what it was: "not 150 but 220". */
  readonly buts: Phrases<null>;
  /** Before the new value: "actually", "more like", "only". */
  readonly shades: Phrases<null>;
  /** "make", "change". */
  readonly makes: Phrases<null>;
  /** Verbs of change that need no word before the new value: "make it 250g". */
  readonly directMakes: ReadonlySet<string>;
  /** Verbs of change that need not say what is changed: "change to 200g". */
  readonly bareMakes: ReadonlySet<string>;
  readonly into: Phrases<null>;
  readonly from: ReadonlySet<string>;
  readonly swaps: Phrases<null>;
  readonly swapJoins: Phrases<null>;
  readonly removes: Phrases<null>;
  /** Verbs that take away only what is named with "the": "drop it" and "lose weight" are no corrections. */
  readonly shyRemoves: ReadonlySet<string>;
  /** "take the butter off" */
  readonly splitRemoves: ReadonlyMap<string, readonly string[]>;
  /** "no", "without", "there was no". */
  readonly withouts: Phrases<null>;
  /** "had no": after a dish, before what it was without. */
  readonly hadNone: Phrases<null>;
  /** "i ate that", before when it was. */
  readonly hadThat: Phrases<null>;
  readonly moves: Phrases<null>;
  /** "to", "under", "as": before the meal or day something is moved to. */
  readonly moveJoins: Phrases<null>;
  /** "double", "half of": how many times as much, before what it is said of. */
  readonly factors: Phrases<number>;
  /** The same, wholly said: "i only ate half". */
  readonly wholeFactors: Phrases<number>;
  /** "half as much", "double": after "make it". */
  readonly newFactors: Phrases<number>;
  /** Which set: 1 for the first, -1 for the last. */
  readonly sets: Phrases<number>;
  readonly setWord: string;
  readonly setsOf: ReadonlySet<string>;
  /** "at", "@", "with": before the weight of sets. */
  readonly atWeight: Phrases<null>;
  /** Praise: "that was a nice coffee" corrects nothing. */
  /** "strong", "stale": said of how a food was, though some food may be called so. */
  readonly tastes: ReadonlySet<string>;
  readonly praise: ReadonlySet<string>;
  /** Nothing that was eaten, trained or measured has these words. */
  readonly noTargets: ReadonlySet<string>;
  /** No name begins or ends with these. */
  readonly noNameEdges: ReadonlySet<string>;
  /** Before a name, beside the determiners of foods. */
  readonly determiners: ReadonlySet<string>;
  /** "its": with a day or a time it tells what it is now. */
  readonly presents: ReadonlySet<string>;
  /** Between items: "remove the banana and the butter". */
  readonly joins: ReadonlySet<string>;
  /** After what is changed: "from that", "in it", "instead". */
  readonly tails: Phrases<null>;
}
