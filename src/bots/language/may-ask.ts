import { isPossessive } from './ask-slots.ts';
import type { Line } from './line.ts';
import { phraseAt } from './phrases.ts';
import { dayQuestions } from './vocabulary/en/day-questions.ts';
import { english } from './vocabulary/en/index.ts';

const { asks } = english;

/** Words that questions begin with, once greetings are past. */
const starts: ReadonlySet<string> = new Set([
  ...asks.forms.byFirst.keys(),
  ...asks.expansions.keys(),
  ...asks.own,
  ...dayQuestions.byFirstWord.keys(),
]);
/** Words before those: a greeting, or the days asked about. */
const openers: ReadonlySet<string> = new Set([
  ...asks.leads.byFirstWord.keys(),
  ...asks.fillers.byFirstWord.keys(),
  ...asks.periods.byFirstWord.keys(),
  ...asks.periodLeads.byFirstWord.keys(),
]);
const longestOpening = 4;
/** Words of a question before the name of whom it is about. */
const mostBeforeName = 2;

/**
 * A first, cheap look: a text begins as questions do, with somebody's name, or with some days, or has a word that ends
 * what begins with a food or an exercise.
 */
export function mayAsk(line: Line): boolean {
  let isOpening = true;
  let opened = 0;
  let others = 0;
  for (let at = 0; at < line.tokens.length; at++) {
    const token = line.tokens[at];
    if (token?.word === '?') return true;
    if (token?.kind !== 'word') continue;
    if (others < mostBeforeName && isPossessive(line, token)) return true;
    if (isOpening) {
      if (starts.has(token.word) || phraseAt(asks.leads, line.tokens, at)?.meaning.isAsking) return true;
      isOpening = openers.has(token.word) && ++opened <= longestOpening;
    }
    // "vitamin a" ends in a word that every sentence has.
    if (at > 0 && token.word.length > 1 && asks.forms.byLast.has(token.word)) return true;
    if (!openers.has(token.word)) others++;
  }
  return isOpening;
}
