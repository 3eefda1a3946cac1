import type { Temporal } from 'temporal-polyfill';
import type { FoodIndex } from '../../domain/foods/food-index.ts';
import type { ExerciseIndex, IndexedExercise } from '../../domain/training/exercise-index.ts';
import { assembleSets } from './assemble-sets.ts';
import type { ExerciseBlock, SplitWorkout } from './build-blocks.ts';
import { type ExerciseNature, natureOf } from './exercise-nature.ts';
import type { FigureUnit } from './figure.ts';
import { isOwnWorkout } from './judge-workout.ts';
import { labelWorkout, placeOfDifference } from './label-workout.ts';
import { type Line, wordAt } from './line.ts';
import { mayBeWorkout } from './may-be-workout.ts';
import type { ExerciseName } from './name-exercise.ts';
import { phrases } from './phrases.ts';
import { type Moment, placeInTime } from './place-in-time.ts';
import { readTerms } from './read-terms.ts';
import { readTrainingPieces } from './read-training-pieces.ts';
import { longestTextLength } from './scan.ts';
import type { Assembled, Picker } from './set-groups.ts';
import { type LoadUnits, lbInKg, type ReadSet, settleSets } from './settle-sets.ts';
import { spellOutTreadmill } from './spell-out-treadmill.ts';
import { splitExercises } from './split-exercises.ts';
import { trainingTokens } from './training-tokens.ts';
import { english } from './vocabulary/en/index.ts';

/** What is known of the writer and the moment. */
export interface WorkoutGiven extends Moment {
  /** What a bare weight means: kilograms or pounds. */
  readonly units: 'metric' | 'us';
  readonly exercises: ExerciseIndex;
  /** Where given, an unknown name that is a food is no exercise ("3x8 chicken nuggets"). */
  readonly foods?: Pick<FoodIndex, 'lookup'>;
}

/** One exercise of a workout as said, and what the catalogue makes of it. */
export interface ReadExercise {
  /** The person's own words. */
  readonly words: string;
  /** Null when the catalogue does not know it: then `candidates` are the nearest. */
  readonly match: IndexedExercise | null;
  readonly candidates: readonly IndexedExercise[];
  readonly sets: readonly ReadSet[];
  /** Exercises with the same number were done in turns. */
  readonly superset: number | null;
  /** What was said besides: "each side", "600 m elevation", remarks in brackets. */
  readonly note: string | null;
}

/** A workout of the writer's. */
export interface WorkoutReading {
  readonly kind: 'workout';
  readonly title: string | null;
  readonly durationMin: number | null;
  readonly day: Temporal.PlainDate;
  /** Whether they named the day or a time. */
  readonly isDaySaid: boolean;
  readonly time: Temporal.PlainTime | null;
  /** None where only the workout as a whole was named ("leg day 55 min"). */
  readonly exercises: readonly ReadExercise[];
}

/** It is a log, but its figures can be read in several ways: each is a whole reading. */
export interface WorkoutQuestion {
  readonly kind: 'question';
  readonly about: 'meaning' | 'unit';
  readonly choices: readonly { readonly label: string; readonly reading: WorkoutReading }[];
}

/** In tokens: longer texts are no workout that a person typed. */
const longestWorkout = 1500;
const mostSearches = 5;
const candidateCount = 3;
const noSlots = phrases<string>([]);

/**
 * Reads a text as a log of what its writer trained, in every notation in common use. Null when it is anything else
 * (chat, plans, questions, other people's training, meals), or too long to be read.
 */
export function readWorkout(text: string, given: WorkoutGiven): WorkoutReading | WorkoutQuestion | null {
  if (text.length > longestTextLength) return null;
  const spelled = spellOutTreadmill(text);
  if (!spelled) return readSpelled(text, given);
  const read = readSpelled(spelled.text, given);
  if (read?.kind !== 'workout') return read;
  // They are kept in the words they were said in.
  const exercises = read.exercises.map((one) => (one.words === spelled.name ? { ...one, words: spelled.words } : one));
  return { ...read, exercises };
}

function readSpelled(text: string, given: WorkoutGiven): WorkoutReading | WorkoutQuestion | null {
  if (!mayBeWorkout(text, english.training)) return null;
  const tokens = trainingTokens(text);
  if (tokens.length > longestWorkout) return null;
  const line: Line = { text, tokens, language: english, ownSlots: noSlots };
  const read = readTrainingPieces(line);
  if (!read) return null;
  const split = splitExercises(line, read.pieces, given.exercises);
  if (!split) return null;
  const placed = placeInTime(read.day, read.time, null, given);
  if (!placed) return null;

  const asked: Asked = { about: null, count: 0 };
  const first = build(line, split, placed, given, asked, null);
  if (!first || asked.about === null) return first;
  const { about } = asked;
  const readings: WorkoutReading[] = [];
  for (let index = 0; index < asked.count; index++) {
    const reading = build(line, split, placed, given, { about: null, count: 0 }, { about, index });
    if (reading) readings.push(reading);
  }
  const at = placeOfDifference(readings);
  const choices = readings.map((reading) => ({ label: labelWorkout(reading, at), reading }));
  const distinct = choices.filter(({ label }, i) => choices.findIndex((one) => one.label === label) === i);
  return distinct.length > 1 ? { kind: 'question', about, choices: distinct } : (distinct[0]?.reading ?? null);
}

interface Asked {
  about: 'meaning' | 'unit' | null;
  count: number;
}

