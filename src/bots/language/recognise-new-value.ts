import { endsClause } from './ends-clause.ts';
import type { Figure } from './figure.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { phraseAt } from './phrases.ts';
import { recogniseAmount } from './recognise-amount.ts';
import { kgPerLb } from './recognise-body-mass.ts';
import { type FoundTime, recogniseClockTime } from './recognise-clock-time.ts';
import { recogniseDay } from './recognise-day.ts';
import { recogniseFigure } from './recognise-figure.ts';
import { type Catalogues, type LoggedThing, recogniseLoggedThing } from './recognise-logged-thing.ts';
import type { SaidDay } from './vocabulary/vocabulary.ts';

/** What something is said to have been, before the calendar is asked. Only what was said is there. */
export interface NewValue extends Span {
  readonly quantity?: number;
  readonly unit?: string | null;
  readonly size?: string | null;
  /** The quantity is but an article: "a latte". */
  readonly isArticle?: boolean;
  readonly energyKcal?: number;
  readonly food?: LoggedThing;
  readonly slot?: string;
  readonly day?: SaidDay;
  readonly time?: FoundTime;
  readonly reps?: number;
  readonly sets?: number;
  readonly weightKg?: number;
  /** The weight as typed; the unit is null when unsaid. */
  readonly typed?: { readonly value: number; readonly unit: 'kg' | 'lb' | null };
  readonly durationS?: number;
  readonly distanceM?: number;
  /** So many times as much. */
  readonly times?: number;
}

export interface ValueView extends Catalogues {
  readonly units: 'metric' | 'us';
}

/** A body, or a bar, weighs more than food on a plate does. */
const leastLoadKg = 4;
/** In "80x8" the first figure is a weight. */
const mostSets = 15;

/** What something is changed to: "250g", "two", "tofu", "2 eggs", "3x8 at 80", "dinner yesterday", "82.5 kg", "half". */
export function recogniseNewValue(line: Line, at: number, view: ValueView): NewValue | null {
  const { corrections, approximately } = line.language;
  const start = phraseAt(corrections.shades, line.tokens, at)?.end ?? at;
  const factor = phraseAt(corrections.newFactors, line.tokens, start);
  if (factor && endsClause(line, factor.end)) return { times: factor.meaning, end: factor.end };
  return (
    setsAt(line, start, view) ??
    whenAt(line, start) ??
    effortAt(line, phraseAt(approximately, line.tokens, start)?.end ?? start, view) ??
    amountAt(line, start, view) ??
    foodAt(line, start, view)
  );
}

/** "3x8", "3 sets of 8", "4 sets", "5 reps", "80kg x 8", each perhaps with "at 80". */
function setsAt(line: Line, at: number, view: ValueView): NewValue | null {
  const first = recogniseFigure(line, at);
  if (!first || first.unit === 'open-m') return null;
  const { setsOf, setWord } = line.language.corrections;
  const join = wordAt(line, first.end);
  const second = setsOf.has(join) ? recogniseFigure(line, first.end + 1) : null;
  const isCount = (figure: Figure) => figure.unit === 'none' || figure.unit === 'reps';
  if (second && isCount(second) && !isMeasured(line, first.end + 1)) {
    if (isLoad(first) || (first.unit === 'none' && first.value > mostSets && join === setWord))
      return { ...loadOf(first, view), reps: second.value, end: second.end };
    if (first.unit === 'sets' || (first.unit === 'none' && join === setWord))
      return withLoad(line, { sets: first.value, reps: second.value, end: second.end }, view);
  }
  if (first.unit === 'sets') return withLoad(line, { sets: first.value, end: first.end }, view);
  return first.unit === 'reps' ? withLoad(line, { reps: first.value, end: first.end }, view) : null;
}

const isLoad = (figure: Figure): boolean => figure.unit === 'kg' || figure.unit === 'lb';

function withLoad(line: Line, value: NewValue, view: ValueView): NewValue {
  const lead = phraseAt(line.language.corrections.atWeight, line.tokens, value.end);
  const load = lead && recogniseFigure(line, lead.end);
  if (!load || !(isLoad(load) || load.unit === 'none')) return value;
  return { ...value, ...loadOf(load, view), end: load.end };
}

function loadOf(figure: Figure, view: ValueView): Pick<NewValue, 'weightKg' | 'typed'> {
  const unit = figure.unit === 'kg' || figure.unit === 'lb' ? figure.unit : null;
  return asLoad(figure.value, unit, view.units);
}

/** A figure as a weight lifted; one without a unit is in the person's. */
export function asLoad(
  value: number,
  unit: 'kg' | 'lb' | null,
  units: 'metric' | 'us',
): Required<Pick<NewValue, 'weightKg' | 'typed'>> {
  const isPounds = (unit ?? (units === 'us' ? 'lb' : 'kg')) === 'lb';
  return { weightKg: isPounds ? Number((value * kgPerLb).toFixed(10)) : value, typed: { value, unit } };
}

