import { endsClause } from './ends-clause.ts';
import type { FoundValue } from './found-value.ts';
import { type Line, type Span, wordAt } from './line.ts';
import { type FoundPhrase, type Phrases, phraseAt } from './phrases.ts';
import { type LoggedThing, recogniseLoggedThing, textOf } from './recognise-logged-thing.ts';
import { type NewValue, recogniseNewValue, type ValueView } from './recognise-new-value.ts';
import { recogniseNumber } from './recognise-number.ts';
import { recogniseUnit } from './recognise-unit.ts';
import { recogniseValueOf } from './recognise-value-of.ts';

/** One thing to be changed, before it is known what was logged. */
export interface CorrectionDraft {
  /** Null: the last entry, or what alone fits. */
  readonly target: LoggedThing | null;
  /** Null: it is to be removed. */
  readonly value: NewValue | null;
  /** The new figure, where the target is a metric. */
  readonly figure?: FoundValue;
  /** What it was not: "220 not 150". */
  readonly was?: NewValue | null;
  /** Which set of an exercise, -1 for the last. */
  readonly set?: number;
  /** Whether it may as well be something new: "weight was 82.5". */
  readonly isOpen?: boolean;
}

export interface FoundCorrection extends Span {
  readonly drafts: readonly CorrectionDraft[];
}

export interface CorrectionView extends ValueView {
  /** Whether it was said that something was wrong. */
  readonly isFirm: boolean;
  /** Whether it replies to what was logged. */
  readonly isReply: boolean;
}

type Form = (line: Line, at: number, view: CorrectionView) => FoundCorrection | null;

const draft = (one: CorrectionDraft, end: number): FoundCorrection => ({ drafts: [one], end });

/** What one clause corrects: the first form that fits. */
export const recogniseCorrection: Form = (line, at, view) => {
  for (const form of forms) {
    const found = form(line, at, view);
    if (found) return found;
  }
  return null;
};

/** Something referred to: "it", "the last one", or by its name. A longer name goes before "that". */
function targetAt(line: Line, at: number, view: CorrectionView, options: { mayBeSlip?: boolean; to?: number } = {}) {
  const ref = phraseAt(line.language.corrections.refs, line.tokens, at);
  const thing = recogniseLoggedThing(line, at, view, ref ? { ...options, mayBeSlip: false } : options);
  if (thing && thing.end > (ref?.end ?? at)) return { thing, end: thing.end };
  return ref && { thing: null, end: ref.end };
}

/** What is named up to the first word of `joins` that a name or reference ends before, and where those words end. */
function targetBefore(line: Line, at: number, joins: Phrases<null>, view: CorrectionView) {
  for (let to = at + 1; to <= at + longestTarget; to++) {
    const join = phraseAt(joins, line.tokens, to);
    const mayBeSlip = join !== null && recogniseNewValue(line, join.end, view) !== null;
    const target = join && targetAt(line, at, view, { mayBeSlip, to });
    if (target?.end === to) return { ...target, next: join?.end ?? to };
  }
  return null;
}

/** In tokens. */
const longestTarget = 8;

const past = <M>(table: Phrases<M>, line: Line, at: number): FoundPhrase<M> | null => phraseAt(table, line.tokens, at);
const isComma = (line: Line, at: number): boolean => /^[,;.:-]$/.test(wordAt(line, at));

/** "not 150", "instead of egg" after a new value. Null where what follows "not" is of another kind: no correction. */
function withOld(line: Line, value: NewValue, view: CorrectionView): { old: NewValue | null; end: number } | null {
  const not = past(line.language.corrections.nots, line, isComma(line, value.end) ? value.end + 1 : value.end);
  if (!not) return { old: null, end: value.end };
  const old = recogniseNewValue(line, not.end, view) ?? slippedFood(line, not.end, view);
  // "Eggs not scrambled" says how they were made.
  const isForm = old?.food && line.language.forms.has(old.food.words.toLowerCase());
  return old && !isForm && isLike(value, old) ? { old, end: old.end } : null;
}

function slippedFood(line: Line, at: number, view: CorrectionView): NewValue | null {
  const food = recogniseLoggedThing(line, at, view, { mayBeSlip: true });
  return food && { food, end: food.end };
}

function isLike(value: NewValue, old: NewValue): boolean {
  if (value.food && old.food) return true;
  if (value.slot !== undefined || value.day || value.time) return old.slot !== undefined || !!old.day || !!old.time;
  const isFigure = (one: NewValue) =>
    one.quantity ?? one.reps ?? one.sets ?? one.weightKg ?? one.durationS ?? one.distanceM ?? one.energyKcal;
  return isFigure(value) !== undefined && isFigure(old) !== undefined;
}

