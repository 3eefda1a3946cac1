import type { ExerciseNature } from './exercise-nature.ts';
import { afterLoad, loadedPair, loadedTriple, type Roles, setsAndReps } from './figure-roles.ts';
import type { SettledFigure, Term } from './read-terms.ts';
import { loadOf, type SaidSets, type Work } from './set-groups.ts';

const isLoad = ([one]: readonly SettledFigure[]): boolean =>
  one?.unit === 'kg' || one?.unit === 'lb' || one?.unit === 'pair' || one?.isSigned === true;

export function product(work: Work, term: Term, said: SaidSets, isLoaded: boolean): SaidSets | null {
  const { factors } = term;
  const { nature } = work;
  const load = factors.find(isLoad);
  const duration = factors.find(([one]) => one?.unit === 's' || one?.unit === 'clock');
  const distance = factors.find(([one]) => one?.unit === 'm');
  const sets = factors.find(([one]) => one?.unit === 'sets');
  const reps = factors.find(([one]) => one?.unit === 'reps');
  const bare = factors.filter(
    (one) => one !== load && one !== duration && one !== distance && one !== sets && one !== reps,
  );
  const values = bare.map((one) => one[0]?.value ?? 0);
  if (load) said.loads = load.map(loadOf);
  if (sets) said.sets = sets[0]?.value ?? null;
  if (reps) setReps(said, reps);
  if (duration || distance) {
    if (duration) said.durations = duration.map((one) => ({ s: one.value, other: null }));
    if (distance) said.distances = distance.map(({ value }) => value);
    const [count, more] = bare;
    if (count) said.sets ??= count[0]?.value ?? null;
    if (more) setReps(said, more);
    return said;
  }
  const hasLoad = load !== undefined || isLoaded;
  const [a, b, c] = values;
  // "2x32kg" are two kettlebells to carry.
  if (nature.isCarry && load && a === 2 && b === undefined) return said;
  if (a === undefined) return said;
  if (reps || sets)
    return withCounted(work, said, bare, { hasLoad, hasSets: sets !== undefined, hasReps: reps !== undefined });
  if (nature.kind === 'hold' && b !== undefined && c === undefined && !hasLoad) {
    const [count, seconds] = a <= 10 ? [a, b] : [b, a];
    return { ...said, sets: count, durations: [{ s: seconds <= 5 ? seconds * 60 : seconds, other: null }] };
  }
  if (nature.kind === 'travel' && !hasLoad) {
    if (b === undefined || c !== undefined || b < 25) return null;
    return { ...said, sets: a, distances: [b] };
  }
  if (nature.kind === 'activity' && !hasLoad) {
    return b === undefined || c !== undefined ? null : { ...said, sets: a, durations: [{ s: b * 60, other: null }] };
  }
  return withRoles(work, term, said, bare, hasLoad);
}

function setReps(said: SaidSets, list: readonly SettledFigure[]): void {
  said.reps = list.map(({ value }) => value);
  said.opens = list.map((one) => one.isOpenEnded);
}

/** "3 sets of 8 x 80", "80 x 8 reps": what is bare beside figures that say what they count. */
function withCounted(
  work: Work,
  said: SaidSets,
  bare: readonly (readonly SettledFigure[])[],
  has: { hasLoad: boolean; hasSets: boolean; hasReps: boolean },
): SaidSets {
  let { hasSets, hasReps, hasLoad } = has;
  for (const list of bare) {
    const value = list[0]?.value ?? 0;
    const isLoad =
      !hasLoad && work.nature.kind === 'loaded' && (value > 20 || !Number.isInteger(value) || (hasSets && hasReps));
    if (isLoad && (hasReps || value > 30)) {
      said.loads = list.map(loadOf);
      hasLoad = true;
    } else if (!hasReps) {
      if (work.nature.kind === 'hold') said.durations = list.map((one) => ({ s: one.value, other: null }));
      else if (work.nature.kind === 'travel') said.distances = list.map((one) => one.value);
      else setReps(said, list);
      hasReps = true;
    } else if (!hasSets) {
      said.sets = value;
      hasSets = true;
    }
  }
  return said;
}

