import { localDay } from '../../domain/users/local-day.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import { type Period, recognisePeriod } from './recognise-period.ts';
import { asWord, type Token } from './scan.ts';
import { wordsOfLanguage } from './words-of-language.ts';

/** A question without what may stand anywhere in it: when, how politely, for which meal, and whether a mean is wanted. */
export interface Pared {
  readonly tokens: readonly Token[];
  readonly period: Period | null;
  /** Whether the days are still to come. */
  readonly isAhead: boolean;
  readonly slot: string | null;
  readonly isAverage: boolean;
  /** Whether it has a question mark, or words that ask. */
  readonly isAsking: boolean;
  readonly isExclaimed: boolean;
}

const longestPared = 24;

/** The words with which begins what is taken out of a question, besides the days it is about. */
const openings = wordsOfLanguage(
  ({ asks }) => [asks.fillers, asks.leads, asks.averages, asks.weeksAhead, asks.daysAhead, asks.slotLeads],
  ['for', 'on'],
);

/** Takes out of a question what its forms do not hold; null where days are named twice. */
export function pareAsk(line: Line, given: Moment): Pared | null {
  const { asks } = line.language;
  const tokens: Token[] = [];
  let [period, slot, isAhead, isAverage]: [Period | null, string | null, boolean, boolean] = [null, null, false, false];
  let isLed = false;
  for (let at = 0; at < line.tokens.length; ) {
    const token = line.tokens[at];
    if (!token) break;
    if (token.kind === 'picture' || token.word === '\n') at++;
    else if (token.word === '(') at = pastBracket(line, at);
    else {
      const isOpening = openings(line.language, token.lexeme);
      const filler = isOpening ? phraseAt(asks.fillers, line.tokens, at) : null;
      const lead = !isOpening || filler || tokens.length > 0 ? null : phraseAt(asks.leads, line.tokens, at);
      const later = filler ?? lead ?? (isOpening ? phraseAt(asks.averages, line.tokens, at) : null);
      const when = filler ? null : whenAt(line, at, given);
      const meal = !isOpening || filler || when ? null : slotAt(line, at);
      if (when) {
        if (period) return null;
        ({ period, isAhead } = when);
        at = when.end;
      } else if (meal) {
        slot ??= meal.slot;
        at = meal.end;
      } else if (later) {
        if (lead) isLed ||= lead.meaning.isAsking;
        else if (!filler) isAverage = true;
        at = later.end;
      } else {
        for (const word of asks.expansions.get(token.word) ?? [token.word])
          tokens.push(word === token.word ? token : asWord(token, word));
        at++;
      }
    }
    if (tokens.length > longestPared) return null;
  }
  const isQuestion = hasMark(line, '?');
  return {
    tokens,
    period,
    isAhead,
    slot,
    isAverage,
    isAsking: isQuestion || isLed || asks.asking.has(tokens[0]?.word ?? ''),
    isExclaimed: !isQuestion && (hasMark(line, '!') || line.tokens.some(({ kind }) => kind === 'picture')),
  };
}

const hasMark = (line: Line, mark: string): boolean => line.tokens.some(({ word }) => word === mark);

function whenAt(line: Line, at: number, given: Moment): { period: Period; isAhead: boolean; end: number } | null {
  const found = recognisePeriod(line, at, given);
  if (found) return { period: toCome(line, at, found.end, found.period), isAhead: false, end: found.end };
  const word = wordAt(line, at);
  const start = word === 'for' || word === 'on' ? at + 1 : at;
  const weeks = phraseAt(line.language.asks.weeksAhead, line.tokens, start);
  const ahead = weeks ? null : phraseAt(line.language.asks.daysAhead, line.tokens, start);
  if (!weeks && !ahead) return null;
  const today = localDay(given.now, given.timeZone, given.dayStartHour);
  const from = today.add({ days: weeks ? 7 * weeks.meaning - today.dayOfWeek + 1 : (ahead?.meaning ?? 0) });
  const to = weeks ? from.add({ days: 6 }) : from;
  const end = (weeks ?? ahead)?.end ?? start;
  return { period: { from, to, isDay: !weeks }, isAhead: from.since(today).days > 0, end };
}

/** What is planned "on friday" is planned for the next one. */
function toCome(line: Line, at: number, end: number, period: Period): Period {
  const words = line.tokens.slice(at, end).map(({ word }) => word);
  const { plans, planLeads } = line.language.asks;
  const isPlan = phraseAt(planLeads, line.tokens, 0) !== null || line.tokens.some(({ word }) => plans.has(word));
  if (!isPlan || !words.some((word) => line.language.weekdays.has(word)) || words.includes('last')) return period;
  const day = period.to.add({ days: 7 });
  return { from: day, to: day, isDay: true };
}

function slotAt(line: Line, at: number): { slot: string; end: number } | null {
  const { asks, slots, determiners } = line.language;
  if (!asks.slotLeads.has(wordAt(line, at))) return null;
  const start = determiners.has(wordAt(line, at + 1)) ? at + 2 : at + 1;
  const slot = phraseAt(slots, line.tokens, start);
  return slot && { slot: slot.meaning, end: slot.end };
}

/** A remark in brackets says nothing of the question. */
function pastBracket(line: Line, at: number): number {
  let end = at + 1;
  while (end < line.tokens.length && wordAt(line, end) !== ')') end++;
  return end + 1;
}
