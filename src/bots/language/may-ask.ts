import { dayQuestions } from './vocabulary/en/day-questions.ts';
import { english } from './vocabulary/en/index.ts';

const { asks } = english;

/** Words that questions begin with, once greetings are past. */
const starts: ReadonlySet<string> = new Set([
  ...asks.forms.byFirst.keys(),
  ...asks.expansions.keys(),
  ...asks.own,
  ...[...asks.leads.byFirstWord].flatMap(([word, list]) =>
    list.some(({ meaning }) => meaning.isAsking) ? [word] : [],
  ),
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

/**
 * A first, cheap look at the bare letters: a text begins as questions do, with somebody's name, or with some days, or
 * has a word that ends what begins with a food or an exercise.
 */
export function mayAsk(text: string): boolean {
  let isOpening = true;
  let count = 0;
  for (let at = 0; at < text.length; ) {
    if (!isLetter(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    while (at < text.length && isLetter(text.charCodeAt(at))) at++;
    const word = text.slice(start, at).toLowerCase();
    if (isApostrophe(text.charCodeAt(at))) {
      const isOwner = /^s\b/i.test(text.slice(at + 1, at + 3));
      if (isOwner && (count < 2 || starts.has(`${word}s`))) return true;
    }
    if ((isOpening && starts.has(word)) || (start > 0 && word.length > 1 && asks.forms.byLast.has(word))) return true;
    isOpening &&= openers.has(word) && ++count <= longestOpening;
  }
  return isOpening || text.includes('?');
}

const isLetter = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c > 127 && c !== 0x2019);
const isApostrophe = (c: number): boolean => c === 39 || c === 0x2019;