/** Gives the chosen reading where something is asked, the first everywhere else. */
function pickerOf(given: WorkoutGiven, asked: Asked, choice: { about: string; index: number } | null): Picker {
  return {
    units: given.units,
    kgOfBare: given.units === 'us' ? lbInKg : 1,
    pick(about, options) {
      if (options.length > 1 && (asked.about === null || asked.about === about)) {
        asked.about = about;
        asked.count = Math.max(asked.count, options.length);
      }
      const index = choice?.about === about ? choice.index : 0;
      return options[Math.min(index, options.length - 1)] ?? null;
    },
  };
}

interface Draft {
  readonly block: ExerciseBlock;
  readonly nature: ExerciseNature;
  readonly assembled: Assembled;
}

function build(
  line: Line,
  split: SplitWorkout,
  placed: Pick<WorkoutReading, 'day' | 'isDaySaid' | 'time'>,
  given: WorkoutGiven,
  asked: Asked,
  choice: { about: string; index: number } | null,
): WorkoutReading | null {
  const picker = pickerOf(given, asked, choice);
  const drafts: Draft[] = [];
  for (const said of split.blocks) {
    const grounded = onGround(line, said, given.exercises);
    const block = grounded === said.name ? said : { ...said, name: grounded };
    const nature = natureOf(block.name.words, block.name.match, line.language.training);
    const assembled = assembleSets(readTerms(block.figures, nature), nature, picker);
    if (!assembled) return null;
    addNamedDistance(line, block, assembled);
    drafts.push({ block, nature, assembled });
  }
  if (!isOwnWorkout(line, split, drafts, given.foods)) return null;

  const units: LoadUnits = { unit: given.units === 'us' ? 'lb' : 'kg', isTyped: false };
  let totalS = looseSeconds(split, line);
  let searches = 0;
  const exercises: ReadExercise[] = [];
  for (const { block, nature, assembled } of drafts) {
    const settled = settleSets(assembled, nature, picker, units);
    if (!settled) return null;
    if (settled.totalS !== null) totalS = (totalS ?? 0) + settled.totalS;
    const { name, notes, superset } = block;
    let { match } = name;
    let candidates: readonly IndexedExercise[] = [];
    if (!match && searches++ < mostSearches) {
      const hits = given.exercises.search(name.words, candidateCount);
      if (hits[0] && hits[0].score >= surelyMeant) match = hits[0].exercise;
      else candidates = hits.map((hit) => hit.exercise);
    }
    const note = [...new Set(notes)].join(', ') || null;
    exercises.push({
      words: name.words,
      match,
      candidates,
      sets: settled.sets.length > 0 ? settled.sets : [emptySet],
      superset,
      note,
    });
  }
  const durationMin = totalS === null ? null : Math.round((totalS / 60) * 100) / 100;
  const { day, isDaySaid, time } = placed;
  return { kind: 'workout', title: split.title, durationMin, day, isDaySaid, time, exercises };
}

/** "row 2k", "squats bw": over a distance, a time or without weight some names of lifts are something else. */
function onGround(line: Line, { name, figures }: ExerciseBlock, exercises: ExerciseIndex): ExerciseName {
  const [first] = figures;
  if (first?.kind === 'mark' && first.mark === 'bodyweight') {
    return { ...name, match: exercises.lookup(`${name.words} ${wordAt(line, first.at)}`) ?? name.match };
  }
  const ground = line.language.training.onGround.get(name.words.toLowerCase());
  if (ground === undefined) return name;
  const isTravel = figures.some((piece) => piece.kind === 'figure' && travelUnits.has(piece.figure.unit));
  const isLifted = figures.some((piece) => piece.kind === 'figure' && liftUnits.has(piece.figure.unit));
  return isTravel && !isLifted ? { ...name, match: exercises.lookup(ground) ?? name.match } : name;
}

const travelUnits: ReadonlySet<FigureUnit> = new Set<FigureUnit>([
  'm',
  's',
  'clock',
  'open-k',
  'pace',
  'speed',
  'open-m',
]);
const liftUnits: ReadonlySet<FigureUnit> = new Set<FigureUnit>(['kg', 'lb', 'reps']);

/** A marathon is a distance. */
function addNamedDistance(line: Line, { name, notes }: ExerciseBlock, { groups }: Assembled): void {
  const [only] = groups;
  if (groups.length !== 1 || !only || only.distances.length > 0 || only.durations.length === 0) return;
  const said = `${name.words} ${notes.join(' ')}`.toLowerCase();
  for (const [words, metres] of line.language.training.namedDistances) {
    if (!said.includes(words) || said.includes('training')) continue;
    only.distances = [metres];
    return;
  }
}

/** A name this near is the same, misspelled. */
const surelyMeant = 0.9;

const emptySet: ReadSet = {
  reps: null,
  weightKg: null,
  loadValue: null,
  loadUnit: null,
  durationS: null,
  distanceM: null,
  rpe: null,
  rir: null,
  restS: null,
  kind: 'working',
};

/** How long the workout took, said with its title or apart. */
function looseSeconds({ loose }: SplitWorkout, line: Line): number | null {
  if (loose.length === 0) return null;
  const nature = natureOf('workout', null, line.language.training);
  let total: number | null = null;
  for (const item of readTerms(loose, { ...nature, kind: 'activity' })) {
    const [figure] = item.kind === 'term' ? (item.term.factors[0] ?? []) : [];
    if (figure?.unit === 's') total = (total ?? 0) + figure.value;
    if (figure?.unit === 'clock')
      total = (total ?? 0) + (figure.value < 1200 ? (figure.other ?? figure.value) : figure.value);
  }
  return total;
}
