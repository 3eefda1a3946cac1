import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseNumber } from './recognise-number.ts';

/**
 * What a figure of a workout counts. `open-m`, `open-s` and `open-k` wait for the exercise to tell ("m" is metres or
 * minutes); so does `clock`, whose value is read as minutes and seconds and whose `other` as hours and minutes.
 */
export type FigureUnit =
  | 'none'
  | 'kg'
  | 'lb'
  | 's'
  | 'm'
  | 'sets'
  | 'reps'
  /** A figure before the name of the exercise: "30 squats". */
  | 'counted'
  | 'pace'
  | 'speed'
  | 'aside'
  | 'clock'
  | 'open-m'
  | 'open-s'
  | 'open-k';

export interface Figure extends Span {
  /** Kilograms and pounds as typed; seconds, metres; m/s of a speed; seconds of a pace. */
  readonly value: number;
  readonly unit: FigureUnit;
  /** Of a clock its other reading in seconds; of a pace the metres it is for. */
  readonly other: number | null;
  /** "+10kg", "-20": on top of body weight. */
  readonly isSigned: boolean;
  /** "12+": at least. */
  readonly isOpenEnded: boolean;
}

const plain = (value: number, unit: FigureUnit, end: number, other: number | null = null): Figure => ({
  value,
  unit,
  other,
  isSigned: false,
  isOpenEnded: false,
  end,
});

/** A figure with its unit: "80kg", "3 sets", "27:30", "1h10", "5:00/km", "half an hour", "+10", "12+", "8-10 reps". */
export function recogniseFigure(line: Line, at: number): Figure | null {
  const token = line.tokens[at];
  if (!token) return null;
  if (token.kind === 'number')
    return withEnding(line, clockAt(line, at) ?? rangeAt(line, at) ?? measured(line, token.value ?? 0, at + 1));
  if (token.kind !== 'word') return null;
  if (line.language.articles.has(token.word)) return oneOf(line, at + 1);
  const repMax = line.language.training.repMaxes.get(token.word);
  if (repMax !== undefined && token.word !== 'rm') return plain(repMax, 'reps', at + 1);
  return labelled(line, at) ?? hourAndHalf(line, at) ?? spelled(line, at);
}

/** "Sets: 3", "reps = 8". */
function labelled(line: Line, at: number): Figure | null {
  const mark = wordAt(line, at + 1);
  const number = line.tokens[at + 2];
  if ((mark !== ':' && mark !== '=') || number?.kind !== 'number') return null;
  const unit = phraseAt(line.language.training.units, line.tokens, at);
  const isCount = unit?.end === at + 1 && (unit.meaning.kind === 'sets' || unit.meaning.kind === 'reps');
  const figure = isCount ? measured(line, number.value ?? 0, at + 3) : null;
  return figure?.unit === 'none' && wordAt(line, figure.end) !== 'x'
    ? { ...figure, unit: unit?.meaning.kind === 'sets' ? 'sets' : 'reps' }
    : null;
}

/** "hour and a half" */
function hourAndHalf(line: Line, at: number): Figure | null {
  const { and, articles, fractions, training } = line.language;
  const isHalf =
    and.has(wordAt(line, at + 1)) && articles.has(wordAt(line, at + 2)) && fractions.has(wordAt(line, at + 3));
  return isHalf && phraseAt(training.units, line.tokens, at)?.meaning.kind === 'time' ? measured(line, 1, at) : null;
}

/** "three sets", "twenty", "half an hour"; one and single only before a unit. */
function spelled(line: Line, at: number): Figure | null {
  const { numbers, tens, groups, fractions, articles } = line.language;
  const word = wordAt(line, at);
  if (!(numbers.has(word) || tens.has(word) || groups.has(word) || fractions.has(word))) return null;
  const number = recogniseNumber(line, at);
  if (!number) return null;
  const unitAt = articles.has(wordAt(line, number.end)) ? number.end + 1 : number.end;
  const figure = measured(line, number.value, unitAt);
  const isUnitSaid = figure !== null && figure.unit !== 'none';
  if (isUnitSaid && figure.unit !== 'open-s' && figure.unit !== 'open-m') return figure;
  if (
    number.value < 2 ||
    word === 'couple' ||
    word === 'pair' ||
    line.language.training.numberedNames.has(wordAt(line, number.end))
  )
    return null;
  return plain(number.value, 'none', number.end);
}