/** Of two foods the old one is what is changed; "2 eggs" says which by itself. */
function changed(thing: LoggedThing | null, value: NewValue, old: NewValue | null, isOpen = false): CorrectionDraft {
  const isSwap = value.food !== undefined && old?.food !== undefined;
  const target = thing ?? (isSwap || !value.food ? (old?.food ?? null) : null);
  return { target, value, was: old, isOpen };
}

/** "double it", "half of the rice", "i only ate half". */
const scaled: Form = (line, at, view) => {
  const { factors, wholeFactors } = line.language.corrections;
  const factor = past(factors, line, at);
  const target = factor && targetAt(line, factor.end, view);
  if (factor && target && (target.thing === null || target.thing.isDetermined))
    return draft({ target: target.thing, value: { times: factor.meaning, end: target.end } }, target.end);
  const whole = past(wholeFactors, line, at);
  if (!whole) return null;
  const of = line.language.of.has(wordAt(line, whole.end)) ? whole.end + 1 : whole.end;
  const what = targetAt(line, of, view);
  const end = what?.end ?? whole.end;
  return what || endsClause(line, end)
    ? draft({ target: what?.thing ?? null, value: { times: whole.meaning, end } }, end)
    : null;
};

/** "remove the banana and the butter", "delete that", "take the butter off". */
const removed: Form = (line, at, view) => {
  const { removes, shyRemoves, splitRemoves } = line.language.corrections;
  const particles = splitRemoves.get(wordAt(line, at));
  const apart = particles && recogniseLoggedThing(line, at + 1, view);
  if (apart && particles.includes(wordAt(line, apart.end))) return draft({ target: apart, value: null }, apart.end + 1);
  const verb = past(removes, line, at);
  if (!verb) return null;
  const found = removedThings(line, verb.end, view, !shyRemoves.has(wordAt(line, at)) || verb.end > at + 1);
  const isShy = shyRemoves.has(wordAt(line, at)) && verb.end === at + 1;
  const isPlain = found?.drafts.every(({ target }) => target?.isDetermined === true && !target.metric);
  return isShy && !isPlain ? null : found;
};

/** "no butter", "without the cheese", "no egg, tofu". */
const without: Form = (line, at, view) => {
  const lead = past(line.language.corrections.withouts, line, at);
  if (!lead) return null;
  const isStory = line.language.eating.subjects.byFirstWord.has(wordAt(line, at)) || /^didnt$/.test(wordAt(line, at));
  const thing = recogniseLoggedThing(line, lead.end, view);
  if (!thing?.food || (isStory && !thing.isDetermined)) return null;
  const comma = isComma(line, thing.end) ? thing.end + 1 : thing.end;
  const but = past(line.language.corrections.buts, line, comma);
  const instead = comma > thing.end || but ? recogniseNewValue(line, but?.end ?? comma, view) : null;
  if (instead?.food && thing.food) return draft({ target: thing, value: instead, was: null }, instead.end);
  return removedThings(line, lead.end, view, false);
};

function removedThings(line: Line, from: number, view: CorrectionView, mayBeRef: boolean): FoundCorrection | null {
  const { joins, removes, withouts } = line.language.corrections;
  const drafts: CorrectionDraft[] = [];
  let end = from;
  for (let at = from; ; ) {
    const target = targetAt(line, at, view, { mayBeSlip: mayBeRef });
    const isNamed =
      target?.thing && (target.thing.food || target.thing.exercise || target.thing.slot || target.thing.metric);
    if (!target || !(isNamed || (mayBeRef && target.thing === null))) break;
    drafts.push({ target: target.thing, value: null });
    end = target.end;
    if (wordAt(line, end) === 'off' || wordAt(line, end) === 'out') end++;
    at = end;
    while (joins.has(wordAt(line, at))) at++;
    if (at === end) break;
    at = past(removes, line, at)?.end ?? past(withouts, line, at)?.end ?? at;
  }
  return drafts.length > 0 ? { drafts, end } : null;
}

/** "swap the rice for quinoa", "replace the egg with 100g tofu". */
const swapped: Form = (line, at, view) => {
  const { swaps, swapJoins } = line.language.corrections;
  const verb = past(swaps, line, at);
  const target = verb && targetBefore(line, verb.end, swapJoins, view);
  if (!target) return null;
  const known = recogniseNewValue(line, target.next, view);
  const value = target.thing?.food && !(known && endsClause(line, known.end)) ? unknownFood(line, target.next) : known;
  return value?.food ? draft({ target: target.thing, value }, value.end) : null;
};

/** In tokens. */
const longestUnknown = 4;

