import type { Temporal } from 'temporal-polyfill';
import { findZones, type ZoneChoice, zonesByClock } from './find-zones.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt, phrases } from './phrases.ts';
import { type FoundTime, recogniseClockTime } from './recognise-clock-time.ts';
import { recogniseNumber } from './recognise-number.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';
import { hereWords, settingLeads, unitSystems } from './vocabulary/en/settings.ts';

export interface SettingsGiven {
  readonly now: Temporal.Instant;
  /** BCP 47; its region helps to choose a zone. */
  readonly locale: string;
}

export interface ReadChange {
  /** IANA name. */
  timeZone?: string;
  unitSystem?: 'metric' | 'us';
  /** 0–6 */
  dayStartHour?: number;
}

export type SettingsReading =
  /** No change at all: they want to see their settings. */
  | { readonly change: ReadChange }
  | { readonly zones: readonly ZoneChoice[]; readonly text: string }
  | { readonly problem: string };

const longestSetting = 200;
const mostZones = 8;
const latestDayStart = 6;
const noSlots = phrases<string>([]);

/** Reads what tells a setting: "i live in madrid", "it is 14:05 here", "use pounds", "my day starts at 4", "/settings …". */
export function readSettings(text: string, given: SettingsGiven): SettingsReading | null {
  if (text.length > longestSetting) return null;
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  const end = endOf(line);
  const isCommand = wordAt(line, 0) === '/' && wordAt(line, 1) === 'settings';
  const start = isCommand ? 2 : 0;
  if (end <= start) return isCommand ? { change: {} } : null;
  if (!isCommand && end === 1 && wordAt(line, 0) === 'settings') return { change: {} };
  if (!isCommand && end === 2 && wordAt(line, 0) === 'my' && wordAt(line, 1) === 'settings') return { change: {} };

  const lead = phraseAt(settingLeads, line.tokens, start);
  const rest = lead?.end ?? start;
  const said = lead ? readLed(line, lead.meaning, rest, end, given) : null;
  if (said || !isCommand) return said;
  // The words after "/settings" need no lead.
  return (
    readUnits(line, start, end) ??
    readClock(line, start, end, false, given) ??
    readPlace(line, start, end) ?? {
      problem: 'Write it like: city Madrid, it is 14:05 here, units us, or day starts at 4.',
    }
  );
}

function readLed(line: Line, lead: string, at: number, end: number, given: SettingsGiven): SettingsReading | null {
  switch (lead) {
    case 'units':
      return readUnits(line, at, end);
    case 'day-start':
      return readDayStart(line, at, end);
    case 'clock':
      return readClock(line, at, end, true, given);
    case 'own-clock':
      return readClock(line, at, end, false, given);
    case 'place': {
      if (at >= end) return null;
      const place = textOf(line, at, end);
      const unknown = {
        problem: `I do not know where ${place} is. Name a large city nearby, or write: it is 14:05 here.`,
      };
      return readPlace(line, at, end) ?? readClock(line, at, end, false, given) ?? (end - at <= 4 ? unknown : null);
    }
    default:
      return readPlace(line, at, end);
  }
}

/** Without politeness and marks at the end. */
function endOf(line: Line): number {
  let end = line.tokens.length;
  while (
    end > 0 &&
    (/^[.!,)]$/.test(wordAt(line, end - 1)) || /^(?:pls|please|thanks|thx|now)$/.test(wordAt(line, end - 1)))
  )
    end--;
  return end;
}

const textOf = (line: Line, at: number, end: number): string =>
  line.text.slice(line.tokens[at]?.start, line.tokens[end - 1]?.end);

function readUnits(line: Line, at: number, end: number): SettingsReading | null {
  const unitSystem = at < end ? unitSystems.get(textOf(line, at, end).toLowerCase()) : undefined;
  return unitSystem ? { change: { unitSystem } } : null;
}

function readDayStart(line: Line, at: number, end: number): SettingsReading | null {
  const time = recogniseClockTime(line, at);
  const number = time ? null : recogniseNumber(line, at);
  const hour = time ? time.hour : number?.value;
  if (hour === undefined || (time ?? number)?.end !== end) return null;
  if (hour > latestDayStart || !Number.isInteger(hour) || (time?.minute ?? 0) > 0) {
    return { problem: 'A day can start on the hour, between midnight and 6 in the morning.' };
  }
  return { change: { dayStartHour: hour } };
}

function readPlace(line: Line, at: number, end: number): SettingsReading | null {
  if (at >= end) return null;
  return chosen(findZones(textOf(line, at, end)), 'Which of these has your time?');
}

/** "14:05 here": without "here" it is said of something else, unless the words before made it plain. */
function readClock(
  line: Line,
  at: number,
  end: number,
  needsHere: boolean,
  given: SettingsGiven,
): SettingsReading | null {
  const time = timeAt(line, at);
  if (!time) return null;
  const here = phraseAt(hereWords, line.tokens, time.end);
  if ((here?.end ?? time.end) !== end || (needsHere && !here)) return null;
  const minutes = (hour: number): number => hour * 60 + time.minute;
  const times =
    time.isHalfDayOpen && time.hour <= 12
      ? [minutes(time.hour % 12), minutes((time.hour % 12) + 12)]
      : [minutes(time.hour)];
  const zones = zonesByClock(times, given.now, given.locale);
  if (zones.length === 0)
    return { problem: 'I know no place where it is that time now. Write your city instead: my city is Madrid.' };
  return chosen(zones, 'Which of these has the same time as you?');
}

/** A time, or a bare hour: "it's 2 here". */
function timeAt(line: Line, at: number): FoundTime | null {
  const time = recogniseClockTime(line, at);
  if (time) return time;
  const hour = line.tokens[at];
  const value = hour?.kind === 'number' ? hour.value : null;
  if (value === null || !Number.isInteger(value) || value > 23) return null;
  return { hour: value, minute: 0, isHalfDayOpen: value >= 1 && value <= 12, end: at + 1 };
}

function chosen(zones: readonly ZoneChoice[], text: string): SettingsReading | null {
  const [only] = zones;
  if (!only) return null;
  return zones.length === 1 ? { change: { timeZone: only.timeZone } } : { zones: zones.slice(0, mostZones), text };
}
