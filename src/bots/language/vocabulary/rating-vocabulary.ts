import type { Phrases } from '../phrases.ts';

export type MealRating = 'hungerBefore' | 'hungerAfter' | 'satisfaction' | 'adherence';
export type WorkoutRating = 'intensity' | 'fatigue' | 'soreness' | 'formQuality' | 'rpe' | 'restS';

/** What a rating's name says: which one; `bare` names of the day's metrics are a training's only beside others of it. */
export interface RatingName {
  readonly of: MealRating | WorkoutRating;
  readonly isMetric: boolean;
}

/** The words for how a meal or a training was. */
export interface RatingVocabulary {
  /** Something of it stands in every such text: a first, cheap look. */
  readonly hint: RegExp;
  readonly names: Phrases<RatingName>;
  /** "before" and "after", once hunger was named: "hunger before 6, after 3". */
  readonly times: ReadonlyMap<string, MealRating>;
  /** What may stand between a name and its figure: "was", ":", "about". */
  readonly links: Phrases<null>;
  /** What may stand around and says nothing: "i was", "my", "that was". */
  readonly frames: Phrases<null>;
  /** Said alone it is a rating: "on plan". */
  readonly whole: Phrases<{ readonly of: MealRating; readonly value: number }>;
  /** Units of a rest, in seconds. */
  readonly durations: Phrases<number>;
  /** After a rest: "between sets". */
  readonly restTails: Phrases<null>;
}
