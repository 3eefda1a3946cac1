import { oneRepMax } from './one-rep-max.ts';

/** What of a set counts for records. */
export interface TrainingSet {
  readonly kind: 'working' | 'warmup' | 'drop' | 'failure';
  readonly reps: number | null;
  /** Negative where it helps. */
  readonly weightKg: number | null;
  readonly durationS: number | null;
  readonly distanceM: number | null;
}

/** What the body adds to the load of an exercise. */
export interface BodyLoad {
  /** The share of body weight that is moved; null where body weight is not the load. */
  readonly bodyweightShare: number | null;
  /** What the person weighs; null while that is not known. */
  readonly bodyKg: number | null;
}

/** The best there is; null where nothing was ever done of it. */
export interface Bests {
  /** Without the body's share. */
  readonly weightKg: number | null;
  /** Without the body's share. */
  readonly oneRepMaxKg: number | null;
  /** Of one training, with the body's share. */
  readonly volumeKg: number | null;
  readonly distanceM: number | null;
  /** Of a set without a distance: to take longer over the same way is no feat. */
  readonly durationS: number | null;
}

/**
 * A best that is better than all before. `value` and `before` are kg for `weight`, `one-rep-max` and `volume`, metres
 * for `distance`, seconds for `duration`, repetitions for `reps`, and seconds a metre for `pace`.
 */
export interface TrainingRecord {
  readonly kind: 'weight' | 'reps' | 'distance' | 'pace' | 'duration' | 'one-rep-max' | 'volume';
  readonly value: number;
  readonly before: number;
  /** What it was done with: kg for `reps` (null where the weight is not known), metres for `pace`, else null. */
  readonly at: number | null;
}

/** Weights converted there and back are the same weight. */
const sameKg = 0.01;
const sameM = 1;
const sameS = 0.01;
/** Distances that differ by less than this share are the same course. */
const sameCourse = 0.05;
const samePace = 1e-6;

/** The load in hand; none is 0 kg where the body is the load, and unknown elsewhere. */
const weightOf = (set: TrainingSet, { bodyweightShare }: BodyLoad): number | null =>
  set.weightKg ?? (bodyweightShare === null ? null : 0);

/** What the body adds, in kg; null where that is not known. */
const bodyPart = ({ bodyweightShare, bodyKg }: BodyLoad): number | null =>
  bodyweightShare === null ? 0 : bodyKg === null ? null : bodyweightShare * bodyKg;

function highest(values: Iterable<number | null>): number | null {
  let best: number | null = null;
  for (const value of values) if (value !== null && (best === null || value > best)) best = value;
  return best;
}

function oneRepMaxOf(set: TrainingSet, body: BodyLoad): number | null {
  const [weightKg, part] = [weightOf(set, body), bodyPart(body)];
  if (weightKg === null || part === null || set.reps === null) return null;
  const whole = oneRepMax(weightKg + part, set.reps);
  return whole === null ? null : whole - part;
}

/** What a training's sets of one exercise come to, from which its volume follows at any body weight. */
export interface TrainingWork {
  /** Σ kg × repetitions, without the body. */
  readonly kgReps: number;
  readonly reps: number;
}

/** What was done of one exercise: every kind of set there was, and each training's work. */
export interface ExerciseHistory {
  readonly sets: readonly TrainingSet[];
  readonly works: readonly TrainingWork[];
}

/** Trainings of one exercise, each given by its sets, as a history. Warm-ups and failed lifts are not in it. */
export function historyOf(trainings: readonly (readonly TrainingSet[])[]): ExerciseHistory {
  const counted = trainings.map((sets) => sets.filter(({ kind, reps }) => kind !== 'warmup' && reps !== 0));
  const works = counted.map((sets) => ({
    kgReps: sets.reduce((sum, { weightKg, reps }) => sum + (weightKg ?? 0) * (reps ?? 0), 0),
    reps: sets.reduce((sum, { reps }) => sum + (reps ?? 0), 0),
  }));
  return { sets: counted.flat(), works };
}

function volume({ kgReps, reps }: TrainingWork, body: BodyLoad): number | null {
  const part = bodyPart(body);
  const kg = part === null ? 0 : kgReps + part * reps;
  return kg > 0 ? kg : null;
}

/** Load × repetitions of a training's sets of one exercise, in kg; null where no load is known. */
export const volumeOf = (sets: readonly TrainingSet[], body: BodyLoad): number | null =>
  highest(historyOf([sets]).works.map((work) => volume(work, body)));

