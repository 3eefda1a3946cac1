import { type Figure, plainFigure } from './figure.ts';
import { type Line, wordAt } from './line.ts';
import { type FoundPhrase, phraseAt } from './phrases.ts';

/** "1h 10 min", "1h10", "5 min 30", "2 hours and a half". */
export function longerTime(line: Line, seconds: number, unitS: number, end: number, count: number): Figure {
  const { and, articles, fractions } = line.language;
  let next = end;
  if (unitS === 1) return plainFigure(seconds, 's', end);
  const isAnd = and.has(wordAt(line, next));
  if (isAnd) next++;
  if (isAnd && articles.has(wordAt(line, next)) && fractions.has(wordAt(line, next + 1)))
    return plainFigure(seconds + (fractions.get(wordAt(line, next + 1)) ?? 0) * unitS, 's', next + 2);
  const more = line.tokens[next];
  const isWhole =
    Number.isInteger(count) && more?.kind === 'number' && Number.isInteger(more.value) && (more.value ?? 60) < 60;
  if (!isWhole) return plainFigure(seconds, 's', end);
  const unit = phraseAt(line.language.training.units, line.tokens, next + 1)?.meaning;
  const smaller =
    unit?.kind === 'time' ? unit.inS : unit?.kind === 'open' && unit.id !== 'k' ? (unit.id === 'm' ? 60 : 1) : null;
  const unitEnd = phraseAt(line.language.training.units, line.tokens, next + 1)?.end ?? next + 1;
  if (smaller !== null && smaller < unitS) {
    const rest =
      smaller === 60
        ? longerTime(line, (more.value ?? 0) * 60, 60, unitEnd, more.value ?? 0)
        : plainFigure(more.value ?? 0, 's', unitEnd);
    return plainFigure(seconds + rest.value, 's', rest.end);
  }
  // "1h10": only what is glued, or has two digits, goes on.
  const isLast = more.isGlued ? wordAt(line, next + 1) !== 'x' : isTwoDigits(more.word) && endsClause(line, next + 1);
  return unit === undefined && !isAnd && isLast
    ? plainFigure(seconds + (more.value ?? 0) * (unitS / 60), 's', next + 1)
    : plainFigure(seconds, 's', end);
}

const isTwoDigits = (word: string): boolean => /^\d\d$/.test(word);

/** "in 26 min 40": nothing follows that the figure might count. */
function endsClause(line: Line, at: number): boolean {
  const next = line.tokens[at];
  return !next || next.kind === 'picture' || [',', '.', '!', ';', '\n', ')'].includes(next.word);
}

/** "27:30", "1:05:30", "27'30", "5:00/km", "1:10h". */
export function clockAt(line: Line, at: number): Figure | null {
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
    return plainFigure(a * 3600 + b * 60 + (third.value ?? 0), 's', at + 5);
  }
  const end = ['"', '″', '”'].includes(wordAt(line, at + 3)) && tokens[at + 3]?.isGlued ? at + 4 : at + 3;
  const { training } = line.language;
  const pace = paceAt(line, end);
  if (pace) return plainFigure(a * 60 + b, 'pace', pace.end, pace.meaning);
  const unit = phraseAt(training.units, tokens, end);
  if (unit?.meaning.kind === 'time')
    return plainFigure((a * 60 + b) * (unit.meaning.inS === 3600 ? 60 : 1), 's', unit.end);
  return mark === ':' ? plainFigure(a * 60 + b, 'clock', end, (a * 60 + b) * 60) : plainFigure(a * 60 + b, 's', end);
}

/** For how many metres the figure before is: "/km", "pace". In "44:00 average pace 5:30" the pace follows. */
export function paceAt(line: Line, at: number): FoundPhrase<number> | null {
  const { paces, paceLinks } = line.language.training;
  const pace = phraseAt(paces, line.tokens, at);
  if (pace?.meaning !== 0) return pace;
  const next = phraseAt(paceLinks, line.tokens, pace.end)?.end ?? pace.end;
  return line.tokens[next]?.kind === 'number' ? null : pace;
}

/** "avg pace 5:30", "pace: 5:30/km" */
export function paceAfterName(line: Line, at: number): Figure | null {
  const { paces, paceLinks } = line.language.training;
  const name = phraseAt(paces, line.tokens, at);
  if (name?.meaning !== 0) return null;
  const link = phraseAt(paceLinks, line.tokens, name.end);
  const clock = clockAt(line, link?.end ?? name.end);
  if (clock?.unit === 'pace') return clock;
  return clock?.unit === 'clock' ? { ...clock, unit: 'pace', other: 0 } : null;
}
