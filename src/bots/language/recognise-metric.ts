import type { Metric } from '../../domain/body/plausible.ts';
import { isPossible, isUsual } from '../../domain/body/plausible.ts';
import type { FoundValue } from './found-value.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseBloodPressure } from './recognise-blood-pressure.ts';
import { recogniseClockTime } from './recognise-clock-time.ts';
import { recogniseDay } from './recognise-day.ts';
import { recogniseNight } from './recognise-night.ts';
import { recogniseRating } from './recognise-rating.ts';
import { kindOf, type MetricView, recogniseValueOf } from './recognise-value-of.ts';
import { recogniseWater } from './recognise-water.ts';
import { asWord } from './scan.ts';
import type { MetricName } from './vocabulary/metric-vocabulary.ts';
import type { SaidDay } from './vocabulary/vocabulary.ts';

/** A metric with its figure. */
export interface FoundMetric extends FoundValue {
  readonly metric: Metric;
  /**
   * How it was told: by name, by its unit alone ("82.4kg"), or so that it may be another thing ("81.7", "500 ml",
   * "feeling 7/10").
   */
  readonly by: 'name' | 'unit' | 'guess';
  /** A day said between the name and the figure. */
  readonly day: SaidDay | null;
}

const mostLinks = 4;

/** One metric that begins here: "weight 82,4", "weight yesterday 82.2", "7h20 sleep", "82.4kg", "500ml water". */
export function recogniseMetric(line: Line, at: number, view: MetricView, previous: Metric | null): FoundMetric | null {
  return named(line, at, view, previous) ?? figureFirst(line, at, view, previous);
}

function named(line: Line, at: number, view: MetricView, previous: Metric | null): FoundMetric | null {
  const water = view.mayHaveWater ? recogniseWater(line, at, view.units) : null;
  if (water) return { ...water, metric: 'water', by: water.isOpen ? 'guess' : 'name', day: null };
  const night = recogniseNight(line, at, false);
  if (night) return { ...night, metric: 'sleep', by: 'name', day: null };
  const name = phraseAt(line.language.metrics.names, line.tokens, at) ?? contracted(line, at);
  if (!name) return null;
  const { metric, only } = name.meaning;
  const links = skipLinks(line, name.end, metric);
  const value = links && recogniseValueOf(line, metric, links.at, view);
  if (!links || !value) return null;
  if (metric === 'sleep' && value.typed.unit === null && isRated(line, links.at))
    return asRating(line, links.at, 'sleep-quality', links.day);
  if (!isAllowed(name.meaning, value, previous) && !isBareRating(line, name.meaning, value)) return null;
  return { ...value, metric, by: only === 'open' ? 'guess' : 'name', day: links.day };
}

/** "weight's 82.4": the name with "is" in it. */
function contracted(line: Line, at: number): { readonly meaning: MetricName; readonly end: number } | null {
  const token = line.tokens[at];
  if (!token?.word.endsWith('s') || token.end - token.start === token.word.length) return null;
  const name = phraseAt(line.language.metrics.names, [asWord(token, token.word.slice(0, -1))], 0);
  return name && { meaning: name.meaning, end: at + 1 };
}

function isAllowed({ metric, only }: MetricName, value: FoundValue, previous: Metric | null): boolean {
  if (only === 'rated' || only === 'open') return value.typed.unit !== null && isPossible(metric, value.value, null);
  if (only === 'loose') return isUsual(metric, value.value);
  if (only === 'after-sleep') return previous === 'sleep';
  // "energy 450" is of food.
  return !(metric === 'energy' && value.value > 100);
}

/** "Stressed 7", with nothing after it, is a rating without its scale as well; "tired 7" may tell of days. */
const bareRated: ReadonlySet<Metric> = new Set(['stress']);

function isBareRating(line: Line, { metric, only }: MetricName, { value, typed, end }: FoundValue): boolean {
  const next = line.tokens[end];
  const isOver = next === undefined || next.kind === 'mark' || line.language.and.has(next.word);
  return only === 'rated' && bareRated.has(metric) && typed.unit === null && isOver && isPossible(metric, value, null);
}

/** Whether a rating with its scale stands here: "sleep 8/10" rates it. */
const isRated = (line: Line, at: number): boolean => recogniseRating(line, at)?.typed.unit?.startsWith('/') === true;

function asRating(line: Line, at: number, metric: Metric, day: SaidDay | null): FoundMetric | null {
  const value = recogniseRating(line, at);
  return value && { ...value, metric, by: 'name', day };
}

