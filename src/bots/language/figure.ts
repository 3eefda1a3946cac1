import type { Span } from './line.ts';

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

/** A figure of a workout, with what it counts. */
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

/** A figure that is neither signed nor open-ended. */
export const plainFigure = (value: number, unit: FigureUnit, end: number, other: number | null = null): Figure => ({
  value,
  unit,
  other,
  isSigned: false,
  isOpenEnded: false,
  end,
});
