import type { Temporal as Time } from 'temporal-polyfill';
import { Temporal } from 'temporal-polyfill';
import type { FoodIndex } from '../../domain/foods/food-index.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt, phrases } from './phrases.ts';
import { endOf, pastPoliteness, typed } from './read-own-food.ts';
import { recogniseClockTime } from './recognise-clock-time.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';

/** What is said of meals a person names themselves. */
export type OwnSlotReading =
  | { readonly kind: 'keep'; readonly name: string; readonly startsAt: Time.PlainTime | null }
  | { readonly kind: 'list' }
  | { readonly kind: 'forget'; readonly name: string }
  /** The name means something else already: a usual meal, or a food. */
  | { readonly kind: 'taken'; readonly name: string; readonly by: 'meal' | 'food' };

const longestText = 120;
/** In words. */
const longestName = 4;
const noSlots = phrases<string>([]);
const { ownSlots } = english;

/**
 * Reads what names, lists or forgets a meal of a person's own: "call my 16:00 meal merienda", "new meal slot: second
 * breakfast 10:30", "merienda is at 17:00", "delete meal slot merienda". Null for everything else.
 */
export function readOwnSlot(
  text: string,
  given: { readonly foods: FoodIndex; readonly slots?: readonly string[] },
): OwnSlotReading | null {
  if (text.length > longestText) return null;
  const moved = given.slots && given.slots.length > 0 ? readMoved(text, given.slots) : null;
  if (moved || !ownSlots.hint.test(text)) return moved;
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  const isCommand = wordAt(line, 0) === '/' && wordAt(line, 1) === 'food';
  const at = isCommand ? 2 : pastPoliteness(line, 0, given.foods);
  const end = endOf(line);
  if (phraseAt(ownSlots.list, line.tokens, at)?.end === end) return { kind: 'list' };
  const forget = phraseAt(ownSlots.forget, line.tokens, at);
  if (forget) {
    const start = pastMarks(line, forget.end);
    return isName(line, start, end) ? { kind: 'forget', name: typed(line, start, end) } : null;
  }
  return readCall(line, at, end, given.foods) ?? readNew(line, at, end, given.foods);
}

/** "merienda is at 17:00", "my merienda moves to 5pm": another time for a meal that is named already. */
function readMoved(text: string, slots: readonly string[]): OwnSlotReading | null {
  const known = phrases(slots.map((name) => [name, name] as const));
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: known };
  const slot = phraseAt(known, line.tokens, wordAt(line, 0) === 'my' ? 1 : 0);
  const link = slot && phraseAt(ownSlots.moves, line.tokens, slot.end);
  const time = link && timeAt(line, link.end);
  return slot && time?.end === endOf(line) ? { kind: 'keep', name: slot.meaning, startsAt: time.at } : null;
}

const pastMarks = (line: Line, from: number): number => {
  let at = from;
  while (/^(?:[:\-,]|called|named)$/.test(wordAt(line, at))) at++;
  return at;
};

/** "call my 16:00 meal merienda", "my 4pm snack is called merienda". */
function readCall(line: Line, from: number, to: number, foods: FoodIndex): OwnSlotReading | null {
  const lead = phraseAt(ownSlots.calls, line.tokens, from);
  const isOwn = wordAt(line, from) === 'my';
  if (!lead && !isOwn) return null;
  const start = lead?.end ?? from + 1;
  const first = timeAt(line, start);
  const meal = first?.end ?? start;
  if (!ownSlots.meals.has(wordAt(line, meal))) return null;
  const late = first ? null : timeAt(line, meal + 1);
  const time = first ?? late;
  if (!time) return null;
  const link = phraseAt(ownSlots.copulas, line.tokens, late?.end ?? meal + 1);
  const isCalled =
    lead !== null || line.tokens.slice(meal, link?.end ?? meal).some(({ word }) => /^(?:called|named)$/.test(word));
  return isCalled ? named(line, link?.end ?? late?.end ?? meal + 1, to, time.at, foods) : null;
}

/** "new meal slot: second breakfast 10:30", "add a meal called merienda at 4pm". */
function readNew(line: Line, from: number, to: number, foods: FoodIndex): OwnSlotReading | null {
  const lead = phraseAt(ownSlots.leads, line.tokens, from);
  if (!lead) return null;
  const start = pastMarks(line, lead.end);
  for (let at = start + 1; at < to; at++) {
    const time = timeAt(line, wordAt(line, at) === '(' ? at + 1 : at);
    const end = time && wordAt(line, time.end) === ')' ? time.end + 1 : time?.end;
    if (time && end === to) return named(line, start, withoutMark(line, start, at), time.at, foods);
  }
  return named(line, start, to, null, foods);
}

const withoutMark = (line: Line, from: number, to: number): number => {
  let end = to;
  while (end > from && /^(?:[,:\-=(]|at|around|is)$/.test(wordAt(line, end - 1))) end--;
  return end;
};

function timeAt(line: Line, from: number): { at: Time.PlainTime; end: number } | null {
  const start = /^(?:the|at|around)$/.test(wordAt(line, from)) ? from + 1 : from;
  const time = recogniseClockTime(line, start) ?? recogniseClockTime(line, from);
  if (!time) return null;
  return { at: Temporal.PlainTime.from({ hour: time.hour % 24, minute: time.minute }), end: time.end };
}

function named(
  line: Line,
  from: number,
  to: number,
  startsAt: Time.PlainTime | null,
  foods: FoodIndex,
): OwnSlotReading | null {
  if (!isName(line, from, to)) return null;
  const name = typed(line, from, to);
  const isUsual = phraseAt(line.language.slots, line.tokens, from);
  if (isUsual?.end === to && isUsual.meaning === name.toLowerCase()) return { kind: 'taken', name, by: 'meal' };
  if (foods.lookup(name)) return { kind: 'taken', name, by: 'food' };
  return { kind: 'keep', name, startsAt };
}

function isName(line: Line, from: number, to: number): boolean {
  if (to <= from || to - from > longestName) return false;
  const tokens = line.tokens.slice(from, to);
  return (
    tokens.every(({ kind, word }) => kind === 'word' || kind === 'number' || word === '-') &&
    tokens.some(({ kind }) => kind === 'word')
  );
}
