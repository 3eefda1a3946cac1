import type { ExerciseNature } from './exercise-nature.ts';
import type { Figure } from './figure.ts';
import type { TrainingPiece } from './training-piece.ts';

/** A figure whose unit no longer waits for the exercise. */
export interface SettledFigure extends Omit<Figure, 'unit'> {
  readonly unit: Exclude<Figure['unit'], 'open-m' | 'open-s' | 'open-k' | 'aside'> | 'pair';
}

/** Figures that belong together: "3x8", "80x8,8,7", "5@100", "140/5", one figure, or a list of bare ones. */
export interface Term {
  /** Factors of a product, each one figure or a list. A lone list is one factor. */
  readonly factors: readonly (readonly SettledFigure[])[];
  /** After "@" or "at". */
  readonly ats: readonly SettledFigure[];
  readonly isSlashed: boolean;
  /** "100 for 5": the first is the weight. */
  readonly isFor: boolean;
  /** "in 6:40" */
  readonly isIn: boolean;
  /** Whether "at" was "@", which may be an RPE. */
  readonly isSign: boolean;
}

export type SetsItem =
  | { readonly kind: 'term'; readonly term: Term; readonly gap: Gap; readonly sinceTerm: Gap }
  | {
      readonly kind: 'effort';
      readonly rpes: readonly number[];
      readonly rir: number | null;
      readonly restS: number | null;
      readonly gap: Gap;
    }
  | { readonly kind: 'last'; readonly reps: number; readonly gap: Gap }
  | {
      readonly kind: 'mark';
      readonly gap: Gap;
      readonly mark: 'warmup' | 'working' | 'drop' | 'failure' | 'last-failure' | 'amrap' | 'bodyweight' | 'assisted';
    };

/** What stood before an item. */
export type Gap = 'space' | 'comma' | 'line' | 'then';

type Bare = Extract<TrainingPiece, { kind: 'figure' }>;

/** What was read so far, and what stands between that and what comes next. */
interface Terms {
  readonly items: SetsItem[];
  gap: Gap;
  sinceTerm: Gap;
}

function push(read: Terms, item: SetsItem): void {
  read.items.push(item);
  read.sinceTerm = item.kind === 'term' ? 'space' : widest(read.sinceTerm, read.gap);
  read.gap = 'space';
}

/** Reads the figures of one exercise as terms, in order. */
export function readTerms(pieces: readonly TrainingPiece[], nature: ExerciseNature): SetsItem[] {
  const read: Terms = { items: [], gap: 'space', sinceTerm: 'space' };
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] as TrainingPiece;
    if (piece.kind === 'break') {
      read.gap = widest(
        read.gap,
        piece.how === 'line' || piece.how === 'semi' || piece.how === 'stop'
          ? 'line'
          : piece.how === 'then'
            ? 'then'
            : piece.how === 'colon'
              ? 'space'
              : 'comma',
      );
      at++;
    } else if (piece.kind === 'effort') {
      push(read, { kind: 'effort', rpes: piece.rpes, rir: piece.rir, restS: piece.restS, gap: read.gap });
      at++;
    } else if (piece.kind === 'last') {
      push(read, { kind: 'last', reps: piece.reps, gap: read.gap });
      at++;
    } else if (piece.kind === 'mark') {
      if (piece.mark !== 'superset' && piece.mark !== 'each')
        push(read, { kind: 'mark', mark: piece.mark, gap: read.gap });
      at++;
    } else if (piece.kind === 'figure' || piece.kind === 'joint') {
      if (piece.kind === 'joint' && piece.how === 'drop') push(read, { kind: 'mark', mark: 'drop', gap: read.gap });
      const isFirst = read.items.every((item) => item.kind !== 'term' || isTimesReps(item.term));
      const found = termAt(pieces, at, nature, isFirst && nature.kind !== 'hold' && nature.kind !== 'travel');
      if (found) {
        const { gap, sinceTerm } = read;
        push(read, { kind: 'term', term: found.term, gap, sinceTerm: widest(sinceTerm, gap) });
      }
      at = found ? found.end : at + 1;
    } else at++;
  }
  return read.items;
}

/** "x10 x8 x6" */
const isTimesReps = ({ factors }: Term): boolean => factors.length === 1 && factors[0]?.[0]?.unit === 'reps';

const byWidth: readonly Gap[] = ['space', 'comma', 'line', 'then'];
const widest = (a: Gap, b: Gap): Gap => (byWidth.indexOf(a) >= byWidth.indexOf(b) ? a : b);

