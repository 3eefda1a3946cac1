import { spacedPair } from './figure-roles.ts';
import type { Gap } from './read-terms.ts';
import { type DraftLoad, hasWork, merge, nothing, pushGroup, type SaidSets, type Work } from './set-groups.ts';

interface BareHow {
  readonly isListed: boolean;
  readonly isSlashed: boolean;
  readonly gap: Gap;
  /** Whether what follows tells the sets or the reps: "25 | 3x12". */
  readonly isBeforeSets: boolean;
}

export function bareLoaded(work: Work, values: readonly number[], opens: boolean[], how: BareHow): boolean {
  const { picker } = work;
  const last = work.groups.at(-1);
  const [first = 0, second] = values;
  const reps = (list: readonly number[], marks: boolean[], loads: readonly DraftLoad[] = []): boolean =>
    merge(work, { ...nothing(), reps: [...list], opens: marks, loads: [...loads] }, how.gap, false);
  const bareLoad = (value: number): DraftLoad => ({ value, unit: null });

  if (last && !hasWork(last) && last.loads.length > 0) {
    // "80kg 8 8 7"
    if (values.length === 2 && !how.isListed && second !== undefined)
      return pairAfter(work, last.loads, first, second, how.gap);
    if (values.every((value) => Number.isInteger(value) && value <= 100)) return reps(values, opens);
  }
  if (last && !hasWork(last) && last.sets !== null)
    return values.length === 2 && first <= 30 && (second ?? 0) > 30
      ? reps([first], [], [bareLoad(second ?? 0)])
      : reps(values, opens);
  if (last && last.reps.length > 0 && last.loads.length === 0 && how.gap !== 'line') {
    // "3x8 80", "3x8 80/85/90"
    for (const group of work.groups)
      if (group.loads.length === 0 && !group.isUnloaded) group.loads = values.map(bareLoad);
    return values.length === 1 || values.length === (last.sets ?? last.reps.length);
  }
  if (
    last &&
    last.reps.length > 0 &&
    how.gap !== 'line' &&
    values.every((value) => value <= 30 && value < (last.loads[0]?.value ?? 0) / 2)
  ) {
    return reps(values, opens, last.loads);
  }
  if (values.length === 1) {
    if (!isWeight(work, first) || (work.hasLoad && Number.isInteger(first) && first <= 100)) return reps(values, opens);
    if (first > 30 || !Number.isInteger(first) || how.isBeforeSets)
      return merge(work, { ...nothing(), loads: [bareLoad(first)] }, how.gap, false);
    const chosen = picker.pick('meaning', work.nature.lightestKg >= 10 ? [true] : [false, true]);
    return chosen === true
      ? merge(work, { ...nothing(), loads: [bareLoad(first)] }, how.gap, false)
      : chosen === false && reps(values, opens);
  }
  const rest = values.slice(1);
  const most = Math.max(...rest);
  if (isWeight(work, first) && first > 12 && first > most * 1.5 && rest.every((value) => value <= 30)) {
    if (rest.length === 2 && !how.isListed && rest[0] !== undefined && rest[1] !== undefined)
      return pairAfter(work, [bareLoad(first)], rest[0], rest[1], how.gap);
    return reps(rest, opens.slice(1), [bareLoad(first)]);
  }
  const final = values.at(-1) ?? 0;
  const before = values.slice(0, -1);
  if (isWeight(work, final) && final > 20 && before.every((value) => value <= 20 && value * 1.5 < final)) {
    if (before.length === 2 && !how.isListed && before[0] !== undefined && before[1] !== undefined)
      return pairAfter(work, [bareLoad(final)], before[0], before[1], how.gap, true);
    return reps(before, opens.slice(0, -1), [bareLoad(final)]);
  }
  if (values.every((value) => Number.isInteger(value) && value <= 30)) return reps(values, opens);
  const asWeights: SaidSets = { ...nothing(), loads: values.map(bareLoad) };
  const asReps: SaidSets = { ...nothing(), reps: [...values], opens };
  const isSame = values.every((value) => value === first && Number.isInteger(value) && value <= 100);
  const options = isSame || work.nature.lightestKg < 10 ? [asWeights, asReps] : [asWeights];
  const chosen = picker.pick('meaning', options);
  if (!chosen) return false;
  if (chosen === asWeights) {
    pushGroup(work, asWeights);
    return true;
  }
  return merge(work, chosen, how.gap, false);
}

const isWeight = ({ nature, picker }: Work, value: number): boolean =>
  value * picker.kgOfBare >= nature.lightestKg * 0.9;

/** Two figures beside a weight: "225 5 3". */
function pairAfter(work: Work, loads: readonly DraftLoad[], a: number, b: number, gap: Gap, isBefore = false): boolean {
  if (!(Number.isInteger(a) && Number.isInteger(b) && a >= 1 && b >= 1)) return false;
  const options = isBefore && a <= 10 && b >= a ? [{ sets: a, reps: [b] }] : spacedPair(a, b);
  const chosen = work.picker.pick('meaning', options);
  if (!chosen) return false;
  return merge(
    work,
    {
      ...nothing(),
      sets: chosen.sets,
      reps: [...chosen.reps],
      loads: work.groups.at(-1)?.loads === loads ? [] : [...loads],
    },
    gap,
    false,
  );
}
