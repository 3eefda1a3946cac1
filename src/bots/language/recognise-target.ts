import type { CorrectionView } from './correction-draft.ts';
import type { FoundValue } from './found-value.ts';
import type { Line } from './line.ts';
import { type Phrases, phraseAt } from './phrases.ts';
import { type LoggedThing, recogniseLoggedThing } from './recognise-logged-thing.ts';
import { recogniseNewValue } from './recognise-new-value.ts';
import { recogniseValueOf } from './recognise-value-of.ts';

/** In tokens. */
const longestTarget = 8;

/** Something referred to: "it", "the last one", or by its name. A longer name goes before "that". */
export function recogniseTarget(
  line: Line,
  at: number,
  view: CorrectionView,
  options: { mayBeSlip?: boolean; to?: number } = {},
) {
  const ref = phraseAt(line.language.corrections.refs, line.tokens, at);
  const thing = recogniseLoggedThing(line, at, view, ref ? { ...options, mayBeSlip: false } : options);
  if (thing && thing.end > (ref?.end ?? at)) return { thing, end: thing.end };
  return ref && { thing: null, end: ref.end };
}

/** What is named up to the first word of `joins` that a name or reference ends before, and where those words end. */
export function recogniseTargetBefore(line: Line, at: number, joins: Phrases<null>, view: CorrectionView) {
  for (let to = at + 1; to <= at + longestTarget; to++) {
    const join = phraseAt(joins, line.tokens, to);
    const mayBeSlip = join !== null && recogniseNewValue(line, join.end, view) !== null;
    const target = join && recogniseTarget(line, at, view, { mayBeSlip, to });
    if (target?.end === to) return { ...target, next: join?.end ?? to };
  }
  return null;
}

/** The figure of a target that is nothing but a metric; null for anything else. */
export function recogniseFigureOf(
  line: Line,
  thing: LoggedThing | null,
  at: number,
  view: CorrectionView,
): FoundValue | null {
  if (!thing?.metric || thing.food) return null;
  return recogniseValueOf(line, thing.metric.metric, at, { units: view.units, mayHaveWater: true });
}
