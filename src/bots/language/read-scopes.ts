import { type ConsentLevel, type Scope, scopes } from '../../domain/coaching/scopes.ts';
import { levelWords, scopeFillers, scopeWords } from './vocabulary/en/scopes.ts';

/** A scope and how much of it; null where only the scope was named. */
export interface SaidScope {
  readonly scope: Scope;
  readonly level: ConsentLevel | null;
}

/**
 * Reads "food training", "food write, body read", "everything read", "photos off": a level holds for what was named since
 * the level before it. Null where any word is something else, or no scope is named.
 */
export function readScopes(text: string): SaidScope[] | null {
  const said = new Map<Scope, ConsentLevel | null>();
  let open: Scope[] = [];
  for (const word of text
    .toLowerCase()
    .split(/[\s,;:=/]+/)
    .filter(Boolean)) {
    if (scopeFillers.has(word)) continue;
    const scope = scopeWords.get(word);
    const level = levelWords.get(word);
    if (scope) {
      const named = scope === 'all' ? scopes : [scope];
      open.push(...named);
      for (const one of named) said.set(one, null);
    } else if (level && open.length > 0) {
      for (const one of open) said.set(one, level);
      open = [];
    } else return null;
  }
  return said.size === 0 ? null : [...said].map(([scope, level]) => ({ scope, level }));
}
