import type { Metric } from '../../../domain/body/plausible.ts';
import type { Phrases } from '../phrases.ts';

/** What a target can be of. */
export type TargetField = 'energyKcal' | 'proteinG' | 'carbsG' | 'fatG' | 'fiberG' | 'waterMl';

/** The words of targets and goals. */
export interface GoalVocabulary {
  /** Something of it stands in every text that sets a target: a first, cheap look. */
  readonly targetHint: RegExp;
  /** The same for goals. */
  /** A wish that does not say how far: "i want to lose weight". */
  readonly openWish: RegExp;
  readonly goalHint: RegExp;
  /** What may stand before either: "hey", "can you". */
  readonly openers: Phrases<null>;
  /**
   * "target", "aim for": makes figures a target. `change`: "set", "raise", which need their "to"; `wish`: "i want to eat",
   * which needs "a day"; `macros`: names only what follows.
   */
  readonly targetLeads: Phrases<'target' | 'change' | 'wish' | 'macros'>;
  readonly fields: Phrases<TargetField>;
  /** "p", "c", "f" beside a figure. */
  readonly initials: ReadonlyMap<string, TargetField>;
  /** Several fields under one name: "macros". */
  readonly macros: Phrases<readonly TargetField[]>;
  /** "remove", "no more", "i don't want": what follows shall go. */
  readonly removals: Phrases<null>;
  /** "my", "the", "all of my": whose it is. */
  readonly owners: Phrases<null>;
  /** "target"; a `goal`, or a "limit", is one of a day only with the name of such a figure. */
  readonly targetNouns: Phrases<'target' | 'goal'>;
  /** What may end such a request: "anymore", "please", "for now". */
  readonly closers: Phrases<null>;
  /** Something of it stands in every text about a goal there is. */
  readonly changeHint: RegExp;
  /** "goal"; "goal weight" says of what. */
  readonly goalNouns: Phrases<Metric | null>;
  readonly changeVerbs: Phrases<null>;
  /** "pause", "i reached": before the goal it is said of. */
  readonly statusVerbs: Phrases<'paused' | 'active' | 'completed'>;
  /** "mark", "put": before a goal whose state follows it. */
  readonly marks: Phrases<null>;
  /** "is done", "on hold": behind it. */
  readonly statusWords: Phrases<'paused' | 'active' | 'completed' | 'abandoned'>;
  /** "call", "note for": opens words that are kept as they are. */
  readonly wordLeads: Phrases<'title' | 'description' | 'notes'>;
  readonly milestoneLeads: Phrases<null>;
  readonly energyUnits: Phrases<'kcal' | 'kJ'>;
  readonly grams: ReadonlySet<string>;
  /** What leads to the new figure after a change: "to", "at". */
  readonly changeTo: ReadonlySet<string>;
  readonly perDay: Phrases<null>;
  /** What may stand among the figures of a target and adds nothing. */
  readonly targetFrames: Phrases<null>;
  /** "goal", "i want to weigh": makes a figure a goal. `metric` where it says of what; a wish needs a unit, a name or a day. */
  readonly goalLeads: Phrases<{ readonly metric: Metric | null; readonly isWish: boolean }>;
  /** "lose", "gain": how far instead of where to. */
  readonly relative: Phrases<1 | -1>;
  readonly goalFrames: Phrases<null>;
  /** "my wedding on 20 june": before the day of an occasion. */
  readonly occasionDays: ReadonlySet<string>;
  readonly deadlineLeads: Phrases<null>;
  readonly endOf: Phrases<null>;
  readonly midOf: Phrases<null>;
  /** Days known by name, and seasons by their first day. */
  readonly namedDates: Phrases<{ readonly month: number; readonly day: number }>;
  readonly thisMonth: Phrases<null>;
  readonly nextMonth: Phrases<null>;
}
