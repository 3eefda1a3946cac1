import type { Phrases } from '../phrases.ts';

/** A measure word. `kind` says what it measures; only mass and volume have a size of their own (`inGrams`, `inMl`). */
export interface Unit {
  readonly id: string;
  readonly kind: 'mass' | 'volume' | 'kitchen' | 'container' | 'count' | 'energy' | 'length';
}

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night';

/** A day as said, before the calendar is known. `calendar-ago` counts midnights whatever the person's day start. */
export type SaidDay =
  | { readonly kind: 'ago'; readonly days: number; readonly part: DayPart | null }
  | { readonly kind: 'calendar-ago'; readonly days: number; readonly part: DayPart | null }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly isBare: boolean; readonly part: DayPart | null }
  | { readonly kind: 'date'; readonly year: number | null; readonly month: number; readonly day: number }
  | { readonly kind: 'future' };

/** How sure a verb makes it that the rest was eaten: "ate" is, "had" also takes meetings. */
export type EatingStrength = 'sure' | 'loose';

/** Everything a language brings as data. A second one is another value of this type and a few recognisers. */
export interface Vocabulary {
  readonly language: string;
  readonly numbers: ReadonlyMap<string, number>;
  readonly tens: ReadonlyMap<string, number>;
  readonly fractions: ReadonlyMap<string, number>;
  /** "dozen", "couple": numbers that take an article and "of". */
  readonly groups: ReadonlyMap<string, number>;
  /** "some", "a bit of": an amount that is not said. */
  readonly vague: Phrases<null>;
  readonly articles: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  /** "2 more eggs" */
  readonly more: ReadonlySet<string>;
  readonly approximately: Phrases<null>;
  readonly of: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  readonly units: Phrases<Unit>;
  readonly sizes: Phrases<string>;
  /** "heaped", "level": said of a measure and not counted. */
  readonly measureAdjectives: ReadonlySet<string>;
  readonly slots: Phrases<string>;
  /** "for", "at", "as a": words that lead to a slot. */
  readonly slotLeads: Phrases<null>;
  /** Slot words that are a slot only after a lead or before a colon ("drink"). */
  readonly shySlots: ReadonlySet<string>;
  /** "was", "is": between a slot and its foods. */
  readonly slotCopulas: Phrases<null>;
  readonly days: Phrases<SaidDay>;
  readonly dayLeads: ReadonlySet<string>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly dayParts: ReadonlyMap<string, DayPart>;
  readonly months: ReadonlySet<string>;
  readonly clock: {
    readonly leads: Phrases<null>;
    readonly firmLeads: ReadonlySet<string>;
    readonly am: Phrases<null>;
    readonly pm: Phrases<null>;
    readonly named: ReadonlyMap<string, { readonly hour: number; readonly minute: number }>;
  };
  readonly eating: {
    readonly subjects: Phrases<null>;
    readonly adverbs: ReadonlySet<string>;
    readonly verbs: Phrases<EatingStrength>;
    /** Words that may open the clause before "I ate": "after the gym i had …". */
    readonly openers: ReadonlySet<string>;
  };
  readonly withs: Phrases<null>;
  readonly withouts: ReadonlySet<string>;
  readonly plus: ReadonlySet<string>;
  readonly fillers: Phrases<null>;
  /** Any of these, and the clause is no log: negations, plans, questions, requests, edits. */
  readonly refusals: Phrases<null>;
  /** Words no food's name has; where one stays unexplained, the clause is chat. */
  readonly chatWords: ReadonlySet<string>;
  /** Chat words that only open a remark after the food: "from", "because". */
  readonly tails: ReadonlySet<string>;
  /** Foods that are also exclamations: alone they are no log. */
  readonly exclamations: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  /** Names that hold a connector, a unit or a number: never cut. */
  readonly boundPhrases: Phrases<null>;
  /** "sandwich", "salad": heads that hold an "and" together, and are known as food. */
  readonly dishes: ReadonlySet<string>;
  readonly foodHeads: ReadonlySet<string>;
  /** Dishes whose listed parts count instead of them. */
  readonly composedDishes: ReadonlySet<string>;
  /** "cooked", "grilled": describes the food before it. */
  readonly forms: ReadonlySet<string>;
  /** "leftover", "homemade": says nothing about which food it is. */
  readonly neutral: ReadonlySet<string>;
  readonly drinks: ReadonlySet<string>;
  readonly water: ReadonlySet<string>;
  /** "protein", "carbs": nutrients, not foods. */
  readonly nutrients: ReadonlySet<string>;
  readonly pictures: ReadonlyMap<string, string>;
}