/** Words that nobody knows, up to the end: what a food is swapped for is a food. */
function unknownFood(line: Line, at: number): NewValue | null {
  const { corrections, chatWords, determiners } = line.language;
  let end = at;
  while (line.tokens[end]?.kind === 'word') end++;
  const words = line.tokens.slice(at, end).map(({ word }) => word);
  const isName = words.every((word) => !chatWords.has(word) && !corrections.noTargets.has(word));
  if (end === at || end - at > longestUnknown || !isName || determiners.has(words[0] ?? '') || !endsClause(line, end))
    return null;
  const nothing = { food: null, exercise: null, metric: null, slot: null, isDetermined: false };
  return { food: { words: textOf(line, at, end), end, ...nothing }, end };
}

/** "make it 250g", "change the chicken from 150 to 175 g", "update to 2 eggs". */
const made: Form = (line, at, view) => {
  const { makes, into, from, directMakes, bareMakes } = line.language.corrections;
  const verb = past(makes, line, at);
  if (!verb) return null;
  const target = targetBefore(line, verb.end, into, view) ?? targetAt(line, verb.end, view, { mayBeSlip: true });
  const next = target?.end ?? verb.end;
  const old = target && from.has(wordAt(line, next)) ? fromAt(line, next + 1, view) : null;
  const to = past(into, line, old?.end ?? next);
  if (!target && !bareMakes.has(wordAt(line, at))) return null;
  if (!to && (old || !(target && directMakes.has(wordAt(line, at))))) return null;
  const start = to?.end ?? next;
  const figure = figureOf(line, target?.thing ?? null, start, view);
  if (figure) return draft({ target: target?.thing ?? null, value: null, figure }, figure.end);
  const value = recogniseNewValue(line, start, view);
  if (!value || (value.isArticle && !value.food && !value.unit)) return null;
  // "Make pizza tonight" is a plan.
  if (
    !to &&
    target?.thing &&
    !target.thing.isDetermined &&
    !value.food &&
    value.quantity === undefined &&
    value.times === undefined
  )
    return null;
  const after = withOld(line, value, view);
  return after && draft({ ...changed(target?.thing ?? null, value, old ?? after.old) }, after.end);
};

/** "from 150": with "to 220" it is no range. */
function fromAt(line: Line, at: number, view: CorrectionView): NewValue | null {
  const number = recogniseNumber(line, at);
  if (!number) return recogniseNewValue(line, at, view);
  const unit = recogniseUnit(line, number.end);
  return { quantity: number.value, unit: unit?.unit.id ?? null, end: unit?.end ?? number.end };
}

/** "move it to dinner", "put the beers under saturday", "log that as lunch". */
const moved: Form = (line, at, view) => {
  const { moves, moveJoins } = line.language.corrections;
  const verb = past(moves, line, at);
  const target = verb && (targetBefore(line, verb.end, moveJoins, view) ?? targetAt(line, verb.end, view));
  if (!target) return null;
  const { thing, end } = target;
  for (const start of [end, past(moveJoins, line, end)?.end]) {
    const value = start === undefined ? null : recogniseNewValue(line, start, view);
    if (!value || !(value.slot !== undefined || value.day || value.time)) continue;
    const after = withOld(line, value, view);
    return after && draft({ target: thing, value }, after.end);
  }
  return null;
};

/** "it was 2 eggs", "the rice was 220 not 150", "those beers were on saturday", "the last set was 7". */
const was: Form = (line, at, view) => {
  const { itWas, copulas, wasNot, sets, nots } = line.language.corrections;
  const set = past(sets, line, at);
  const whole = set ? null : past(itWas, line, at);
  const thing = set || whole ? null : (recogniseLoggedThing(line, at, view) ?? slippedSubject(line, at, view));
  const subjectEnd = set?.end ?? thing?.end;
  const link = whole ?? (subjectEnd === undefined ? null : past(copulas, line, subjectEnd));
  if (subjectEnd !== undefined && past(wasNot, line, subjectEnd)) return notFirst(line, at, view);
  if (!link || past(nots, line, link.end)) return link ? notFirst(line, at, view) : null;
  const figure = figureOf(line, thing, link.end, view);
  if (figure) {
    const old = past(nots, line, isComma(line, figure.end) ? figure.end + 1 : figure.end);
    const before = old && figureOf(line, thing, old.end, view);
    if (old && !before) return null;
    return draft({ target: thing, value: null, figure, isOpen: !(view.isFirm || old) }, before?.end ?? figure.end);
  }
  const value = recogniseNewValue(line, link.end, view);
  const after = value && withOld(line, value, view);
  if (!value || !after) return null;
  if (isNow(line, whole, value)) return null;
  if (!isSaidOf(thing, value, after.old !== null || view.isFirm)) return null;
  const isOpen = isTold(thing, value) && !view.isFirm && after.old === null;
  const one = changed(thing, value, after.old, isOpen);
  return draft(set ? { ...one, target: null, set: set.meaning } : one, after.end);
};

