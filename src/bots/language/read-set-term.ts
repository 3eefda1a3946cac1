import { product } from './read-set-product.ts';
import type { Gap, Term } from './read-terms.ts';
import { loadOf, merge, nothing, type SaidSets, type Work } from './set-groups.ts';

export const mileM = 1609.344;

/** A term that is not bare figures alone. False where it makes no sense. */
export function readTerm(work: Work, term: Term, gap: Gap): boolean {
  const said = partialOf(work, term);
  if (!said) return false;
  const last = work.groups.at(-1);
  // "5 reps 100kg x 3": the reps are said, and the last figure counts sets.
  const isSetsAfter = last && last.reps.length > 0 && last.loads.length === 0 && last.sets === null && gap === 'space';
  if (
    isSetsAfter &&
    said.loads.length === 1 &&
    said.reps.length === 1 &&
    said.sets === null &&
    term.factors.length === 2
  ) {
    last.loads = said.loads;
    last.sets = said.reps[0] ?? null;
    return true;
  }
  return merge(work, said, gap, term.isIn);
}

function partialOf(work: Work, term: Term): SaidSets | null {
  const said = nothing();
  const [at] = term.ats;
  let isLoaded = false;
  if (at) {
    const isEffort =
      term.isSign && at.unit === 'none' && at.value <= 10 && at.value >= 5 && work.nature.kind !== 'travel';
    if (isEffort) said.rpes = term.ats.map(({ value }) => value);
    else if (at.unit === 'pace') said.paceSPerM = at.value / (at.other || paceMetres(work, term));
    else if (at.unit === 'speed') said.paceSPerM = 1 / at.value;
    else if ((at.unit === 'clock' || at.unit === 's') && metresOf(term) > 0 && metresOf(term) < 1000)
      said.durations = [{ s: at.value, other: null }];
    else if (at.unit === 'clock' || (at.unit === 's' && work.nature.kind === 'travel'))
      said.paceSPerM = at.value / paceMetres(work, term);
    else if (at.unit === 'reps') said.reps = term.ats.map(({ value }) => value);
    else if (at.unit === 'm') said.distances = term.ats.map(({ value }) => value);
    else if (at.unit === 's') said.durations = term.ats.map(({ value }) => ({ s: value, other: null }));
    else if (work.nature.kind === 'travel' || work.nature.kind === 'activity') return null;
    else {
      said.loads = term.ats.map(loadOf);
      isLoaded = true;
    }
    work.isNotation ||= term.factors.length > 0;
  }
  if (term.factors.length === 0) return said;
  if (term.factors.length === 1) return single(work, term, said, isLoaded);
  work.isNotation = true;
  return product(work, term, said, isLoaded);
}

const metresOf = (term: Term): number => term.factors.flat().find(({ unit }) => unit === 'm')?.value ?? 0;

/** A pace without "/km" is for a mile where the distance is in miles. */
function paceMetres({ picker }: Work, term: Term): number {
  const metres = metresOf(term);
  const isMiles = metres > 0 && Math.abs((metres / mileM) % 1) < 1e-6 && metres % 1000 !== 0;
  return isMiles || (metres === 0 && picker.units === 'us') ? mileM : 1000;
}

function single(work: Work, term: Term, said: SaidSets, isLoaded: boolean): SaidSets | null {
  const list = term.factors[0] ?? [];
  const [first] = list;
  if (!first) return null;
  const values = list.map(({ value }) => value);
  switch (first.unit) {
    case 'kg':
    case 'lb':
    case 'pair':
      return { ...said, loads: list.map(loadOf) };
    case 'sets':
      work.isNotation = true;
      return { ...said, sets: first.value };
    case 'reps':
    case 'counted':
      work.isNotation ||= first.unit === 'reps';
      return { ...said, reps: values, opens: list.map((one) => one.isOpenEnded) };
    case 's':
    case 'clock':
      return {
        ...said,
        durations: list.map((one) => ({ s: one.value, other: one.unit === 'clock' ? one.other : null })),
      };
    case 'm':
      return { ...said, distances: values };
    case 'pace':
      return { ...said, paceSPerM: first.value / (first.other || paceMetres(work, term)) };
    case 'speed':
      return { ...said, paceSPerM: 1 / first.value };
    default:
      if (first.isSigned) return { ...said, loads: list.map(loadOf) };
      if (term.isIn) return { ...said, durations: [{ s: first.value * 60, other: null }] };
      if (isLoaded || said.rpes.length > 0 || said.loads.length > 0) {
        // "100@8": a weight and an RPE; "5@100": reps and a weight.
        if (!isLoaded && work.nature.kind === 'loaded' && first.value > 20) return { ...said, loads: list.map(loadOf) };
        return { ...said, reps: values, opens: list.map((one) => one.isOpenEnded) };
      }
      return null;
  }
}
