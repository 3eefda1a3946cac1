import type { Metric } from '../../../domain/body/plausible.ts';
import type { Forms } from '../forms.ts';
import type { Phrases } from '../phrases.ts';

/** As `ask.about` of the parse contract. */
export type AskAbout =
  | 'day'
  | 'week'
  | 'remaining'
  | 'food'
  | 'weight'
  | 'streak'
  | 'achievements'
  | 'records'
  | 'workouts'
  | 'reminders'
  | 'goals'
  | 'plan'
  | 'why'
  | 'help';

/**
 * What is asked of it: what a food holds (`figures`), when it was eaten last (`last`), how often (`times`), how much of
 * it (`amount`); the sum, average, extremes over days; and so on.
 */
export type AskFigure =
  | 'overview'
  | 'figures'
  | 'first'
  | 'last'
  | 'times'
  | 'amount'
  | 'sum'
  | 'average'
  | 'highest'
  | 'lowest'
  | 'on-target'
  | 'days-logged'
  | 'trend'
  | 'change'
  | 'heaviest'
  | 'longest'
  | 'fastest'
  | 'most-reps'
  | 'one-rep-max'
  | 'best'
  | 'distance'
  | 'duration'
  | 'volume'
  | 'energy'
  | 'target';

export interface AskMeaning {
  readonly about: AskAbout;
  readonly figure: AskFigure;
  /**
   * What must have been said beside the words of the form: `period`: some days ("protein" alone asks nothing); `asked`:
   * several days, or words that ask ("longest run today!" is a boast); `question`: a question mark or words that ask
   * ("whey protein" is a food).
   */
  readonly needs: 'period' | 'asked' | 'question' | null;
}

export type PeriodUnit = 'day' | 'week' | 'month' | 'year';

/** `rolling`: that many days up to today. `calendar`: the unit that lies so far back. */
export interface SaidPeriod {
  readonly kind: 'rolling' | 'calendar' | 'weekend' | 'all';
  readonly unit: PeriodUnit;
  readonly back: number;
}

/** What can be summed over meals. `all` is energy and macronutrients together. */
export interface AskedNutrient {
  /** `energyKcal`, `proteinG` … or a key of `nutrients`; `waterMl` is what was drunk. */
  readonly key: string;
  readonly name: string;
}

/** The words of questions. */
export interface AskVocabulary {
  readonly forms: Forms<AskMeaning>;
  /** One word for several, before forms are tried: "whats" is "what is". */
  readonly expansions: ReadonlyMap<string, readonly string[]>;
  /** What leads to a question and is none of it: "hey", "can you tell me". Whether it asks. */
  readonly leads: Phrases<{ readonly isAsking: boolean }>;
  /** What may stand anywhere and changes nothing. */
  readonly fillers: Phrases<null>;
  /** "per day", "usually": the mean is wanted. */
  readonly averages: Phrases<null>;
  /** Words that a question to us begins with, even without its mark. */
  readonly openings: ReadonlySet<string>;
  /** Words that ask by themselves. */
  readonly asking: ReadonlySet<string>;
  readonly nutrients: Phrases<AskedNutrient>;
  readonly metrics: Phrases<Metric>;
  readonly self: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
  /** Under which forms are filed that begin with somebody's name: "anna's week". */
  readonly possessive: string;
  /** No names of people, where a name could stand. */
  readonly noNames: ReadonlySet<string>;
  /** "squatted" → "squat": what an exercise is called once it was done. */
  readonly doneForms: ReadonlyMap<string, string>;
  /** Words that are no exercise alone, whatever has them in its name. */
  readonly noExercises: ReadonlySet<string>;
  /** Where one of these is, days are still to come. */
  readonly plans: ReadonlySet<string>;
  /** "what's on": a question about what is planned, without any of those words. */
  readonly planLeads: Phrases<true>;
  readonly slotLeads: ReadonlySet<string>;
  readonly periods: Phrases<SaidPeriod>;
  readonly periodLeads: Phrases<null>;
  readonly periodUnits: ReadonlyMap<string, PeriodUnit>;
  readonly rollingWords: ReadonlySet<string>;
  readonly sinceWords: ReadonlySet<string>;
  readonly betweenWords: ReadonlySet<string>;
  readonly untilWords: ReadonlySet<string>;

  /** Months that are also other words. */
  readonly shyMonths: ReadonlySet<string>;
  /** "tomorrow": a day to come, counted from today; only for what is planned. */
  readonly daysAhead: Phrases<number>;
  /** "next week", counted from this one. */
  readonly weeksAhead: Phrases<number>;
  /** "5k" and the like: metres of one of the unit. */
  readonly distances: ReadonlyMap<string, number>;
  readonly distanceNames: Phrases<number>;
  /** How a distance is covered where nobody says how. */
  readonly usualWay: string;
}
