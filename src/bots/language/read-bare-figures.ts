import { bareLoaded } from './read-bare-loads.ts';
import { mileM } from './read-set-term.ts';
import type { Gap, SetsItem, Term } from './read-terms.ts';
import { hasWork, isLoadFigure, loadOf, merge, nothing, type SaidSets, type Work } from './set-groups.ts';

/** Where a run of bare figures ends ("80 8 8 7"): lists and single ones, up to a new line. */
export function bareEnd(items: readonly SetsItem[], from: number): number {
  let at = from;
  while (at < items.length) {
    const item = items[at];
    if (item?.kind !== 'term' || (at > from && (item.gap === 'line' || item.gap === 'then'))) break;
    const [factor] = item.term.factors;
    const isBare = item.term.factors.length === 1 && item.term.ats.length === 0 && !item.term.isIn;
    if (!isBare || !factor?.every((one) => one.unit === 'none' && !one.isSigned)) break;
    at++;
  }
  return at;
}

/** "12 12 10 at 50kg": the weight is that of the whole run. */
export function withLastAt(items: readonly SetsItem[], from: number, end: number): number {
  const next = items[end];
  if (end === from || next?.kind !== 'term' || next.gap === 'line' || next.gap === 'then') return end;
  const { factors, ats, isSign } = next.term;
  const isBare = factors.length === 1 && factors[0]?.every((one) => one.unit === 'none' && !one.isSigned) === true;
  const [at] = ats;
  const isLoad = at !== undefined && (isLoadFigure(at) || (at.unit === 'none' && !(isSign && at.value <= 10)));
  return isBare && isLoad ? end + 1 : end;
}

/** "140/5": a weight over its reps. "12/10" is a list. */
function isLoadOverReps({ factors, isSlashed, ats }: Term): boolean {
  const [load, reps] = factors[0] ?? [];
  if (!load || !reps || !isSlashed || factors[0]?.length !== 2 || ats.length > 0) return false;
  return load.value >= 15 && reps.value <= 30 && load.value >= reps.value * 2;
}

/** "3x12", "10 reps", right after a figure. */
const isBeforeSets = (next: SetsItem | undefined): boolean =>
  next?.kind === 'term' &&
  next.gap === 'space' &&
  (next.term.factors.length > 1 || next.term.factors[0]?.every(({ unit }) => unit === 'reps') === true);

export function readBare(work: Work, items: readonly SetsItem[], next: SetsItem | undefined): boolean {
  const terms = items.flatMap((item) => (item.kind === 'term' ? [item] : []));
  const figures = terms.flatMap(({ term }) => term.factors[0] ?? []);
  const isListed = terms.some(({ term, gap }, i) => (term.factors[0]?.length ?? 0) > 1 || (i > 0 && gap === 'comma'));
  const gap = terms[0]?.gap ?? 'space';
  const values = figures.map(({ value }) => value);
  const opens = figures.map((one) => one.isOpenEnded);
  if (figures.length >= 3) work.isNotation = true;
  if (work.nature.kind === 'loaded' && terms.every(({ term }) => isLoadOverReps(term))) {
    work.isNotation = true;
    return terms.every(({ term, gap: before }) => {
      const [load, reps] = term.factors[0] ?? [];
      if (!load || !reps) return false;
      return merge(
        work,
        { ...nothing(), loads: [loadOf(load)], reps: [reps.value], opens: [reps.isOpenEnded] },
        before,
        false,
      );
    });
  }
  const ats = terms.at(-1)?.term.ats ?? [];
  if (ats.length > 0 && work.nature.kind !== 'hold')
    return merge(work, { ...nothing(), reps: values, opens, loads: ats.map(loadOf) }, gap, false);
  switch (work.nature.kind) {
    case 'hold':
      return bareHolds(work, values, gap);
    case 'bodyweight':
      return bareReps(
        work,
        values,
        opens,
        gap,
        next?.kind === 'term' && next.gap === 'space' && next.term.factors.length > 1,
      );
    case 'travel':
      return bareTravel(work, values, gap);
    case 'activity':
      return bareActivity(work, values);
    default:
      return bareLoaded(work, values, opens, {
        isListed,
        isSlashed: terms[0]?.term.isSlashed ?? false,
        gap,
        isBeforeSets: isBeforeSets(next),
      });
  }
}

