import type { IndexedExercise } from '../../domain/training/exercise-index.ts';
import { readWorkout, type WorkoutGiven } from './read-workout.ts';
import { capital, type Figures, foundAt, weekdayOf } from './routine-pieces.ts';

/** One exercise of a plan, as written. Amounts in the unit their name says. */
export interface PlanLine {
  /** Their own words, and what the catalogue makes of them; null where it knows none. */
  readonly words: string;
  readonly match: IndexedExercise | null;
  readonly sets: number;
  readonly reps: number | null;
  readonly repsMax: number | null;
  readonly isAmrap: boolean;
  readonly durationS: number | null;
  readonly distanceM: number | null;
  readonly weightKg: number | null;
  readonly loadValue: number | null;
  readonly loadUnit: 'kg' | 'lb' | null;
  readonly percent: number | null;
  readonly rpe: number | null;
  readonly restS: number | null;
  readonly weekday: number | null;
  readonly superset: string | null;
  readonly notes: string | null;
}

/** What is wrong with a line: where, from 0, over how many characters, and what would be right. */
export interface LineFault {
  readonly at: number;
  readonly length: number;
  readonly says: string;
  /** What may be meant. */
  readonly suggestion: string | null;
  /** It is no notation of plans; it may be one of logs. */
  readonly isUnread?: boolean;
}

export type PlanLineReading = { readonly line: PlanLine } | { readonly faults: readonly LineFault[] };

const comment = /(?:^|\s)(?:\/\/|#)\s*(.*)$/;

const bullet = /^\s*(?:[-*•]\s+|\d{1,2}[.)]\s+)?/;

const supersetLabel = /^([A-Ha-h]\d)[.):]?\s+/;

export interface PlanLineOptions {
  /** A plan for others is exact: what nobody knows is an error there. For oneself it is kept by its words. */
  readonly isStrict: boolean;
}

/** What a remark is called in a plan: nothing that would end its line. */
export const remark = (text: string): string | null =>
  text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200) || null;

/** Reads one exercise of a plan: `A1 Bench press 4x8-12 @ 70kg @8 rest 90s // slowly`. Never throws. */
export function readPlanLine(text: string, given: WorkoutGiven, { isStrict }: PlanLineOptions): PlanLineReading {
  const said = comment.exec(text);
  const noted = said ? remark(said[1] ?? '') : null;
  const whole = (said ? text.slice(0, said.index) : text).trimEnd();
  let at = bullet.exec(whole)?.[0].length ?? 0;
  const label = supersetLabel.exec(whole.slice(at));
  if (label) at += label[0].length;
  const name = nameAt(whole, at);
  if (name.words === '')
    return {
      faults: [
        { at, length: Math.max(1, whole.length - at), says: 'An exercise is missing.', suggestion: 'Bench press 4x8' },
      ],
    };
  const faults: LineFault[] = [];
  const match = name.isQuoted ? given.exercises.lookup(name.words) : matchOf(name.words, given, isStrict);
  if (!match && !name.isQuoted && isStrict) faults.push(unknown(name, given));

  const figures: Figures = { remarks: noted === null ? [] : [noted] };
  const wrong = readFigures(whole, name.end, given, figures, isStrict);
  const hasAmount = figures.sets !== undefined || figures.durationS !== undefined || figures.distanceM !== undefined;
  if (wrong.length > 0 || !hasAmount) {
    const isReadable = wrong.every(
      ({ isUnread, at: from, length }) => isUnread && /\d/.test(whole.slice(from, from + length)),
    );
    const logged = isReadable ? asLogged(whole.slice(at), given) : null;
    if (logged) Object.assign(figures, logged);
    else if (wrong.length > 0) faults.push(...wrong);
    // Words without any figure are hardly a name.
    else
      faults.splice(0, faults.length, {
        at: name.at,
        length: Math.max(1, whole.length - name.at),
        says: 'How many sets and repetitions?',
        suggestion: `${name.words} 3x10`,
      });
  }
  const { sets = 1, reps = null, remarks, ...rest } = figures;
  if (sets < 1 || sets > 100) faults.push({ ...span(name, whole), says: 'Sets go from 1 to 100.', suggestion: null });
  if (reps !== null && (reps < 1 || reps > 10_000))
    faults.push({ ...span(name, whole), says: 'Repetitions go from 1 to 10,000.', suggestion: null });
  if (rest.durationS !== undefined && rest.durationS !== null && !(rest.durationS > 0 && rest.durationS <= 172_800))
    faults.push({ ...span(name, whole), says: 'That is no time anybody trains for.', suggestion: null });
  if (faults.length > 0) return { faults };
  return {
    line: {
      ...{ repsMax: null, isAmrap: false, durationS: null, distanceM: null, weightKg: null, loadValue: null },
      ...{ loadUnit: null, percent: null, rpe: null, restS: null, weekday: null },
      ...rest,
      ...{ words: name.words, match, sets, reps },
      superset: label ? (label[1] ?? '').toUpperCase() : null,
      notes: remarks.length > 0 ? remarks.join(', ') : null,
    },
  };
}