function termAt(
  pieces: readonly TrainingPiece[],
  from: number,
  nature: ExerciseNature,
  isRepsFirst: boolean,
): { term: Term; end: number } | null {
  let at = from;
  const first = pieces[at];
  let isIn = false;
  const factors: (readonly SettledFigure[])[] = [];
  let isFor = false;
  let isSlashed = false;
  if (first?.kind === 'joint') {
    const next = pieces[at + 1];
    if (next?.kind !== 'figure') return null;
    // "x3": for three sets, "squats x 50": fifty of them; "@ 80", "at 80": a weight of its own.
    if (first.how === 'x') {
      const count = settle(next.figure, nature);
      return {
        term: {
          ...empty,
          factors: [[count.unit === 'none' ? { ...count, unit: isRepsFirst ? 'reps' : 'sets' } : count]],
        },
        end: at + 2,
      };
    }
    if (first.how === '@' || first.how === 'at') {
      const list = listAt(pieces, at + 1, nature, true);
      return { term: { ...empty, ats: list.figures, isSign: first.how === '@' }, end: list.end };
    }
    isIn = first.how === 'in';
    at++;
  }
  const start = listAt(pieces, at, nature, false);
  if (start.figures.length === 0) return null;
  factors.push(start.figures);
  isSlashed = start.isSlashed;
  at = start.end;
  for (;;) {
    const joint = pieces[at];
    const next = pieces[at + 1];
    if (joint?.kind !== 'joint') break;
    const isOver =
      joint.how === '/' && isTypedLoad(factors.at(-1)) && next?.kind === 'figure' && next.figure.unit === 'none';
    const isTimes = isOver || joint.how === 'x' || (joint.how === 'of' && isSetCount(factors.at(-1)));
    if (isTimes && next?.kind === 'figure') {
      const list = listAt(pieces, at + 1, nature, true);
      factors.push(list.figures);
      at = list.end;
    } else if (isTimes) {
      // "8x" and "plank 1 min 3x": what is before counts sets.
      const last = factors.at(-1)?.[0];
      if (last?.unit === 'none') factors[factors.length - 1] = [{ ...last, unit: 'sets' }];
      at++;
    } else if (joint.how === 'for' && next?.kind === 'figure' && isWeightThenReps(factors, next, pieces[at + 2])) {
      const list = listAt(pieces, at + 1, nature, true);
      factors.push(list.figures);
      isFor = true;
      at = list.end;
    } else break;
  }
  const joint = pieces[at];
  const next = pieces[at + 1];
  let ats: readonly SettledFigure[] = [];
  let isSign = false;
  const isAt = joint?.kind === 'joint' && (joint.how === '@' || joint.how === 'at' || joint.how === 'of');
  if (isAt && next?.kind === 'figure' && !isTimesNext(pieces, at + 2)) {
    const list = listAt(pieces, at + 1, nature, true);
    ats = list.figures;
    isSign = joint.how === '@';
    at = list.end;
  }
  return { term: { factors, ats, isSlashed, isFor, isIn, isSign }, end: Math.max(at, from + 1) };
}

const empty: Term = { factors: [], ats: [], isSlashed: false, isFor: false, isIn: false, isSign: false };

const isSetCount = (factor: readonly SettledFigure[] | undefined): boolean => factor?.[0]?.unit === 'sets';

const isLoadUnit = (unit: SettledFigure['unit'] | undefined): boolean => unit === 'kg' || unit === 'lb';

const isTypedLoad = (factor: readonly SettledFigure[] | undefined): boolean =>
  factor?.length === 1 && (factor[0]?.unit === 'kg' || factor[0]?.unit === 'lb');

/** "3x8 at 60x10": the weight belongs to the next. */
const isTimesNext = (pieces: readonly TrainingPiece[], at: number): boolean => {
  const piece = pieces[at];
  return piece?.kind === 'joint' && piece.how === 'x';
};

function isWeightThenReps(
  factors: readonly (readonly SettledFigure[])[],
  next: Bare,
  after: TrainingPiece | undefined,
): boolean {
  const first = factors[0]?.[0];
  if (factors.length !== 1 || factors[0]?.length !== 1 || !first) return false;
  if (after?.kind === 'joint' && after.how === 'x') return false;
  const isWeight = first.unit === 'none' || first.unit === 'kg' || first.unit === 'lb';
  return isWeight && (next.figure.unit === 'none' || next.figure.unit === 'reps');
}