/** Whether the figure at `at` measures food: "2 x 30 g". */
function isMeasured(line: Line, at: number): boolean {
  const unit = recogniseAmount(line, at)?.unit ?? null;
  return unit !== null && unit.id !== 'kg' && unit.id !== 'lb';
}

/** A weight, a way or a time of training: "82.5 kg", "30 min", "5.2 km". */
function effortAt(line: Line, at: number, view: ValueView): NewValue | null {
  const figure = recogniseFigure(line, at);
  if (!figure || recogniseLoggedThing(line, figure.end, view)?.food) return null;
  if (isLoad(figure)) {
    const load = loadOf(figure, view);
    return (load.weightKg ?? 0) >= leastLoadKg ? { ...load, end: figure.end } : null;
  }
  if (figure.unit === 's' || figure.unit === 'open-s' || figure.unit === 'clock')
    return { durationS: figure.value, end: figure.end };
  if (figure.unit === 'm') return { distanceM: figure.value, end: figure.end };
  return figure.unit === 'open-k' ? { distanceM: figure.value * 1000, end: figure.end } : null;
}

/** "dinner", "for lunch yesterday", "on saturday", "at 8pm", in any order. */
function whenAt(line: Line, from: number): NewValue | null {
  let value: NewValue = { end: from };
  let at = from;
  for (let n = 0; n < 3; n++) {
    const slot = value.slot === undefined ? slotAt(line, at) : null;
    const day = slot || value.day ? null : recogniseDay(line, fromAt(line, at));
    const time = slot || day || value.time ? null : recogniseClockTime(line, at);
    if (slot) value = { ...value, slot: slot.slot };
    else if (day) value = { ...value, day: day.day };
    else if (time && isTimeSaid(line, at, time.end)) value = { ...value, time };
    else break;
    at = slot?.end ?? day?.end ?? time?.end ?? at;
  }
  return at > from ? { ...value, end: at } : null;
}

/** "from yesterday" */
const fromAt = (line: Line, at: number): number => (line.language.corrections.from.has(wordAt(line, at)) ? at + 1 : at);

/** "2:30" may be how long; with "at", "am" or "pm" it is when. */
const isTimeSaid = (line: Line, at: number, end: number): boolean =>
  line.tokens[at]?.kind !== 'number' || line.tokens[end - 1]?.kind === 'word';

function slotAt(line: Line, at: number): { slot: string; end: number } | null {
  const { slotLeads, corrections } = line.language;
  const lead = phraseAt(slotLeads, line.tokens, at) ?? phraseAt(corrections.moveJoins, line.tokens, at);
  return namedSlotAt(line, at) ?? (lead && namedSlotAt(line, lead.end));
}

function namedSlotAt(line: Line, at: number): { slot: string; end: number } | null {
  const found = phraseAt(line.ownSlots, line.tokens, at) ?? phraseAt(line.language.slots, line.tokens, at);
  return found && isWhole(line, found.end) ? { slot: found.meaning, end: found.end } : null;
}

/** "lunch meat" is no meal. */
const isWhole = (line: Line, end: number): boolean =>
  endsClause(line, end) ||
  recogniseDay(line, end) !== null ||
  recogniseClockTime(line, end) !== null ||
  line.language.and.has(wordAt(line, end));

function amountAt(line: Line, at: number, view: ValueView): NewValue | null {
  const amount = recogniseAmount(line, at);
  if (!amount || amount.quantity === null) return null;
  const { quantity, unit, size, isCounted } = amount;
  if (unit?.kind === 'energy') return unit.id === 'kcal' ? { energyKcal: quantity, end: amount.end } : null;
  const food = recogniseLoggedThing(line, amount.end, view, { mayBeSlip: isCounted && unit !== null });
  if (food?.food && !food.isDetermined)
    return { quantity, unit: unitOf(unit?.id ?? null, line, food), size, isArticle: !isCounted, food, end: food.end };
  // "a" alone says nothing.
  if (!isCounted && unit === null) return null;
  return { quantity, unit: unit?.id ?? null, size, end: amount.end };
}

/** Ounces of something to drink are fluid. */
function unitOf(unit: string | null, line: Line, food: LoggedThing): string | null {
  return unit === 'oz' && line.language.drinks.has(wordAt(line, food.end - 1)) ? 'floz' : unit;
}

function foodAt(line: Line, at: number, view: ValueView): NewValue | null {
  const thing = recogniseLoggedThing(line, at, view);
  return thing && (thing.food || thing.exercise) && !thing.metric ? { food: thing, end: thing.end } : null;
}
