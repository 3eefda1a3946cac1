import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseBloodPressure } from './recognise-blood-pressure.ts';
import { recogniseDay } from './recognise-day.ts';
import { recogniseNumber } from './recognise-number.ts';

const mostTimes = 3;

/** A figure told only to compare: "was 88 in january", "down from 83.1 last week", "-0.3", "up 0.4kg since monday". */
export function recogniseComparison(line: Line, at: number): Span | null {
  const { tokens, language } = line;
  const { metrics, approximately } = language;
  const sign = tokens[at]?.word === '-' || tokens[at]?.word === '+';
  const lead = phraseAt(metrics.comparisons, tokens, at);
  if (!lead && !(sign && tokens[at + 1]?.isGlued && !tokens[at]?.isGlued)) return null;
  const start = lead?.end ?? at + 1;
  const about = phraseAt(approximately, tokens, start)?.end ?? start;
  const from = wordAt(line, about) === 'a' ? about : about;
  const pressure = recogniseBloodPressure(line, from, true);
  const number = recogniseNumber(line, from);
  const value = pressure && wordAt(line, from + 1) !== '-' && lead ? pressure : number;
  if (!value) return null;
  return { end: timesEnd(line, unitEnd(line, value.end)) };
}

function unitEnd(line: Line, at: number): number {
  const { masses, lengths, percent, beats, durations, thousand, outOf } = line.language.metrics;
  if (thousand.has(wordAt(line, at))) return at + 1;
  const scale = phraseAt(outOf, line.tokens, at);
  if (scale && wordAt(line, scale.end) === '10') return scale.end + 1;
  if (line.language.months.has(wordAt(line, at + 1))) return at;
  for (const table of [masses, lengths, percent, beats, durations]) {
    const unit = phraseAt<unknown>(table, line.tokens, at);
    if (unit) return unit.end;
  }
  return at;
}

/** "in january", "last week", "since monday", "yesterday": whatever tells when it was. */
function timesEnd(line: Line, at: number): number {
  let end = at;
  for (let n = 0; n < mostTimes; n++) {
    const phrase = phraseAt(line.language.metrics.comparisonTimes, line.tokens, end);
    const next = phrase?.end ?? end;
    if (line.language.months.has(wordAt(line, next))) {
      const year = line.tokens[next + 1];
      end = year?.kind === 'number' && /^20\d\d$/.test(year.word) ? next + 2 : next + 1;
      continue;
    }
    const day = recogniseDay(line, next);
    if (!day && !phrase) return end;
    end = day?.end ?? next;
  }
  return end;
}
