import { z } from 'zod';
import { wordsOf } from '../search/words.ts';

/** What a word of somebody's can mean: a food, an exercise, or how much one of a measure holds. */
export const wordKinds = ['food', 'exercise', 'measure'] as const;
export type WordKind = (typeof wordKinds)[number];

const measure = z.object({
  /** A canonical unit id; null for one of the food itself, `serving` for what is meant when no amount is said. */
  unit: z.string().nullable(),
  /** Null: of whatever is in it. */
  foodId: z.number().nullable(),
  /** One of the two. */
  grams: z.number().positive().nullable(),
  ml: z.number().positive().nullable(),
});

/** How much one of a measure is for one person. */
export type OwnMeasure = z.infer<typeof measure>;

/** What is kept of a word, whatever its kind; what does not apply is left out. */
export const storedMeaning = z.object({
  /** The word as the person writes it. */
  said: z.string(),
  /** What it means, as it is shown. */
  name: z.string().nullable(),
  /** The food's or exercise's row. */
  id: z.number().nullable().optional(),
  measure: measure.optional(),
  /** The written message it was last heard in, while it counts for nothing yet. */
  heardIn: z.number().nullable().optional(),
  /** What it was asked about once and shall not be asked about again. */
  isAsked: z.boolean().optional(),
});

export type StoredMeaning = z.infer<typeof storedMeaning>;

/** The form in which words are kept and compared: spelling, plurals and "my" aside. */
export function wordKey(words: string): string {
  const known = keys.get(words);
  if (known !== undefined) return known;
  const key = wordsOf(words).join(' ');
  if (keys.size >= mostKeys) keys.clear();
  if (words.length <= longestKept) keys.set(words, key);
  return key;
}

/** Keys made before: people say the same few thousand names. */
const keys = new Map<string, string>();
const mostKeys = 10_000;
const longestKept = 60;

/** The word a measure is kept under: "bowl", "bowl of porridge", "egg". */
export function measureWords({ unit }: Pick<OwnMeasure, 'unit'>, foodName: string | null): string {
  if (unit === null) return foodName ?? '';
  return foodName === null ? unit : `${unit} of ${foodName}`;
}
