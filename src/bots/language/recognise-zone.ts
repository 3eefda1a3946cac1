import { findZones } from './find-zones.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { ordinaryWords } from './vocabulary/en/settings.ts';
import { ownZones, zoneLeads, zoneNames, zoneNouns } from './vocabulary/en/zones.ts';

export interface FoundZone extends Span {
  /** IANA name; null: wherever they are. */
  readonly timeZone: string | null;
}

/** In tokens: "new york", "ho chi minh city". */
const longestPlace = 4;

/** Whose clock a time is told by: "london time", "in berlin time", "(UTC)", "EST", "my local time". */
export function recogniseZone(line: Line, at: number): FoundZone | null {
  const lead = phraseAt(zoneLeads, line.tokens, at);
  const start = lead?.end ?? at;
  const found = ownAt(line, start) ?? shortAt(line, start) ?? placeAt(line, start, lead !== null);
  if (!found) return null;
  return wordAt(line, found.end) === ')' ? { ...found, end: found.end + 1 } : found;
}

function ownAt(line: Line, at: number): FoundZone | null {
  const own = phraseAt(ownZones, line.tokens, at);
  return own && { timeZone: null, end: own.end };
}

function shortAt(line: Line, at: number): FoundZone | null {
  const timeZone = zoneNames.get(wordAt(line, at));
  if (!timeZone) return null;
  return { timeZone, end: phraseAt(zoneNouns, line.tokens, at + 1)?.end ?? at + 1 };
}

/** A place's name is one only before "time"; "bath time" needs an "in". */
function placeAt(line: Line, at: number, isLed: boolean): FoundZone | null {
  for (let end = at + 1; end <= at + longestPlace && line.tokens[end - 1]?.kind === 'word'; end++) {
    const noun = phraseAt(zoneNouns, line.tokens, end);
    if (!noun || (!isLed && ordinaryWords.has(wordAt(line, at)))) continue;
    const place = line.text.slice(line.tokens[at]?.start, line.tokens[end - 1]?.end);
    const [zone, another] = findZones(place);
    if (zone && !another) return { timeZone: zone.timeZone, end: noun.end };
  }
  return null;
}
