import type { Phrases } from '../phrases.ts';

/** What a label states, each in one unit: kcal, grams, milligrams. */
export type LabelFigure =
  | 'energyKcal'
  | 'proteinG'
  | 'carbsG'
  | 'fatG'
  | 'fiberG'
  | 'sugarG'
  | 'saturatedFatG'
  | 'alcoholG'
  | 'sodiumMg'
  | 'saltG';

/** What a lead makes of what follows. A `loose` food lead is also said of meals: how much the figures are for must be said. */
export type OwnFoodLead = 'food' | 'loose-food' | 'recipe';

/** The words of foods, recipes and meals of a person's own. */
export interface OwnFoodVocabulary {
  /** Something of it stands in every text about them: a first, cheap look. */
  readonly hint: RegExp;
  /** And in those that say what a food of theirs weighs. */
  readonly mendHint: RegExp;
  readonly leads: Phrases<OwnFoodLead>;
  /** "called", "named": between a lead and a name. */
  readonly called: ReadonlySet<string>;
  /** "is", "has", "=": between a name and its figures. */
  readonly copulas: Phrases<null>;
  /** "120 kcal": what a figure's unit makes it, and how much of ours one is. */
  readonly energies: Phrases<number>;
  readonly figures: Phrases<LabelFigure>;
  /** One letter each: only with a figure before. */
  readonly letters: ReadonlyMap<string, LabelFigure>;
  /** What may stand between figures. */
  readonly between: ReadonlySet<string>;
  /** "per", "for", "in": how much the figures are for follows. */
  readonly perLeads: ReadonlySet<string>;
  /** "each": for one. */
  readonly each: ReadonlySet<string>;
  /** "per day": no amount of food. */
  readonly noAmounts: ReadonlySet<string>;
  /** What has figures and is no food: "my target is 2200 kcal". */
  readonly noNames: ReadonlySet<string>;
  readonly list: Phrases<null>;
  readonly show: Phrases<null>;
  /** Whether it is said outright that a food or recipe is meant. */
  readonly forget: Phrases<'sure' | 'loose'>;
  /** "from my foods", "recipe": after the name of what is shown or forgotten. */
  readonly afterName: Phrases<null>;
  /** "one bar is", "it weighs": what one of it weighs follows. */
  readonly weighs: Phrases<null>;
  readonly ones: ReadonlySet<string>;
  /** "cooked weight", "makes 900 g" */
  readonly yields: Phrases<null>;
  /** "weight", "is", "to", "about": between "cooked" and a weight. */
  readonly yieldLinks: ReadonlySet<string>;
  readonly serves: Phrases<null>;
  readonly servings: ReadonlySet<string>;
  /** "save that as": keeps what was eaten; `recipe` where that is said. */
  readonly saves: ReadonlySet<string>;
  readonly thats: Phrases<null>;
  readonly as: Phrases<null>;
  readonly kinds: ReadonlySet<string>;
}

/** The words of meals a person names themselves. */
export interface OwnSlotVocabulary {
  readonly hint: RegExp;
  readonly leads: Phrases<null>;
  /** "is at": between a meal they have named and its new time. */
  readonly moves: Phrases<null>;
  /** "call my": the time and the name follow. */
  readonly calls: Phrases<null>;
  readonly meals: ReadonlySet<string>;
  /** "is called": between the meal and its name. */
  readonly copulas: Phrases<null>;
  readonly list: Phrases<null>;
  readonly forget: Phrases<null>;
}
