import type { Part } from './cut-segments.ts';
import type { ExerciseName } from './name-exercise.ts';
import type { TrainingPiece } from './training-piece.ts';

export const hasSets = (figures: readonly TrainingPiece[]): boolean =>
  figures.some(
    (piece) =>
      (piece.kind === 'joint' && piece.how === 'x') || (piece.kind === 'figure' && piece.figure.unit === 'sets'),
  );

export interface NamedPart {
  readonly name: ExerciseName | null;
  readonly figures: TrainingPiece[];
  readonly notes: string[];
}

/** Gives the figures of a segment to its names: those after a name are its own, unless every name follows its figures. */
export function byName(parts: readonly Part[]): NamedPart[] {
  const out: NamedPart[] = [];
  let before = 0;
  const kinds = parts.filter((part) => part.kind !== 'note').map((part) => part.kind);
  const startsWithFigures = kinds[0] === 'figures' && kinds.includes('name');
  const endsWithName = kinds.at(-1) === 'name' || (kinds.at(-2) === 'name' && isOnlySets(parts.at(-1)));
  let waiting: TrainingPiece[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (part.kind === 'note') {
      if (last) last.notes.push(part.text);
      else out.push({ name: null, figures: [], notes: [part.text] });
    } else if (part.kind === 'name') {
      if (startsWithFigures && waiting.length === 0 && last) waiting = lastOf(last.figures, before, endsWithName);
      if (!startsWithFigures && last?.name && isGround(part.name)) waiting = distanceOf(last.figures);
      out.push({ name: part.name, figures: counted(waiting, part.name), notes: [] });
      before = waiting.length;
      waiting = [];
    } else if (startsWithFigures && !out.some(({ name }) => name)) waiting.push(...part.pieces);
    else if (last?.name) last.figures.push(...part.pieces);
    else out.push({ name: null, figures: part.pieces, notes: [] });
  }
  if (waiting.length > 0) out.push({ name: null, figures: waiting, notes: [] });
  // "run 5k 20 pushups"
  const [previous, final] = out.slice(-2);
  if (previous?.name && final?.name?.match && final.figures.length === 0)
    out[out.length - 1] = { ...final, figures: counted(lastOf(previous.figures, 0, false), final.name) };
  const last = out.at(-1);
  if (previous?.name?.match?.category === 'strength' && hasSets(previous.figures) && last?.name && isRemark(last)) {
    previous.notes.push(last.name.words, ...last.notes);
    out.pop();
  }
  return merged(out);
}

/** "… x 3 rounds": they are of all before them. */
const isOnlySets = (part: Part | undefined): boolean =>
  part?.kind === 'figures' &&
  part.pieces.every((piece) => piece.kind === 'joint' || (piece.kind === 'figure' && piece.figure.unit === 'sets'));

const longestRemark = 3;

/** "deadlift 3x5 140 double overhand": a few unknown words after the figures say how. */
const isRemark = ({ name, figures }: NamedPart): boolean =>
  name !== null && !name.match && figures.length === 0 && name.to - name.from <= longestRemark;

const isGround = ({ match }: ExerciseName): boolean => match !== null && match.category !== 'strength';

/** "bench 3x8 80 5k run 27:30": the distance right before the name is its own. */
function distanceOf(figures: TrainingPiece[]): TrainingPiece[] {
  const [before, last] = figures.slice(-2);
  const isDistance =
    last?.kind === 'figure' && (last.figure.unit === 'open-k' || last.figure.unit === 'm' || last.figure.unit === 's');
  return isDistance && figures.length > 2 && before?.kind === 'figure' ? figures.splice(-1) : [];
}

/** From here "100 bench" is rather a weight. */
const mostCounted = 50;

/** "30 squats": a lone figure before a name counts it. */
function counted(figures: TrainingPiece[], name: ExerciseName): TrainingPiece[] {
  const [only, times] = figures;
  const isTimes = figures.length === 2 && times?.kind === 'joint' && times.how === 'x';
  if (
    !(figures.length === 1 || isTimes) ||
    only?.kind !== 'figure' ||
    only.figure.unit !== 'none' ||
    only.figure.isSigned
  )
    return figures;
  if (!isTimes && only.figure.value > mostCounted && !name.words.endsWith('s')) return figures;
  return [{ ...only, figure: { ...only.figure, unit: 'counted' } }];
}

/** Notes before the first name belong to it. */
function merged(out: NamedPart[]): NamedPart[] {
  const [first, second] = out;
  if (!first || !second || first.name || first.figures.length > 0 || !second.name) return out;
  return [{ ...second, notes: [...first.notes, ...second.notes] }, ...out.slice(2)];
}

/**
 * In "10 pullups 20 pushups" the figures between two names are the second's. Where figures also end the segment
 * ("3x8 bench 80 3x10 row 50") only the last of several are.
 */
function lastOf(figures: TrainingPiece[], before: number, isAll: boolean): TrainingPiece[] {
  if (isAll) return figures.splice(before);
  const starts = figures.flatMap((piece, i) =>
    i >= before && piece.kind === 'figure' && figures[i - 1]?.kind !== 'joint' ? [i] : [],
  );
  return starts.length < 2 ? [] : figures.splice(starts.at(-1) ?? figures.length);
}
