import { isPossessive } from './ask-slots.ts';
import { wordFact } from './lexeme.ts';
import type { Line } from './line.ts';
import { phraseAt } from './phrases.ts';
import type { Token } from './scan.ts';
import { dayQuestions } from './vocabulary/en/day-questions.ts';
import { english } from './vocabulary/en/index.ts';

const { asks } = english;

/** Questions begin with it, once greetings are past. */
const isStart = 1;
/** It stands before those: a greeting, or the days asked about. */
const isOpener = 2;
/** It tells which days, and stands before those only where something is asked of them. */
const isWhen = 32;
/** With it ends what begins with a food or an exercise, and needs nothing else to be a question. */
const isLast = 4;
/** A phrase that asks may begin with it. */
const isLead = 8;
/** A question about a day may begin with it. */
const isOfDay = 16;

/** The first word of what a short form is spelled out to. */
const spelledOut = [...asks.expansions].flatMap(([word, [first = '']]) =>
  asks.forms.byFirst.has(first) ? [word] : [],
);
const lasts = [...asks.forms.byLast].flatMap(([word, forms]) =>
  forms.some(({ meaning }) => meaning.needs !== 'question') ? [word] : [],
);

/** What each word may be in a question, as a sum of the above: every word of every message is looked up. */
const rolesByWord = new Map<string, number>();
for (const [role, words] of [
  [isStart, [...asks.forms.byFirst.keys(), ...asks.own, ...spelledOut]],
  [isOpener, [asks.leads, asks.fillers, asks.periods, asks.periodLeads].flatMap((one) => [...one.byFirstWord.keys()])],
  [
    isWhen,
    [asks.sinceWords, asks.betweenWords, asks.untilWords, english.days.byFirstWord, english.weekdays, english.months]
      .map((one): Iterable<string> => one.keys())
      .flatMap((words) => [...words]),
  ],
  [isLast, lasts],
  [isLead, [...asks.leads.byFirstWord.keys()]],
  [isOfDay, [...dayQuestions.byFirstWord.keys()]],
] as const)
  for (const word of words) rolesByWord.set(word, (rolesByWord.get(word) ?? 0) | role);

const roleOf = wordFact((word) => rolesByWord.get(word) ?? 0);

const longestOpening = 4;
/** Words of a question before the name of whom it is about. */
const mostBeforeName = 2;

/**
 * A first, cheap look: a text begins as questions do, with somebody's name, or with some days, or has a word that ends
 * what begins with a food or an exercise.
 */
export function mayAsk(line: Line): boolean {
  const { tokens } = line;
  let isOpening = true;
  let isOnlyOpening = true;
  let opened = 0;
  let others = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.word === '?') return true;
    if (token?.kind === 'number' && isOpening && !isOfDays(tokens, at)) isOpening = false;
    if (token?.kind !== 'word') continue;
    if (others < mostBeforeName && isPossessive(line, token) && isSomebody(token)) return true;
    const role = roleOf(token.lexeme);
    if (isOpening) {
      if (role & isStart && goesOn(tokens, at) && !isMeasured(tokens, at)) return true;
      if (role & isLead && phraseAt(asks.leads, tokens, at)?.meaning.isAsking) return true;
      if (role & isOfDay && phraseAt(dayQuestions, tokens, at)) return true;
      isOpening = (role & (isOpener | isWhen)) !== 0 && ++opened <= longestOpening;
      isOnlyOpening &&= (role & isOpener) !== 0;
    }
    // "vitamin a" ends in a word that every sentence has.
    if (at > 0 && token.word.length > 1 && role & isLast && mayEnd(tokens[at + 1])) return true;
    if (!(role & isOpener)) others++;
  }
  return isOpening && isOnlyOpening;
}

/** Whether a number may begin the days asked about: "3 days ago", "2 march"; no question begins with any other. */
function isOfDays(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.kind !== 'word' || english.months.has(next.word) || asks.periodUnits.has(next.word) || next.isGlued;
}

/** "anna's", but neither "today's" nor "mum's", of which nothing is kept. */
function isSomebody({ word }: Token): boolean {
  const name = word.slice(0, -1);
  const { people, weekdays } = english;
  return ![asks.noNames, people, weekdays, english.days.byFirstWord].some((some) => some.has(name) || some.has(word));
}

/** "weight 80.5", "energy 6/10": a figure right behind its name is told, and not asked for. */
function isMeasured(tokens: readonly Token[], at: number): boolean {
  const isName = asks.metrics.byFirstWord.has(tokens[at]?.word ?? '');
  return isName && tokens[at + 1]?.kind === 'number' && !isOfDays(tokens, at + 1);
}

/** Whether a question may end before a word: before marks, the days asked about, politeness, and "for lunch". */
function mayEnd(next: Token | undefined): boolean {
  if (next?.kind !== 'word') return true;
  const role = roleOf(next.lexeme);
  return (role & (isOpener | isWhen)) !== 0 || asks.slotLeads.has(next.word) || next.isGlued;
}

/** Whether behind the first word of questions one stands that such a question has. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]?.word ?? '';
  const later = asks.expansions.has(first) ? null : asks.forms.laterByFirst.get(first);
  if (!later) return true;
  for (let next = at + 1; next < tokens.length; next++) {
    const word = tokens[next]?.word ?? '';
    if (later.has(word) || asks.expansions.has(word)) return true;
  }
  return false;
}
