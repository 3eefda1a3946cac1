import type { FoodIndex } from '../../domain/foods/food-index.ts';
import type { ExerciseBlock, SplitWorkout } from './build-blocks.ts';
import type { ExerciseNature } from './exercise-nature.ts';
import { type Line, wordAt } from './line.ts';
import type { ExerciseName } from './name-exercise.ts';
import { isPlainWorkout } from './recognise-title.ts';
import type { Assembled } from './set-groups.ts';

interface Draft {
  readonly block: ExerciseBlock;
  readonly nature: ExerciseNature;
  readonly assembled: Assembled;
}

/** Names that the catalogue does not know are no longer than this. */
const longestUnknown = 6;

/**
 * Whether what was read is a log of the writer's own training: known exercises with amounts, unknown ones written as
 * only sets are, or a title ("leg day 55 min"). Better to ask than to log a conversation.
 */
export function isOwnWorkout(
  line: Line,
  split: SplitWorkout,
  drafts: readonly Draft[],
  foods?: Pick<FoodIndex, 'lookup'>,
): boolean {
  const hasAmount = drafts.some(({ assembled }) => assembled.groups.length > 0);
  if (drafts.length === 0)
    return split.title !== null && (split.isDone || split.loose.some((piece) => piece.kind === 'figure'));
  // "just finished training" names nothing that was trained.
  const isNamed =
    drafts.every(({ block }) => block.name.match) && !drafts.every(({ block }) => isPlainWorkout(line, block.name));
  if (!hasAmount && split.title === null && !(split.isDone && isNamed)) return false;
  return drafts.every((draft) => isPlain(line, draft, hasAmount || split.isDone, foods));
}

function isPlain(
  line: Line,
  { block, nature, assembled }: Draft,
  isLog: boolean,
  foods?: Pick<FoodIndex, 'lookup'>,
): boolean {
  const { name } = block;
  if (isPresent(line, name) && !assembled.isNotation) return false;
  if (!name.match)
    return assembled.isNotation && isLikelySets(line, name, assembled) && isUnknownExercise(line, name, foods);
  if (assembled.groups.length === 0) return isLog;
  const words = line.tokens.slice(name.from, name.to).map((token) => token.word);
  const { measures } = line.language.training;
  const isMeasure = words.every((word) => measures.has(word));
  if (isMeasure && !assembled.isNotation) return false;
  const isLifted = nature.kind === 'loaded' || nature.kind === 'bodyweight';
  // "fly to madrid 2h", and "the bench was 82.5" corrects what was said before.
  if (isLifted && !assembled.isNotation && (name.isCut || wordAt(line, name.to) === 'was')) return false;
  // "2 squash": a drink as soon as a game.
  const isBare = assembled.groups.every(({ durations, distances }) => durations.length + distances.length === 0);
  if (isBare && (nature.kind === 'activity' || nature.kind === 'travel')) return assembled.isNotation;
  return !(isBare && !assembled.isNotation && words.length === 1 && line.language.drinks.has(words[0] ?? ''));
}

const fewestReps = 5;

/** "3x2 eggs" and a "4x4 truck" are no sets; with a weight, an effort or the word of a movement it may be any number. */
function isLikelySets(line: Line, name: ExerciseName, { groups }: Assembled): boolean {
  const { movements } = line.language.training;
  if (line.tokens.slice(name.from, name.to).some(({ word }) => movements.has(word))) return true;
  return groups.some(({ loads, rpes, rir, reps }) => {
    return (
      loads.length > 0 ||
      rpes.length > 0 ||
      rir !== null ||
      reps.length >= 3 ||
      reps.some((count) => count >= fewestReps)
    );
  });
}

/** "i bench 100" */
function isPresent(line: Line, name: ExerciseName): boolean {
  const before = wordAt(line, name.from - 1);
  const isSubject = before === 'i' || before === 'we';
  return isSubject && line.language.training.presentVerbs.has(wordAt(line, name.from));
}

function isUnknownExercise(line: Line, name: ExerciseName, foods?: Pick<FoodIndex, 'lookup'>): boolean {
  const { training, chatWords, foodHeads, dishes, drinks, people, units } = line.language;
  const words = line.tokens
    .slice(name.from, name.to)
    .filter((token) => token.kind === 'word')
    .map((token) => token.word);
  if (words.length === 0 || words.length > longestUnknown) return false;
  if (words.some((word) => training.idle.has(word))) return false;
  if (words.some((word) => training.movements.has(word))) return !words.some((word) => people.has(word));
  if (
    words.some(
      (word) =>
        foodHeads.has(word) || dishes.has(word) || drinks.has(word) || people.has(word) || units.byFirstWord.has(word),
    )
  )
    return false;
  if (words.some((word) => chatWords.has(word) && !training.leadIns.has(word))) return false;
  return !foods?.lookup(name.words) && !words.some((word) => word.length > 2 && foods?.lookup(word));
}
