import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseNumber } from './recognise-number.ts';
import type { DelayUnit } from './vocabulary/reminder-vocabulary.ts';

/** How long until something: minutes are elapsed time, the rest counts calendar days. */
export interface FoundDelay extends Span {
  readonly minutes: number;
  readonly days: number;
  readonly months: number;
}

interface Duration extends Span {
  readonly value: number;
  readonly unit: DelayUnit;
}

const mostOfAUnit = 1000;
const minutesPerHour = 60;

/** "in 20 minutes", "in 1h30", "in an hour and a half", "in 3 days", "within 12 weeks", "20 min from now", bare "in 20". */
export function recogniseDelay(line: Line, at: number): FoundDelay | null {
  const { delayLeads, fromNow } = line.language.reminders;
  const lead = phraseAt(delayLeads, line.tokens, at);
  const first = durationAt(line, lead?.end ?? at);
  if (!first) return lead ? bareMinutes(line, lead.end) : null;
  const second = first.unit === 'hour' ? restOf(line, first.end) : null;
  const end = second?.end ?? first.end;
  const now = phraseAt(fromNow, line.tokens, end);
  if (!lead && !now) return null;
  const found = { minutes: 0, days: 0, months: 0, end: now?.end ?? end };
  switch (first.unit) {
    case 'minute':
      return { ...found, minutes: Math.round(first.value) };
    case 'hour':
      return { ...found, minutes: Math.round(first.value * minutesPerHour) + (second?.minutes ?? 0) };
    case 'day':
      return Number.isInteger(first.value) ? { ...found, days: first.value } : null;
    case 'week':
      return { ...found, days: Math.round(first.value * 7) };
    case 'month':
      return Number.isInteger(first.value) ? { ...found, months: first.value } : null;
    case 'year':
      return { ...found, months: Math.round(first.value * 12) };
  }
}

function durationAt(line: Line, at: number): Duration | null {
  const { articles } = line.language;
  const single = articles.has(wordAt(line, at)) ? unitAt(line, at + 1) : null;
  if (single) return withHalf(line, { value: 1, unit: single, end: at + 2 });
  const number = recogniseNumber(line, at);
  if (!number || number.value <= 0 || number.value > mostOfAUnit) return null;
  // "half an hour"
  const after = articles.has(wordAt(line, number.end)) ? number.end + 1 : number.end;
  const unit = unitAt(line, after);
  return unit && withHalf(line, { value: number.value, unit, end: after + 1 });
}

/** The unit at a token; "1h30" is scanned as "1" and "h30". */
function unitAt(line: Line, at: number): DelayUnit | null {
  const word = wordAt(line, at);
  return line.language.reminders.delayUnits.get(word) ?? (/^h[0-5]\d(?:m|min)?$/.test(word) ? 'hour' : null);
}

/** "an hour and a half", "2 hours and a quarter". */
function withHalf(line: Line, found: Duration): Duration {
  const { and, articles, fractions } = line.language;
  if (!and.has(wordAt(line, found.end)) || !articles.has(wordAt(line, found.end + 1))) return found;
  const part = fractions.get(wordAt(line, found.end + 2));
  return part === undefined ? found : { ...found, value: found.value + part, end: found.end + 3 };
}

/** The minutes after hours: "1h30", "1 hour 30 minutes", "2 hours and 15 min". */
function restOf(line: Line, at: number): { minutes: number; end: number } | null {
  const glued = /^h([0-5]\d)(?:m|min)?$/.exec(wordAt(line, at - 1));
  if (glued) return { minutes: Number(glued[1]), end: at };
  const start = line.language.and.has(wordAt(line, at)) ? at + 1 : at;
  const rest = durationAt(line, start);
  return rest?.unit === 'minute' ? { minutes: Math.round(rest.value), end: rest.end } : null;
}

/** "remind me in 20": minutes, where nothing follows that they could count. */
function bareMinutes(line: Line, at: number): FoundDelay | null {
  const { value = null, kind } = line.tokens[at] ?? {};
  if (kind !== 'number' || value === null || !Number.isInteger(value) || value < 1 || value > 180) return null;
  const next = line.tokens[at + 1];
  const isLast = !next || next.kind === 'mark' || line.language.reminders.connectors.has(next.word);
  return isLast && next?.word !== '/' && next?.word !== '-' && next?.word !== ':'
    ? { minutes: value, days: 0, months: 0, end: at + 1 }
    : null;
}
