import type { Phrases } from '../phrases.ts';
import type { AskVocabulary } from './ask-vocabulary.ts';
import type { CorrectionVocabulary } from './correction-vocabulary.ts';
import type { GoalVocabulary } from './goal-vocabulary.ts';
import type { MessageVocabulary } from './message-vocabulary.ts';
import type { MetricVocabulary } from './metric-vocabulary.ts';
import type { OwnFoodVocabulary, OwnSlotVocabulary } from './own-food-vocabulary.ts';
import type { ProfileVocabulary } from './profile-vocabulary.ts';
import type { QuickAddVocabulary } from './quick-add-vocabulary.ts';
import type { RatingVocabulary } from './rating-vocabulary.ts';
import type { RecordingVocabulary } from './recording-vocabulary.ts';
import type { RemarkVocabulary } from './remark-vocabulary.ts';
import type { ReminderVocabulary } from './reminder-vocabulary.ts';
import type { RepeatVocabulary } from './repeat-vocabulary.ts';
import type { TrainingVocabulary } from './training-vocabulary.ts';

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
  | { readonly kind: 'future'; readonly ahead: SaidAhead | null };

/** Which day to come: so many from today, or that weekday of next week. Null where it is left open ("soon"). */
export type SaidAhead = { readonly days: number } | { readonly nextWeekday: number };

/**
 * How sure a verb makes it that the rest was eaten: "ate" is, "had" also takes meetings, what was "made" may be for
 * others, and of what was "shared" or ordered only a part was. What was "taken" may be anything: its foods must tell.
 */
export type EatingStrength = 'sure' | 'loose' | 'made' | 'shared' | 'taken';

