import type { Forms } from '../forms.ts';
import type { Phrases } from '../phrases.ts';

/**
 * What is to be eaten again: the last meal (`last`), the last one of a slot (`slot`), what a day had (`day`; `whole` where
 * all of it is meant), or what they mostly have (`usual`).
 */
export type RepeatMeaning = 'last' | 'slot' | 'day' | 'whole' | 'usual';

/** The words of eating the same again. */
export interface RepeatVocabulary {
  /** One of these is in every such text: a first, cheap look. */
  readonly hint: RegExp;
  readonly forms: Forms<RepeatMeaning>;
  /** Under which forms are filed that begin with a slot of the person's own. */
  readonly ownSlot: string;
  /** "yesterday's", "last night's": days as forms have them. */
  readonly expansions: ReadonlyMap<string, readonly string[]>;
  readonly fillers: Phrases<null>;
  /** "but no toast": what follows is left out. */
  readonly withouts: Phrases<null>;
  /** "plus a banana": what follows is added. */
  readonly pluses: Phrases<null>;
}