/** The bests of one exercise. */
export function bestsOf({ sets, works }: ExerciseHistory, body: BodyLoad): Bests {
  return {
    weightKg: highest(sets.map((set) => weightOf(set, body))),
    oneRepMaxKg: highest(sets.map((set) => oneRepMaxOf(set, body))),
    volumeKg: highest(works.map((work) => volume(work, body))),
    distanceM: highest(sets.map(({ distanceM }) => distanceM)),
    durationS: highest(sets.map((set) => (set.distanceM === null ? set.durationS : null))),
  };
}

/**
 * Where a training's sets of one exercise beat everything before it, the most telling first. What has nothing to be
 * compared with is no record, nor is a tie. Both sides are taken at one body weight, so that gaining weight is no feat.
 */
export function newRecords(past: ExerciseHistory, done: readonly TrainingSet[], body: BodyLoad): TrainingRecord[] {
  const current = historyOf([done]);
  const [was, is] = [bestsOf(past, body), bestsOf(current, body)];
  const simple = (kind: TrainingRecord['kind'], best: keyof Bests, tolerance: number): TrainingRecord[] => {
    const [old, value] = [was[best], is[best]];
    return old !== null && value !== null && value > old + tolerance ? [{ kind, value, before: old, at: null }] : [];
  };
  return [
    ...simple('weight', 'weightKg', sameKg),
    ...repsRecords(past.sets, current.sets, body),
    ...simple('distance', 'distanceM', sameM),
    ...paceRecords(past.sets, current.sets),
    ...simple('duration', 'durationS', sameS),
    ...simple('one-rep-max', 'oneRepMaxKg', sameKg),
    ...simple('volume', 'volumeKg', sameKg),
  ];
}

/** More repetitions of a weight lifted before than of it, or of anything heavier, ever; the heaviest first. */
function repsRecords(before: readonly TrainingSet[], now: readonly TrainingSet[], body: BodyLoad): TrainingRecord[] {
  const effort = (set: TrainingSet) =>
    set.reps === null ? [] : [{ reps: set.reps, weightKg: weightOf(set, body) ?? Number.NaN }];
  // Sets of unknown weight are compared with each other alone.
  const isSame = (a: number, b: number) => Math.abs(a - b) <= sameKg || (Number.isNaN(a) && Number.isNaN(b));
  const old = before.flatMap(effort);
  const records: TrainingRecord[] = [];
  const efforts = now.flatMap(effort).sort((a, b) => b.weightKg - a.weightKg || b.reps - a.reps);
  const known = [...old];
  for (const one of efforts) {
    const previous = highest(old.filter((other) => isSame(other.weightKg, one.weightKg)).map(({ reps }) => reps));
    const isBeaten = known.some(
      (other) =>
        other.reps >= one.reps && (other.weightKg >= one.weightKg - sameKg || isSame(other.weightKg, one.weightKg)),
    );
    known.push(one);
    if (previous === null || isBeaten) continue;
    const at = Number.isNaN(one.weightKg) ? null : one.weightKg;
    records.push({ kind: 'reps', value: one.reps, before: previous, at });
  }
  return records;
}

/** Faster over a course done before than over it, or anything longer, ever; the longest first. */
function paceRecords(before: readonly TrainingSet[], now: readonly TrainingSet[]): TrainingRecord[] {
  const run = ({ distanceM, durationS }: TrainingSet) =>
    distanceM === null || durationS === null ? [] : [{ distanceM, pace: durationS / distanceM }];
  const old = before.flatMap(run);
  const known = [...old];
  const records: TrainingRecord[] = [];
  for (const one of now.flatMap(run).sort((a, b) => b.distanceM - a.distanceM || a.pace - b.pace)) {
    const shortest = one.distanceM * (1 - sameCourse);
    const longest = one.distanceM * (1 + sameCourse);
    const same = old.filter(({ distanceM }) => distanceM >= shortest && distanceM <= longest);
    const isBeaten = known.some(({ distanceM, pace }) => distanceM >= shortest && pace <= one.pace * (1 + samePace));
    known.push(one);
    if (same.length === 0 || isBeaten) continue;
    const previous = Math.min(...same.map(({ pace }) => pace));
    records.push({ kind: 'pace', value: one.pace, before: previous, at: one.distanceM });
  }
  return records;
}
