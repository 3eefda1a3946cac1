import { pareRequest } from './pare-request.ts';
import { type MealGiven, type MealQuestion, type MealReading, readMeals } from './read-meals.ts';
import { type MetricsGiven, type MetricsQuestion, type MetricsReading, readMetrics } from './read-metrics.ts';
import { type QuickAddReading, readQuickAdd } from './read-quick-add.ts';
import { readWorkout, type WorkoutGiven, type WorkoutQuestion, type WorkoutReading } from './read-workout.ts';
import { longestTextLength } from './scan.ts';
import { english } from './vocabulary/en/index.ts';

export type RecordGiven = MealGiven & MetricsGiven & WorkoutGiven;

/** One part of a message, as the reader of its kind has it. */
export type RecordPart =
  | { readonly kind: 'metrics'; readonly reading: MetricsReading | MetricsQuestion }
  | { readonly kind: 'workout'; readonly reading: WorkoutReading | WorkoutQuestion }
  | { readonly kind: 'quick-add'; readonly reading: QuickAddReading }
  | { readonly kind: 'meals'; readonly reading: readonly MealReading[] | MealQuestion };

/** A message of more sentences and lines than this is read as one. */
const mostPieces = 60;
/** Lines of one kind that only make sense together: a heading and its sets. */
const mostTogether = 20;
/** In characters: what is told in one sentence is no longer. */
const longestTold = 300;
const mostClauses = 12;
/** After so many longer tries that say nothing, a piece is taken to stand alone. */
const mostFailures = 3;

/**
 * Reads all that a message records, in order: figures of body and mood, training, energy as said, meals. A message of
 * one kind is read whole; otherwise its lines and sentences go, in the longest runs that make sense together, to the
 * reader that understands them, and what is left to that of meals. Null when nothing is recorded.
 */
export function readRecord(typed: string, given: RecordGiven): readonly RecordPart[] | null {
  if (typed.length > longestTextLength) return null;
  const text = pareRequest(typed) ?? typed;
  const pieces = piecesOf(text);
  const whole = readFirm(text, given);
  if (whole && !(whole.kind === 'workout' && pieces.length > 1 && pieces.some((one) => isFigures(one, given))))
    return [whole];
  return readPieces(pieces, given)?.parts ?? readClauses(text, given);
}

/** A sentence in which one thing follows another: "slept 7h, then ran 5k in 26 min". All of it must be understood. */
function readClauses(text: string, given: RecordGiven): readonly RecordPart[] | null {
  if (text.length > longestTold || !/\d/.test(text)) return null;
  const clauses = text.split(english.recording.clauseBreaks).filter((clause) => clause.trim() !== '');
  if (clauses.length < 2 || clauses.length > mostClauses) return null;
  // Of meals alone it was no list; what is dear is only tried where there is something else beside them.
  if (!clauses.some((clause) => readFirm(bare(clause), given))) return null;
  const read = readPieces(clauses, given);
  return read?.isWhole === true && read.parts.length > 1 ? read.parts : null;
}

/** Reads pieces of a text in order; null where none says anything. `isWhole`: every one does. */
function readPieces(pieces: readonly string[], given: RecordGiven): { parts: RecordPart[]; isWhole: boolean } | null {
  const read = { parts: [] as RecordPart[], isWhole: true };
  let rest = '';
  for (let at = 0; at < pieces.length; ) {
    const run = pieces.length > 1 && pieces.length <= mostPieces ? longestRun(pieces, at, given) : null;
    if (run) {
      readRest(rest, read, given);
      rest = '';
      read.parts.push(run.part);
      at = run.end;
    } else {
      rest += pieces[at] ?? '';
      at += 1;
    }
  }
  readRest(rest, read, given);
  return read.parts.length > 0 ? read : null;
}

/** What no other reader understood is left to that of meals. */
function readRest(rest: string, read: { parts: RecordPart[]; isWhole: boolean }, given: RecordGiven): void {
  if (rest.trim() === '') return;
  const meals = readMeals(rest, given);
  if (meals) read.parts.push({ kind: 'meals', reading: meals });
  if (!meals || 'about' in meals) read.isWhole = false;
}

/** A text that one of the readers with signs of their own understands as a whole. */
function readFirm(text: string, given: RecordGiven): RecordPart | null {
  const metrics = readMetrics(text, given);
  if (metrics) return { kind: 'metrics', reading: metrics };
  const workout = readWorkout(text, given);
  if (workout) return { kind: 'workout', reading: workout };
  const quickAdd = readQuickAdd(text, given);
  return quickAdd && { kind: 'quick-add', reading: quickAdd };
}

function longestRun(
  pieces: readonly string[],
  at: number,
  given: RecordGiven,
): { part: RecordPart; end: number } | null {
  let found: { part: RecordPart; end: number } | null = null;
  let failures = 0;
  let run = '';
  for (let end = at; end < Math.min(pieces.length, at + mostTogether) && failures < mostFailures; end++) {
    run += pieces[end] ?? '';
    const part = readFirm(bare(run), given);
    const isWorse = found !== null && (part?.kind !== found.part.kind || (isQuestion(part) && !isQuestion(found.part)));
    if (part && !isWorse) found = { part, end: end + 1 };
    else failures += 1;
  }
  return found;
}

/** Without ", and then" before it. */
const bare = (clause: string): string => clause.replace(english.recording.clauseLeads, '').trim();

/** A line of body figures is no heading of the training below it. */
const isFigures = (piece: string, given: RecordGiven): boolean => readMetrics(piece.trim(), given)?.kind === 'metrics';

const isQuestion = ({ reading }: RecordPart): boolean => 'kind' in reading && reading.kind === 'question';

/** The lines and sentences of a text, each with what ends it, so that together they are the text again. */
function piecesOf(text: string): string[] {
  if (!/[\n;.!?]/.test(text)) return [text];
  return text.split(/(?<=[\n;])|(?<=[.!?])(?=\s)/).filter((piece) => piece !== '');
}
