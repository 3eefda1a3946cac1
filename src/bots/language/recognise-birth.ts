import { Temporal } from 'temporal-polyfill';
import { type Line, type Span, wordAt } from './line.ts';
import { recogniseDate } from './recognise-date.ts';

export interface FoundBirth extends Span {
  /** Null where the year was not said, or no such day exists. */
  readonly date: Temporal.PlainDate | null;
  /** Whether the whole day was said; of a year alone it is its last one: nobody of that year is younger. */
  readonly isExact: boolean;
}

const figures = /(\d{1,2}) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{4}|\d{2})(?!\d)/y;

/** A day of birth: "12 may 1990", "May 12, 1990", "1990-05-12", "12/05/1990", "12.5.90", or a year alone. */
export function recogniseBirth(line: Line, at: number, units: 'metric' | 'us'): FoundBirth | null {
  const written = inFigures(line, at, units);
  if (written) return written;
  const said = recogniseDate(line, at)?.day;
  const end = recogniseDate(line, at)?.end ?? at;
  if (said?.kind === 'date') {
    const { year, month, day } = said;
    return { date: year === null ? null : dateOf(year, month, day), isExact: true, end };
  }
  const year = /^(?:19|20)\d{2}$/.exec(wordAt(line, at));
  return year ? { date: dateOf(Number(year[0]), 12, 31), isExact: false, end: at + 1 } : null;
}

/** The day comes first, except where the month is written first (`us`); a figure above 12 settles it. */
function inFigures(line: Line, at: number, units: 'metric' | 'us'): FoundBirth | null {
  const start = line.tokens[at]?.start;
  if (start === undefined || line.tokens[at]?.kind !== 'number') return null;
  figures.lastIndex = start;
  const match = figures.exec(line.text);
  if (!match) return null;
  const [one, two] = [Number(match[1]), Number(match[2])];
  const isMonthFirst = two > 12 || (units === 'us' && one <= 12);
  const [day, month] = isMonthFirst ? [two, one] : [one, two];
  let end = at;
  while (end < line.tokens.length && (line.tokens[end]?.start ?? 0) < start + match[0].length) end++;
  return { date: dateOf(fullYear(match[3] ?? ''), month, day), isExact: true, end };
}

/** "90" is 1990, "05" is 2005. */
function fullYear(written: string): number {
  const year = Number(written);
  if (written.length === 4) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
