import type { Temporal } from 'temporal-polyfill';
import { findZones, type ZoneChoice, zonesByClock } from './find-zones.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt, phrases } from './phrases.ts';
import { gentleOpenings, readGentle } from './read-gentle.ts';
import { quietOpenings, readQuietHours } from './read-quiet-hours.ts';
import { type FoundTime, recogniseClockTime } from './recognise-clock-time.ts';
import { recogniseNumber } from './recognise-number.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';
import {
  hereWords,
  insteads,
  noPlaces,
  ordinaryWords,
  placeLeads,
  settingLeads,
  unitSystems,
} from './vocabulary/en/settings.ts';

export interface SettingsGiven {
  readonly now: Temporal.Instant;
  /** BCP 47; its region helps to choose a zone. */
  readonly locale: string;
}

export interface ReadChange {
  /** IANA name. */
  timeZone?: string;
  unitSystem?: 'metric' | 'us';
  /** Whether figures of food and body are kept from them. */
  isGentle?: boolean;
  /** 0–6 */
  dayStartHour?: number;
  /** `HH:MM`, between which nothing is said first; the same twice: never quiet. */
  quietFrom?: string;
  quietUntil?: string;
}

export type SettingsReading =
  /** No change at all: they want to see their settings. */
  | { readonly change: ReadChange }
  /** Figures weigh on them: they may not want to see any. */
  | { readonly offersGentle: true }
  | { readonly zones: readonly ZoneChoice[]; readonly text: string }
  | { readonly problem: string };

const isShown =
  /^(?:(?:show|see|view|open|list|check|give)(?: me)? |what are |whats )?(?:my |the |all my |your )?(?:current )?settings\??$/i;
/** The words that a text can begin with, where it tells a setting or asks for all of them. */
export const settingsOpenings: ReadonlySet<string> = new Set([
  ...settingLeads.byFirstWord.keys(),
  ...gentleOpenings,
  ...quietOpenings,
  ...['show', 'see', 'view', 'open', 'list', 'check', 'give', 'what', 'whats', 'my', 'the', 'all', 'your', 'current'],
  'settings',
]);
const longestSetting = 200;
const mostZones = 8;
/** In tokens: longer words after "my city is" name no place. */
const longestPlace = 4;
const latestDayStart = 6;
const noSlots = phrases<string>([]);

/** Reads what tells a setting: "i live in madrid", "it is 14:05 here", "use pounds", "my day starts at 4", "/settings …". What
 * stands after "/settings here" is a bare answer to the question where they are: null when it is none. */
export function readSettings(text: string, given: SettingsGiven): SettingsReading | null {
  if (text.length > longestSetting) return null;
  const line: Line = { text, tokens: scan(text), language: english, ownSlots: noSlots };
  const end = endOf(line);
  const isCommand = wordAt(line, 0) === '/' && wordAt(line, 1) === 'settings';
  const start = isCommand ? 2 : 0;
  if (end <= start) return isCommand ? { change: {} } : null;
  const isNamed = line.tokens.some(({ word }) => word === 'settings');
  if (!isCommand && isNamed && isShown.test(textOf(line, 0, end))) return { change: {} };

  if (isCommand && wordAt(line, start) === 'here') return readAnswer(line, start + 1, end, given);

  const isGentle = readGentle(line, start, end);
  if (isGentle !== null) return isGentle === 'offer' ? { offersGentle: true } : { change: { isGentle } };
  const quiet = readQuietHours(line, start, end);
  if (quiet === 'shown') return { change: {} };
  if (quiet) return 'problem' in quiet ? quiet : { change: { ...quiet } };
  const lead = phraseAt(settingLeads, line.tokens, start);
  const rest = lead?.end ?? start;
  const said = lead ? readLed(line, lead.meaning, rest, end, given) : null;
  if (said || !isCommand) return said;
  // The words after "/settings" need no lead.
  return (
    readUnits(line, start, end) ??
    readClock(line, start, end, false, given) ??
    readPlace(line, start, end) ?? {
      problem:
        'Write it like: city Madrid, it is 14:05 here, units us, day starts at 4, quiet hours 23 to 7, or hide numbers.',
    }
  );
}

/** "madrid", "in madrid", "i live in madrid", "14:05": unlike a command it may be about something else. */
function readAnswer(line: Line, at: number, end: number, given: SettingsGiven): SettingsReading | null {
  if (at >= end) return null;
  const lead = phraseAt(settingLeads, line.tokens, at);
  const led =
    lead?.meaning === 'clock'
      ? readClock(line, lead.end, end, false, given)
      : lead && readLed(line, lead.meaning, lead.end, end, given);
  if (led) return led;
  const placeLead = phraseAt(placeLeads, line.tokens, at);
  const start = placeLead?.end ?? at;
  const isOrdinary = !placeLead && end - at === 1 && ordinaryWords.has(wordAt(line, at));
  const read = isOrdinary ? null : (readPlace(line, start, end) ?? readClock(line, at, end, false, given));
  return read ?? (isOrdinary || isRemark(line, start, end) ? null : unknownPlace(line, start, end));
}

/** Whether it is no name of a place at all: thanks, a refusal, a sentence. */
function isRemark(line: Line, at: number, end: number): boolean {
  const { fillers, refusals } = line.language;
  const first = wordAt(line, at);
  const isWords = line.tokens.slice(at, end).every(({ kind, word }) => kind === 'word' || word === ',');
  return (
    !isWords ||
    end - at > longestPlace ||
    noPlaces.has(first) ||
    phraseAt(fillers, line.tokens, at) !== null ||
    phraseAt(refusals, line.tokens, at) !== null
  );
}

const unknownPlace = (line: Line, at: number, end: number): SettingsReading => ({
  problem: `I do not know where ${textOf(line, at, end)} is. Name a large city nearby, or write: it is 14:05 here.`,
});

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
    case 'place':
      if (at >= end) return null;
      return (
        readPlace(line, at, end) ??
        readClock(line, at, end, false, given) ??
        (end - at <= longestPlace ? unknownPlace(line, at, end) : null)
      );
    default:
      return readPlace(line, at, end) ?? readUnits(line, at, end);
  }
}

/** Without politeness and marks at the end. */
function endOf(line: Line): number {
  let end = line.tokens.length;
  while (end > 0 && closings.has(wordAt(line, end - 1))) end--;
  return end;
}

const closings: ReadonlySet<string> = new Set(['.', '!', ',', ')', 'pls', 'please', 'thanks', 'thx', 'now']);

const textOf = (line: Line, at: number, end: number): string =>
  line.text.slice(line.tokens[at]?.start, line.tokens[end - 1]?.end);

function readUnits(line: Line, at: number, end: number): SettingsReading | null {
  // "lbs not kg"
  let to = at;
  while (to < end && !phraseAt(insteads, line.tokens, to)) to++;
  const unitSystem = at < to ? unitSystems.get(textOf(line, at, to).toLowerCase()) : undefined;
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
