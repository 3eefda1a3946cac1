/** What of a set tells how long it took. */
export interface TimedSet {
  readonly reps: number | null;
  readonly durationS: number | null;
  readonly restS: number | null;
}

export interface TimedExercise {
  /** Null: not known, so nothing is estimated. */
  readonly met: number | null;
  /** What a minute of it burns by its owner's word, for one without a MET. */
  readonly kcalPerMin?: number | null;
  /** Whether it is done in sets with rests, as lifting is, even where no repetitions are said. */
  readonly isStrength: boolean;
  /** Exercises with the same number are done in turn. */
  readonly superset: number | null;
  readonly sets: readonly TimedSet[];
}

/** A set's work where its time was not said: 40 s, or 2 s a repetition where that is more. */
const workS = 40;
const repS = 2;
/** The rest after a set where none was said. */
const restS = 90;
/** More than this nobody burns in a day: what was said must be wrong, so nothing is estimated from it. */
const mostKcal = 20_000;

export interface ExerciseTime {
  readonly durationS: number;
  /** Whether it is taken from the number of sets and repetitions. */
  readonly isEstimated: boolean;
}

/**
 * How long an exercise took: its sets' own durations; for sets of repetitions work and rest, since the MET of lifting
 * counts the rests in. In a superset of `inTurn` exercises each has its part of the rest. Null where nothing tells, as
 * for a run of which only the way is known.
 */
export function exerciseTime({ sets, isStrength }: TimedExercise, inTurn = 1): ExerciseTime | null {
  if (sets.length === 0) return null;
  let [durationS, isEstimated] = [0, false];
  for (const set of sets) {
    if (set.durationS !== null) {
      durationS += set.durationS;
      continue;
    }
    if (set.reps === null && !isStrength) return null;
    durationS += Math.max(workS, repS * (set.reps ?? 0)) + (set.restS ?? restS) / inTurn;
    isEstimated = true;
  }
  return { durationS, isEstimated };
}

/**
 * The energy of each exercise in kcal, null where it cannot be estimated: MET × kg × h, gross, as the Compendium of
 * Physical Activities defines MET (Herrmann and others, 2024), or what its owner says of a minute. What a training took as a whole, where said, is shared
 * among the exercises whose own time was not.
 */
export function workoutEnergy(
  exercises: readonly TimedExercise[],
  { bodyKg, durationMin }: { readonly bodyKg: number | null; readonly durationMin: number | null },
): (number | null)[] {
  const times = exercises.map((exercise) => exerciseTime(exercise, inTurnWith(exercise, exercises)));
  const spread = durationMin === null ? times.map((time) => time?.durationS ?? null) : share(times, durationMin * 60);
  const kcal = exercises.map(({ met, kcalPerMin = null }, i) => {
    const durationS = spread[i] ?? null;
    if (durationS === null) return null;
    if (met === null) return kcalPerMin === null ? null : Math.round((kcalPerMin * durationS * 100) / 60) / 100;
    return bodyKg === null ? null : Math.round((met * bodyKg * durationS * 100) / 3600) / 100;
  });
  return kcal.reduce<number>((sum, one) => sum + (one ?? 0), 0) > mostKcal ? kcal.map(() => null) : kcal;
}

const inTurnWith = ({ superset }: TimedExercise, all: readonly TimedExercise[]): number =>
  superset === null ? 1 : all.filter((other) => other.superset === superset).length;

function share(times: readonly (ExerciseTime | null)[], wholeS: number): (number | null)[] {
  const timed = times.filter((time) => time !== null && !time.isEstimated);
  const spare = wholeS - timed.reduce((sum, time) => sum + (time?.durationS ?? 0), 0);
  if (spare > 0 && times.length - timed.length === 1)
    return times.map((time) => (time && !time.isEstimated ? time.durationS : spare));
  const estimated = times.reduce((sum, time) => sum + (time?.isEstimated ? time.durationS : 0), 0);
  const factor = spare > 0 ? spare / estimated : 1;
  return times.map((time) => time && time.durationS * (time.isEstimated ? factor : 1));
}