/** Everything a language brings as data. A second one is another value of this type and a few recognisers. */
export interface Vocabulary {
  readonly language: string;
  readonly numbers: ReadonlyMap<string, number>;
  readonly tens: ReadonlyMap<string, number>;
  /** "point", as it is dictated: "68 point 5". */
  readonly points: ReadonlySet<string>;
  /** "oh", in "one oh five". */
  readonly zeros: ReadonlySet<string>;
  readonly fractions: ReadonlyMap<string, number>;
  /** "dozen", "couple": numbers that take an article and "of". */
  readonly groups: ReadonlyMap<string, number>;
  /** "some", "a bit of": an amount that is not said. */
  readonly vague: Phrases<null>;
  readonly articles: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  /** "the", "that": of a thing both know. */
  readonly definite: ReadonlySet<string>;
  /** "them", after "4 of": what was named before. */
  readonly pronouns: ReadonlySet<string>;
  /** "2 more eggs" */
  readonly more: ReadonlySet<string>;
  readonly approximately: Phrases<null>;
  readonly of: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  readonly ors: ReadonlySet<string>;
  readonly units: Phrases<Unit>;
  readonly sizes: Phrases<string>;
  /** "heaped", "level": said of a measure and not counted. */
  readonly measureAdjectives: ReadonlySet<string>;
  /** Ids of units that are said without a number, an article or "of": "splash milk". */
  readonly bareMeasures: ReadonlySet<string>;
  /** Ids of units that end a name: "2 pineapple slices". */
  readonly tailMeasures: ReadonlySet<string>;
  /** Ids of units that stand after a food without a number: "spinach handful". */
  readonly handMeasures: ReadonlySet<string>;
  readonly slots: Phrases<string>;
  /** "for", "at", "as a": words that lead to a slot. */
  readonly slotLeads: Phrases<null>;
  /** Slot words that are a slot only after a lead or before a colon ("drink"). */
  readonly shySlots: ReadonlySet<string>;
  /** "was", "is": between a slot and its foods. */
  readonly slotCopulas: Phrases<null>;
  /** Drinks and dishes that name a meal only as a heading: "tea was …". */
  readonly slotHeads: Phrases<string>;
  /** "b", "l": short for a meal at the head of a line. */
  readonly slotLetters: Phrases<string>;
  /** "nothing", "not yet": after a meal that was not had. */
  readonly slotBlanks: Phrases<null>;
  /** "skipped", "had no": before one. */
  readonly slotSkips: Phrases<null>;
  /** "out": where a meal was had, said right after its name. */
  readonly slotTails: ReadonlySet<string>;
  readonly days: Phrases<SaidDay>;
  readonly dayLeads: ReadonlySet<string>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly dayParts: ReadonlyMap<string, DayPart>;
  /** 1–12 */
  readonly months: ReadonlyMap<string, number>;
  readonly clock: {
    readonly leads: Phrases<null>;
    readonly firmLeads: ReadonlySet<string>;
    readonly am: Phrases<null>;
    readonly pm: Phrases<null>;
    /** Minutes said after the hour: "a las 9 y media". */
    readonly minutes: Phrases<number>;
    /** Hours in words that are no numbers elsewhere: "a la una". */
    readonly hours: ReadonlyMap<string, number>;
    readonly named: ReadonlyMap<string, { readonly hour: number; readonly minute: number }>;
  };
  readonly eating: {
    readonly subjects: Phrases<null>;
    readonly adverbs: ReadonlySet<string>;
    readonly verbs: Phrases<EatingStrength>;
    /** Words that may open the clause before "I ate": "after the gym i had …". */
    readonly openers: ReadonlySet<string>;
    /** "gym", "home", "tired": what only says where one was and how one felt, before what one had. */
    readonly scenes: ReadonlySet<string>;
  };
  readonly withs: Phrases<null>;
  /** "then", "as well as": what follows is a food of its own. */
  readonly thens: Phrases<null>;
  /** "in", "from": before an amount they join a further food. */
  readonly amids: ReadonlySet<string>;
  readonly withouts: ReadonlySet<string>;
  readonly plus: ReadonlySet<string>;
  /** "but": before what was had all the same. */
  readonly buts: ReadonlySet<string>;
  readonly fillers: Phrases<null>;
  /** Any of these, and the clause is no log: negations, plans, questions, requests, edits. */
  readonly refusals: Phrases<null>;
  /** "probably", at the end of what nobody says they had: a plan. */
  readonly doubts: ReadonlySet<string>;
  /** "usual": nothing where a food is named after it. */
  readonly usuals: ReadonlySet<string>;
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
  /** Of the dishes, those that are had beside others more often than filled or flavoured with them. */
  readonly besides: ReadonlySet<string>;
  /** What flavours the food named after it: "honey garlic chicken". */
  readonly flavours: ReadonlySet<string>;
  /** Where one eats and what one orders from: no food beside the foods that were had there. */
  readonly eateries: Phrases<null>;
  /** Breads that a sandwich is on, and has in it. */
  readonly breads: ReadonlySet<string>;
  /** Dishes whose listed parts count instead of them. */
  readonly composedDishes: ReadonlySet<string>;
  /** "cooked", "grilled": describes the food before it. */
  readonly forms: ReadonlySet<string>;
  /** "leftover", "homemade": says nothing about which food it is. */
  readonly neutral: ReadonlySet<string>;
  /** "golden", "mild": more words that describe a food and name none. */
  readonly descriptors: ReadonlySet<string>;
  /** "very", "good": before a description. */
  readonly intensifiers: ReadonlySet<string>;
  readonly drinks: ReadonlySet<string>;
  readonly water: ReadonlySet<string>;
  /** "protein", "carbs": nutrients, not foods. */
  readonly nutrients: ReadonlySet<string>;
  readonly pictures: ReadonlyMap<string, string>;
  /** Pictures of one slice: several count slices. */
  readonly slicedPictures: ReadonlySet<string>;
  readonly remarks: RemarkVocabulary;
  readonly quickAdd: QuickAddVocabulary;
  readonly recording: RecordingVocabulary;
  readonly training: TrainingVocabulary;
  readonly metrics: MetricVocabulary;
  readonly asks: AskVocabulary;
  readonly corrections: CorrectionVocabulary;
  readonly goals: GoalVocabulary;
  readonly reminders: ReminderVocabulary;
  readonly profile: ProfileVocabulary;
  readonly ratings: RatingVocabulary;
  readonly messages: MessageVocabulary;
  readonly ownFoods: OwnFoodVocabulary;
  readonly ownSlots: OwnSlotVocabulary;
  readonly repeats: RepeatVocabulary;
}
