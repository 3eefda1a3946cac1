import { type Line, wordAt } from './line.ts';
import { type FoundTime, recogniseClockTime } from './recognise-clock-time.ts';
import { recogniseDay } from './recognise-day.ts';
import { recogniseFigure } from './recognise-figure.ts';
import type { TrainingPiece } from './training-piece.ts';
import type { SaidDay } from './vocabulary/vocabulary.ts';

export interface Walk {
  readonly line: Line;
  /** For each token the next ")" from there, or -1. */
  readonly closing: readonly number[];
  readonly pieces: TrainingPiece[];
  /** What is nowhere in the text need not be looked for at every token. */
  readonly has: {
    readonly effort: boolean;
    readonly tempo: boolean;
    readonly soak: boolean;
    readonly date: boolean;
    readonly halfDay: boolean;
  };
  day: SaidDay | null;
  time: FoundTime | null;
}

/** A day or a time of day. Undefined where there is none; null where it is still to come. */
export function momentAt(walk: Walk, at: number): number | null | undefined {
  const { line } = walk;
  const { language } = line;
  const token = line.tokens[at];
  const next = line.tokens[at + 1];
  const isLead = language.clock.leads.byFirstWord.has(token?.word ?? '') && token?.word !== '@' && token?.word !== '~';
  const isNumber = token?.kind === 'number';
  if (isLead || (isNumber && walk.has.halfDay) || language.clock.named.has(token?.word ?? '')) {
    const figure = isLead ? recogniseFigure(line, at + 1) : null;
    const time = figure?.unit === 'pace' || figure?.unit === 'speed' ? null : recogniseClockTime(line, at);
    const isWritten = time && (line.tokens[time.end - 2]?.word === ':' || !time.isHalfDayOpen);
    const isSure = time && (isNumber ? isHalfDaySaid(line, at, time.end) : isWritten);
    if (time && isSure) {
      walk.time ??= time;
      return time.end;
    }
  }
  // "in 28 min" is how long it took.
  if (
    token?.kind === 'word' &&
    language.training.ins.has(token.word) &&
    (next?.kind === 'number' || language.numbers.has(next?.word ?? ''))
  )
    return undefined;
  const day = isNumber && !walk.has.date ? null : recogniseDay(line, at);
  if (!day) return undefined;
  if (day.day.kind === 'future' || (walk.day && !isSameDay(walk.day, day.day))) return null;
  walk.day ??= day.day;
  return day.end;
}

/** Two days in one text are two workouts. */
function isSameDay(one: SaidDay, other: SaidDay): boolean {
  const plain = ({ part: _, ...day }: SaidDay & { part?: unknown }): string => JSON.stringify(day);
  return plain(one) === plain(other);
}

/** "7am", "6:30 pm"; a bare "18:30" may also be a duration. */
function isHalfDaySaid(line: Line, at: number, end: number): boolean {
  const { am, pm } = line.language.clock;
  for (let n = at + 1; n < end; n++) {
    const word = wordAt(line, n);
    if (word.length > 1 && (am.byFirstWord.has(word) || pm.byFirstWord.has(word))) return true;
  }
  return false;
}
