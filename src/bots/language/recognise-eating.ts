import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseAmount } from './recognise-amount.ts';
import { recogniseClockTime } from './recognise-clock-time.ts';
import type { EatingStrength } from './vocabulary/vocabulary.ts';

export interface FoundEating extends Span {
  readonly strength: EatingStrength;
  /** Whether "I" or "we" was said: then words before it may only set the scene. */
  readonly hasSubject: boolean;
}

function isCountOfFood(line: Line, at: number): boolean {
  const found = recogniseAmount(line, at);
  if (!found || found.quantity === null || recogniseClockTime(line, at - 1)) return false;
  return line.tokens[found.end]?.kind === 'word' && !line.language.chatWords.has(wordAt(line, found.end));
}

const isOfToday = (line: Line, from: number): boolean =>
  line.tokens.some((_, at) => {
    const day = at < from ? null : phraseAt(line.language.days, line.tokens, at)?.meaning;
    return day?.kind === 'ago' && day.days === 0;
  });

/** "ate", "i just had", "we've eaten", "log": that what follows was eaten by the writer. */
export function recogniseEating(line: Line, at: number): FoundEating | null {
  const { eating } = line.language;
  const subject = phraseAt(eating.subjects, line.tokens, at);
  let next = subject?.end ?? at;
  const afterSubject = next;
  while (next < afterSubject + 3 && eating.adverbs.has(wordAt(line, next))) next++;
  const verb = phraseAt(eating.verbs, line.tokens, next);
  // "i at 2 eggs" is a slip for "i ate".
  if (subject && !verb && wordAt(line, next) === 'at' && isCountOfFood(line, next + 1))
    return { strength: 'sure', hasSubject: true, end: next + 1 };
  if (!verb) return null;
  // "i eat rice" tells of a habit, "i eat 2 eggs today morning" does not.
  const isHabit = subject && (wordAt(line, next) === 'eat' || wordAt(line, next) === 'add');
  if (isHabit && !(wordAt(line, next) === 'eat' && isOfToday(line, verb.end))) return null;
  // "banana split", "got it": what was shared has its owner.
  if (verb.meaning === 'shared' && !subject && at > 0 && line.tokens[at - 1]?.kind === 'word') return null;
  let end = verb.end;
  if (eating.adverbs.has(wordAt(line, end)) && wordAt(line, end) === 'just') end++;
  return { strength: verb.meaning, hasSubject: subject !== null, end };
}
