/** What a correction tells of how a person speaks; kept by nobody yet. */
export type Lesson =
  /** Their words mean this food: "shake" was not what the catalogue calls so. */
  | { readonly kind: 'food'; readonly words: string; readonly foodId: number }
  /** One of their measures of this food weighs so much: "bowl" is 420 g. */
  | { readonly kind: 'measure'; readonly unit: string; readonly foodId: number; readonly grams: number };