function bareHolds(work: Work, values: readonly number[], gap: Gap): boolean {
  const [first] = values;
  const last = work.groups.at(-1);
  if (
    first !== undefined &&
    values.length === 1 &&
    last &&
    hasWork(last) &&
    last.durations.length > 0 &&
    gap === 'space' &&
    first >= 5
  ) {
    if (last.loads.length === 0) {
      last.loads = [{ value: first, unit: null }];
      return true;
    }
  }
  const inS = values.every((value) => value <= 5) ? work.picker.pick('unit', [60, 1]) : 1;
  if (inS === null) return false;
  return merge(work, { ...nothing(), durations: values.map((value) => ({ s: value * inS, other: null })) }, gap, false);
}

function bareReps(work: Work, values: readonly number[], opens: boolean[], gap: Gap, isBeforeSets: boolean): boolean {
  const [first] = values;
  const last = work.groups.at(-1);
  const isLoadAfterSets =
    values.length === 1 &&
    gap === 'space' &&
    last &&
    last.reps.length > 0 &&
    last.loads.length === 0 &&
    (last.sets ?? 1) > 1;
  if (isLoadAfterSets && first !== undefined) {
    last.loads = [{ value: first, unit: null }];
    return true;
  }
  // "weighted dips 45 3x8"
  if (isBeforeSets && values.length === 1 && first !== undefined && work.nature.isWeightable)
    return merge(work, { ...nothing(), loads: [{ value: first, unit: null }] }, gap, false);
  if (values.some((value) => !Number.isInteger(value) || value > 1000)) return false;
  const isMore = last !== undefined && last.loads.length > 0 && hasWork(last) && gap === 'space';
  return merge(work, { ...nothing(), reps: [...values], opens, loads: isMore ? last.loads : [] }, gap, false);
}

function bareTravel(work: Work, values: readonly number[], gap: Gap): boolean {
  const [value] = values;
  if (value === undefined || values.length > 1) return false;
  const last = work.groups.at(-1);
  const minutes = { ...nothing(), durations: [{ s: minutesOf(value), other: null }] };
  if (last && last.distances.length > 0 && last.durations.length === 0 && gap !== 'line') {
    last.durations = minutes.durations;
    return true;
  }
  if (last && hasWork(last) && last.distances.length > 0) return false;
  const [near, far] = work.picker.units === 'us' ? [mileM, 1000] : [1000, mileM];
  const asDistance = (metres: number): SaidSets => ({ ...nothing(), distances: [value * metres] });
  const options = [asDistance(near), asDistance(far)];
  if (!last || !hasWork(last)) {
    if (value > 60) options.splice(0, 2);
    if (value >= 5) options.push(minutes);
  }
  const chosen = work.picker.pick('unit', options);
  return chosen !== null && merge(work, chosen, gap, false);
}

/** "27.30" of minutes is 27 minutes and 30 seconds. */
function minutesOf(value: number): number {
  const seconds = Math.round((value % 1) * 100);
  return seconds > 0 && seconds < 60 ? Math.trunc(value) * 60 + seconds : value * 60;
}

const shortestClassMin = 5;

const longestClassMin = 300;

function bareActivity(work: Work, values: readonly number[]): boolean {
  const [value] = values;
  if (value === undefined || values.length > 1 || hasWork(work.groups.at(-1))) return false;
  if (value < shortestClassMin || value > longestClassMin) return false;
  return merge(work, { ...nothing(), durations: [{ s: value * 60, other: null }] }, 'space', false);
}
