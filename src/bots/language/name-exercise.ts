import type { ExerciseIndex, IndexedExercise } from '../../domain/training/exercise-index.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';

/** Words that name what was done. */
export interface ExerciseName {
  readonly kind: 'name';
  /** As the person wrote them, without "did" and the like. */
  readonly words: string;
  readonly match: IndexedExercise | null;
  readonly isDone: boolean;
  /** Whether a remark follows it in the same breath: "fly to madrid". */
  readonly isCut: boolean;
  /** Tokens of the name. */
  readonly from: number;
  readonly to: number;
}

/** Words that frame or comment. */
interface Framing {
  readonly kind: 'framing' | 'remark';
  readonly isDone: boolean;
  readonly text: string;
}

/** More words than this are a sentence. */
const longestName = 8;
const longestTwice = 4;

/** What a run of words (tokens `from` to `to`) is: the name of an exercise, framing ("i did a"), or a remark. */
export function nameExercise(line: Line, from: number, till: number, exercises: ExerciseIndex): ExerciseName | Framing {
  const { training } = line.language;
  // "bench pr!"
  let to = till;
  while (to > from + 1 && training.bests.has(wordAt(line, to - 1))) to--;
  const whole = to - from <= longestName ? named(line, from, to, exercises) : null;
  const { start, isDone } = withoutLeads(line, from, to);
  if (whole) {
    const first = trimmedStart(
      line,
      start < to && named(line, start, to, exercises) === whole ? start : from,
      to,
      whole,
      exercises,
    );
    const words = textOf(line, first, to);
    return { kind: 'name', words, match: whole, isDone: first > from && isDone, isCut: false, from: first, to };
  }
  if (start >= to || isAsides(line, start, to))
    return { kind: isPlace(line, from, to) ? 'remark' : 'framing', isDone, text: textOf(line, from, to) };
  for (let first = start; first < Math.min(to, start + 4); first++) {
    if (first > start && !isLeadIn(line, first - 1)) break;
    const found = longestNamed(line, first, to, exercises);
    if (!found) continue;
    const begin = trimmedStart(line, first, found.to, found.match, exercises);
    const words = textOf(line, begin, found.to);
    return {
      kind: 'name',
      words,
      match: found.match,
      isDone,
      isCut: found.to < to && !isAsides(line, found.to, to),
      from: begin,
      to: found.to,
    };
  }
  const isOfMuscles = line.tokens
    .slice(start, to)
    .every(
      ({ word, kind }) =>
        kind !== 'word' || training.muscles.has(word) || line.language.and.has(word) || training.titleEnds.has(word),
    );
  if (!isOfMuscles && training.remarks.has(wordAt(line, from)))
    return { kind: 'remark', isDone, text: textOf(line, from, to) };
  let first = start;
  while (first < to && isLeadIn(line, first)) first++;
  if (first >= to) return { kind: 'framing', isDone, text: textOf(line, from, to) };
  const end = withoutAsides(line, first, to);
  return { kind: 'name', words: textOf(line, first, end), match: null, isDone, isCut: false, from: first, to: end };
}

/** Without words before the name that change nothing: "of running", "the bench". */
function trimmedStart(line: Line, from: number, to: number, match: IndexedExercise, exercises: ExerciseIndex): number {
  let first = from;
  while (first < to - 1 && isLeadIn(line, first) && named(line, first + 1, to, exercises) === match) first++;
  return first;
}

/** The name may be followed by a remark: "bench felt heavy", "squats with a belt". The words keep what belongs to it. */
function longestNamed(
  line: Line,
  from: number,
  to: number,
  exercises: ExerciseIndex,
): { match: IndexedExercise; to: number } | null {
  const { remarks } = line.language.training;
  if (to - from <= longestName) {
    const match = named(line, from, to, exercises);
    if (match) return { match, to };
  }
  const trimmed = withoutAsides(line, from, to);
  if (trimmed < to && trimmed > from && trimmed - from <= longestName) {
    const match = named(line, from, trimmed, exercises);
    if (match) return { match, to: trimmed };
  }
  for (let end = from + 1; end < Math.min(to, from + longestName); end++) {
    if (!remarks.has(wordAt(line, end))) continue;
    const match = named(line, from, end, exercises);
    if (match) return { match, to: end };
    break;
  }
  return twiceNamed(line, from, to, exercises);
}