/** "an hour", "a mile", "an hour and a half". */
function oneOf(line: Line, at: number): Figure | null {
  if (line.language.fractions.has(wordAt(line, at))) return spelled(line, at);
  const unit = phraseAt(line.language.training.units, line.tokens, at);
  if (!unit)
    return line.tokens[at]?.kind === 'word' && line.language.groups.has(wordAt(line, at))
      ? spelledGroup(line, at)
      : null;
  if (unit.meaning.kind !== 'time' && unit.meaning.kind !== 'distance') return null;
  return measured(line, 1, at);
}

function spelledGroup(line: Line, at: number): Figure | null {
  const number = recogniseNumber(line, at - 1);
  return number && wordAt(line, at) !== 'couple' && wordAt(line, at) !== 'pair'
    ? plain(number.value, 'none', number.end)
    : null;
}

const mostSteps = 200;

/** A number whose unit, if any, stands at `at`. Null where the number is part of a name ("1 arm row"). */
function measured(line: Line, value: number, at: number): Figure | null {
  const { training } = line.language;
  const pace = phraseAt(training.paces, line.tokens, at);
  if (pace && value < 60) return plain(minutesOf(line, value, at), 'pace', pace.end, pace.meaning);
  // "30-min"
  const unitAt =
    wordAt(line, at) === '-' && line.tokens[at]?.isGlued && line.tokens[at + 1]?.kind === 'word' ? at + 1 : at;
  const found = phraseAt(training.units, line.tokens, unitAt);
  if (!found) {
    const maximum = training.repMaxes.get(wordAt(line, at));
    if (maximum !== undefined && line.tokens[at]?.isGlued) return plain(value, 'reps', at + 1);
    return isOfName(line, at, value) ? null : plain(value, 'none', at);
  }
  const unit = found.meaning;
  switch (unit.kind) {
    case 'load':
      return plain(value, unit.id, found.end);
    case 'time':
      return time(line, value * unit.inS, unit.inS, found.end, value);
    case 'distance':
      return plain(value * unit.inM, 'm', found.end);
    case 'speed':
      return plain(value * unit.inMPerS, 'speed', found.end);
    case 'steps':
      return value <= mostSteps ? plain(value, 'reps', found.end) : null;
    case 'open':
      if (unitAt === at && !line.tokens[at]?.isGlued && unit.id !== 'm') return plain(value, 'none', at);
      return plain(value, `open-${unit.id}`, found.end);
    default:
      return plain(value, unit.kind, found.end);
  }
}

function isOfName(line: Line, at: number, value: number): boolean {
  const { numberedNames } = line.language.training;
  const word = wordAt(line, at) === '-' && line.tokens[at]?.isGlued ? wordAt(line, at + 1) : wordAt(line, at);
  return value <= (numberedNames.get(word) ?? 0);
}

/** "5.30/km" is written for 5:30. */
function minutesOf(line: Line, value: number, at: number): number {
  const written = /^(\d{1,2})\.([0-5]\d)$/.exec(wordAt(line, at - 1));
  return written ? Number(written[1]) * 60 + Number(written[2]) : value * 60;
}

