import type { ExerciseNature } from './exercise-nature.ts';
import type { Gap, SettledFigure } from './read-terms.ts';

/** A weight as typed; a null unit is still to be settled. */
export interface DraftLoad {
  readonly value: number;
  readonly unit: 'kg' | 'lb' | null;
}

export type SetKind = 'working' | 'warmup' | 'drop' | 'failure';

/** Sets said together. Lists hold one value a set, or one for all. */
export interface SetGroup {
  sets: number | null;
  reps: number[];
  /** For each of the reps whether it was "12+". */
  opens: boolean[];
  loads: DraftLoad[];
  /** Whether it was said to be without weight. */
  isUnloaded: boolean;
  /** A clock reading has its other meaning beside. */
  durations: { s: number; other: number | null }[];
  distances: number[];
  paceSPerM: number | null;
  rpes: number[];
  rir: number | null;
  kind: SetKind;
}

export interface Assembled {
  readonly groups: readonly SetGroup[];
  readonly restS: number | null;
  /** How long the whole of it took, where that was said apart. */
  readonly totalS: number | null;
  /** Whether it is written as only sets are. */
  readonly isNotation: boolean;
}

/** What may be asked: `pick` gives one of several readings and remembers that there were more. */
export interface Picker {
  pick<T>(about: 'meaning' | 'unit', options: readonly T[]): T | null;
  /** Kilograms in one of a bare weight. */
  readonly kgOfBare: number;
  readonly units: 'metric' | 'us';
}

export interface SaidSets extends Omit<SetGroup, 'kind' | 'rpes' | 'rir'> {
  rpes: number[];
}

export interface Work {
  readonly nature: ExerciseNature;
  readonly picker: Picker;
  readonly groups: SetGroup[];
  readonly hasLoad: boolean;
  kind: SetKind;
  /** Whether bare pairs before began with the weight: "15x10 12x10". */
  isLoadFirst: boolean;
  /** For the next group only. */
  nextKind: SetKind | null;
  isUnloaded: boolean;
  isAssisted: boolean;
  totalS: number | null;
  restS: number | null;
  isNotation: boolean;
}

export const isLoadFigure = (figure: SettledFigure): boolean =>
  figure.unit === 'kg' || figure.unit === 'lb' || figure.unit === 'pair' || figure.isSigned;

export const loadOf = (figure: SettledFigure): DraftLoad => ({
  value: figure.value,
  unit: figure.unit === 'kg' || figure.unit === 'lb' ? figure.unit : null,
});

export function pushGroup(work: Work, said: Partial<SetGroup>): SetGroup {
  const group: SetGroup = {
    sets: null,
    reps: [],
    opens: [],
    loads: [],
    durations: [],
    distances: [],
    paceSPerM: null,
    rpes: [],
    rir: null,
    kind: work.nextKind ?? work.kind,
    ...said,
    isUnloaded: said.isUnloaded === true || work.isUnloaded,
  };
  work.nextKind = null;
  work.isUnloaded = false;
  work.groups.push(group);
  return group;
}

export const hasWork = (group: { reps: unknown[]; durations: unknown[]; distances: unknown[] } | undefined): boolean =>
  group !== undefined && group.reps.length + group.durations.length + group.distances.length > 0;

export const nothing = (): SaidSets => ({
  sets: null,
  reps: [],
  opens: [],
  loads: [],
  isUnloaded: false,
  durations: [],
  distances: [],
  paceSPerM: null,
  rpes: [],
});

