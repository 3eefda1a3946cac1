import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../domain/users/local-day.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { type FoundPhrase, type Phrases, phraseAt, phrases } from './phrases.ts';
import { type Moment, placeInTime } from './place-in-time.ts';
import { recogniseDay } from './recognise-day.ts';
import { recogniseDayAhead } from './recognise-day-ahead.ts';
import { recogniseNumber } from './recognise-number.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';
import * as words from './vocabulary/en/pauses.ts';

export type PauseReading =
  | {
      readonly kind: 'set';
      readonly from: Temporal.PlainDate;
      readonly until: Temporal.PlainDate | null;
      readonly reason: words.PauseReason | null;
    }
  | { readonly kind: 'end' | 'list' }
  | { readonly kind: 'remove'; readonly reason: words.PauseReason | null };

interface Days extends Span {
  readonly from: Temporal.PlainDate | null;
  readonly until: Temporal.PlainDate | null;
}

const hint =
  /paus|freez|hold|suspend|vaca|holiday|leave|\btrip\b|\baway\b|travel|out of town|\boff (?:sick|on|until|till|for|from|next|this)|\bbreak\b|sick|\bill\b|not well|well again|\bflu\b|a cold|cold is|covid|fever|poison|stomach bug|virus|injur|\bback(?:$|[ .!]*(?:from|now|again|$))|home from|returned|resum|continue|restart|reactivate|better|recover|healthy|fit again/i;
const longestText = 140;
const mostDays = 366;
/** In tokens: "the 3rd of march, 2026". */
const longestDay = 8;
/** In days: nobody plans further ahead, and such dates have just gone by. */
const farthest = 300;
/** In days: dates of a pause that has begun lie no further apart. */
const longestRunning = 120;
const noSlots = phrases<string>([]);

/**
 * Reads that somebody pauses, or is back: "pause my streak until friday", "on vacation 3-10 march", "i'm sick", "back from
 * vacation", "my pauses", "cancel my vacation". Null where anything else is said as well.
 */
export function readPause(text: string, given: Moment): PauseReading | null {
  if (text.length > longestText || !hint.test(text)) return null;
  const spread = spreadRanges(text);
  const line: Line = { text: spread, tokens: scan(spread), language: english, ownSlots: noSlots };
  if (readAll(line, words.pauseEnds)) return { kind: 'end' };
  if (readAll(line, words.pauseLists)) return { kind: 'list' };
  const removal = readAll(line, words.pauseRemovals);
  if (removal) return { kind: 'remove', reason: removal.meaning };
  return readSet(line, given);
}

const months = [...english.months.keys()].join('|');
const dayOfMonth = '(\\d{1,2})(?:st|nd|rd|th)?';
const upTo = '\\s*(?:-|–|—|to|until|till|through)\\s*(?:the )?';
const daysThenMonth = new RegExp(`\\b${dayOfMonth}${upTo}${dayOfMonth}(?: of)? (${months})\\b`, 'i');
const monthThenDays = new RegExp(`\\b(${months}) ${dayOfMonth}${upTo}${dayOfMonth}\\b(?! ?(?:${months}))`, 'i');

/** "3-10 march" is "3 march to 10 march", and "march 3-10" the same. */
const spreadRanges = (text: string): string =>
  text.replace(daysThenMonth, '$1 $3 to $2 $3').replace(monthThenDays, '$1 $2 to $1 $3');

/** The phrase that the text is, with nothing but fillers around it. */
function readAll<Meaning>(line: Line, table: Phrases<Meaning>): FoundPhrase<Meaning> | null {
  const found = phraseAt(table, line.tokens, pastFillers(line, 0));
  return found && pastFillers(line, found.end) === line.tokens.length ? found : null;
}

function pastFillers(line: Line, at: number): number {
  const token = line.tokens[at];
  if (token?.kind === 'picture' || /^[.,!:)(]$/.test(token?.word ?? '')) return pastFillers(line, at + 1);
  const filler = phraseAt(words.pauseFillers, line.tokens, at);
  return filler ? pastFillers(line, filler.end) : at;
}

/** Why and for how long, in any order, and nothing else. */
function readSet(line: Line, given: Moment): PauseReading | null {
  const isCommand = wordAt(line, 0) === '/' && wordAt(line, 1) === 'pause';
  let reason: words.PauseReason | null = null;
  let isLed = isCommand;
  let isShy = isCommand;
  let isPast = false;
  let days: Days | null = null;
  for (let at = pastFillers(line, isCommand ? 2 : 0); at < line.tokens.length; ) {
    const lead = phraseAt(words.pauseLeads, line.tokens, at);
    const found: Days | null = days ? null : daysAt(line, at, given);
    if (lead && (!found || lead.end >= found.end)) {
      isShy = isLed && !isShy ? false : lead.meaning.isShy;
      isLed = true;
      reason ??= lead.meaning.reason;
      isPast ||= lead.meaning.isPast;
    } else if (found) days = found;
    else return null;
    at = pastFillers(line, (days === found && found ? found : lead)?.end ?? line.tokens.length);
  }
  if (!isLed || (isShy && !isCommand && !days)) return null;
  const today = localDay(given.now, given.timeZone, given.dayStartHour);
  // "I was on vacation in march" is told, not planned.
  if (isPast && days?.from && Temporal.PlainDate.compare(days.from, today) > 0) return null;
  return { kind: 'set', from: days?.from ?? today, until: days?.until ?? null, reason };
}

