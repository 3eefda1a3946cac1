import type { PlannedExercise, RoutineExercise } from '../../domain/routines/routine.ts';
import { quoted } from '../text.ts';
import { distance, duration, load } from '../training-notation.ts';

type Amounts = Pick<
  RoutineExercise,
  | 'sets'
  | 'reps'
  | 'repsMax'
  | 'isAmrap'
  | 'durationS'
  | 'distanceM'
  | 'weightKg'
  | 'percent'
  | 'rpe'
  | 'restS'
  | 'superset'
> & { readonly notes: string | null };

/** How much of an exercise is planned: "4 × 8–12, 70 kg, RPE 8, rest 1:30". */
export function amountWords(one: Amounts, units: 'metric' | 'us'): string {
  const { sets, reps, repsMax, isAmrap, durationS, distanceM, weightKg, percent, rpe, restS } = one;
  const times = sets === 1 && reps === null ? '' : `${sets} × `;
  const amount =
    durationS !== null && distanceM !== null
      ? `${times}${distance(distanceM, units)} in ${duration(durationS)}`
      : durationS !== null
        ? `${times}${duration(durationS)}`
        : distanceM !== null
          ? `${times}${distance(distanceM, units)}`
          : reps !== null
            ? `${times}${reps}${repsMax === null ? '' : `–${repsMax}`}${isAmrap ? ', the last as many as you can' : ''}`
            : isAmrap
              ? `${sets} × as many as you can`
              : `${sets} ${sets === 1 ? 'set' : 'sets'}`;
  return [
    amount,
    ...(weightKg === null ? [] : [load(weightKg, units)]),
    ...(percent === null ? [] : [`${percent} % of your 1RM`]),
    ...(rpe === null ? [] : [`RPE ${rpe}`]),
    ...(restS === null ? [] : [`rest ${duration(restS)}`]),
  ].join(', ');
}

/** A line of a routine: "A1 Bench Press 4 × 8, 70 kg (slowly)". */
export function lineWords(
  one: Amounts & Pick<RoutineExercise, 'exerciseName' | 'weekday' | 'weekNumber'>,
  units: 'metric' | 'us',
): string {
  const when = [
    ...(one.weekday === null ? [] : [weekdayName(one.weekday)]),
    ...(one.weekNumber === null ? [] : [`week ${one.weekNumber}`]),
  ].join(', ');
  return `${one.superset === null ? '' : `${one.superset} `}${quoted(one.exerciseName)} ${amountWords(one, units)}${
    one.notes === null ? '' : ` (${quoted(one.notes, 120)})`
  }${when === '' ? '' : ` · ${when}`}`;
}

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "Monday"; ISO, 1–7. */
export const weekdayName = (weekday: number): string => weekdayNames[weekday - 1] ?? '';

/** A line of a template, as a coach reads it: "Bench Press 4 × 8, 70 kg". */
export const plannedWords = (one: PlannedExercise, units: 'metric' | 'us'): string =>
  lineWords({ ...one, exerciseName: one.exerciseName ?? one.words, weekday: null, weekNumber: null }, units).replace(
    'of your 1RM',
    'of 1RM',
  );

/** "Monday, Wednesday and Friday" */
export const weekdaysWords = (weekdays: readonly number[]): string =>
  new Intl.ListFormat('en-GB').format(weekdays.map(weekdayName));
