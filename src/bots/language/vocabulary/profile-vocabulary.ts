import type { Phrases } from '../phrases.ts';

/** What a person can tell of themselves. */
export type ProfileField = 'gender' | 'age' | 'birth' | 'height' | 'weight' | 'goal' | 'name' | 'bio';

export type SaidGender = 'male' | 'female' | 'other';

/** The words in which people tell of themselves. */
export interface ProfileVocabulary {
  /** Something of it stands in every text that tells of oneself outside `/profile`: a first, cheap look. */
  readonly hint: RegExp;
  /** The first words of what the hint finds. */
  readonly openings: ReadonlySet<string>;
  /** "i am": what follows is said of the writer. */
  readonly selves: Phrases<null>;
  /** "my height is", "gender", "born": what follows is of that field. */
  readonly fields: Phrases<ProfileField>;
  /** What may stand between a field and what it holds. */
  readonly links: Phrases<null>;
  /** "my name is", "call me": free words follow. */
  readonly nameLeads: Phrases<null>;
  readonly bioLeads: Phrases<null>;
  /** No name begins with one of these: "call me later". */
  readonly noNames: ReadonlySet<string>;
  /** Null: they would rather not say. */
  readonly genders: Phrases<SaidGender | null>;
  /** Said so only in answer to the question: "m". */
  readonly shortGenders: ReadonlyMap<string, SaidGender>;
  /** "years old" */
  readonly years: Phrases<null>;
  readonly metres: Phrases<null>;
  readonly feet: Phrases<null>;
  readonly tall: Phrases<null>;
  /** "ft11", "m80": the rest of a height glued to its unit; its group is the figure. */
  readonly gluedInches: RegExp;
  readonly gluedCm: RegExp;
  /** Which way a weight should go. */
  readonly directions: Phrases<'lose' | 'maintain' | 'gain'>;
  /** "goal", "want to get to": before a weight to reach. */
  readonly aims: Phrases<null>;
  /** "forget my": what follows is no longer kept. */
  readonly forgets: Phrases<null>;
  /** What shows the profile, and what goes with a picture for it. */
  readonly shows: Phrases<null>;
  readonly photos: Phrases<null>;
  /** Answers to a question of the set-up. */
  readonly skips: Phrases<null>;
  readonly stops: Phrases<null>;
  readonly agreements: Phrases<null>;
}
