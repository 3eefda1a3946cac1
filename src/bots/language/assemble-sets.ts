import type { ExerciseNature } from './exercise-nature.ts';
import { bareEnd, readBare, withLastAt } from './read-bare-figures.ts';
import { readTerm } from './read-set-term.ts';
import type { Gap, SetsItem, SettledFigure, Term } from './read-terms.ts';
import { type Assembled, type DraftLoad, isLoadFigure, type Picker, pushGroup, type Work } from './set-groups.ts';

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
    default:
      if (isTrailing && mark !== 'drop') last.kind = mark;
      else work.kind = mark;
  }
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
