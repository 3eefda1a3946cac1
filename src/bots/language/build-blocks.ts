import type { ExerciseIndex } from '../../domain/training/exercise-index.ts';
import type { Segment } from './cut-segments.ts';
import type { Line } from './line.ts';
import type { ExerciseName } from './name-exercise.ts';
import { isPlainWorkout, isTitle } from './recognise-title.ts';
import { shareAmongBlocks } from './share-blocks.ts';
import { byName, hasSets, type NamedPart } from './share-segment.ts';
import type { TrainingPiece } from './training-piece.ts';
import { unnamedIntervals, unnamedRun, warmUpOf } from './unnamed-exercises.ts';

/** One exercise of a message: its name, and the figures said of it with what stood between them. */
export interface ExerciseBlock {
  readonly name: ExerciseName;
  readonly figures: TrainingPiece[];
  readonly notes: string[];
  readonly superset: number | null;
  /** Whether a comma or "and" and another name follow. */
  readonly isListed: boolean;
}

export interface SplitWorkout {
  readonly title: string | null;
  /** Figures that stand with the title or before everything else: how long it all took. */
  readonly loose: readonly TrainingPiece[];
  readonly blocks: readonly ExerciseBlock[];
  readonly isDone: boolean;
}

interface Building {
  title: string | null;
  readonly loose: TrainingPiece[];
  readonly blocks: ExerciseBlock[];
  pending: TrainingPiece[];
  pendingNotes: string[];
  superset: { readonly number: number; readonly isHeading: boolean } | null;
  supersets: number;
  readonly groups: Map<number, number>;
  /** "3 rounds:", "5x5:" are said of everything after. */
  rounds: readonly TrainingPiece[];
}

export function blocksOf(
  line: Line,
  segments: readonly Segment[],
  exercises: ExerciseIndex,
): Omit<SplitWorkout, 'isDone'> | null {
  const to: Building = {
    title: null,
    loose: [],
    blocks: [],
    pending: [],
    pendingNotes: [],
    superset: null,
    supersets: 0,
    groups: new Map(),
    rounds: [],
  };
  for (const [i, segment] of segments.entries()) {
    markSupersets(to, segment);
    const parts = byName(segment.parts);
    const names = parts.filter(({ name }) => name !== null);
    const warmUp = names.length === 0 ? warmUpOf(line, segment, exercises) : null;
    if (warmUp) {
      to.blocks.push(warmUp);
      continue;
    }
    if (names.length === 0) {
      const rounds =
        to.blocks.length + to.pending.length === 0 && (segment.after === 'colon' || segment.after === 'line')
          ? headingOf(parts)
          : null;
      if (rounds) to.rounds = rounds;
      else for (const { figures, notes } of parts) continueBlock(to, segment, figures, notes);
      continue;
    }
    const [only] = names;
    if (
      names.length === 1 &&
      only?.name &&
      to.title === null &&
      isTitle(line, only.name, only.figures, segment, segments.slice(i + 1))
    ) {
      if (!isPlainWorkout(line, only.name)) to.title = only.name.words;
      const [rounds] = only.figures.filter((piece) => piece.kind === 'figure' && piece.figure.unit === 'sets');
      if (rounds) to.rounds = [rounds];
      else to.loose.push(...only.figures);
      continue;
    }
    // "gym 1h15 upper body"
    const [session, what] = names;
    const isSession =
      names.length === 2 && i === 0 && segments.length === 1 && session?.name && isPlainWorkout(line, session.name);
    if (isSession && what?.name && isTitle(line, what.name, session.figures, segment, [])) {
      to.title = what.name.words;
      to.loose.push(...session.figures);
      continue;
    }
    const rounds = roundsOfAll(parts, isListOfFigures(segment, segments.slice(i + 1)));
    if (rounds) to.rounds = [rounds];
    for (const { name, figures, notes } of parts) {
      // "gym today: bench 3x8"
      const isHeading = name && figures.length === 0 && i < segments.length - 1 && isPlainWorkout(line, name);
      if (isHeading) continue;
      if (!name) {
        continueBlock(to, segment, figures, notes);
        continue;
      }
      const superset = segment.label === null ? (to.superset?.number ?? null) : groupOf(to, segment.label);
      to.blocks.push({
        name,
        figures: [
          ...(hasSets(figures) ? [] : to.rounds),
          ...to.pending,
          ...breakAfter(to.pending, segment),
          ...figures,
        ],
        notes: [...to.pendingNotes, ...notes],
        superset,
        isListed: segment.after === 'and' || segment.after === 'comma',
      });
      to.pending = [];
      to.pendingNotes = [];
    }
  }
  shareAmongBlocks(line, to);
  const unnamed =
    to.blocks.length === 0 && to.title === null
      ? (unnamedRun(line, to.pending, exercises) ?? unnamedIntervals(line, to.pending, exercises))
      : null;
  if (unnamed) to.blocks.push({ ...unnamed, notes: to.pendingNotes });
  else to.loose.push(...to.pending);
  return { title: to.title, loose: to.loose, blocks: to.blocks };
}

