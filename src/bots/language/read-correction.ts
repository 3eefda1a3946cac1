import type { Temporal } from 'temporal-polyfill';
import { natureOf } from './exercise-nature.ts';
import { type Line, wordAt } from './line.ts';
import { phraseAt, phrases } from './phrases.ts';
import { type Moment, placeInTime } from './place-in-time.ts';
import {
  type CorrectionDraft,
  type CorrectionView,
  type FoundCorrection,
  recogniseCorrection,
} from './recognise-correction.ts';
import type { Catalogues } from './recognise-logged-thing.ts';
import { asLoad, type NewValue, recogniseNewValue } from './recognise-new-value.ts';
import { scan } from './scan.ts';
import { english } from './vocabulary/en/index.ts';

/** What is known of the writer and the moment. */
export interface CorrectionGiven extends Moment, Catalogues {
  readonly units: 'metric' | 'us';
  /** The person's own slot names. */
  readonly slots: readonly string[];
  /** Whether it replies to something logged: then a bare amount, meal or day corrects it. */
  readonly isReply?: boolean;
}

/** What is to be different. Only what was said is there. */
export interface Change {
  readonly quantity?: number;
  readonly unit?: string;
  readonly size?: string;
  readonly energyKcal?: number;
  /** The person's words for what it was instead. */
  readonly food?: string;
  readonly slot?: string;
  readonly day?: Temporal.PlainDate;
  readonly time?: Temporal.PlainTime;
  readonly reps?: number;
  readonly sets?: number;
  readonly weightKg?: number;
  readonly durationS?: number;
  readonly distanceM?: number;
  /** Of a metric, in its canonical unit. */
  readonly value?: number;
  readonly value2?: number;
  /** A weight or a metric's figure as typed. */
  readonly typed?: { readonly value: number; readonly unit: string | null };
  /** So many times as much as before. */
  readonly times?: number;
  readonly remove?: true;
}

export interface CorrectionReading {
  /** The words that name what is corrected; null for the last entry, or what alone fits the change. */
  readonly target: string | null;
  readonly change: Change;
  /** The figure that it was not, as typed: "220 not 150". */
  readonly was: number | null;
  /** Which set of an exercise, from 1; -1 for the last. */
  readonly set: number | null;
  /** Whether the target may as well be what something else is replaced by: "it was 2 eggs". */
  readonly mayReplace: boolean;
  /** Whether it may as well be a new entry: "weight was 82.5". It corrects only what fits it. */
  readonly isOpen: boolean;
}

/** In characters. */
const longestText = 200;
const longestBare = 40;
/** In tokens. */
const longestCorrection = 45;
const mostCorrections = 6;
const { corrections } = english;

/**
 * Reads a text that corrects what was logged: "make it 250g", "the rice was 220 not 150", "not egg, tofu", "that was
 * dinner", "remove the banana". One reading for each thing that is changed, in order; null for everything else.
 */
export function readCorrection(text: string, given: CorrectionGiven): readonly CorrectionReading[] | null {
  const isShort = given.isReply === true && text.length <= longestBare;
  if (text.length > longestText || !(isShort || corrections.hint.test(text))) return null;
  const line = lineOf(text, given.slots);
  if (line.tokens.length === 0 || line.tokens.length > longestCorrection) return null;
  const lead = pastLeads(line, 0, given);
  if (line.tokens.some(({ word }) => word === '?') && !lead.isAsked) return null;
  const view: CorrectionView = { ...given, isFirm: lead.isFirm, isReply: given.isReply ?? false };
  const drafts = draftsFrom(line, lead.at, view, given);
  if (!drafts) return null;
  const readings: CorrectionReading[] = [];
  for (const one of drafts) {
    const reading = settle(one, given);
    if (!reading) return null;
    readings.push(reading);
  }
  return readings;
}

