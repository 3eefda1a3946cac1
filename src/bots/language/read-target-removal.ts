import { type Line, wordAt } from './line.ts';
import { phraseAt, phrases } from './phrases.ts';
import { scan } from './scan.ts';
import { skipPhrases } from './skip-phrases.ts';
import { english } from './vocabulary/en/index.ts';
import type { TargetField } from './vocabulary/goal-vocabulary.ts';

/** Which figures of the target shall go; null for all of it. */
export interface TargetRemoval {
  readonly fields: readonly TargetField[] | null;
}

/** In characters. */
const longestText = 100;
const noSlots = phrases<string>([]);

/**
 * Reads that a target shall go: "no target", "remove my water target", "i don't want a calorie goal anymore", "turn off
 * my protein and carbs targets". A goal without such a name is another thing. Null unless the whole text is that.
 */
export function readTargetRemoval(text: string): TargetRemoval | null {
  if (text.length > longestText || /\d/.test(text) || !english.goals.targetHint.test(text)) return null;
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  const { openers, removals, owners, fields, macros, targetNouns, closers } = english.goals;
  let at = skipPhrases(openers, line.tokens, 0);
  const removal = phraseAt(removals, line.tokens, at);
  if (!removal) return null;
  at = skipPhrases(owners, line.tokens, removal.end);
  const named: TargetField[] = [];
  for (;;) {
    const group = phraseAt(macros, line.tokens, at);
    const field = group ?? phraseAt(fields, line.tokens, at);
    if (!field) break;
    named.push(...(group ? group.meaning : [field.meaning as TargetField]));
    at = skipPhrases(owners, line.tokens, field.end);
    if (line.language.and.has(wordAt(line, at)) || wordAt(line, at) === ',')
      at = skipPhrases(owners, line.tokens, at + 1);
  }
  const noun = phraseAt(targetNouns, line.tokens, at);
  // "my goal" alone is where somebody wants to get, and no day's figure.
  if (!noun || (noun.meaning === 'goal' && named.length === 0)) return null;
  const end = skipPhrases(closers, line.tokens, noun.end);
  return end === line.tokens.length ? { fields: named.length > 0 ? [...new Set(named)] : null } : null;
}