interface List {
  readonly figures: readonly SettledFigure[];
  readonly end: number;
  readonly isSlashed: boolean;
}

/**
 * A figure, or several bare ones joined by tight commas, slashes or dashes: "8,8,7", "12/10/8". As a factor the list
 * stops before a figure that begins the next product ("100x5,110x3"); looser commas and blanks go on only there
 * ("80x8, 8, 7").
 */
function listAt(pieces: readonly TrainingPiece[], from: number, nature: ExerciseNature, isFactor: boolean): List {
  const first = pieces[from];
  if (first?.kind !== 'figure') return { figures: [], end: from, isSlashed: false };
  const figures = [settle(first.figure, nature)];
  let at = from + 1;
  let isSlashed = false;
  const unit = figures[0]?.unit;
  for (;;) {
    const link = pieces[at];
    const next = pieces[at + 1];
    // "40kg/12"
    if (isLoadUnit(unit) && next?.kind === 'figure' && next.figure.unit === 'none') break;
    if (next?.kind !== 'figure' || isTimesNext(pieces, at + 2) || next.figure.unit !== first.figure.unit) {
      // "5/3/1+", "60/70/80kg": the last may have the unit of all.
      const isLastWithUnit = next?.kind === 'figure' && unit === 'none' && !isTimesNext(pieces, at + 2);
      // "60/70/80 x 5"
      const isLastOfFirst = !isFactor && next?.kind === 'figure' && link?.kind === 'joint' && link.how === '/';
      if (!(isTightList(link) && (isLastWithUnit || isLastOfFirst))) break;
    }
    if (!isTightList(link)) break;
    if (next?.kind !== 'figure') break;
    if (link?.kind === 'joint' && link.how === '/') isSlashed = true;
    figures.push(settle(next.figure, nature));
    at += 2;
  }
  const last = figures.at(-1);
  const all =
    last &&
    last.unit !== 'none' &&
    figures.some((one) => one.unit === 'none') &&
    (last.unit === 'kg' || last.unit === 'lb' || last.unit === 's')
      ? figures.map((one) => ({ ...one, unit: last.unit }))
      : figures;
  return { figures: all, end: at, isSlashed: isSlashed && !isFactor };
}

const isTightList = (link: TrainingPiece | undefined): boolean =>
  (link?.kind === 'break' && link.how === 'comma' && link.isTight) ||
  (link?.kind === 'joint' && (link.how === '/' || link.how === '-') && link.isTight);

/** Metres below this are rather minutes where the exercise does not cover ground. */
const leastMetres = 50;

/** "21s" are seven reps of the lower half, seven of the upper, and seven whole ones. */
const twentyOnes = 21;

function settle(figure: Figure, nature: ExerciseNature): SettledFigure {
  const { unit, value } = figure;
  switch (unit) {
    case 'open-k':
      return nature.kind === 'loaded' ? settled(figure, 'kg') : settled(figure, 'm', value * 1000);
    case 'open-s':
      if (value === twentyOnes && (nature.kind === 'loaded' || nature.kind === 'bodyweight'))
        return settled(figure, 'reps');
      return settled(figure, nature.kind === 'loaded' ? 'pair' : 's');
    case 'open-m': {
      const isLift = nature.kind === 'loaded' || nature.kind === 'bodyweight';
      const isFar = (nature.kind === 'travel' && value >= leastMetres) || value > 180 || (isLift && value >= 15);
      return nature.isCarry || isFar ? settled(figure, 'm') : settled(figure, 's', value * 60);
    }
    case 'clock':
      return settled(
        figure,
        nature.kind === 'hold' || nature.kind === 'loaded' || nature.kind === 'bodyweight' ? 's' : unit,
      );
    case 'counted':
      if (nature.kind === 'hold') return settled(figure, 'sets');
      return settled(figure, nature.kind === 'travel' || nature.kind === 'activity' ? 'none' : 'counted');
    case 'aside':
      return settled(figure, 'none');
    default:
      return settled(figure, unit);
  }
}

/** The figure with another unit, all of them of one shape. */
const settled = (
  { other, isSigned, isOpenEnded, end, value: typed }: Figure,
  unit: SettledFigure['unit'],
  value = typed,
): SettledFigure => ({ value, unit, other, isSigned, isOpenEnded, end });
