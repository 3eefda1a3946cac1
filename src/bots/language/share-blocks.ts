import type { ExerciseBlock } from './build-blocks.ts';
import type { Figure } from './figure.ts';
import { type Line, wordAt } from './line.ts';
import { hasSets } from './share-segment.ts';
import type { TrainingPiece } from './training-piece.ts';

interface Blocks {
  readonly blocks: readonly ExerciseBlock[];
  /** What is of the whole workout. */
  readonly loose: TrainingPiece[];
}

/** Gives each exercise what was said once for several: sets, rounds, and the time of them all. */
export function shareAmongBlocks(line: Line, to: Blocks): void {
  shareFigures(to.blocks);
  freeLimit(to);
  shareRounds(line, to.blocks);
}

/** "squats and lunges 3x10": sets of the last are of those before it that have none, where all are lifts. */
function shareFigures(blocks: readonly ExerciseBlock[]): void {
  for (let at = blocks.length - 2; at >= 0; at--) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    const isShared = block && next && block.figures.length === 0 && hasSets(next.figures) && block.isListed;
    if (isShared && isLift(block) && isLift(next)) block.figures.push(...next.figures);
  }
}

/** "10 pushups, 20 squats, 3 rounds": the rounds said at the end are of all, where none has sets of its own. */
function shareRounds(line: Line, blocks: readonly ExerciseBlock[]): void {
  const [last, ...others] = blocks.toReversed();
  const rounds = last?.figures.at(-1);
  if (!last || others.length === 0 || rounds?.kind !== 'figure' || rounds.figure.unit !== 'sets') return;
  const isOfAll = line.language.training.rounds.has(wordAt(line, rounds.figure.end - 1));
  const own = last.figures.slice(0, last.figures.at(-2)?.kind === 'joint' ? -2 : -1);
  if (!isOfAll || hasSets(own) || !others.every(isCountedOnce)) return;
  for (const { figures } of others) figures.push(rounds);
}

/** Only a count of reps was said of it. */
const isCountedOnce = ({ figures }: ExerciseBlock): boolean => {
  const said = figures.filter(({ kind }) => kind === 'figure');
  return (
    said.length === 1 && !hasSets(figures) && said.some((piece) => piece.kind === 'figure' && isCount(piece.figure))
  );
};

const isCount = ({ unit }: Figure): boolean => unit === 'none' || unit === 'counted' || unit === 'reps';

/** "20 min amrap: 5 pullups, 10 pushups": the time is that of the whole workout, not of its first exercise. */
function freeLimit({ blocks, loose }: Blocks): void {
  const [first, ...others] = blocks;
  const mark = first?.figures.find((piece) => piece.kind === 'mark' && piece.mark === 'amrap');
  const limit = first?.figures.find((piece) => piece.kind === 'figure' && isTime(piece.figure));
  if (!first || !mark || !limit || others.length === 0) return;
  loose.push(limit);
  first.figures.splice(0, first.figures.length, ...first.figures.filter((piece) => piece !== mark && piece !== limit));
}

const isTime = ({ unit }: Figure): boolean => unit === 's' || unit === 'open-m';

const isLift = ({ name }: ExerciseBlock): boolean => name.match?.category === 'strength';
