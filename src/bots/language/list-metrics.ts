import type { FoundValue } from './found-value.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { type Placed, placeInTime } from './place-in-time.ts';
import { placeMetric, type ToldMetric, type When } from './place-metric.ts';
import type { MetricsGiven } from './read-metrics.ts';
import { recogniseBracket, recogniseReason, recogniseRemark } from './recognise-aside.ts';
import { type FoundTime, recogniseClockTime } from './recognise-clock-time.ts';
import { recogniseComparison } from './recognise-comparison.ts';
import { recogniseDay } from './recognise-day.ts';
import { type FoundMetric, recogniseMetric } from './recognise-metric.ts';
import { type MetricView, recogniseValueOf } from './recognise-value-of.ts';
import { recogniseWater } from './recognise-water.ts';
import type { SaidDay } from './vocabulary/vocabulary.ts';

/** A metric of a text, with its day. */
export interface ListedMetric extends FoundMetric {
  readonly placed: Placed;
}

interface Told {
  readonly metrics: ToldMetric[];
  readonly whens: When[];
  clause: number;
  hasFeat: boolean;
  hasFrame: boolean;
  /** A weight told by "i was". */
  hasBeen: boolean;
}

const skipped = new Set([',', ';', '.', '!', '\n', '|', '•', '·', '*', '&', ')', '(', '…', '~', '->', ':', '[', ']']);
const clauseEnds = new Set([',', ';', '.', '\n', '|', '•']);

/** Every metric of a text, in order; null unless the whole text is explained. */
export function listMetrics(line: Line, given: MetricsGiven): ListedMetric[] | null {
  const told: Told = { metrics: [], whens: [], clause: 0, hasFeat: false, hasFrame: false, hasBeen: false };
  const view = { units: given.units, mayHaveWater: line.language.metrics.waterHint.test(line.text) };
  let at = 0;
  while (at < line.tokens.length) {
    const end = readOne(line, at, told, view);
    if (end === null) return null;
    at = end;
  }
  const { metrics } = told;
  if (metrics.length === 0 || !isSound(told)) return null;
  // Without a word of when, all of it is of today; the calendar is asked once.
  const today = told.whens.length === 0 ? placeInTime(null, null, null, given) : null;
  const listed: ListedMetric[] = [];
  for (const metric of metrics) {
    const placed = today ?? placeMetric(metric, metrics, told.whens, given);
    if (!placed) return null;
    listed.push({ ...metric, placed });
  }
  return listed;
}

/** What begins at a token, put into `told`; where it ends, or null when nothing explains it. */
function readOne(line: Line, at: number, told: Told, view: MetricView): number | null {
  const previous = told.metrics.at(-1)?.metric ?? null;
  const found = recogniseMetric(line, at, view, previous);
  if (found) {
    if (!isRestated(told, found)) told.metrics.push({ ...found, clause: told.clause, at });
    if (found.day) told.whens.push(whenOf(told, at, found.day, null, false));
    return found.end;
  }
  return (
    readWhen(line, at, told) ??
    readAgain(line, at, told, view) ??
    (previous && recogniseComparison(line, at)?.end) ??
    (previous === 'soreness' ? placeEnd(line, at) : null) ??
    whatIsSore(line, at) ??
    readFrame(line, at, told, view) ??
    (previous && recogniseReason(line, at)?.end) ??
    recogniseRemark(line, at)?.end ??
    readBare(line, at, told, view)
  );
}

const whenOf = (told: Told, at: number, day: SaidDay | null, time: FoundTime | null, isThisNight: boolean): When => ({
  clause: told.clause,
  at,
  day,
  time,
  isThisNight,
});

function readWhen(line: Line, at: number, told: Told): number | null {
  const night = phraseAt(line.language.metrics.thisNight, line.tokens, at);
  const start = wordAt(line, at) === 'for' ? at + 1 : at;
  const day = recogniseDay(line, start) ?? (night && { day: nightDay, end: night.end });
  if (day) {
    const isMore = night !== null && night.end >= day.end;
    told.whens.push(whenOf(told, at, day.day, null, isMore));
    return isMore ? night.end : day.end;
  }
  const time = recogniseClockTime(line, at);
  if (!time) return null;
  told.whens.push(whenOf(told, at, null, time, false));
  return time.end;
}

const nightDay: SaidDay = { kind: 'calendar-ago', days: 1, part: 'night' };

/** A further figure of the same metric with another day: "weight monday 82.4, tuesday 82.1". */
function readAgain(line: Line, at: number, told: Told, view: MetricView): number | null {
  const last = told.metrics.at(-1);
  if (!last || line.tokens[at]?.kind !== 'number') return null;
  const value = recogniseValueOf(line, last.metric, at, view);
  if (!value) return null;
  const isAfterDay = (told.whens.at(-1)?.at ?? -1) > last.at && isRightBefore(line, told, at);
  if (!isAfterDay && !recogniseDay(line, value.end)) return null;
  told.metrics.push({ ...value, metric: last.metric, by: last.by, day: null, clause: told.clause, at });
  return value.end;
}

