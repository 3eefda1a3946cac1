import { bestHits } from './best-hits.ts';
import type { Hit, Named, NameEntry, NameIndexOptions } from './name-index.ts';
import { type Role, readQuery } from './read-query.ts';
import type { Vocabulary } from './vocabulary.ts';
import { joiners } from './words.ts';

const minorWeight = 0.3;
const weightOfRole: Record<Role, number> = { aside: 0.5, said: 1, head: 1.2 };
/** A name must cover this much of the query to be a hit. */
const leastCover = 0.4;
/** What is left of a score for each word that would make it another thing. */
const otherClaim = 0.8;
/** A query is a name, not a page. */
const mostWordsSearched = 12;

/** The part that what a name is of plays in the query, as a number: none, and the roles. */
const roleNumber: Record<Role, number> = { aside: 1, said: 2, head: 3 };
const headGain = [0, 0, 0.05, 0.1];
/** A hot dog with bun is no bun. */
const headFactor = [1, 0.5, 1, 1];

/** Makes the function that finds the nearest of some items by all their names, best first. */
export function createNameSearch<T extends Named>(
  items: readonly T[],
  entries: readonly NameEntry[],
  vocabulary: Vocabulary,
  options: NameIndexOptions<T> & { countOf: (word: string) => number },
): (words: readonly string[], limit: number) => Hit<T>[] {
  const { minor, claims, countOf, bonus } = options;
  const isClaim = (word: string): boolean => claims?.has(word) ?? false;
  const isSmall = (word: string): boolean => joiners.has(word) || isClaim(word) || (minor?.has(word) ?? false);
  const weights = Float32Array.from(vocabulary.words, (word) => {
    if (joiners.has(word)) return 0;
    return isSmall(word) ? minorWeight : telling(countOf(word));
  });
  const heads = Int32Array.from(entries, (entry) => headOf(entry, items, vocabulary, options));
  const nameWeights = new Float32Array(entries.length);
  const nameClaims = new Uint8Array(entries.length);
  vocabulary.places.forEach((places, id) => {
    const claimed = isClaim(vocabulary.words[id] ?? '') ? 1 : 0;
    for (const place of places) {
      nameWeights[place] = (nameWeights[place] ?? 0) + (weights[id] ?? 0);
      nameClaims[place] = (nameClaims[place] ?? 0) + claimed;
    }
  });
  // Sums for each name and item, cleared after use; a search is synchronous, so one set is enough.
  const ofQuery = new Float32Array(entries.length);
  const ofName = new Float32Array(entries.length);
  const claimsMet = new Uint8Array(entries.length);
  const headMet = new Uint8Array(entries.length);
  const isCounted = new Uint8Array(entries.length);
  const scores = new Float32Array(items.length);

  const read = (words: readonly string[]) => {
    const query = readQuery(words.slice(0, mostWordsSearched), entries, vocabulary, isSmall);
    const typed = query.map(({ word, role, isLast }) => {
      // The likeliest first, so that a name counts each typed word once, with its best match.
      const matches = [...vocabulary.match(word, isLast)].sort((a, b) => b[1] - a[1]);
      const count = Math.max(countOf(word), ...matches.map(([id]) => countOf(vocabulary.words[id] ?? '')));
      const weight = (isSmall(word) ? minorWeight : telling(count)) * weightOfRole[role];
      return { matches, weight, role: roleNumber[role], claimed: isClaim(word) ? 1 : 0 };
    });
    // Telling words first: a name that none of them is in cannot be covered enough by the rest.
    return typed.sort((a, b) => b.weight - a.weight);
  };

  return (words, limit) => {
    if (limit < 1) return [];
    const typed = read(words);
    const asked = typed.reduce((sum, { weight }) => sum + weight, 0);
    const askedClaims = typed.reduce((sum, { claimed }) => sum + claimed, 0);
    let left = asked;
    const touched: number[] = [];
    for (const { weight, matches, role, claimed } of typed) {
      const newOnes = left >= leastCover * asked;
      left -= weight;
      const ofWord: number[] = [];
      for (const [id, likely] of matches) {
        const gain = (weights[id] ?? 0) * likely;
        for (const place of vocabulary.places[id] ?? []) {
          const before = ofQuery[place] ?? 0;
          if (isCounted[place] || (before === 0 && !newOnes)) continue;
          isCounted[place] = 1;
          ofWord.push(place);
          if (before === 0) touched.push(place);
          ofQuery[place] = before + weight * likely;
          ofName[place] = (ofName[place] ?? 0) + gain;
          if (likely === 1) claimsMet[place] = (claimsMet[place] ?? 0) + claimed;
          if (heads[place] === id) headMet[place] = role;
        }
      }
      for (const place of ofWord) isCounted[place] = 0;
    }
    const found: number[] = [];
    for (const place of touched) {
      const item = entries[place]?.item ?? 0;
      const cover = Math.min(1, (ofQuery[place] ?? 0) / asked);
      if (cover >= leastCover) {
        const exactness = Math.min(1, (ofName[place] ?? 0) / (nameWeights[place] ?? 1));
        const others = askedClaims + (nameClaims[place] ?? 0) - 2 * (claimsMet[place] ?? 0);
        const likeness = 0.55 + 0.35 * exactness + (headGain[headMet[place] ?? 0] ?? 0);
        const score = cover ** 2 * likeness * (headFactor[headMet[place] ?? 0] ?? 1) * otherClaim ** others;
        const before = scores[item] ?? 0;
        if (before === 0) found.push(item);
        if (score > before) scores[item] = score;
      }
      ofQuery[place] = 0;
      ofName[place] = 0;
      claimsMet[place] = 0;
      headMet[place] = 0;
    }
    const top = bestHits(items, found, (item, place) => (scores[place] ?? 0) + (bonus?.(item) ?? 0), limit);
    for (const item of found) scores[item] = 0;
    return top;
  };
}

/** How much a word tells that is in so many names: a brand nobody has a name with most, "chicken" least. */
function telling(count: number): number {
  return Math.max(0.5, 1.2 - 0.1 * Math.log(1 + count));
}

/** The number of the word that says what a name is of: the last one before "with", or SR28's first. */
function headOf<T>(
  { item, words }: NameEntry,
  items: readonly T[],
  vocabulary: Vocabulary,
  { headFirst }: NameIndexOptions<T>,
): number {
  const owner = items[item];
  if (owner !== undefined && headFirst?.(owner)) return vocabulary.idOf(words[0] ?? '');
  const joint = words.findIndex((word, i) => i > 0 && joiners.has(word));
  return vocabulary.idOf(words.at(joint > 0 ? joint - 1 : -1) ?? '');
}
