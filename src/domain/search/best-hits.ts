import type { Hit, Named } from './name-index.ts';

/**
 * The best of the found items (by their places in the list). The better score first, then the shorter name, then the
 * alphabet: the order is the same whatever the list's was.
 */
export function bestHits<T extends Named>(
  items: readonly T[],
  found: readonly number[],
  scoreOf: (item: T, place: number) => number,
  limit: number,
): Hit<T>[] {
  const top: Hit<T>[] = [];
  for (const place of found) {
    const item = items[place];
    if (!item) continue;
    const hit = { item, score: scoreOf(item, place) };
    const last = top.at(-1);
    if (top.length >= limit && last && !comesBefore(hit, last)) continue;
    let at = top.length;
    for (let above = top[at - 1]; above && comesBefore(hit, above); above = top[at - 1]) at--;
    top.splice(at, 0, hit);
    if (top.length > limit) top.pop();
  }
  return top;
}

function comesBefore<T extends Named>(a: Hit<T>, b: Hit<T>): boolean {
  if (a.score !== b.score) return a.score > b.score;
  if (a.item.name.length !== b.item.name.length) return a.item.name.length < b.item.name.length;
  return a.item.name < b.item.name;
}
