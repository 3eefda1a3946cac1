import type { Metric } from '../../../domain/body/plausible.ts';
import type { Phrases } from '../phrases.ts';

/** What people call a metric. */
export interface MetricName {
  readonly metric: Metric;
  /**
   * `rated`: only with its scale said ("tired 7/10"). `loose`: only within the usual range ("hr 58" rests, "hr 150" does
   * not). `open`: it may also be another metric, and is asked about ("feeling 7/10"). `after-sleep`: only right after
   * sleep was told ("slept 7h, quality 8").
   */
  readonly only: 'rated' | 'loose' | 'open' | 'after-sleep' | null;
}

/** The words of body and mood. */
export interface MetricVocabulary {
  /** One word, number or mark of every text about body or mood that has letters matches it: a first, cheap look. */
  readonly hint: RegExp;
  /** A text of nothing but a figure and perhaps a day: "81.7 this morning". */
  readonly bareHint: RegExp;
  /** Stands in every text that tells of water drunk. */
  readonly waterHint: RegExp;
  readonly names: Phrases<MetricName>;
  /** What may stand between a name and its figure: "was", ":", "level is about". */
  readonly links: Phrases<null>;
  /** "are", "feel really": between what hurts and how much. */
  readonly feelings: Phrases<null>;
  /** Said with a rating and told by it already: "mood good, 8". */
  readonly shades: ReadonlySet<string>;
  readonly masses: Phrases<'kg' | 'lb' | 'st'>;
  readonly lengths: Phrases<'cm' | 'in'>;
  readonly durations: Phrases<'h' | 'min'>;
  readonly percent: Phrases<null>;
  readonly beats: Phrases<null>;
  readonly pressures: Phrases<null>;
  /** "121 over 79" */
  readonly over: ReadonlySet<string>;
  /** "7 out of 10" */
  readonly outOf: Phrases<null>;
  readonly thousand: ReadonlySet<string>;
  readonly water: Phrases<null>;
  /** "drank": a volume after it needs no "water". */
  readonly drank: Phrases<null>;
  /** "went to bed", and "woke up" */
  readonly toBed: Phrases<null>;
  readonly outOfBed: Phrases<null>;
  /** "from", before the hours of a night. */
  readonly from: ReadonlySet<string>;
  /** The night that ended this morning. */
  readonly thisNight: Phrases<null>;
  /**
   * What may frame figures and adds nothing: "i", "weekly check-in", "when i woke up". A feat ("did", "hit") is also said
   * of what was lifted.
   */
  readonly frames: Phrases<'feat' | 'when' | null>;
  /** "i was": before a weight it needs a day to be no story. */
  readonly been: Phrases<null>;
  /** "was", "down from", "vs": a figure told only to compare. */
  readonly comparisons: Phrases<null>;
  /** "in january", "last time": when that was; months stand by themselves. */
  readonly comparisonTimes: Phrases<null>;
  /** "because", "but": a remark goes on to the end of the sentence. */
  readonly reasons: Phrases<null>;
  /** "sleep was bad": what stands between a metric and how it was, and how it was. */
  readonly remarkVerbs: ReadonlySet<string>;
  readonly remarks: Phrases<null>;
  /** "broken", "wrong", "goal", "her": with such a word in a remark the figure is doubtful, or no log. */
  readonly doubts: ReadonlySet<string>;
}
