/** Of one index, half of them the latest: people say the same few hundred names, message after message. */
const mostNames = 5_000;
/** In characters: longer ones are not said twice. */
const longestName = 60;

/**
 * A lookup by name that remembers what it found: a message asks for each name several times, and so does the next, and to
 * look one up costs more than the rest. What it is asked for must not change.
 */
export function remembering<Found>(lookup: (words: string) => Found | null): (words: string) => Found | null {
  let latest = new Map<string, Found | null>();
  let earlier = latest;
  return (words) => {
    const known = latest.get(words);
    if (known !== undefined) return known;
    const before = earlier.get(words);
    const found = before === undefined ? lookup(words) : before;
    if (words.length <= longestName) {
      if (latest.size >= mostNames / 2) [earlier, latest] = [latest, new Map()];
      latest.set(words, found);
    }
    return found;
  };
}