/** A misspelled name, looked for only where a figure is said of it: a search costs more than all the rest. */
function slippedSubject(line: Line, at: number, view: CorrectionView): LoggedThing | null {
  for (let to = at + 1; to <= at + 3; to++) {
    const copula = past(line.language.corrections.copulas, line, to);
    if (!copula) continue;
    const value = recogniseNewValue(line, copula.end, view);
    return value?.quantity === undefined ? null : recogniseLoggedThing(line, at, view, { mayBeSlip: true, to });
  }
  return null;
}

/** The figure of a target that is nothing but a metric. */
function figureOf(line: Line, thing: LoggedThing | null, at: number, view: CorrectionView): FoundValue | null {
  if (!thing?.metric || thing.food) return null;
  return recogniseValueOf(line, thing.metric.metric, at, { units: view.units, mayHaveWater: true });
}

/** "It's friday" and "it's 9am" tell of now. */
const isNow = (line: Line, link: FoundPhrase<null> | null, { slot, day, time }: NewValue): boolean =>
  link !== null &&
  slot === undefined &&
  line.language.corrections.presents.has(wordAt(line, link.end - 1)) &&
  (time !== undefined || (day?.kind === 'weekday' && day.isBare) || (day?.kind === 'ago' && day.days === 0));

/** "Dinner was pizza" tells of a dinner, "the pizza was pepperoni" of the pizza. */
function isSaidOf(thing: LoggedThing | null, value: NewValue, isSure: boolean): boolean {
  // "It was leg day" names no exercise that was done instead.
  if (!thing) return isSure || !value.food || value.food.food !== null;
  const isWhen = value.slot !== undefined || value.day !== undefined || value.time !== undefined;
  if (thing.slot && !thing.food) return isWhen;
  if (thing.metric && !thing.food && !thing.exercise) return isWhen && isSure;
  return value.food === undefined || isSure;
}

/** "The run was 5k" and "coffee was at 9" may tell of one that is not logged yet. */
const isTold = (thing: LoggedThing | null, value: NewValue): boolean =>
  thing !== null &&
  (value.durationS !== undefined || value.distanceM !== undefined || (value.time !== undefined && !thing.isDetermined));

/** "not egg, tofu", "it wasnt 150 but 220", "the rice wasnt 150 it was 220". */
const notFirst: Form = (line, at, view) => {
  const { itWas, refs, copulas, wasNot, nots, buts } = line.language.corrections;
  const ref = past(itWas, line, at);
  const subject = ref ? null : (past(refs, line, at) ?? recogniseLoggedThing(line, at, view));
  const thing =
    subject &&
    'words' in subject &&
    past(wasNot, line, subject.end) === null &&
    past(copulas, line, subject.end) === null
      ? null
      : subject;
  const start = ref?.end ?? thing?.end ?? at;
  const copula = thing ? past(copulas, line, start)?.end : undefined;
  const not = past(wasNot, line, start) ?? past(nots, line, copula ?? start);
  const old = not && (recogniseNewValue(line, not.end, view) ?? slippedFood(line, not.end, view));
  if (!old) return null;
  const comma = isComma(line, old.end) ? old.end + 1 : old.end;
  const but = past(buts, line, comma) ?? past(itWas, line, comma);
  if (comma === old.end && !but) return null;
  const value = recogniseNewValue(line, but?.end ?? comma, view);
  if (!value || !isLike(value, old)) return null;
  return draft(changed(thing && 'words' in thing ? thing : null, value, old), value.end);
};

/** "220 not 150", "tofu instead of egg". */
const rather: Form = (line, at, view) => {
  const value = recogniseNewValue(line, at, view);
  const after = value && withOld(line, value, view);
  return value && after?.old ? draft(changed(null, value, after.old), after.end) : null;
};

/** "the rice 250g" after a word that something was wrong; "60 g", "3 slices", "dinner". */
const bare: Form = (line, at, view) => {
  if (!view.isFirm && !view.isReply) return null;
  const thing = view.isFirm ? recogniseLoggedThing(line, at, view) : null;
  const figure = figureOf(line, thing, thing?.end ?? at, view);
  if (figure) return draft({ target: thing, value: null, figure }, figure.end);
  const of = thing && recogniseNewValue(line, thing.end, view);
  if (of && !of.food && !(of.day && !thing.isDetermined)) return draft(changed(thing, of, null), of.end);
  const value = recogniseNewValue(line, at, view);
  const isSaid = value && (view.isFirm || !value.food || (value.quantity !== undefined && !value.isArticle));
  return isSaid
    ? draft({ ...changed(null, value, null), isOpen: value.food !== undefined && !view.isFirm }, value.end)
    : null;
};

const forms: readonly Form[] = [scaled, removed, swapped, made, moved, was, notFirst, without, rather, bare];
