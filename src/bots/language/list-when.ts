import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import type { Moment } from './place-in-time.ts';
import { type FoundDayAhead, recogniseDayAhead } from './recognise-day-ahead.ts';
import { type FoundDelay, recogniseDelay } from './recognise-delay.ts';
import { recogniseRecurrence } from './recognise-recurrence.ts';
import { type FoundTimes, type FoundWindow, recogniseTimes, recogniseWindow } from './recognise-times.ts';
import { type FoundZone, recogniseZone } from './recognise-zone.ts';
import type { Recurrence } from './vocabulary/reminder-vocabulary.ts';
import type { DayPart } from './vocabulary/vocabulary.ts';

/** When something is to be said, as far as it was told. */
export interface When {
  readonly recurrences: readonly Recurrence[];
  readonly times: FoundTimes | null;
  readonly window: FoundWindow | null;
  readonly delay: FoundDelay | null;
  readonly day: FoundDayAhead | null;
  readonly part: DayPart | null;
  /** By whose clock it was told; null where nothing was said of that. */
  readonly zone: FoundZone | null;
  /** The tokens that tell it, by index. */
  readonly taken: ReadonlySet<number>;
}

type Piece =
  | { readonly kind: 'recurrence'; readonly found: Span & { readonly recurrence: Recurrence } }
  | { readonly kind: 'delay'; readonly found: FoundDelay }
  | { readonly kind: 'window'; readonly found: FoundWindow }
  | { readonly kind: 'times'; readonly found: FoundTimes }
  | { readonly kind: 'day'; readonly found: FoundDayAhead }
  | { readonly kind: 'zone'; readonly found: FoundZone }
  | { readonly kind: 'part'; readonly found: Span & { readonly part: DayPart } };

type Placed = Piece & { readonly at: number };

/** Finds what tells the time of a reminder in the tokens from `from` on. Of two of a kind the likelier one counts. */
export function listWhen(line: Line, from: number, moment: Moment): When {
  const pieces = listPieces(line, from, moment);
  const recurrences = pieces.filter((piece) => piece.kind === 'recurrence');
  const isWeekly = recurrences.some(({ found }) => found.recurrence.kind === 'open-days');
  const times = best(
    pieces.filter((piece) => piece.kind === 'times'),
    ({ found }) => found.isLed,
  );
  const days = pieces.filter((piece) => piece.kind === 'day');
  const touches = ({ at, found }: Placed): boolean =>
    times !== null && (found.end === times.at || times.found.end === at);
  // A day beside "every day" is no day of its own: "every day drink to the weekend".
  const day =
    recurrences.some(({ found }) => found.recurrence.kind === 'days') && !isWeekly
      ? null
      : (best(days, touches, true) ?? best(days, ({ found }) => found.isFirm));
  const window = pieces.find((piece) => piece.kind === 'window') ?? null;
  const delay = pieces.find((piece) => piece.kind === 'delay') ?? null;
  const part = pieces.find((piece) => piece.kind === 'part') ?? null;
  const zone = pieces.find((piece) => piece.kind === 'zone') ?? null;
  const chosen = [...recurrences, times, day, window, delay, part, zone].filter((piece) => piece !== null);
  const taken = new Set<number>();
  for (const { at, found } of chosen) for (let n = at; n < found.end; n++) taken.add(n);
  return {
    recurrences: recurrences.map(({ found }) => found.recurrence),
    times: times?.found ?? null,
    window: window?.found ?? null,
    delay: delay?.found ?? null,
    day: day?.found ?? null,
    part: part?.found.part ?? null,
    zone: zone?.found ?? null,
    taken,
  };
}

/** The first that fits, or else, unless `only`, the first of all. */
function best<One>(list: readonly One[], fits: (one: One) => boolean, only = false): One | null {
  return list.find(fits) ?? (only ? null : list[0]) ?? null;
}

function listPieces(line: Line, from: number, moment: Moment): Placed[] {
  const isRepeated = hasInterval(line, from);
  const pieces: Placed[] = [];
  for (let at = from; at < line.tokens.length; ) {
    const piece = zoneAfter(line, at, pieces.at(-1)) ?? pieceAt(line, at, isRepeated, moment);
    if (piece) pieces.push({ ...piece, at });
    at = piece ? piece.found.end : at + 1;
  }
  return pieces;
}

/** A zone is told right after a time of day. */
function zoneAfter(line: Line, at: number, before: Placed | undefined): Piece | null {
  if (before?.found.end !== at || (before.kind !== 'times' && before.kind !== 'window')) return null;
  const zone = recogniseZone(line, at);
  return zone && { kind: 'zone', found: zone };
}

function hasInterval(line: Line, from: number): boolean {
  for (let at = from; at < line.tokens.length; at++)
    if (recogniseRecurrence(line, at)?.recurrence.kind === 'interval') return true;
  return false;
}

function pieceAt(line: Line, at: number, isRepeated: boolean, moment: Moment): Piece | null {
  const recurrence = recogniseRecurrence(line, at);
  if (recurrence) return { kind: 'recurrence', found: recurrence };
  const delay = recogniseDelay(line, at);
  if (delay) return { kind: 'delay', found: delay };
  const window = isRepeated ? recogniseWindow(line, at) : null;
  if (window) return { kind: 'window', found: window };
  const times = recogniseTimes(line, at);
  if (times) return { kind: 'times', found: times };
  const part = phraseAt(line.language.reminders.parts, line.tokens, at);
  if (part) return { kind: 'part', found: { part: part.meaning, end: part.end } };
  // "the 3 of us" begins no date.
  const day = wordAt(line, at) === 'by' ? null : recogniseDayAhead(line, at, moment);
  return day && { kind: 'day', found: day };
}
