import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../domain/users/local-day.ts';
import { candidateForms, fits, type SlotReader, type SlotReaders } from './forms.ts';
import { type Line, wordAt } from './line.ts';
import { ownSlotPhrases } from './own-slot-phrases.ts';
import { phraseAt } from './phrases.ts';
import { placeInTime } from './place-in-time.ts';
import { type MealGiven, type ReadItem, readMeals } from './read-meals.ts';
import { recogniseBracket } from './recognise-aside.ts';
import { recogniseDay } from './recognise-day.ts';
import { asWord, scan, type Token } from './scan.ts';
import { english } from './vocabulary/en/index.ts';
import type { RepeatMeaning } from './vocabulary/repeat-vocabulary.ts';
import type { SaidDay } from './vocabulary/vocabulary.ts';

/** That something is eaten again. */
export interface RepeatReading {
  readonly what: RepeatMeaning;
  /** The slot it is eaten in now; null when unsaid. */
  readonly slot: string | null;
  /** The slot it is taken from; null when unsaid. */
  readonly fromSlot: string | null;
  /** The day it is taken from; null when unsaid. */
  readonly from: Temporal.PlainDate | null;
  /** The day it is eaten on. */
  readonly day: Temporal.PlainDate;
  readonly isDaySaid: boolean;
  /** What of it is left out this time, in the person's words. */
  readonly without: readonly string[];
  /** What is eaten with it this time. */
  readonly plus: readonly ReadItem[];
}

const longestText = 140;
/** In words. */
const longestLeftOut = 4;
const { repeats } = english;

/**
 * Reads that something is eaten again: "same breakfast as yesterday", "again", "my usual lunch", "copy yesterday's dinner
 * to today", "same lunch as monday but no bread". Null for everything else, and for questions and plans.
 */
export function readRepeat(text: string, given: MealGiven): RepeatReading | null {
  if (text.length > longestText || !repeats.hint.test(text)) return null;
  const whole: Line = { text, tokens: scan(text), language: english, ownSlots: ownSlotPhrases(given.slots) };
  const tokens = pared(whole);
  if (tokens === null || tokens.length === 0) return null;
  const line: Line = { ...whole, tokens };
  const tail = tailOf(line);
  const base = { ...line, tokens: tokens.slice(0, tail) };
  const rest = tail === tokens.length ? { without: [], plus: [] } : readTail(line, tail, given);
  if (!rest) return null;
  const read = readForms(base, given);
  return read && { ...read, ...rest };
}

/** Without politeness, marks, pictures and remarks in brackets; null for a question. */
function pared(line: Line): Token[] | null {
  const tokens: Token[] = [];
  const { fillers } = line.language;
  for (let at = 0; at < line.tokens.length; ) {
    const token = line.tokens[at];
    if (!token || token.word === '?') return null;
    const bracket = recogniseBracket(line, at);
    const own = phraseAt(repeats.fillers, line.tokens, at);
    const isKept = keepsMeaning.has(token.word) || phraseAt(line.ownSlots, line.tokens, at) !== null;
    const filler = own ?? (isKept ? null : phraseAt(fillers, line.tokens, at));
    if (bracket) at = bracket.end;
    else if (filler) {
      // "Thanks again" says nothing of food.
      const isGreeting = tokens.length === 0 && !own && !openers.has(token.word);
      if (isGreeting && wordAt(line, filler.end) === 'again') return null;
      at = filler.end;
    } else if (isIdleMark(token) || token.kind === 'picture') at++;
    else {
      for (const word of repeats.expansions.get(token.word) ?? [token.word])
        tokens.push(word === token.word ? token : asWord(token, word));
      at++;
    }
  }
  return tokens;
}