interface FoundName {
  readonly words: string;
  readonly at: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

const span = ({ end }: FoundName, whole: string) => ({ at: end, length: Math.max(1, whole.length - end) });

/** The name goes up to the first figure; in quotes it may hold anything. */
function nameAt(whole: string, at: number): FoundName {
  const quotes = /^["“”]([^"“”]{1,80})["“”]/.exec(whole.slice(at));
  if (quotes) return { words: (quotes[1] ?? '').trim(), at, end: at + quotes[0].length, isQuoted: true };
  const rest = whole.slice(at);
  const figure = /(?:^|[\s:,–-])(?=\d|@|\+\d|(?:rest|rpe|amrap|bw)\b)/i.exec(rest);
  const upTo = figure ? figure.index : rest.length;
  const words = rest.slice(0, upTo).replace(/[\s:,–-]+$/u, '');
  return { words: words.replace(/\s+/g, ' ').trim(), at, end: at + upTo, isQuoted: false };
}

/** For oneself a slip is put right, as when logging. */
const surelyMeant = 0.85;

function matchOf(words: string, { exercises }: WorkoutGiven, isStrict: boolean): IndexedExercise | null {
  const exact = exercises.lookup(words);
  if (exact || isStrict) return exact;
  const [hit] = exercises.search(words, 1);
  return hit && hit.score >= surelyMeant ? hit.exercise : null;
}

/** Nearer than this a name is worth proposing. */
const near = 0.35;

function unknown({ words, at, end }: FoundName, { exercises }: WorkoutGiven): LineFault {
  const hits = exercises.search(words, 3).filter(({ score }) => score >= near);
  const names = hits.map(({ exercise }) => exercise.name);
  return {
    ...{ at, length: Math.min(words.length, end - at) },
    says: `I know no exercise called “${words}”.`,
    suggestion: names.length > 0 ? names.join(', ') : null,
  };
}

function readFigures(whole: string, from: number, given: WorkoutGiven, into: Figures, isStrict: boolean): LineFault[] {
  const faults: LineFault[] = [];
  for (let at = from; at < whole.length; ) {
    const rest = whole.slice(at);
    const gap = /^(?:[\s,;:·|–-]+|(?:at|with)\s+)/iu.exec(rest);
    if (gap) {
      at += gap[0].length;
      continue;
    }
    const bracket = /^\(([^)]*)\)/.exec(rest);
    if (bracket) {
      const noted = remark(bracket[1] ?? '');
      const day = noted === null ? null : weekdayOf(noted);
      if (day !== null) into.weekday = day;
      else if (noted) into.remarks.push(noted);
      at += bracket[0].length;
      continue;
    }
    const found = foundAt(rest, given, into);
    // For oneself, words among the figures are a remark.
    const said = found === null && !isStrict ? /^[^\d@(),;]+/u.exec(rest) : null;
    if (said) {
      into.remarks.push(said[0].trim());
      at += said[0].length;
    } else if (found === null || typeof found === 'object') {
      const length = found?.length ?? /^\S+/.exec(rest)?.[0].length ?? 1;
      if (found) faults.push({ at, length, says: `${capital(found.says)}.`, suggestion: null });
      else {
        const says = `I cannot read “${rest.slice(0, length)}” here; a remark begins with //.`;
        faults.push({ at, length, says, suggestion: null, isUnread: true });
      }
      at += length;
    } else at += found;
  }
  return faults;
}

/** What the notation of plans has no form for may be how people log it: "bench 80 3x8", "bench 8,8,8 @ 80". */
function asLogged(text: string, given: WorkoutGiven): Partial<PlanLine> | null {
  const read = readWorkout(text, given);
  const [only, another] = read?.kind === 'workout' ? read.exercises : [];
  const [first] = only?.sets ?? [];
  if (!only || another || !first || (first.reps === null && first.durationS === null && first.distanceM === null))
    return null;
  if (only.sets.some((set) => set.weightKg !== first.weightKg || set.durationS !== first.durationS)) return null;
  const reps = only.sets.flatMap((set) => set.reps ?? []);
  const [least, most] = [Math.min(...reps), Math.max(...reps)];
  return {
    sets: only.sets.length,
    reps: reps.length > 0 ? least : null,
    repsMax: reps.length > 0 && most > least ? most : null,
    ...{ durationS: first.durationS, distanceM: first.distanceM, weightKg: first.weightKg, loadValue: first.loadValue },
    loadUnit: first.loadUnit === 'kg' || first.loadUnit === 'lb' ? first.loadUnit : null,
    rpe: first.rpe,
  };
}