/** Adds what a term says to the groups: it completes the last one where that lacks it, and begins another where not. */
export function merge(work: Work, said: SaidSets, gap: Gap, isIn: boolean): boolean {
  const { groups, nature } = work;
  const last = groups.at(-1);
  const isWork = hasWork(said);
  const isOnlyDuration =
    said.durations.length > 0 &&
    said.reps.length + said.distances.length + said.loads.length === 0 &&
    said.sets === null;
  const isOnlyDistance =
    said.distances.length > 0 &&
    said.reps.length + said.durations.length + said.loads.length === 0 &&
    said.sets === null;
  if (!isWork) {
    if (said.paceSPerM !== null && last) last.paceSPerM = said.paceSPerM;
    else if (said.loads.length > 0 || said.sets !== null || said.paceSPerM !== null) mergeFrame(work, said, gap);
    if (said.rpes.length > 0) (groups.at(-1) ?? pushGroup(work, {})).rpes = said.rpes;
    return true;
  }
  if (last && !hasWork(last) && (last.loads.length === 0 || said.loads.length === 0) && !isOpenFailure(last)) {
    fill(work, last, said);
    return true;
  }
  if (last && isOnlyDuration) {
    const isEnclosing = (nature.kind === 'loaded' || nature.kind === 'bodyweight') && hasWork(last);
    if (last.distances.length > 0 && last.durations.length === 0) {
      last.durations = said.durations;
      return true;
    }
    if (last.reps.length > 0 && (isEnclosing || last.durations.length === 0)) {
      if (last.durations.length === 0 && gap === 'space') last.durations = said.durations;
      else work.totalS = (work.totalS ?? 0) + (said.durations[0]?.s ?? 0);
      return true;
    }
    if (isIn && last.durations.length > 0) return false;
  }
  if (
    last &&
    isOnlyDistance &&
    last.durations.length > 0 &&
    last.distances.length === 0 &&
    gap !== 'line' &&
    last.reps.length === 0
  ) {
    last.distances = said.distances;
    return true;
  }
  if (
    last &&
    last.reps.length === 0 &&
    last.durations.length > 0 &&
    said.reps.length > 0 &&
    said.durations.length === 0 &&
    nature.kind === 'bodyweight' &&
    gap === 'space'
  ) {
    fill(work, last, said);
    return true;
  }
  pushGroup(work, said);
  return true;
}

/** "…, 1 set to failure": whose reps and weight are not said. */
const isOpenFailure = ({ kind, loads }: SetGroup): boolean => kind === 'failure' && loads.length === 0;

function fill(work: Work, group: SetGroup, said: SaidSets): void {
  if (work.nextKind ?? work.kind !== 'working') group.kind = work.nextKind ?? work.kind;
  work.nextKind = null;
  // "volleyball 3 sets 75 min": the time was that of all.
  const isOfAll =
    work.nature.kind === 'activity' && said.sets === null && (said.durations[0]?.s ?? 0) >= shortestClassS;
  group.sets = isOfAll ? null : (said.sets ?? group.sets);
  group.reps = said.reps;
  group.opens = said.opens;
  if (said.loads.length > 0) group.loads = said.loads;
  if (said.durations.length > 0) group.durations = said.durations;
  if (said.distances.length > 0) group.distances = said.distances;
  group.paceSPerM ??= said.paceSPerM;
  if (said.rpes.length > 0) group.rpes = said.rpes;
}

/** In seconds: what is done in rounds takes less for one. */
const shortestClassS = 15 * 60;

/** A weight or a count of sets on its own: of the sets before that lack it, else of those to come. */
function mergeFrame(work: Work, said: SaidSets, gap: Gap): void {
  const { groups } = work;
  const last = groups.at(-1);
  if (
    said.loads.length > 0 &&
    last &&
    hasWork(last) &&
    last.loads.length === 0 &&
    !(gap === 'line' && groups.length > 1)
  ) {
    for (const group of groups) if (group.loads.length === 0 && !group.isUnloaded) group.loads = said.loads;
    if (said.sets !== null) last.sets ??= said.sets;
    return;
  }
  if (
    said.sets !== null &&
    last &&
    (hasWork(last) || last.loads.length > 0) &&
    last.sets === null &&
    said.loads.length === 0
  ) {
    // "bjj 90 min, 6 rounds": the time was that of all.
    const isOfAll = work.nature.kind === 'activity' && (last.durations[0]?.s ?? 0) >= shortestClassS;
    if (!isOfAll) last.sets = said.sets;
    return;
  }
  if (last && !hasWork(last) && last.loads.length === 0 && said.loads.length > 0) {
    last.loads = said.loads;
    return;
  }
  pushGroup(work, said);
}