/** Fillers of other messages that say something here. */
const keepsMeaning = new Set(['again', 'the', 'also', 'all', 'morning']);
/** What may stand before "again". */
const openers = new Set(['please', 'pls', 'plz', 'ok', 'okay', 'so', 'yes', 'and', 'log']);
const isIdleMark = ({ kind, word }: Token): boolean => kind === 'mark' && /^[.!:,;\-\n…'"“”/]$/.test(word);

/** Where "but no toast" or "plus a banana" begins. */
function tailOf(line: Line): number {
  for (let at = 1; at < line.tokens.length; at++) {
    if (phraseAt(repeats.withouts, line.tokens, at) || phraseAt(repeats.pluses, line.tokens, at)) return at;
  }
  return line.tokens.length;
}

function readTail(line: Line, from: number, given: MealGiven): Pick<RepeatReading, 'without' | 'plus'> | null {
  const without: string[] = [];
  let at = from;
  const end = line.tokens.length;
  const left = phraseAt(repeats.withouts, line.tokens, at);
  if (left) {
    at = left.end;
    let start = at;
    for (; at <= end; at++) {
      const isJoin = at === end || line.language.and.has(wordAt(line, at)) || /^(?:or|no)$/.test(wordAt(line, at));
      const plus = at < end && !isJoin ? phraseAt(repeats.pluses, line.tokens, at) : null;
      if (!isJoin && !plus) continue;
      if (at - start > longestLeftOut) return null;
      if (at > start) without.push(textOf(line, start, at));
      if (plus) break;
      start = at + 1;
    }
    if (without.length === 0 || without.some((words) => !isFoodWords(words, given))) return null;
    if (at >= end) return { without, plus: [] };
  }
  const plus = phraseAt(repeats.pluses, line.tokens, at);
  if (!plus || plus.end >= end) return null;
  const read = readMeals(`ate ${textOf(line, plus.end, end)}`, given);
  if (read === null || 'about' in read || read.length !== 1) return null;
  const [meal] = read;
  if (!meal || meal.slot !== null || meal.isDaySaid || meal.waterMl !== null) return null;
  return meal.items.length > 0 && meal.items.every(({ match }) => match !== null)
    ? { without, plus: meal.items }
    : null;
}

/** What is left out has the name of a food. */
function isFoodWords(words: string, { foods }: MealGiven): boolean {
  return (
    foods.lookup(words) !== null || words.split(' ').some((word) => word.length > 2 && foods.lookup(word) !== null)
  );
}

const textOf = (line: Line, from: number, to: number): string =>
  line.text.slice(line.tokens[from]?.start, line.tokens[to - 1]?.end).replace(/^(?:the|any|my)\s+/i, '');

interface Found {
  readonly line: Line;
  /** "same lunch": the slot it is taken from and eaten in. */
  slot?: string | undefined;
  fromSlot?: string | undefined;
  into?: string | undefined;
  from?: SaidDay | undefined;
  to?: SaidDay | undefined;
}

function readForms(line: Line, given: MealGiven): Omit<RepeatReading, 'without' | 'plus'> | null {
  const ownFirst = phraseAt(line.ownSlots, line.tokens, 0) ? repeats.ownSlot : null;
  for (const form of candidateForms(repeats.forms, line.tokens, ownFirst)) {
    const found: Found = { line };
    if (!fits(form, line.tokens, slotReaders, found, () => true)) continue;
    const read = placed(form.meaning, found, given);
    if (read) return read;
  }
  return null;
}

function placed(what: RepeatMeaning, found: Found, given: MealGiven): Omit<RepeatReading, 'without' | 'plus'> | null {
  const today = localDay(given.now, given.timeZone, given.dayStartHour);
  const dayOf = (said: SaidDay | undefined): Temporal.PlainDate | null =>
    said === undefined ? null : (placeInTime(said, null, null, given)?.day ?? null);
  const [fromDay, toDay] = [dayOf(found.from), dayOf(found.to)];
  if ((found.from && !fromDay) || (found.to && !toDay)) return null;
  // "As on monday" said on a Monday means the last one.
  const isLastWeek = found.from?.kind === 'weekday' && fromDay?.equals(today);
  const from = fromDay && isLastWeek ? fromDay.subtract({ days: 7 }) : fromDay;
  const day = toDay ?? today;
  if (what === 'whole' && from?.equals(day)) return null;
  const part = found.from && 'part' in found.from ? found.from.part : null;
  const ofPart = part === 'night' || part === 'evening' ? 'dinner' : part === 'morning' ? 'breakfast' : null;
  const fromSlot = found.fromSlot ?? found.slot ?? ofPart ?? found.into ?? null;
  const slot = found.into ?? found.slot ?? (from === null ? null : (found.fromSlot ?? null));
  return { what: kindOf(what, from, fromSlot), slot, fromSlot, from, day, isDaySaid: found.to !== undefined };
}

/** A night or a morning has one meal to copy; a slot without a day has its last one. */
function kindOf(what: RepeatMeaning, from: Temporal.PlainDate | null, fromSlot: string | null): RepeatMeaning {
  if (what === 'whole' && fromSlot !== null) return 'day';
  return what === 'day' && from === null ? 'slot' : what;
}

type Reader = SlotReader<Found>;

const slotReader =
  (key: 'slot' | 'fromSlot' | 'into'): Reader =>
  (tokens, at, found, next) => {
    const { line } = found;
    const slot = phraseAt(line.ownSlots, tokens, at) ?? phraseAt(line.language.slots, tokens, at);
    if (!slot) return false;
    const before = found[key];
    found[key] = slot.meaning;
    if (next(slot.end)) return true;
    found[key] = before;
    return false;
  };

const dayReader =
  (key: 'from' | 'to'): Reader =>
  (tokens, at, found, next) => {
    const day = recogniseDay({ ...found.line, tokens }, at);
    if (!day || day.day.kind === 'future') return false;
    const before = found[key];
    found[key] = day.day;
    if (next(day.end)) return true;
    found[key] = before;
    return false;
  };

const slotReaders: SlotReaders<Found> = new Map<string, Reader>([
  ['slot', slotReader('slot')],
  ['from', slotReader('fromSlot')],
  ['into', slotReader('into')],
  ['day', dayReader('from')],
  ['to', dayReader('to')],
]);