/** Whether a day stands right before, with at most a colon, a dash or "was" between. */
function isRightBefore(line: Line, told: Told, at: number): boolean {
  const when = told.whens.at(-1);
  if (!when?.day) return false;
  const end = recogniseDay(line, when.at)?.end ?? at;
  return end === at || (end === at - 1 && phraseAt(line.language.metrics.links, line.tokens, end) !== null);
}

/** "soreness 8 in my quads and glutes": where it is. */
function placeEnd(line: Line, at: number): number | null {
  const { and, articles, definite, training } = line.language;
  const isPart = (word: string): boolean => training.muscles.has(word) || training.measures.has(word);
  let end = training.ins.has(wordAt(line, at)) ? at + 1 : at;
  const isOwn = wordAt(line, end) === 'my' || definite.has(wordAt(line, end)) || articles.has(wordAt(line, end));
  if (end > at && isOwn) end++;
  const first = end;
  while (isPart(wordAt(line, end)) || (end > first && (and.has(wordAt(line, end)) || wordAt(line, end) === ','))) end++;
  return end > first && end > at + 1 ? end : null;
}

/** "my quads are sore 7/10": up to the word for it. */
function whatIsSore(line: Line, at: number): number | null {
  const { and, metrics, training } = line.language;
  if (!training.muscles.has(wordAt(line, at))) return null;
  let end = at + 1;
  while (training.muscles.has(wordAt(line, end)) || and.has(wordAt(line, end))) end++;
  end = phraseAt(metrics.feelings, line.tokens, end)?.end ?? end;
  return phraseAt(metrics.names, line.tokens, end)?.meaning.metric === 'soreness' ? end : null;
}

/** Marks, pictures, thanks, and words that only frame figures. */
function readFrame(line: Line, at: number, told: Told, view: MetricView): number | null {
  const token = line.tokens[at];
  if (!token) return null;
  if (token.kind === 'picture') return at + 1;
  const { fillers, metrics } = line.language;
  if (clauseEnds.has(token.word)) told.clause++;
  const been = phraseAt(metrics.been, line.tokens, at);
  const frame = phraseAt(metrics.frames, line.tokens, at);
  if (been && told.metrics.length === 0) {
    told.hasBeen = true;
    return been.end;
  }
  if (frame) {
    if (frame.meaning !== 'when') told.hasFrame = true;
    if (frame.meaning === 'feat') told.hasFeat = true;
    return frame.end;
  }
  const filler = phraseAt(fillers, line.tokens, at);
  if (filler) return filler.end;
  const next = line.tokens[at + 1];
  // A sign belongs to what follows it: "-0.5", "+20kg"; water is added to water.
  const isSigned = (token.word === '-' || token.word === '+') && next?.kind === 'number' && next.isGlued;
  const isSign = isSigned && !(token.word === '+' && recogniseWater(line, at + 1, view.units));
  if (token.word === '-' || token.word === '+' || token.word === '/') return isSign ? null : at + 1;
  if (token.word === '(' && told.metrics.length > 0 && !opensFigure(line, at + 1, told, view))
    return recogniseBracket(line, at)?.end ?? null;
  return skipped.has(token.word) ? at + 1 : null;
}

/** "(bf 18%)": what a bracket holds is read where it begins with something known. */
function opensFigure(line: Line, at: number, told: Told, view: MetricView): boolean {
  const previous = told.metrics.at(-1)?.metric ?? null;
  return (
    recogniseMetric(line, at, view, previous) !== null ||
    recogniseComparison(line, at) !== null ||
    recogniseDay(line, at) !== null
  );
}

/** "81.7": perhaps a weight. One of them at most, and no feat beside it. */
function readBare(line: Line, at: number, told: Told, view: MetricView): number | null {
  const value: FoundValue | null =
    line.tokens[at]?.kind === 'number' ? recogniseValueOf(line, 'weight', at, view) : null;
  if (!value || value.typed.unit !== null || line.tokens[value.end]?.isGlued) return null;
  if (told.metrics.some(({ metric }) => metric === 'weight')) return null;
  told.metrics.push({ ...value, metric: 'weight', by: 'guess', day: null, clause: told.clause, at });
  return value.end;
}

/** "82.4 kg (181.7 lb)": the same weight once more, in another unit. */
function isRestated(told: Told, found: FoundMetric): boolean {
  if (found.metric !== 'weight' || found.by !== 'unit') return false;
  const last = told.metrics.at(-1);
  const isOtherUnit = last?.metric === 'weight' && last.typed.unit !== found.typed.unit;
  return isOtherUnit && Math.abs(last.value - found.value) <= last.value / 100;
}

/** Weights without a name: one at most, after no feat; "i was 90 kg" needs a day; a guess stands nearly alone. */
function isSound({ metrics, whens, hasFeat, hasFrame, hasBeen }: Told): boolean {
  const open = metrics.filter(({ metric, by }) => metric === 'weight' && by !== 'name');
  if (open.length > 1 || (open.length === 1 && (hasFeat || (hasBeen && whens.length === 0)))) return false;
  const guesses = metrics.filter(({ by }) => by === 'guess');
  // "i am 82" tells an age.
  if (guesses.some(({ metric }) => metric === 'weight') && hasFrame && metrics.length === 1) return false;
  return guesses.length <= 1;
}
