import type { Phrases } from '../phrases.ts';
import type { DayPart } from './vocabulary.ts';

export type DelayUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** How often. `open-days`: on some days that are not said ("every other day", "twice a week"). `rare`: more seldom than a week can say. */
export type Recurrence =
  | { readonly kind: 'days'; readonly days: readonly number[]; readonly part: DayPart | null }
  | { readonly kind: 'interval'; readonly everyMinutes: number }
  | { readonly kind: 'times-a-day'; readonly times: number }
  | { readonly kind: 'open-days'; readonly perWeek: number | null }
  | { readonly kind: 'rare' };

export type ReminderAction = 'list' | 'pause' | 'resume' | 'remove' | 'snooze' | 'done';

/** The words of reminders. */
export interface ReminderVocabulary {
  /** Something of it stands in every text that sets or changes a reminder: a first, cheap look. */
  readonly hint: RegExp;
  /** What may stand before a request: "hey", "can you", "please". */
  readonly openers: Phrases<null>;
  /** "remind me", "set a reminder": what begins a reminder. The meaning is what it is about where nothing else is said. */
  readonly leads: Phrases<string | null>;
  /** "set a": what may lead to "daily reminder". */
  readonly makers: Phrases<null>;
  /** "reminder": a noun that makes a reminder of the words around it. */
  readonly nouns: ReadonlySet<string>;
  /** "remind me why": a question. */
  readonly questionWords: ReadonlySet<string>;
  /** What may join the parts of a reminder and belongs to none: "to", "for", "at". */
  readonly connectors: ReadonlySet<string>;
  /** What may stand before what it is about: "that i should". */
  readonly subjectLeads: Phrases<null>;
  /** Said around a request and none of it. */
  readonly courtesies: Phrases<null>;
  /** Things to do that are a reminder without the word where a time is said: "book physio tomorrow at 6pm". */
  readonly tasks: ReadonlySet<string>;
  /** Things done again and again: a reminder without the word where it recurs: "gym every mon 18:00". */
  readonly habits: ReadonlySet<string>;
  /** Words by which a text without "remind" tells of somebody's doings. */
  readonly tellers: ReadonlySet<string>;
  /** The part of the day in which something is usually done, by its words. */
  readonly usualParts: ReadonlyMap<string, DayPart>;

  readonly delayLeads: Phrases<null>;
  readonly fromNow: Phrases<null>;
  readonly delayUnits: ReadonlyMap<string, DelayUnit>;
  readonly dayAheadLeads: Phrases<null>;
  /** "this evening", "later today": today, and which part of it. */
  readonly laterToday: Phrases<DayPart | null>;
  /** "in the morning": a part of whichever day. */
  readonly parts: Phrases<DayPart>;
  readonly recurrences: Phrases<Recurrence>;
  readonly every: Phrases<null>;
  readonly except: Phrases<null>;
  readonly nextWeek: Phrases<null>;
  readonly weekdayLeads: ReadonlySet<string>;
  readonly weekdayGroups: ReadonlyMap<string, readonly number[]>;
  readonly pluralWeekdays: ReadonlySet<string>;
  readonly through: ReadonlySet<string>;
  /** "once", "twice" */
  readonly counts: ReadonlyMap<string, number>;
  readonly timesWords: ReadonlySet<string>;
  readonly perDay: Phrases<null>;
  readonly perWeek: Phrases<null>;
  readonly timeLeads: Phrases<null>;
  readonly oclock: Phrases<null>;
  readonly pastWords: ReadonlySet<string>;
  readonly toWords: ReadonlySet<string>;
  readonly windowLeads: Phrases<null>;
  readonly windowTo: Phrases<null>;
  readonly windowUntil: Phrases<null>;

  /** What begins a change of reminders, and which. `loose` ones need the word "reminder" after them. */
  readonly changes: Phrases<{ readonly action: ReminderAction; readonly isLoose: boolean }>;
  /** "turn … off": what begins it, and what its end means. */
  readonly switches: Phrases<null>;
  readonly switchTails: Phrases<ReminderAction>;
  /** "mark", "tick off": what follows is done. */
  readonly markers: Phrases<null>;
  readonly doneWords: Phrases<null>;
  readonly changeDeterminers: Phrases<null>;
  /** Before one noun they mean all: "every reminder". */
  readonly everyWords: ReadonlySet<string>;
  readonly changeNouns: ReadonlySet<string>;
  readonly thisWeek: Phrases<null>;
  readonly thisWeekend: Phrases<null>;
  readonly untilLeads: Phrases<null>;
  readonly forLeads: Phrases<null>;
}