/** What waited for a name stood apart from what follows it. */
const breakAfter = (pending: readonly TrainingPiece[], { before }: Segment): TrainingPiece[] =>
  pending.length > 0 && before ? [{ kind: 'break', how: before, at: 0, isTight: false }] : [];

/** "3 rounds", "5x5", alone. */
function headingOf(parts: readonly NamedPart[]): readonly TrainingPiece[] | null {
  const all = parts.flatMap(({ figures }) => figures);
  const [first, joint, second] = all;
  if (first?.kind !== 'figure') return null;
  if (all.length === 1) return first.figure.unit === 'sets' ? all : null;
  const isProduct = all.length === 3 && joint?.kind === 'joint' && joint.how === 'x' && second?.kind === 'figure';
  return isProduct && first.figure.unit === 'none' && second.figure.unit === 'none' ? all : null;
}

/** "…, 15 kb swings": more exercises in the same breath, none with sets of its own. */
function isListOfFigures({ after }: Segment, later: readonly Segment[]): boolean {
  const end = later.findIndex(({ before }) => before !== 'comma' && before !== 'and');
  const listed = later.slice(0, end < 0 ? later.length : end);
  return (
    (after === 'comma' || after === 'and') &&
    listed.length > 0 &&
    listed.every(
      ({ parts }) =>
        parts.some(({ kind }) => kind === 'name') &&
        parts.every((part) => part.kind !== 'figures' || !hasSets(part.pieces)),
    )
  );
}

/** "3 rounds of 10 pullups 20 pushups": taken off the first, they are of all. */
function roundsOfAll(parts: readonly NamedPart[], isListed: boolean): TrainingPiece | null {
  const [first, ...others] = parts.filter(({ name }) => name);
  const [sets, of] = first?.figures ?? [];
  const isOfAll = sets?.kind === 'figure' && sets.figure.unit === 'sets' && of?.kind === 'joint' && of.how === 'of';
  if (!first || !isOfAll || (others.length === 0 && !isListed) || others.some(({ figures }) => hasSets(figures)))
    return null;
  first.figures.splice(0, 2);
  return sets;
}

function groupOf(to: Building, label: number): number {
  const known = to.groups.get(label);
  if (known !== undefined) return known;
  to.groups.set(label, ++to.supersets);
  return to.supersets;
}

/**
 * A superset said before exercises holds them to the end of the line; alone on its line, up to the next; between two
 * ("bench 3x8 80, superset rows 3x8 60") it joins them.
 */
function markSupersets(to: Building, segment: Segment): void {
  const isNewLine =
    segment.before === null || segment.before === 'line' || segment.before === 'semi' || segment.before === 'stop';
  const names = segment.parts.filter((part) => part.kind === 'name').length;
  if (!segment.isSuperset) {
    if (to.superset !== null && !to.superset.isHeading && (isNewLine || segment.before === 'then')) to.superset = null;
    return;
  }
  const last = to.blocks.at(-1);
  if (names === 1 && !isNewLine && last) {
    const number = last.superset ?? ++to.supersets;
    to.blocks[to.blocks.length - 1] = { ...last, superset: number };
    to.superset = { number, isHeading: false };
  } else to.superset = { number: ++to.supersets, isHeading: names === 0 && segment.after === 'line' };
}

/** Figures without a name go on with the exercise before, or wait for the first. */
function continueBlock(
  to: Building,
  segment: Segment,
  figures: readonly TrainingPiece[],
  notes: readonly string[],
): void {
  const last = to.blocks.at(-1);
  if (!last) {
    if (figures.length > 0)
      to.pending.push({ kind: 'break', how: segment.before ?? 'comma', at: 0, isTight: false }, ...figures);
    to.pendingNotes.push(...notes);
    return;
  }
  if (figures.length > 0)
    last.figures.push({ kind: 'break', how: segment.before ?? 'comma', at: 0, isTight: false }, ...figures);
  last.notes.push(...notes);
}