/** "1h 10 min", "1h10", "5 min 30", "2 hours and a half". */
function time(line: Line, seconds: number, unitS: number, end: number, count: number): Figure {
  const { and, articles, fractions } = line.language;
  let next = end;
  if (unitS === 1) return plain(seconds, 's', end);
  const isAnd = and.has(wordAt(line, next));
  if (isAnd) next++;
  if (isAnd && articles.has(wordAt(line, next)) && fractions.has(wordAt(line, next + 1)))
    return plain(seconds + (fractions.get(wordAt(line, next + 1)) ?? 0) * unitS, 's', next + 2);
  const more = line.tokens[next];
  const isWhole =
    Number.isInteger(count) && more?.kind === 'number' && Number.isInteger(more.value) && (more.value ?? 60) < 60;
  if (!isWhole) return plain(seconds, 's', end);
  const unit = phraseAt(line.language.training.units, line.tokens, next + 1)?.meaning;
  const smaller =
    unit?.kind === 'time' ? unit.inS : unit?.kind === 'open' && unit.id !== 'k' ? (unit.id === 'm' ? 60 : 1) : null;
  const unitEnd = phraseAt(line.language.training.units, line.tokens, next + 1)?.end ?? next + 1;
  if (smaller !== null && smaller < unitS) {
    const rest =
      smaller === 60
        ? time(line, (more.value ?? 0) * 60, 60, unitEnd, more.value ?? 0)
        : plain(more.value ?? 0, 's', unitEnd);
    return plain(seconds + rest.value, 's', rest.end);
  }
  // "1h10": only what is glued, or has two digits, goes on.
  if (unit === undefined && !isAnd && (more.isGlued || /^\d\d$/.test(more.word)) && wordAt(line, next + 1) !== 'x')
    return more.isGlued ? plain(seconds + (more.value ?? 0) * (unitS / 60), 's', next + 1) : plain(seconds, 's', end);
  return plain(seconds, 's', end);
}

/** "27:30", "1:05:30", "27'30", "5:00/km", "1:10h". */
function clockAt(line: Line, at: number): Figure | null {
  const { tokens } = line;
  const first = tokens[at];
  const mark = wordAt(line, at + 1);
  if (
    !first ||
    !Number.isInteger(first.value) ||
    (mark !== ':' && mark !== "'" && mark !== '’') ||
    !tokens[at + 1]?.isGlued
  )
    return null;
  const second = tokens[at + 2];
  if (!second?.isGlued || second.kind !== 'number' || !/^[0-5]\d(?:\.\d+)?$/.test(second.word)) return null;
  const [a, b] = [first.value ?? 0, second.value ?? 0];
  const third = tokens[at + 4];
  if (
    wordAt(line, at + 3) === ':' &&
    tokens[at + 3]?.isGlued &&
    third?.isGlued &&
    /^[0-5]\d(?:\.\d+)?$/.test(third.word)
  ) {
    return plain(a * 3600 + b * 60 + (third.value ?? 0), 's', at + 5);
  }
  const end = ['"', '″', '”'].includes(wordAt(line, at + 3)) && tokens[at + 3]?.isGlued ? at + 4 : at + 3;
  const { training } = line.language;
  const pace = phraseAt(training.paces, tokens, end);
  if (pace) return plain(a * 60 + b, 'pace', pace.end, pace.meaning);
  const unit = phraseAt(training.units, tokens, end);
  if (unit?.meaning.kind === 'time') return plain((a * 60 + b) * (unit.meaning.inS === 3600 ? 60 : 1), 's', unit.end);
  return mark === ':' ? plain(a * 60 + b, 'clock', end, (a * 60 + b) * 60) : plain(a * 60 + b, 's', end);
}

/** "8-10 reps" means at least the first, "30-40 min" about the middle. "5-5-5" and "5-3" are lists. */
function rangeAt(line: Line, at: number): Figure | null {
  const [first, dash, second] = [line.tokens[at], line.tokens[at + 1], line.tokens[at + 2]];
  if (dash?.word !== '-' || second?.kind !== 'number' || !first) return null;
  const [a, b] = [first.value ?? 0, second.value ?? 0];
  if (
    a >= b ||
    (line.tokens[at + 3]?.word === '-' && line.tokens[at + 4]?.kind === 'number') ||
    line.tokens[at - 1]?.word === '-'
  )
    return null;
  const figure = measured(line, b, at + 3);
  if (!figure) return null;
  if (figure.unit === 's' || figure.unit === 'm') return { ...figure, value: figure.value * ((a + b) / (2 * b)) };
  return b <= a * 2 ? { ...figure, value: figure.unit === 'none' || figure.unit === 'reps' ? a : (a + b) / 2 } : null;
}

/** "12+", "5 +" only where nothing is added. */
function withEnding(line: Line, figure: Figure | null): Figure | null {
  if (!figure) return null;
  const plus = line.tokens[figure.end];
  if (plus?.word !== '+' || !plus.isGlued) return figure;
  const after = line.tokens[figure.end + 1];
  return after?.isGlued && after.kind === 'number' ? figure : { ...figure, isOpenEnded: true, end: figure.end + 1 };
}
