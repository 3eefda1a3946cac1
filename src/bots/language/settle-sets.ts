import type { ExerciseNature } from './exercise-nature.ts';
import type { Assembled, DraftLoad, Picker, SetGroup, SetKind } from './set-groups.ts';

/** One set, as the parse contract has it, with what was typed beside. */
export interface ReadSet {
  readonly reps: number | null;
  /** Added weight of body-weight exercises; negative where it is taken off. */
  readonly weightKg: number | null;
  readonly loadValue: number | null;
  readonly loadUnit: 'kg' | 'lb' | null;
  readonly durationS: number | null;
  readonly distanceM: number | null;
  /** 10 less the reps in reserve where those were said. */
  readonly rpe: number | null;
  readonly rir: number | null;
  readonly restS: number | null;
  readonly kind: SetKind;
}

interface SettledSets {
  readonly sets: readonly ReadSet[];
  readonly totalS: number | null;
}

/** The unit that bare weights have: it carries on from what was typed before. */
export interface LoadUnits {
  unit: 'kg' | 'lb';
  isTyped: boolean;
}

export const lbInKg = 0.45359237;
const mostSets = 60;
const mostReps = 5000;
/** Slower than this per repetition of a distance, a time is that of all repetitions together. */
const slowest = 0.75;
/** A clock reading below this is of hours and minutes where nothing else tells. */
const shortestClockS = 240;

/** One row a set. Null where the figures are beyond anything a person does. */
export function settleSets(
  assembled: Assembled,
  nature: ExerciseNature,
  picker: Picker,
  units: LoadUnits,
): SettledSets | null {
  const { groups, restS } = assembled;
  const typed = groups.flatMap(({ loads }) => loads).find(({ unit }) => unit !== null)?.unit;
  if (typed) {
    units.unit = typed;
    units.isTyped = true;
  }
  let totalS = assembled.totalS;
  const sets: ReadSet[] = [];
  for (const group of groups) {
    const count = Math.max(
      group.sets ?? 1,
      group.reps.length,
      group.loads.length,
      group.durations.length,
      group.distances.length,
    );
    if (!Number.isInteger(count) || count < 1 || count + sets.length > mostSets) return null;
    const total = totalOf(group, count, nature);
    if (total !== null) totalS = (totalS ?? 0) + total;
    for (let n = 0; n < count; n++) {
      const set = setOf(group, n, { nature, picker, units, restS, isTotal: total !== null });
      if (!set) return null;
      sets.push(set);
    }
  }
  return { sets, totalS };
}

/** "5x1km 25:00": 25 minutes are for all five. */
function totalOf(group: SetGroup, count: number, nature: ExerciseNature): number | null {
  const [duration] = group.durations;
  const [distance] = group.distances;
  if (count < 2 || group.durations.length !== 1 || !duration || distance === undefined) return null;
  const s = secondsOf(duration, distance, nature);
  return distance / s < slowest && (distance * count) / s >= slowest ? s : null;
}

interface SetGiven {
  readonly nature: ExerciseNature;
  readonly picker: Picker;
  readonly units: LoadUnits;
  readonly restS: number | null;
  readonly isTotal: boolean;
}

function setOf(group: SetGroup, n: number, given: SetGiven): ReadSet | null {
  const reps = ofSet(group.reps, n);
  if (reps !== null && !(Number.isInteger(reps) && reps >= 0 && reps <= mostReps)) return null;
  const load = ofSet(group.loads, n);
  const weight = load && weigh(load, given);
  if (load && !weight) return null;
  let distanceM = ofSet(group.distances, n);
  const duration = given.isTotal ? null : ofSet(group.durations, n);
  let durationS = duration && secondsOf(duration, distanceM, given.nature);
  if (group.paceSPerM !== null) {
    if (durationS === null && distanceM !== null) durationS = distanceM * group.paceSPerM;
    else if (distanceM === null && durationS !== null) distanceM = durationS / group.paceSPerM;
  }
  if ((durationS ?? 0) > 172_800 || (distanceM ?? 0) > 1_000_000) return null;
  const rpe = ofSet(group.rpes, n) ?? (group.rir === null ? null : 10 - group.rir);
  const isOpen = group.opens[n] ?? group.opens.at(-1) ?? false;
  return {
    reps,
    weightKg: weight ? weight.kg : null,
    loadValue: weight ? weight.value : null,
    loadUnit: weight ? weight.unit : null,
    durationS: durationS === null ? null : Math.round(durationS),
    distanceM: distanceM === null ? null : round(distanceM),
    rpe,
    rir: group.rir,
    restS: given.restS,
    kind: isOpen && group.kind === 'working' ? 'failure' : group.kind,
  };
}

/** That of a set; the last one said holds for those after it. */
const ofSet = <T>(list: readonly T[], n: number): T | null => list[n] ?? list.at(-1) ?? null;

const round = (value: number): number => Math.round(value * 100) / 100;

/** A clock reading as minutes and seconds unless that would be too fast, or too short for anything. */
function secondsOf(
  { s, other }: { s: number; other: number | null },
  distanceM: number | null,
  nature: ExerciseNature,
): number {
  if (other === null) return s;
  if (distanceM !== null) return distanceM / s > nature.fastest ? other : s;
  return s < shortestClockS ? other : s;
}

function weigh(
  load: DraftLoad,
  { nature, picker, units }: SetGiven,
): { value: number; unit: 'kg' | 'lb'; kg: number } | null {
  const unit = load.unit ?? (units.isTyped ? units.unit : bareUnit(load.value, nature, picker, units.unit));
  if (unit === null) return null;
  if (load.unit) {
    units.unit = load.unit;
    units.isTyped = true;
  }
  return { value: load.value, unit, kg: round(load.value * (unit === 'lb' ? lbInKg : 1)) };
}

/** More than people lift in kilograms may be pounds. */
function bareUnit(value: number, nature: ExerciseNature, picker: Picker, unit: 'kg' | 'lb'): 'kg' | 'lb' | null {
  if (unit === 'lb' || value <= nature.heaviestKg || value * lbInKg > nature.heaviestKg) return unit;
  return picker.pick('unit', ['lb', 'kg'] as const);
}
