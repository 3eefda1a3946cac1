import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { type FoundTime, recogniseClockTime } from './recognise-clock-time.ts';
import { recogniseDay } from './recognise-day.ts';
import { recogniseNumber } from './recognise-number.ts';
import { recogniseUnit } from './recognise-unit.ts';
import type { DayPart } from './vocabulary/vocabulary.ts';

/** A time of day as said; whether morning or evening may still be open. */
export type SaidTime = Omit<FoundTime, 'end'>;

export interface FoundTimes extends Span {
  readonly times: readonly SaidTime[];
  /** Whether it was led to ("at 6") rather than just named ("6pm"). */
  readonly isLed: boolean;
  /** Said after the times: "at 7 in the evening". */
  readonly part: DayPart | null;
}

export interface FoundWindow extends Span {
  /** Null: not said. */
  readonly from: SaidTime | null;
  readonly to: SaidTime | null;
}

/** One or more times of day: "7:10", "at 8", "8am and 8pm", "at 9, 13 and 18", "half past 7", "at 1830". */
export function recogniseTimes(line: Line, at: number): FoundTimes | null {
  const isLed = phraseAt(line.language.clock.leads, line.tokens, at) !== null;
  const first = recogniseTime(line, at, false);
  if (!first) return null;
  const times: SaidTime[] = [first];
  let { end } = first;
  for (;;) {
    const next = nextTime(line, end);
    if (!next) break;
    times.push(next);
    end = next.end;
  }
  if (isTwice(times)) times.splice(0, 2, withHalf(first, 0), withHalf(first, noon));
  // "at 8 and 8 pm": only the last says its half of the day, and they may differ.
  const part = phraseAt(line.language.reminders.parts, line.tokens, end);
  return { times, isLed, part: part?.meaning ?? null, end: part?.end ?? end };
}

const noon = 12;

/** "at 8 and 8": of the morning and of the evening. */
const isTwice = ([one, other, ...more]: readonly SaidTime[]): boolean =>
  more.length === 0 &&
  one?.isHalfDayOpen === true &&
  other?.isHalfDayOpen === true &&
  one.hour === other.hour &&
  one.minute === other.minute;

const withHalf = ({ hour, minute }: SaidTime, from: number): SaidTime => ({
  hour: (hour % noon) + from,
  minute,
  isHalfDayOpen: false,
});

/** "and 22:00", ", 13", "& 8pm", "/ 20:00". */
function nextTime(line: Line, at: number): FoundTime | null {
  const { and } = line.language;
  const isComma = wordAt(line, at) === ',' || wordAt(line, at) === '/' || wordAt(line, at) === '+';
  const isAnd = and.has(wordAt(line, isComma ? at + 1 : at));
  if (!isComma && !isAnd) return null;
  return recogniseTime(line, at + Number(isComma) + Number(isAnd), true);
}

/**
 * A time of day, more freely than in a log: in a reminder "at 7" is always a time. `isBareAllowed`: a number alone, in a
 * list of times or between "from" and "to".
 */
export function recogniseTime(line: Line, at: number, isBareAllowed: boolean): FoundTime | null {
  const { clock } = line.language;
  const { oclock, timeLeads } = line.language.reminders;
  const lead = phraseAt(timeLeads, line.tokens, at);
  const start = lead?.end ?? at;
  const clockTime = recogniseClockTime(line, at) ?? (lead && recogniseClockTime(line, start));
  if (clockTime) return pastOclock(line, clockTime, oclock);
  const military = /^([01]\d|2[0-3])([0-5]\d)$/.exec(wordAt(line, start));
  if (military && lead && line.tokens[start]?.kind === 'number')
    return { hour: Number(military[1]), minute: Number(military[2]), isHalfDayOpen: false, end: start + 1 };
  const pointed = isBareAllowed ? /^(1?\d|2[0-3])\.([0-5]\d)$/.exec(wordAt(line, start)) : null;
  if (pointed) {
    const hour = Number(pointed[1]);
    return { hour, minute: Number(pointed[2]), isHalfDayOpen: hour >= 1 && hour <= noon, end: start + 1 };
  }
  const spoken = recogniseSpokenTime(line, start, lead !== null);
  if (spoken) return spoken;
  const isOclock = phraseAt(oclock, line.tokens, recogniseNumber(line, start)?.end ?? start);
  if (!lead && !isBareAllowed && !isOclock) return null;
  const number = recogniseNumber(line, start);
  if (!number || !Number.isInteger(number.value) || number.value < 0 || number.value > 23) return null;
  const am = phraseAt(clock.am, line.tokens, number.end);
  const pm = phraseAt(clock.pm, line.tokens, number.end);
  if (/^[ap]\.?m/.test(wordAt(line, number.end)) && (am || pm) && number.value >= 1 && number.value <= 12)
    return { hour: (number.value % 12) + (pm ? 12 : 0), minute: 0, isHalfDayOpen: false, end: (am ?? pm)?.end ?? 0 };
  if (!isOclock && (measures(line, number.end) || (lead && !isFirm(line, at) && !isFree(line, number.end))))
    return null;
  const isHalfDayOpen = number.value >= 1 && number.value <= 12 && !/^0/.test(wordAt(line, start));
  return { hour: number.value, minute: 0, isHalfDayOpen, end: isOclock?.end ?? number.end };
}

