import { exact, type FoundValue } from './found-value.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseClockTime } from './recognise-clock-time.ts';

/** In minutes. */
interface Clock {
  readonly at: number;
  readonly isHalfDayOpen: boolean;
  readonly end: number;
}

const dayMin = 24 * 60;
/** Of two readings of an open hour the one that is a night's sleep. */
const shortestMin = 2.5 * 60;

/** Hours between two times: "11pm to 6:30", "from 23:00 till 7", "11-7", "went to bed at 11, woke up at 6:30". */
export function recogniseNight(line: Line, at: number, isSlept: boolean): FoundValue | null {
  const { from, toBed, outOfBed } = line.language.metrics;
  const bed = phraseAt(toBed, line.tokens, at);
  if (!bed && !isSlept) return null;
  const start = bed?.end ?? (from.has(wordAt(line, at)) ? at + 1 : at);
  const down = clockAt(line, start);
  if (!down) return null;
  const joined = skipJoin(line, down.end);
  const rising = phraseAt(outOfBed, line.tokens, joined);
  const isRange = wordAt(line, down.end) === '-' || line.language.to.has(wordAt(line, down.end));
  const up = rising ? clockAt(line, rising.end) : isRange ? clockAt(line, down.end + 1) : null;
  if (!up) return null;
  // "slept 6-7" is a range of hours.
  const isHours = !rising && down.isHalfDayOpen && up.isHalfDayOpen && up.at > down.at && up.at - down.at <= 2 * 60;
  if (isHours && !from.has(wordAt(line, at))) return null;
  const minutes = between(down, up);
  return {
    value: exact(minutes / 60),
    value2: null,
    typed: { value: exact(minutes / 60), unit: 'h' },
    end: up.end,
  };
}

function skipJoin(line: Line, at: number): number {
  let next = at;
  while (next < at + 2 && (wordAt(line, next) === ',' || line.language.and.has(wordAt(line, next)))) next++;
  return next;
}

/** A time, or a bare hour. */
function clockAt(line: Line, at: number): Clock | null {
  const time = recogniseClockTime(line, at);
  if (time) return { at: time.hour * 60 + time.minute, isHalfDayOpen: time.isHalfDayOpen, end: time.end };
  const pointed = /^(\d{1,2})\.([0-5]\d)$/.exec(wordAt(line, at));
  const token = line.tokens[at];
  const hour = pointed ? Number(pointed[1]) : token?.kind === 'number' ? token.value : null;
  if (hour === null || !Number.isInteger(hour) || hour > 24) return null;
  return { at: hour * 60 + Number(pointed?.[2] ?? 0), isHalfDayOpen: hour >= 1 && hour <= 12, end: at + 1 };
}

function between(down: Clock, up: Clock): number {
  const minutes = (((up.at - down.at) % dayMin) + dayMin) % dayMin;
  if (!down.isHalfDayOpen && !up.isHalfDayOpen) return minutes;
  const half = minutes % (dayMin / 2);
  return half >= shortestMin ? half : half + dayMin / 2;
}