/** Only bare figures are left to be told apart. */
function withRoles(
  work: Work,
  term: Term,
  said: SaidSets,
  bare: readonly (readonly SettledFigure[])[],
  hasLoad: boolean,
): SaidSets | null {
  const { nature, picker } = work;
  const [first, second, third] = bare;
  const [a, b, c] = bare.map((one) => one[0]?.value ?? 0);
  if (!first || a === undefined) return null;
  if (b === undefined || !second) {
    // The other factor is the weight.
    setReps(said, first);
    return said;
  }
  const opens = bare.at(-1)?.map((one) => one.isOpenEnded) ?? [];
  if (second.length > 1 && c === undefined) {
    setReps(said, second);
    const isWeight = !hasLoad && nature.kind !== 'hold' && (a > 10 || !Number.isInteger(a));
    if (isWeight) said.loads = first.map(loadOf);
    return said;
  }
  if (first.length > 1 && c === undefined && !hasLoad) {
    const isWeights = nature.kind === 'loaded' && a > 12;
    if (isWeights) {
      said.loads = first.map(loadOf);
      setReps(said, second);
    } else {
      setReps(said, first);
      said.sets = null;
    }
    return said;
  }
  const isPlausible = (value: number): boolean =>
    value * picker.kgOfBare >= nature.lightestKg * 0.9 && value * picker.kgOfBare <= 500;
  if (term.isFor) return { ...said, loads: first.map(loadOf), reps: [b], opens };
  let options: readonly Roles[];
  if (c !== undefined && third) {
    // "95x3 115x3 135x2x3" goes on with the weight first.
    const isLoadFirst = work.isLoadFirst && a > b && a > c && isPlausible(a);
    if (hasLoad) options = [{ ...setsAndReps(a, b), load: c }];
    else options = isLoadFirst ? [{ sets: c, reps: [b], load: a }] : loadedTriple(a, b, c, isPlausible);
  } else if (hasLoad) {
    const isLoadFirst = term.factors[0] !== first;
    options = isLoadFirst ? afterLoad(a, b).map((one) => ({ ...one, load: null })) : [setsAndReps(a, b)];
  } else if (nature.kind === 'bodyweight') {
    options = bodyweightPair(a, b, nature);
  } else if (goesOnWithLoads(work, a, isPlausible)) options = [{ sets: null, reps: [b], load: a }];
  else options = loadedPair(a, b, isPlausible, work.hasLoad);
  const chosen = picker.pick('meaning', options);
  if (!chosen) return null;
  work.isLoadFirst = chosen.load === a && c === undefined;
  said.sets = chosen.sets;
  said.reps = [...chosen.reps];
  said.opens = opens.length === said.reps.length ? opens : [];
  if (chosen.load !== null && !hasLoad) said.loads = [{ value: chosen.load, unit: null }];
  return said;
}

/** Fewer than this are rather sets again: "60x10, 3x8 80". */
const leastNextLoad = 6;

const goesOnWithLoads = (work: Work, a: number, isPlausible: (value: number) => boolean): boolean =>
  (work.kind === 'drop' && isPlausible(a)) || (work.isLoadFirst && a >= leastNextLoad && isPlausible(a));

/** "20x5" of pull-ups may be reps in sets or twenty on the belt. */
function bodyweightPair(a: number, b: number, nature: ExerciseNature): readonly Roles[] {
  if (!Number.isInteger(a)) return [{ sets: null, reps: [b], load: a }];
  if (a <= 10) return [{ sets: a, reps: [b], load: null }];
  const asReps: Roles = { sets: b, reps: [a], load: null };
  if (nature.isWeightable && a >= 15 && b <= 12)
    return b <= 5 ? [asReps, { sets: null, reps: [b], load: a }] : [{ sets: null, reps: [b], load: a }];
  return b <= 10 ? [asReps] : [{ sets: a, reps: [b], load: null }];
}
