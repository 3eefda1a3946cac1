import type { Temporal } from 'temporal-polyfill';
import type { CorrectionDraft } from './correction-draft.ts';
import { natureOf } from './exercise-nature.ts';
import { type Moment, placeInTime } from './place-in-time.ts';
import { asLoad, type NewValue } from './recognise-new-value.ts';
import { english } from './vocabulary/en/index.ts';

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

interface SettleGiven extends Moment {
  readonly units: 'metric' | 'us';
}

/** What a correction says, with its days in the calendar. Null where it lies in the future, or makes no sense. */
export function settleCorrection(
  { target, value, figure, was, set, isOpen = false }: CorrectionDraft,
  given: SettleGiven,
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
  const isOther = target && target.words.toLowerCase() !== food.words.toLowerCase();
  // "The shake was my shake" names both by the same words.
  if (target && (isOther || (food.isDetermined && quantity === undefined)))
    return { target: target.words, food: { food: food.words } };
  if (quantity !== undefined && !isArticle) return { target: food.words, food: {} };
  return { target: null, food: { food: food.words } };
}

function whenOf({ slot, day, time }: NewValue, given: SettleGiven): Pick<Change, 'slot' | 'day' | 'time'> | null {
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
  given: SettleGiven,
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
