import type { Temporal } from 'temporal-polyfill';
import type { Line } from './line.ts';
import { ownSlotPhrases } from './own-slot-phrases.ts';
import { phraseAt } from './phrases.ts';
import { type Moment, placeInTime } from './place-in-time.ts';
import { dayOpenings, recogniseDay } from './recognise-day.ts';
import { asWord, scan } from './scan.ts';
import { entryDayLeads, entryDayVerbs, possessive } from './vocabulary/en/entry-days.ts';
import { english } from './vocabulary/en/index.ts';
import type { SaidDay } from './vocabulary/vocabulary.ts';

/** Of which day, and perhaps of which meal, what is spoken of was logged; and the words without that. */
export interface EntryDay {
  readonly rest: string;
  readonly day: Temporal.PlainDate;
  readonly slot: string | null;
}

interface EntryDayGiven extends Moment {
  /** The person's own slot names. */
  readonly slots: readonly string[];
}

/**
 * Takes out of words on something logged when that was: "remove the wine from yesterday", "… from monday's dinner", "…
 * from lunch" (today's), "delete the coffee i had yesterday", "yesterday's rice was 250g". Null where they tell no such
 * day, or one to come.
 */
export function readEntryDay(text: string, given: EntryDayGiven): EntryDay | null {
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: ownSlotPhrases(given.slots) };
  for (let at = 0; at < line.tokens.length; at++) {
    const found = tail(line, at) ?? owner(line, at);
    if (!found) continue;
    const placed = placeInTime(found.day, null, null, given);
    return placed && { rest: found.rest, day: placed.day, slot: found.slot };
  }
  return null;
}

interface Found {
  readonly rest: string;
  /** Null: today. */
  readonly day: SaidDay | null;
  readonly slot: string | null;
}

/** "from yesterday", "from monday's dinner", "from lunch", "i had yesterday": the last words. */
function tail(line: Line, at: number): Found | null {
  const lead = at > 0 ? (phraseAt(entryDayLeads, line.tokens, at) ?? phraseAt(entryDayVerbs, line.tokens, at)) : null;
  if (!lead) return null;
  const start = line.language.determiners.has(line.tokens[lead.end]?.word ?? '') ? lead.end + 1 : lead.end;
  const early = slotAt(line, start);
  const day = dayAt(line, early?.end ?? start);
  const slot = early ?? slotAt(line, day?.end ?? start);
  const end = Math.max(early?.end ?? start, day?.end ?? start, slot?.end ?? start);
  const isWhole = line.tokens.slice(end).every(({ kind, word }) => kind === 'picture' || /^[.!?]$|^please$/.test(word));
  if (!isWhole || !(day || slot)) return null;
  return { rest: before(line, lead.meaning.stays ? lead.end : at), day: day?.day ?? null, slot: slot?.slot ?? null };
}

/** "yesterday's rice": the day goes, the rice stays. */
function owner(line: Line, at: number): Found | null {
  const day = dayAt(line, at);
  const [last, next] = [line.tokens[(day?.end ?? 0) - 1], line.tokens[day?.end ?? 0]];
  if (!day || !last || next?.kind !== 'word') return null;
  if (!possessive.test(line.text.slice(last.start, last.end))) return null;
  const isNamed = slotAt(line, day.end) !== null;
  return {
    rest: `${before(line, at)} ${isNamed ? '' : 'the '}${line.text.slice(next.start)}`.trim(),
    day: day.day,
    slot: null,
  };
}

const before = (line: Line, at: number): string => line.text.slice(0, line.tokens[at]?.start).trim();

/** A day, also with its possessive written as one word: "yesterdays", "monday’s". */
function dayAt(line: Line, at: number): { day: SaidDay; end: number } | null {
  const found = recogniseDay(line, at);
  const token = line.tokens[at];
  if (found || !token?.word.endsWith('s')) return found;
  const owner = asWord(token, token.word.slice(0, -1));
  if (!dayOpenings(line.language, owner.lexeme)) return null;
  return recogniseDay({ ...line, tokens: line.tokens.with(at, owner) }, at);
}

function slotAt(line: Line, at: number): { slot: string; end: number } | null {
  const found = phraseAt(line.ownSlots, line.tokens, at) ?? phraseAt(line.language.slots, line.tokens, at);
  return found && { slot: found.meaning, end: found.end };
}
