/** What bare figures may mean together. Each option is a whole reading; several are a question. */
export interface Roles {
  readonly sets: number | null;
  readonly reps: readonly number[];
  /** As typed; null where none of the figures is one. */
  readonly load: number | null;
}

/** Whether a figure may be a weight of the exercise, in the unit it would have. */
type IsLoad = (value: number) => boolean;

const mostSets = 10;
const mostReps = 30;
const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;
const isSets = (value: number): boolean => isCount(value) && value <= mostSets;
const isReps = (value: number): boolean => isCount(value) && value <= mostReps;
/** From here the first of "12x3" counts reps: nobody does twelve sets of three. */
const surelyReps = 12;
const surelySets = 6;

const roles = (sets: number | null, reps: number, load: number | null): Roles => ({ sets, reps: [reps], load });

/** "3x8": sets and reps in their usual order, reps first where that many sets are unusual. */
export function setsAndReps(a: number, b: number): Roles {
  return a >= surelyReps && b <= surelySets ? roles(b, a, null) : roles(a, b, null);
}

/** Two figures of an exercise with weights: "3x8", "80x8", "8x80". */
export function loadedPair(a: number, b: number, isLoad: IsLoad, hasOtherLoad: boolean): readonly Roles[] {
  const asWeight = roles(null, b, a);
  if (!Number.isInteger(a)) return [asWeight];
  if (!Number.isInteger(b)) return [roles(null, a, b)];
  if (hasOtherLoad && a <= mostReps && b <= mostReps && (a <= mostSets || b <= surelySets)) return [setsAndReps(a, b)];
  if (a <= mostSets) {
    if (b <= mostReps || !isLoad(b)) return [roles(a, b, null)];
    // "3x40" may be reps or a weight; "5x100" is a weight.
    return b <= 50 && !hasOtherLoad ? [roles(a, b, null), roles(null, a, b)] : [roles(null, a, b)];
  }
  if (!isLoad(a)) return [setsAndReps(a, b)];
  if (a <= 15 && b <= 5) return [setsAndReps(a, b)];
  if (a <= 20 && b <= 4) return [setsAndReps(a, b), asWeight];
  return [asWeight];
}

/** The two figures that follow a weight as a product: "100 x 5 x 3" is reps and sets unless the other way is likelier. */
export function afterLoad(a: number, b: number): readonly Omit<Roles, 'load'>[] {
  const repsFirst = { sets: b, reps: [a] };
  const setsFirst = { sets: a, reps: [b] };
  if (a === b || !isSets(a)) return [repsFirst];
  if (!isSets(b)) return [setsFirst];
  if (a > b) return [repsFirst];
  return b >= 8 ? [setsFirst] : [repsFirst, setsFirst];
}

/** Three figures joined by "x": which is the weight, and what the others count. */
export function loadedTriple(a: number, b: number, c: number, isLoad: IsLoad): readonly Roles[] {
  if (a > b && a > c && isLoad(a) && (a > mostReps || !isSets(a) || !isLoad(c)))
    return afterLoad(b, c).map((one) => ({ ...one, load: a }));
  if (b > a && b > c && isLoad(b) && b > mostReps) {
    return isSets(a) && a <= c ? [roles(a, c, b)] : [roles(c, a, b)];
  }
  if (!isReps(a) || !isReps(b)) return afterLoad(b, c).map((one) => ({ ...one, load: a }));
  return [{ ...setsAndReps(a, b), load: c }];
}

/** Two bare figures after a weight, with only a blank between: "225 5 3" may be sets and reps in either order, or two sets. */
export function spacedPair(a: number, b: number): readonly Omit<Roles, 'load'>[] {
  const options: Omit<Roles, 'load'>[] = [];
  const isRepsFirst = b >= 2 && b <= 6 && a >= b;
  const isSetsFirst = a >= 2 && a <= 6 && b >= a;
  if (isRepsFirst) options.push({ sets: b, reps: [a] });
  if (isSetsFirst && a !== b) options.push({ sets: a, reps: [b] });
  // Fewer reps in the next set, but not by half.
  const isList = b <= a && b >= a * 0.6;
  if (isRepsFirst && a <= 6 && a !== b) options.push({ sets: a, reps: [b] });
  if (isList || options.length === 0) options.push({ sets: null, reps: [a, b] });
  return options;
}
