import type { ExerciseNature } from './exercise-nature.ts';
import { bareEnd, readBare, withLastAt } from './read-bare-figures.ts';
import { readTerm } from './read-set-term.ts';
import type { Gap, SetsItem, SettledFigure, Term } from './read-terms.ts';
import {
  type Assembled,
  type DraftLoad,
  isLoadFigure,
  loadOf,
  merge,
  nothing,
  type Picker,
  pushGroup,
  type SetGroup,
  type Work,
} from './set-groups.ts';

/** Makes sets of what was said of an exercise. Null where it makes no sense. */
export function assembleSets(items: readonly SetsItem[], nature: ExerciseNature, picker: Picker): Assembled | null {
  const hasLoad = items.some((item) => item.kind === 'term' && figuresOf(item.term).some(isLoadFigure));
  const work: Work = {
    nature,
    picker,
    groups: [],
    hasLoad,
    kind: 'working',
    isLoadFirst: false,
    nextKind: null,
    isUnloaded: false,
    isAssisted: false,
    totalS: null,
    restS: null,
    isNotation: false,
  };
  for (let at = 0; at < items.length; ) {
    const item = items[at] as SetsItem;
    if (item.kind === 'mark') {
      readMark(work, items, at, item);
      at++;
    } else if (item.kind === 'effort') {
      readEffort(work, item);
      at++;
    } else if (item.kind === 'last') {
      const last = work.groups.at(-1);
      if (!last || last.reps.length === 0) return null;
      splitLast(work, last, { reps: [item.reps], opens: [false] });
      at++;
    } else if (isPairOfWeights(item.term, items[at + 1])) {
      const [[weight]] = item.term.factors.slice(1) as [readonly SettledFigure[]];
      if (weight) merge(work, { ...nothing(), loads: [loadOf(weight)] }, item.gap, false);
      at++;
    } else {
      endKind(work, items, at, item.sinceTerm);
      const end = withLastAt(items, at, bareEnd(items, at));
      const isRead = end > at ? readBare(work, items.slice(at, end), items[end]) : readTerm(work, item.term, item.gap);
      if (!isRead) return null;
      at = Math.max(end, at + 1);
    }
  }
  finish(work);
  const { groups, restS, totalS, isNotation } = work;
  return { groups, restS, totalS, isNotation };
}

/** "2x20kg 3x10": a weight in each hand, before the sets. */
function isPairOfWeights({ factors, ats }: Term, next: SetsItem | undefined): boolean {
  const [count, weight, ...more] = factors;
  const isPair = count?.length === 1 && count[0]?.value === 2 && count[0].unit === 'none' && ats.length === 0;
  const isWeight = weight?.length === 1 && (weight[0]?.unit === 'kg' || weight[0]?.unit === 'lb') && more.length === 0;
  if (!isPair || !isWeight || next?.kind !== 'term' || next.gap !== 'space') return false;
  return next.term.factors.length === 2 && next.term.factors.flat().every(({ unit }) => unit === 'none');
}

const figuresOf = (term: Term): readonly SettledFigure[] => [...term.factors.flat(), ...term.ats];

type MarkItem = Extract<SetsItem, { kind: 'mark' }>;

function readMark(work: Work, items: readonly SetsItem[], at: number, { mark, gap }: MarkItem): void {
  const next = items[at + 1];
  const last = work.groups.at(-1);
  const isTrailing = last !== undefined && at > 0 && gap === 'space' && (next === undefined || next.gap !== 'space');
  switch (mark) {
    case 'bodyweight':
      work.isNotation = true;
      if (isTrailing) last.isUnloaded = true;
      else work.isUnloaded = true;
      return;
    case 'assisted':
      work.isAssisted = true;
      return;
    case 'amrap':
    case 'failure':
      work.isNotation = true;
      if (isTrailing) last.kind = 'failure';
      else if (next === undefined || next.kind !== 'term') pushGroup(work, { kind: 'failure' });
      else work.nextKind = 'failure';
      return;
    case 'last-failure':
      work.isNotation = true;
      if (last) splitLast(work, last, { kind: 'failure' });
      return;
    default:
      if (isTrailing && mark !== 'drop') last.kind = mark;
      else work.kind = mark;
  }
}

/** "3x12, last set to failure", "last set was 6": only the last of them is different. */
function splitLast(work: Work, group: SetGroup, different: Partial<SetGroup>): void {
  const count = group.sets ?? group.reps.length;
  if (count < 2) {
    Object.assign(group, different);
    return;
  }
  const ofLast = <T>(list: readonly T[]): T[] => list.slice(-1);
  const lists = { reps: ofLast(group.reps), opens: ofLast(group.opens), loads: ofLast(group.loads) };
  if (group.reps.length > 1) group.reps.pop();
  if (group.opens.length > 1) group.opens.pop();
  if (group.loads.length > 1) group.loads.pop();
  if (group.sets !== null) group.sets = count - 1;
  work.groups.push({ ...group, ...lists, sets: group.sets === null ? null : 1, ...different });
}

/** Warm-up sets end at "then", a new line or "working sets"; where none of them follows, at the next comma. */
function endKind(work: Work, items: readonly SetsItem[], at: number, gap: Gap): void {
  if (work.kind === 'working' || gap === 'space' || work.groups.every(({ kind }) => kind !== work.kind)) return;
  const hasEnd = items
    .slice(at)
    .some((item) =>
      item.kind === 'term'
        ? item.sinceTerm === 'then' || item.sinceTerm === 'line'
        : item.kind === 'mark' && item.mark === 'working',
    );
  if (gap === 'line' || gap === 'then' || (work.kind === 'warmup' && !hasEnd)) work.kind = 'working';
}

function readEffort(work: Work, { rpes, rir, restS }: Extract<SetsItem, { kind: 'effort' }>): void {
  work.isNotation = true;
  if (restS !== null) work.restS = restS;
  const last = work.groups.at(-1) ?? (rpes.length > 0 || rir !== null ? pushGroup(work, {}) : undefined);
  if (!last) return;
  if (rpes.length > 0) last.rpes = [...rpes];
  if (rir !== null) last.rir = rir;
}

/** Weights go on to later sets that name none, and assistance takes weight off. */
function finish(work: Work): void {
  let loads: DraftLoad[] = [];
  for (const group of work.groups) {
    if (work.isAssisted) group.loads = group.loads.map((load) => ({ ...load, value: -Math.abs(load.value) }));
    const inherits =
      work.nature.kind === 'loaded' && group.loads.length === 0 && !group.isUnloaded && group.reps.length > 0;
    if (inherits) group.loads = loads.slice(-1);
    loads = group.loads;
  }
}