/** "until friday", "for two weeks", "3 march to 10 march", "next week", "since yesterday", "from tomorrow for 5 days". */
function daysAt(line: Line, at: number, given: Moment): Days | null {
  const today = localDay(given.now, given.timeZone, given.dayStartHour);
  const until = phraseAt(words.untilWords, line.tokens, at);
  const end = until && recogniseDayAhead(line, until.end, given);
  if (end) return { from: null, until: end.day, end: end.end };
  const range = rangeAt(line, at, given);
  const named = namedAt(line, at, today);
  if (named && named.end >= (range?.end ?? 0)) return named;
  if (range) return range;
  const length = lengthAt(line, at);
  return length && { from: today, until: lastOf(today, length.days), end: length.end };
}

const lastOf = (from: Temporal.PlainDate, days: number): Temporal.PlainDate => from.add({ days: days - 1 });

function namedAt(line: Line, at: number, today: Temporal.PlainDate): Days | null {
  const found = phraseAt(words.namedSpans, line.tokens, at);
  if (!found) return null;
  const { meaning, end } = found;
  if ('from' in meaning)
    return { from: today.add({ days: meaning.from }), until: today.add({ days: meaning.until }), end };
  const monday = today.add({ days: 1 - today.dayOfWeek + 7 * meaning.weeks });
  const first = meaning.first === 0 ? today : monday.add({ days: meaning.first - 1 });
  return { from: first, until: monday.add({ days: meaning.last - 1 }), end };
}

/** A day, and perhaps how long from it on or up to which other. */
function rangeAt(line: Line, at: number, given: Moment): Days | null {
  const lead = phraseAt(words.fromWords, line.tokens, at);
  const isSince = phraseAt(words.sinceWords, line.tokens, at) !== null;
  const start = lead?.end ?? at;
  const range = isSince ? null : betweenAt(line, start, given);
  if (range) return range;
  const first = isSince ? dayBefore(line, start, given) : recogniseDayAhead(line, start, given);
  if (!first) {
    const past = lead ? null : dayBefore(line, at, given);
    return past && { from: past.day, until: past.day, end: past.end };
  }
  const length = lengthAt(line, first.end);
  if (length) return { from: first.day, until: lastOf(first.day, length.days), end: length.end };
  // A day alone is that day, and one that is led to begins it.
  return { from: first.day, until: lead ? null : first.day, end: first.end };
}

/** "3 march to 10 march", "friday until tuesday": the first day is read from what stands before the word between. */
function betweenAt(line: Line, at: number, given: Moment): Days | null {
  for (let middle = at + 1; middle < Math.min(at + longestDay, line.tokens.length); middle++) {
    const to = phraseAt(words.toWords, line.tokens, middle);
    if (!to) continue;
    const first = recogniseDayAhead({ ...line, tokens: line.tokens.slice(0, middle) }, at, given);
    const last = first?.end === middle ? recogniseDayAhead(line, to.end, given) : null;
    if (!first || !last) continue;
    const isPast = first.day.since(localDay(given.now, given.timeZone, given.dayStartHour)).days > farthest;
    const back = { years: isPast ? 1 : 0 };
    return { ...inOrder(first.day.subtract(back), last.day.subtract(back), given), end: last.end };
  }
  return null;
}

/** "friday to tuesday" ends in the week after; of "3 to 10 march", said on the 5th, the first lies behind. */
function inOrder(from: Temporal.PlainDate, until: Temporal.PlainDate, given: Moment) {
  const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0;
  if (!isBefore(until, from)) return { from, until };
  const today = localDay(given.now, given.timeZone, given.dayStartHour);
  const [weekLater, yearBefore] = [until.add({ days: 7 }), from.subtract({ years: 1 })];
  if (until.since(today).days <= 7 && !isBefore(weekLater, from)) return { from, until: weekLater };
  const isRunning = isBefore(yearBefore, today);
  return isRunning && until.since(yearBefore).days <= longestRunning ? { from: yearBefore, until } : { from, until };
}

function dayBefore(line: Line, at: number, given: Moment): { day: Temporal.PlainDate; end: number } | null {
  const said = recogniseDay(line, at);
  const placed = said && placeInTime(said.day, null, null, given);
  return said && placed ? { day: placed.day, end: said.end } : null;
}

/** "for 5 days", "for a week", "the next two weeks". */
function lengthAt(line: Line, at: number): { days: number; end: number } | null {
  const { articles, groups, reminders } = line.language;
  const lead = phraseAt(words.lengthLeads, line.tokens, at);
  if (!lead) return null;
  const isOne = articles.has(wordAt(line, lead.end));
  const group = groups.get(wordAt(line, isOne ? lead.end + 1 : lead.end));
  const number = group === undefined ? recogniseNumber(line, lead.end) : null;
  const value = group ?? number?.value ?? (isOne ? 1 : null);
  const after = group !== undefined ? lead.end + (isOne ? 2 : 1) : (number?.end ?? lead.end + (isOne ? 1 : 0));
  const noun = wordAt(line, after) === 'of' ? after + 1 : after;
  const unit = reminders.delayUnits.get(wordAt(line, noun));
  const days = unit === 'day' ? 1 : unit === 'week' ? 7 : unit === 'month' ? 30 : null;
  if (value === null || days === null) return null;
  const total = Math.round(value * days);
  return total >= 1 && total <= mostDays ? { days: total, end: noun + 1 } : null;
}
