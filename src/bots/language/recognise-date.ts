import { strict } from 'chrono-node';
import { type Line, wordAt } from './line.ts';
import { recogniseClockTime } from './recognise-clock-time.ts';
import type { FoundDay } from './recognise-day.ts';

/** Tokens of the longest date: "on the 3rd of march , 2026". */
const longestDate = 8;

/**
 * A written date: "march 3rd", "on 3 march", "2026-03-01". Only asked of chrono where a month's name stands beside a
 * number, or the shape is that of an ISO date; its figures are placed in the calendar by our own code.
 */
export function recogniseDate(line: Line, at: number): FoundDay | null {
  const figures = inFigures(line, at);
  if (figures) return figures;
  const start = dateStart(line, at);
  if (start === null) return null;
  const first = line.tokens[start];
  const last = line.tokens[windowEnd(line, start) - 1];
  if (!first || !last) return null;
  const window = line.text.slice(first.start, last.end);
  // The reference only fills in what was not said, and we take nothing from it.
  const [found] = strict.parse(window, new Date(Date.UTC(2000, 0, 1)));
  if (found?.index !== 0 || !found.start.isCertain('day') || !found.start.isCertain('month')) return null;
  const [month, day] = [found.start.get('month'), found.start.get('day')];
  if (month === null || day === null) return null;
  const year = found.start.isCertain('year') ? found.start.get('year') : null;
  const textEnd = first.start + found.text.length;
  let end = start;
  while (end < line.tokens.length && (line.tokens[end]?.start ?? textEnd) < textEnd) end++;
  return { day: { kind: 'date', year, month, day }, end };
}

/**
 * "on 27/2", "dinner 27/2", "on 2/27": a day above 12 tells which of the two it is, and what stands before that it is no
 * fraction and no list of sets.
 */
function inFigures(line: Line, at: number): FoundDay | null {
  const isOn = wordAt(line, at) === 'on';
  const start = isOn ? at + 1 : at;
  const first = line.tokens[start];
  if (first?.kind !== 'number') return null;
  const isAfterSlot = line.language.slots.byFirstWord.has(wordAt(line, at - 1));
  if (!isOn && !isAfterSlot && at > 0) return null;
  const [slash, second] = [line.tokens[start + 1], line.tokens[start + 2]];
  const isApart = slash?.word === '/' && slash.isGlued && second?.isGlued === true && second.kind === 'number';
  const written = /^(\d{1,2})\/(\d{1,2})$/.exec(isApart ? `${first.word}/${second?.word}` : first.word);
  const end = isApart ? start + 3 : start + 1;
  if (
    !written ||
    wordAt(line, end) === '/' ||
    (line.tokens[end]?.isGlued === true && line.tokens[end]?.kind === 'word')
  )
    return null;
  const [left, right] = [Number(written[1]), Number(written[2])];
  const [day, month] = left > 12 ? [left, right] : [right, left];
  if (day <= 12 || day > 31 || month < 1 || month > 12) return null;
  return { day: { kind: 'date', year: null, month, day }, end };
}

/** A time after the date is none of it: "march 3rd at 9", and chrono would take both. */
function windowEnd(line: Line, start: number): number {
  const end = Math.min(start + longestDate, line.tokens.length);
  for (let at = start + 2; at < end; at++) if (recogniseClockTime(line, at)) return at;
  return end;
}

/** Where the date itself begins; null when nothing here looks like one. */
function dateStart(line: Line, at: number): number | null {
  const { months } = line.language;
  let start = at;
  if (wordAt(line, start) === 'on') start++;
  if (wordAt(line, start) === 'the') start++;
  const token = line.tokens[start];
  if (!token) return null;
  if (token.kind === 'number') {
    if (/^\d{4}$/.test(token.word)) {
      const [dash, month, second, day] = line.tokens.slice(start + 1, start + 5);
      const isIso = dash?.word === '-' && month?.kind === 'number' && second?.word === '-' && day?.kind === 'number';
      return isIso ? start : null;
    }
    if (!/^\d{1,2}$/.test(token.word)) return null;
    for (let n = 1; n <= 3; n++)
      if (months.has(wordAt(line, start + n))) return isDayNumber(line, start, start + n) ? start : null;
    return null;
  }
  return months.has(token.word) && line.tokens[start + 1]?.kind === 'number' ? start : null;
}

const between = new Set(['st', 'nd', 'rd', 'th', 'of']);

/** "3rd of march", "3 march": only ordinal endings and "of" may stand between. */
function isDayNumber(line: Line, start: number, month: number): boolean {
  for (let n = start + 1; n < month; n++) if (!between.has(wordAt(line, n))) return false;
  return true;
}
