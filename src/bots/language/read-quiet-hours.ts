import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseTime, recogniseWindow, type SaidTime } from './recognise-times.ts';
import { noQuietHours, quietEdges, quietLeads } from './vocabulary/en/quiet-hours.ts';

/** Between which wall times nothing is said first, `HH:MM`; the same twice: never quiet. */
export interface QuietHoursReading {
  readonly quietFrom: string;
  readonly quietUntil: string;
}

/** The words that a text can begin with, where it says when somebody wants quiet. */
export const quietOpenings: readonly string[] = [noQuietHours, quietLeads].flatMap((table) => [
  ...table.byFirstWord.keys(),
]);

const none: QuietHoursReading = { quietFrom: '00:00', quietUntil: '00:00' };

/**
 * Reads from one token to another when somebody wants quiet: "quiet hours 23 to 7", "no quiet hours". Null for anything
 * else, `shown` where they want to see them, and `problem` where the hours cannot be read.
 */
export function readQuietHours(
  line: Line,
  start: number,
  end: number,
): QuietHoursReading | { readonly problem: string } | 'shown' | null {
  if (phraseAt(noQuietHours, line.tokens, start)?.end === end) return none;
  const lead = phraseAt(quietLeads, line.tokens, start);
  if (!lead) return null;
  if (lead.end >= end) return lead.meaning === 'hours' ? 'shown' : null;
  const edge = phraseAt(quietEdges, line.tokens, lead.end);
  if (edge && recogniseTime(line, edge.end, true)?.end === end)
    return { problem: 'From when until when? Write it like: quiet hours 22:30 to 7.' };
  const window = recogniseWindow(line, lead.end);
  if (!window?.from || !window.to || window.end !== end)
    return lead.meaning === 'hours' && wordAt(line, lead.end) !== '?'
      ? { problem: 'Write it like: quiet hours 22:30 to 7, or no quiet hours.' }
      : null;
  return { quietFrom: onClock(window.from, true), quietUntil: onClock(window.to, false) };
}

/** Quiet begins in the evening and ends in the morning, where they do not say. */
function onClock({ hour, minute, isHalfDayOpen }: SaidTime, isEvening: boolean): string {
  const evening = hour === 12 ? 0 : (hour % 12) + 12;
  const meant = isHalfDayOpen ? (isEvening ? (hour >= 6 ? evening : hour % 12) : hour % 12) : hour % 24;
  return `${String(meant).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
