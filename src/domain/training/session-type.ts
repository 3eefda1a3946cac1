/** What kind of training these exercises make, by their categories; null where none of them is known. */
export function sessionType(categories: readonly (string | null)[]): string | null {
  const kinds = new Set(categories.filter((category) => category !== null));
  const [kind = null] = kinds;
  return kinds.size > 1 ? 'mixed' : kind;
}
