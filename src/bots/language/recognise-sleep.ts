import { type FoundValue, foundValue, numberAt, rangeTo } from './found-value.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseNumber } from './recognise-number.ts';

const hoursAndMinutes = /^(?:h|hr|hrs|hour|hours)(\d{1,2})(?:m|min|mins)?$/;

/** How long somebody slept, in hours: "7h20", "7:20", "7.5 hours", "7 hrs 20 min", "430 min", "6-7 hours", bare "7,5". */
export function recogniseSleep(line: Line, at: number): FoundValue | null {
  const { durations } = line.language.metrics;
  const number = numberAt(line, at);
  if (!number) return null;
  const spoken = spokenMinutes(line, number.start, number.end);
  if (spoken) return withMinutes(number.value, spoken.value, spoken.end);
  const written = /^([0-5]\d)$/.exec(wordAt(line, number.end + 1));
  const isClock = wordAt(line, number.end) === ':' && line.tokens[number.end + 1]?.isGlued === true;
  if (isClock && written) {
    const unit = phraseAt(durations, line.tokens, number.end + 2);
    return withMinutes(number.value, Number(written[1]), unit?.meaning === 'h' ? unit.end : number.end + 2);
  }
  const glued = hoursAndMinutes.exec(wordAt(line, number.end));
  if (glued) return withMinutes(number.value, Number(glued[1]), pastMinutes(line, number.end + 1));

  const range = rangeTo(line, number.end, number.value);
  const value = range ? (number.value + range.value) / 2 : number.value;
  const end = range?.end ?? number.end;
  const unit = phraseAt(durations, line.tokens, end);
  if (unit?.meaning === 'min') return foundValue(value / 60, value, 'min', unit.end);
  if (!unit) return foundValue(value, value, null, end);
  const minutes = line.tokens[unit.end];
  const isMinutes = !range && minutes?.kind === 'number' && /^[0-5]?\d$/.test(minutes.word);
  const after = isMinutes ? pastMinutes(line, unit.end + 1) : unit.end;
  // "7h 8" may begin something else: minutes have two digits or their unit.
  if (isMinutes && (minutes.word.length === 2 || after > unit.end + 1))
    return withMinutes(value, minutes.value ?? 0, after);
  const half = halfAt(line, unit.end);
  if (half) return withMinutes(value, 30, half);
  const last = wordAt(line, unit.end - 1);
  return foundValue(value, value, 'h', line.language.and.has(last) ? unit.end - 1 : unit.end);
}

/** "seven thirty": minutes in words after hours in words. */
function spokenMinutes(line: Line, hours: number, at: number): { value: number; end: number } | null {
  const { numbers, tens } = line.language;
  if (!numbers.has(wordAt(line, hours)) || !tens.has(wordAt(line, at))) return null;
  const minutes = recogniseNumber(line, at);
  return minutes && minutes.value < 60 ? minutes : null;
}

function withMinutes(hours: number, minutes: number, end: number): FoundValue {
  const value = hours + minutes / 60;
  return foundValue(value, value, 'h', end);
}

/** "7 hours and a half" */
function halfAt(line: Line, at: number): number | null {
  const { and, articles, fractions } = line.language;
  const start = and.has(wordAt(line, at)) ? at + 1 : and.has(wordAt(line, at - 1)) ? at : null;
  if (start === null || !articles.has(wordAt(line, start))) return null;
  return fractions.get(wordAt(line, start + 1)) === 1 / 2 ? start + 2 : null;
}

function pastMinutes(line: Line, at: number): number {
  const unit = phraseAt(line.language.metrics.durations, line.tokens, at);
  return unit?.meaning === 'min' ? unit.end : at;
}
