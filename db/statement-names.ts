/** Made so often, a statement is worth being kept by the server. */
const oftenEnough = 5;
/** Each connection keeps so many at most: every one costs some ten kilobytes there. */
const mostNames = 250;
/** So many others are counted before counting begins anew. */
const mostCounted = 2_000;

/**
 * Names statements by their text, once they have been made a few times: under its name a connection's server parses and
 * plans a statement once, which for short ones is half of what they cost. Of texts that differ each time, as those of
 * long lists do, none gets that far.
 */
export function createStatementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostNames) return known;
    const count = (counts.get(text) ?? 0) + 1;
    if (count < oftenEnough) {
      if (counts.size >= mostCounted) counts.clear();
      counts.set(text, count);
      return undefined;
    }
    counts.delete(text);
    const name = `spotter_${names.size + 1}`;
    names.set(text, name);
    return name;
  };
}