/** Without pictures, closed brackets and the points of an unfinished thought. */
function lineOf(text: string, slots: readonly string[]): Line {
  const all = scan(text);
  const last = all.findLastIndex(({ word }) => word === ')');
  let depth = 0;
  const tokens = all.filter(({ kind, word }, i) => {
    if (word === '(' && i < last) depth++;
    const isKept =
      kind !== 'picture' && depth === 0 && !/^[*"“”…']$/.test(word) && !(word === '.' && i + 1 === all.length);
    if (word === ')') depth = Math.max(0, depth - 1);
    return isKept;
  });
  return { text, tokens, language: english, ownSlots: phrases(slots.map((slot) => [slot, slot] as const)) };
}

interface Lead {
  readonly at: number;
  readonly isFirm: boolean;
  readonly isAsked: boolean;
}

/** Past "oops", "sorry i meant", "can you": whether they say that something was wrong, or ask. */
function pastLeads(line: Line, from: number, given: CorrectionGiven): Lead {
  let lead: Lead = { at: from, isFirm: false, isAsked: false };
  for (;;) {
    const { at } = lead;
    const mark = line.tokens[at]?.kind === 'mark' && wordAt(line, at) !== '+' && wordAt(line, at) !== '-';
    const found = phraseAt(corrections.leads, line.tokens, at);
    const shy = corrections.shyLeads.has(wordAt(line, at)) && found?.end !== at + 2 && found?.end !== at + 3;
    if (mark && at < line.tokens.length) lead = { ...lead, at: at + 1 };
    else if (shy && isLeadHere(line, at, given)) lead = { ...lead, at: at + 1, isFirm: true };
    else if (found && !shy && !isSentence(line, at, found.end))
      lead = {
        at: found.end,
        isFirm: lead.isFirm || found.meaning === 'firm',
        isAsked: lead.isAsked || found.end > at + 1,
      };
    else return lead;
  }
}

/** "No" leads where a pause, a figure or another lead follows; "no butter" takes the butter away. */
function isLeadHere(line: Line, at: number, given: CorrectionGiven): boolean {
  const next = line.tokens[at + 1];
  if (!next) return false;
  if (next.kind === 'mark') return next.word !== '-';
  const { itWas, leads, makes, nots } = corrections;
  if (phraseAt(itWas, line.tokens, at + 1) || phraseAt(makes, line.tokens, at + 1)) return true;
  const lead = phraseAt(leads, line.tokens, at + 1);
  if (lead?.meaning === 'firm') return true;
  const value = recogniseNewValue(line, at + 1, given);
  if (!value) return false;
  const isFigure = value.food === undefined && value.slot === undefined && !value.day;
  return isFigure || phraseAt(nots, line.tokens, value.end) !== null;
}

/** "that was wrong" leads; "that was wrong of me" tells. */
const isSentence = (line: Line, at: number, end: number): boolean =>
  phraseAt(corrections.itWas, line.tokens, at) !== null &&
  end - at > 1 &&
  line.tokens[end] !== undefined &&
  line.tokens[end]?.kind !== 'mark' &&
  phraseAt(corrections.itWas, line.tokens, end) === null &&
  phraseAt(corrections.leads, line.tokens, end) === null;

/** All corrections from `from` on; null unless the whole text is explained. */
function draftsFrom(
  line: Line,
  from: number,
  view: CorrectionView,
  given: CorrectionGiven,
): readonly CorrectionDraft[] | null {
  const drafts: CorrectionDraft[] = [];
  for (let at = from; drafts.length < mostCorrections; ) {
    const found: FoundCorrection | null = recogniseCorrection(
      line,
      at,
      drafts.length > 0 ? { ...view, isFirm: true } : view,
    );
    if (!found || found.end <= at) return null;
    drafts.push(...found.drafts);
    const rest = pastTail(line, found.end);
    if (rest >= line.tokens.length) return drafts;
    at = rest;
    while (corrections.joins.has(wordAt(line, at))) at++;
    if (at === rest) return null;
    at = pastLeads(line, at, given).at;
    if (at >= line.tokens.length) return drafts;
  }
  return null;
}

/** Past thanks, apologies and what says nothing more. */
function pastTail(line: Line, from: number): number {
  let at = from;
  for (;;) {
    const found = phraseAt(corrections.tails, line.tokens, at) ?? phraseAt(line.language.fillers, line.tokens, at);
    const mark = /^[.!:)~?]$/.test(wordAt(line, at)) || (wordAt(line, at) === ',' && isTail(line, at + 1));
    if (!found && !mark) return at;
    at = found?.end ?? at + 1;
  }
}