/** "crossfit fran", "run parkrun": the same thing by two of its names. */
function twiceNamed(
  line: Line,
  from: number,
  to: number,
  exercises: ExerciseIndex,
): { match: IndexedExercise; to: number } | null {
  if (to - from > longestTwice) return null;
  for (let middle = from + 1; middle < to; middle++) {
    const match = named(line, from, middle, exercises);
    if (match && match === named(line, middle, to, exercises)) return { match, to };
  }
  return null;
}

function named(line: Line, from: number, to: number, exercises: ExerciseIndex): IndexedExercise | null {
  if (from >= to) return null;
  const { training } = line.language;
  const { spoken, smallWords } = training;
  const words = line.tokens.slice(from, to).map((token) => token.word);
  // "5-a-side" is five tokens, and one word.
  const match = exercises.lookup(words.includes('-') ? textOf(line, from, to) : words.join(' '));
  if (match) return match;
  const plain = words.filter((word) => !smallWords.has(word)).map((word) => spoken.get(word) ?? word);
  const isChanged = plain.length !== words.length || plain.some((word, i) => word !== words[i]);
  const changed = isChanged && plain.length > 0 ? exercises.lookup(plain.join(' ')) : null;
  // "incline db"
  const isPress = plain.length > 1 && training.pressedWith.has(plain.at(-1) ?? '');
  return changed ?? (isPress ? exercises.lookup([...plain, training.press].join(' ')) : null);
}

function withoutLeads(line: Line, from: number, to: number): { start: number; isDone: boolean } {
  const { leads, doneWords } = line.language.training;
  const tokens = line.tokens.slice(from, to);
  let start = 0;
  let isDone = false;
  for (;;) {
    const lead = phraseAt(leads, tokens, start) ?? phraseAt(line.language.fillers, tokens, start);
    if (!lead) return { start: from + start, isDone };
    for (let at = start; at < lead.end; at++) isDone ||= doneWords.has(tokens[at]?.word ?? '');
    start = lead.end;
  }
}

const shortestPlace = 3;

/** "in the park": worth keeping beside what was done there. */
const isPlace = (line: Line, from: number, to: number): boolean =>
  line.language.training.ins.has(wordAt(line, from)) &&
  to - from >= shortestPlace &&
  phraseAt(line.language.training.asides, line.tokens, from)?.end !== to;

const isLeadIn = (line: Line, at: number): boolean => line.language.training.leadIns.has(wordAt(line, at));

function isAsides(line: Line, from: number, to: number): boolean {
  let at = from;
  while (at < to) {
    const end = asideEnd(line, at);
    if (end === null || end > to) return false;
    at = end;
  }
  return true;
}

function asideEnd(line: Line, at: number): number | null {
  const { training, fillers } = line.language;
  const found = phraseAt(training.asides, line.tokens, at) ?? phraseAt(fillers, line.tokens, at);
  return found?.end ?? (training.leadIns.has(wordAt(line, at)) || line.tokens[at]?.kind !== 'word' ? at + 1 : null);
}

/** Without trailing words that say nothing of which exercise it is. */
function withoutAsides(line: Line, from: number, to: number): number {
  let end = to;
  while (end > from + 1) {
    const start = [end - 1, end - 2, end - 3].find((at) => at > from && asideEnd(line, at) === end);
    if (start === undefined) return end;
    end = start;
  }
  return end;
}

const textOf = (line: Line, from: number, to: number): string =>
  line.text.slice(line.tokens[from]?.start ?? 0, line.tokens[to - 1]?.end ?? 0);
