/** Nobody gets there in a life; a slip of the keyboard does, and must not fill tables. */
const mostTimes = 10_000;

/** How often a figure earns an achievement: once, or a repeatable one each time it is reached anew. */
export function earnedTimes(
  figure: number,
  { value, isRepeatable }: { readonly value: number; readonly isRepeatable: boolean },
): number {
  const times = Math.floor(figure / value);
  return isRepeatable ? Math.min(times, mostTimes) : Math.min(times, 1);
}