const isFirm = (line: Line, at: number): boolean => line.language.clock.firmLeads.has(wordAt(line, at));

/** Whether a measure or a sign makes the number before it something else than an hour. */
function measures(line: Line, at: number): boolean {
  const word = wordAt(line, at);
  return (
    word === '%' || word === '/' || line.language.reminders.delayUnits.has(word) || recogniseUnit(line, at) !== null
  );
}

/** "for 8 tomorrow" is a time, "for 2 friends" is none. */
function isFree(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (token?.kind !== 'word') return true;
  return line.language.reminders.connectors.has(token.word) || recogniseDay(line, at) !== null;
}

const pastOclock = (line: Line, time: FoundTime, oclock: Line['language']['reminders']['oclock']): FoundTime => ({
  ...time,
  end: phraseAt(oclock, line.tokens, time.end)?.end ?? time.end,
});

/** "half past 7", "quarter to 8", "10 past 6"; "half 7" where `isLed`: after "at". */
export function recogniseSpokenTime(line: Line, at: number, isLed: boolean): FoundTime | null {
  const { fractions, articles, clock } = line.language;
  const { pastWords, toWords } = line.language.reminders;
  const start = articles.has(wordAt(line, at)) ? at + 1 : at;
  const fraction = fractions.get(wordAt(line, start));
  const number = fraction === undefined ? recogniseNumber(line, start) : null;
  const minutes = fraction === 1 / 2 ? 30 : fraction === 1 / 4 ? 15 : (number?.value ?? null);
  // "at half 7" is half past.
  const isHalfOf = isLed && start === at && fraction === 1 / 2 && !pastWords.has(wordAt(line, start + 1));
  const joint = isHalfOf ? start : (number?.end ?? start + 1);
  const isPast = isHalfOf || pastWords.has(wordAt(line, joint));
  if (minutes === null || minutes < 1 || minutes > 45 || !Number.isInteger(minutes)) return null;
  if (!isPast && !(toWords.has(wordAt(line, joint)) && fraction === 1 / 4)) return null;
  const hour = recogniseNumber(line, joint + 1);
  if (!hour || !Number.isInteger(hour.value) || hour.value < 1 || hour.value > 12) return null;
  const am = phraseAt(clock.am, line.tokens, hour.end);
  const pm = phraseAt(clock.pm, line.tokens, hour.end);
  const isSaid = /^[ap]\.?m?/.test(wordAt(line, hour.end)) && (am || pm);
  const onTheHour = isSaid ? (hour.value % 12) + (pm ? 12 : 0) : hour.value;
  const total = (onTheHour * 60 + (isPast ? minutes : -minutes) + 24 * 60) % (24 * 60);
  const end = isSaid ? ((am ?? pm)?.end ?? hour.end) : hour.end;
  return { hour: Math.floor(total / 60), minute: total % 60, isHalfDayOpen: !isSaid, end };
}

/** "from 9 to 18", "between 8am and 10pm", "9-18", "8:00 till 22:00", "until 22:00", "from 9". */
export function recogniseWindow(line: Line, at: number): FoundWindow | null {
  const { windowLeads, windowTo, windowUntil } = line.language.reminders;
  const lead = phraseAt(windowLeads, line.tokens, at);
  const from = recogniseTime(line, lead?.end ?? at, true);
  if (!from) {
    const until = phraseAt(windowUntil, line.tokens, at);
    const to = until && recogniseTime(line, until.end, true);
    return to && { from: null, to, end: to.end };
  }
  const joint = phraseAt(windowTo, line.tokens, from.end);
  const to = joint && recogniseTime(line, joint.end, true);
  if (to) return { from, to, end: to.end };
  return lead ? { from, to: null, end: from.end } : null;
}
