import type { Phrases } from '../phrases.ts';

/** What a quick add may give: energy in one of its units, or grams of a nutrient. */
export type QuickAddField = 'kcal' | 'kJ' | 'proteinG' | 'carbsG' | 'fatG' | 'other';

/** Words of a meal logged by its figures alone. */
export interface QuickAddVocabulary {
  readonly fields: Phrases<QuickAddField>;
  /** "quick add": a bare number after it is kcal. */
  readonly leads: Phrases<null>;
  /** "of", "total": said around figures, and of no meaning. */
  readonly fillers: Phrases<null>;
  /** Any of these, and it is no meal: targets, balances, exercise, figures per something. */
  readonly refusals: ReadonlySet<string>;
  /** Says of the number before it that it is grams of a nutrient. */
  readonly grams: ReadonlySet<string>;
  /** "cheat meal": a note that is no food. */
  readonly notes: ReadonlySet<string>;
}
