import { type Figure, plainFigure } from './figure.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { clockAt, longerTime, paceAfterName, paceAt } from './recognise-duration.ts';
import { recogniseNumber } from './recognise-number.ts';
import { recogniseDecimal, recogniseSpokenHundreds } from './recognise-said-number.ts';

/** A figure with its unit: "80kg", "3 sets", "27:30", "1h10", "5:00/km", "half an hour", "+10", "12+", "8-10 reps". */
export function recogniseFigure(line: Line, at: number): Figure | null {
  const token = line.tokens[at];
  if (!token) return null;
  if (token.kind === 'number')
    return withEnding(
      line,
      clockAt(line, at) ?? rangeAt(line, at) ?? dictated(line, at) ?? measured(line, token.value ?? 0, at + 1),
    );
  if (token.kind !== 'word') return null;
  if (line.language.articles.has(token.word)) return oneOf(line, at + 1);
  const repMax = line.language.training.repMaxes.get(token.word);
  if (repMax !== undefined && token.word !== 'rm') return plainFigure(repMax, 'reps', at + 1);
  return labelled(line, at) ?? paceAfterName(line, at) ?? hourAndHalf(line, at) ?? spelled(line, at);
}

/** "62 point 5 kg" */
function dictated(line: Line, at: number): Figure | null {
  const number = line.language.points.has(wordAt(line, at + 1)) ? recogniseDecimal(line, at) : null;
  return number && number.end > at + 1 ? measured(line, number.value, number.end) : null;
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
  const hundreds = weightInHundreds(line, at);
  if (hundreds) return hundreds;
  const number = recogniseDecimal(line, at);
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
  return plainFigure(number.value, 'none', number.end);
}

/** "two twenty five": only weights are spoken so; in "two twenty kilo dumbbells" they are two. */
function weightInHundreds(line: Line, at: number): Figure | null {
  const number = recogniseSpokenHundreds(line, at);
  const figure = number && measured(line, number.value, number.end);
  if (!figure) return null;
  const isOfTwo = figure.end > number.end && line.language.training.movements.has(singular(wordAt(line, figure.end)));
  const isLoad = figure.unit === 'kg' || figure.unit === 'lb' || figure.unit === 'none';
  return isLoad && !isOfTwo ? figure : null;
}

const singular = (word: string): string => (word.endsWith('s') ? word.slice(0, -1) : word);

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
    ? plainFigure(number.value, 'none', number.end)
    : null;
}

const mostSteps = 200;

/** A number whose unit, if any, stands at `at`. Null where the number is part of a name ("1 arm row"). */
function measured(line: Line, value: number, at: number): Figure | null {
  const { training } = line.language;
  const pace = paceAt(line, at);
  if (pace && value < 60) return plainFigure(minutesOf(line, value, at), 'pace', pace.end, pace.meaning);
  // "30-min"
  const unitAt =
    wordAt(line, at) === '-' && line.tokens[at]?.isGlued && line.tokens[at + 1]?.kind === 'word' ? at + 1 : at;
  const found = phraseAt(training.units, line.tokens, unitAt);
  if (!found) {
    const maximum = training.repMaxes.get(wordAt(line, at));
    if (maximum !== undefined && line.tokens[at]?.isGlued) return plainFigure(value, 'reps', at + 1);
    return isOfName(line, at, value) ? null : plainFigure(value, 'none', at);
  }
  const unit = found.meaning;
  switch (unit.kind) {
    case 'load':
      return plainFigure(value, unit.id, found.end);
    case 'time':
      return longerTime(line, value * unit.inS, unit.inS, found.end, value);
    case 'distance':
      return plainFigure(value * unit.inM, 'm', found.end);
    case 'speed':
      return plainFigure(value * unit.inMPerS, 'speed', found.end);
    case 'steps':
      return value <= mostSteps ? plainFigure(value, 'reps', found.end) : null;
    case 'open':
      if (unitAt === at && !line.tokens[at]?.isGlued && unit.id !== 'm') return plainFigure(value, 'none', at);
      return plainFigure(value, `open-${unit.id}`, found.end);
    default:
      return plainFigure(value, unit.kind, found.end);
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