const isTail = (line: Line, at: number): boolean =>
  phraseAt(corrections.tails, line.tokens, at) !== null || phraseAt(line.language.fillers, line.tokens, at) !== null;

/** Null where it lies in the future, or makes no sense. */
function settle(
  { target, value, figure, was, set, isOpen = false }: CorrectionDraft,
  given: CorrectionGiven,
): CorrectionReading | null {
  const of = {
    mayReplace: target === null && value?.food !== undefined && !value.isArticle,
    was: was && !was.isArticle ? (figureOf(was) ?? null) : null,
    set: set ?? null,
    isOpen,
  };
  if (figure) {
    const { value: main, value2, typed } = figure;
    return {
      target: target?.words ?? null,
      ...of,
      change: { value: main, ...(value2 === null ? {} : { value2 }), typed },
    };
  }
  if (!value) return { target: target?.words ?? null, ...of, change: { remove: true as const } };
  const when = whenOf(value, given);
  if (when === null) return null;
  const names = namesOf(target, value);
  const change: Change = { ...figuresOf(value, target, given, set !== undefined), ...names.food, ...when };
  if (Object.keys(change).length === 0) return null;
  return { target: names.target, ...of, change };
}

const figureOf = ({ quantity, typed, reps, sets, durationS, distanceM, energyKcal }: NewValue): number | undefined =>
  quantity ?? typed?.value ?? reps ?? sets ?? durationS ?? distanceM ?? energyKcal;

/** "2 eggs" alone names what it is about; beside a target, or as "a latte", it is what that was instead. */
function namesOf(target: CorrectionDraft['target'], { food, quantity, isArticle }: NewValue) {
  if (!food) return { target: target?.words ?? null, food: {} };
  if (target && target.words.toLowerCase() !== food.words.toLowerCase())
    return { target: target.words, food: { food: food.words } };
  if (quantity !== undefined && !isArticle) return { target: food.words, food: {} };
  return { target: null, food: { food: food.words } };
}

function whenOf({ slot, day, time }: NewValue, given: CorrectionGiven): Pick<Change, 'slot' | 'day' | 'time'> | null {
  if (slot === undefined && !day && !time) return {};
  const placed = placeInTime(day ?? null, time ?? null, slot ?? null, given);
  if (!placed) return null;
  return {
    ...(slot === undefined ? {} : { slot }),
    ...(day ? { day: placed.day } : {}),
    ...(time && placed.time ? { time: placed.time } : {}),
  };
}

/** A bare figure of an exercise is what its figures usually are: "bench was 82.5" weighs, "pull-ups were 8" counts. */
function figuresOf(
  { quantity, unit, size, food, energyKcal, reps, sets, weightKg, typed, durationS, distanceM, times }: NewValue,
  target: CorrectionDraft['target'],
  given: CorrectionGiven,
  isSet: boolean,
): Change {
  const exercise = target && !target.food ? target.exercise : null;
  if (quantity !== undefined && !unit && !food && (exercise || isSet)) {
    const kind = exercise ? natureOf(target?.words ?? '', exercise, english.training).kind : 'bodyweight';
    if (kind === 'loaded') return asLoad(quantity, null, given.units);
    if (kind === 'bodyweight')
      return Number.isInteger(quantity) ? { reps: quantity } : asLoad(quantity, null, given.units);
    if (kind === 'hold') return { durationS: quantity };
    return kind === 'activity' ? { durationS: quantity * 60 } : { distanceM: quantity * 1000 };
  }
  const round = (figure: number) => Math.round(figure * 1e4) / 1e4;
  return {
    ...(quantity === undefined ? {} : { quantity: round(quantity) }),
    ...(quantity !== undefined && unit ? { unit } : {}),
    ...(quantity !== undefined && size ? { size } : {}),
    ...(energyKcal === undefined ? {} : { energyKcal }),
    ...(reps === undefined ? {} : { reps }),
    ...(sets === undefined ? {} : { sets }),
    ...(weightKg === undefined || !typed ? {} : { weightKg, typed }),
    ...(durationS === undefined ? {} : { durationS }),
    ...(distanceM === undefined ? {} : { distanceM }),
    ...(times === undefined ? {} : { times }),
  };
}