/** Past "is", ":", "level", a day or a time between a name and its figure. Null where a minus makes it a change. */
function skipLinks(line: Line, from: number, metric: Metric): { at: number; day: SaidDay | null } | null {
  const { links, shades } = line.language.metrics;
  let at = from;
  let day: SaidDay | null = null;
  for (let n = 0; n < mostLinks; n++) {
    const token = line.tokens[at];
    if (!token) return null;
    if (token.word === '-' && line.tokens[at + 1]?.isGlued && !token.isGlued) return null;
    const found = recogniseDay(line, at);
    // "mood 8 march 3" begins with its figure.
    if (found && (token.kind !== 'number' || found.day.kind === 'ago')) {
      day = found.day;
      at = found.end;
      continue;
    }
    // "slept at 11" tells when, not how long.
    if (metric === 'sleep' && token.word === 'at') return null;
    const time = metric === 'sleep' ? null : timeBefore(line, at);
    const link = time ?? phraseAt(links, line.tokens, at);
    if (link) at = link.end;
    else if (shades.has(token.word) || token.word === '(') at++;
    else if (token.word === ',' && (shades.has(wordAt(line, at - 1)) || isNight(line, at + 1, metric))) at++;
    else if (token.kind === 'picture') at++;
    else break;
  }
  return { at, day };
}

/** "rough sleep, 4.5 hrs": hours right after sleep tell how long it was. */
const isNight = (line: Line, at: number, metric: Metric): boolean =>
  metric === 'sleep' &&
  line.tokens[at]?.kind === 'number' &&
  phraseAt(line.language.metrics.durations, line.tokens, at + 1)?.meaning === 'h';

/** A time before a figure: "weight 7am 82.4"; "energy at 7" has none. */
function timeBefore(line: Line, at: number): Span | null {
  const time = recogniseClockTime(line, at);
  const next = time && line.tokens[time.end];
  return next && (next.kind === 'number' || next.word === ':') ? time : null;
}

/** Metrics whose figure may come before the name, in the order they are tried. */
const before: readonly Metric[] = [
  'sleep',
  'steps',
  'blood-pressure',
  'body-fat',
  'resting-hr',
  'weight',
  'waist',
  'energy',
];

function figureFirst(line: Line, at: number, view: MetricView, previous: Metric | null): FoundMetric | null {
  if (!mayCount(line, at)) return null;
  for (const like of before) {
    const value =
      like === 'blood-pressure' ? recogniseBloodPressure(line, at, false) : recogniseValueOf(line, like, at, view);
    if (!value) continue;
    const name = nameAfter(line, value, like);
    if (name && isAllowed(name.meaning, value, previous))
      return { ...value, metric: name.meaning.metric, by: 'name', day: null, end: name.end };
    // "121 over 79" is said of nothing else.
    const byUnit = unnamed(like, value, previous, line.tokens[at + 1]?.kind === 'word');
    if (byUnit) return { ...value, ...byUnit, day: null };
  }
  return null;
}

/** Whether a figure may begin here: cheaper than to look for every kind of it. */
function mayCount(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (!token) return false;
  if (token.kind === 'number') return true;
  const { numbers, tens, groups, fractions, articles, approximately } = line.language;
  const { word } = token;
  return (
    word.endsWith('%') ||
    numbers.has(word) ||
    tens.has(word) ||
    groups.has(word) ||
    fractions.has(word) ||
    articles.has(word) ||
    approximately.byFirstWord.has(word)
  );
}

/** The name after a figure, if that name does not begin the next pair of name and figure. */
function nameAfter(line: Line, value: FoundValue, like: Metric): { meaning: MetricName; end: number } | null {
  const { of, articles, metrics } = line.language;
  let at = value.end;
  if (of.has(wordAt(line, at)) || wordAt(line, at) === 'in' || wordAt(line, at) === '-') at++;
  if (articles.has(wordAt(line, at)) || wordAt(line, at) === 'the' || wordAt(line, at) === 'my') at++;
  const name = phraseAt(metrics.names, line.tokens, at);
  if (!name) return null;
  if (like === 'sleep' && name.meaning.metric === 'sleep-quality' && value.typed.unit === 'h')
    return { meaning: { metric: 'sleep', only: null }, end: value.end };
  if (kindOf(name.meaning.metric) !== kindOf(like)) return null;
  // "7:20 slept 8h" begins with a time of day.
  if (value.typed.unit !== null && wordAt(line, value.end - 2) !== ':') return name;
  const links = skipLinks(line, name.end, name.meaning.metric);
  const isNextPair = links !== null && links.at < line.tokens.length && line.tokens[links.at]?.kind === 'number';
  return isNextPair ? null : name;
}

/** What its unit alone tells: kilograms of a person, beats a minute, a pair of pressures; a rating right after sleep. */
function unnamed(
  metric: Metric,
  { value, value2, typed: { unit } }: FoundValue,
  previous: Metric | null,
  isInWords: boolean,
): Pick<FoundMetric, 'metric' | 'by'> | null {
  if (metric === 'energy')
    return unit !== null && previous === 'sleep' ? { metric: 'sleep-quality', by: 'name' } : null;
  if (!isUsual(metric, value)) return null;
  if (metric === 'weight' || metric === 'resting-hr') return unit === null ? null : { metric, by: 'unit' };
  const isPressure = metric === 'blood-pressure' && value2 !== null && value2 >= 40 && value - value2 >= 10;
  const isOpen = unit === null && !isInWords && previous !== metric;
  return isPressure ? { metric, by: isOpen ? 'guess' : 'unit' } : null;
}
