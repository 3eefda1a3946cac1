import { isPossessive } from './ask-slots.ts';
import type { Line } from './line.ts';
import { phraseAt } from './phrases.ts';
import { dayQuestions } from './vocabulary/en/day-questions.ts';
import { english } from './vocabulary/en/index.ts';

const { asks } = english;

/** Questions begin with it, once greetings are past. */
const isStart = 1;
/** It stands before those: a greeting, or the days asked about. */
const isOpener = 2;
/** With it ends what begins with a food or an exercise. */
const isLast = 4;
/** A phrase that asks may begin with it. */
const isLead = 8;

/** What each word may be in a question, as a sum of the above: every word of every message is looked up. */
const rolesByWord = new Map<string, number>();
for (const [role, words] of [
  [isStart, [asks.forms.byFirst, asks.expansions, asks.own, dayQuestions.byFirstWord]],
  [isOpener, [asks.leads, asks.fillers, asks.periods, asks.periodLeads].map(({ byFirstWord }) => byFirstWord)],
  [isLast, [asks.forms.byLast]],
  [isLead, [asks.leads.byFirstWord]],
] as const)
  for (const word of words.flatMap((list) => [...list.keys()]))
    rolesByWord.set(word, (rolesByWord.get(word) ?? 0) | role);

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
    const role = rolesByWord.get(token.word) ?? 0;
    if (isOpening) {
      if (role & isStart || (role & isLead && phraseAt(asks.leads, line.tokens, at)?.meaning.isAsking)) return true;
      isOpening = (role & isOpener) !== 0 && ++opened <= longestOpening;
    }
    // "vitamin a" ends in a word that every sentence has.
    if (at > 0 && token.word.length > 1 && role & isLast) return true;
    if (!(role & isOpener)) others++;
  }
  return isOpening;
}
