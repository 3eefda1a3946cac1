import type { PlanChange } from '../../domain/routines/diff-plans.ts';
import { dayNumbersOf, weeksOf } from '../../domain/routines/plan-days.ts';
import type { PlannedExercise } from '../../domain/routines/routine.ts';
import { count } from '../ask-card.ts';
import { capital } from '../format.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';
import { duration, load } from '../training-notation.ts';
import { amountWords, plannedWords, weekdayName } from './line-words.ts';

type Units = 'metric' | 'us';

/** How one writes a template. */
export const howToPaste: Text = lines(
  'Paste it with its name on the first line, like this:',
  code(
    'template push-pull\nDay 1 – Push\nBench press 4x8 @ 70kg\nOverhead press 3x8-12 @8 rest 90s\nDay 2 – Pull\nBarbell row 4x10',
  ),
);

const mostLines = 40;

/** A plan as it was understood, day by day. */
export function planText(exercises: readonly PlannedExercise[], units: Units): Text {
  const said: Text[] = [];
  let before: PlannedExercise | null = null;
  for (const one of exercises) {
    if (before?.week !== one.week || before?.day !== one.day) said.push(bold(placeWords(one)));
    said.push(plannedWords(one, units));
    before = one;
  }
  const shown = said.slice(0, mostLines);
  return lines(...shown, said.length > shown.length ? `And ${said.length - shown.length} more lines.` : null);
}

/** "Week 2, day 1: Push (Monday)" */
function placeWords({
  week,
  day,
  dayName,
  weekday = null,
}: Pick<PlannedExercise, 'week' | 'day' | 'dayName'> & { readonly weekday?: number | null }): string {
  const which = capital(`${week === null ? '' : `week ${week}, `}day ${day}`);
  return `${which}${dayName === null ? '' : `: ${quoted(dayName, 60)}`}${weekday === null ? '' : ` (${weekdayName(weekday)})`}`;
}

/** "2 trainings a week, 9 exercises", "4 weeks, 3 trainings a week, 40 exercises" */
export function sizeWords(exercises: readonly PlannedExercise[]): string {
  const weeks = weeksOf(exercises);
  return [
    ...(weeks > 0 ? [count(weeks, 'week')] : []),
    `${count(dayNumbersOf(exercises).length, 'training')} a week`,
    count(exercises.length, 'exercise'),
  ].join(', ');
}

const mostChanges = 20;

/** What is another in a new version: "+2 sets Squat", "Day 3 is gone". */
export function changesText(changes: readonly PlanChange[], units: Units): Text {
  if (changes.length === 0) return 'Nothing is done differently.';
  const phase = commonPhase(changes);
  const said = phase === null ? changes : changes.filter((change) => !isOfPhaseAlone(change, units));
  const shown = said.slice(0, mostChanges);
  return lines(
    phase === null ? null : `Phase: ${quoted(phase, 40)}`,
    ...shown.map((change) => changeWords(change, units, phase === null)),
    said.length > shown.length ? `And ${said.length - shown.length} more.` : null,
  );
}

/** The phase that all of several changed exercises are in now, and were not before; null where there is no such. */
function commonPhase(changes: readonly PlanChange[]): string | null {
  const changed = changes.flatMap((change) => (change.kind === 'exercise-changed' ? [change] : []));
  const [first] = changed;
  const phase = first?.after.phase ?? null;
  const isCommon = changed.every(({ before, after }) => after.phase === phase && before.phase !== phase);
  return changed.length > 1 && isCommon ? phase : null;
}

const unchanged = 'as noted anew';

const isOfPhaseAlone = (change: PlanChange, units: Units): boolean =>
  change.kind === 'exercise-changed' && differences(change.before, change.after, units, false) === unchanged;

function changeWords(change: PlanChange, units: Units, saysPhase: boolean): string {
  const place = placeWords(change);
  switch (change.kind) {
    case 'day-added':
      return `New: ${place}`;
    case 'day-removed':
      return `Gone: ${place}`;
    case 'exercise-added':
      return `${shortPlace(change)}: new, ${plannedWords(change.exercise, units)}`;
    case 'exercise-removed':
      return `${shortPlace(change)}: no ${nameOf(change.exercise)} any more`;
    case 'exercise-changed':
      return `${shortPlace(change)}: ${nameOf(change.after)} ${differences(change.before, change.after, units, saysPhase)}`;
  }
}

/** "Push", "Week 2, day 3" */
const shortPlace = ({ week, day, dayName }: Pick<PlannedExercise, 'week' | 'day' | 'dayName'>): string =>
  capital(`${week === null ? '' : `week ${week}, `}${dayName === null ? `day ${day}` : quoted(dayName, 40)}`);

const nameOf = ({ exerciseName, words }: PlannedExercise): string => quoted(exerciseName ?? words, 60);

/** "+2 sets, 70 kg → 75 kg" */
function differences(before: PlannedExercise, after: PlannedExercise, units: Units, saysPhase: boolean): string {
  const said: string[] = [];
  const sets = after.sets - before.sets;
  if (sets !== 0) said.push(`${sets > 0 ? '+' : '−'}${count(Math.abs(sets), 'set')}`);
  const from = (one: PlannedExercise): string =>
    amountWords({ ...one, sets: 1, weightKg: null, percent: null, rpe: null, restS: null }, units);
  const reps = (one: PlannedExercise): string => from(one).replace(/^1 × /, '');
  if (reps(before) !== reps(after)) said.push(`${reps(before)} → ${reps(after)}`);
  const part = <Key extends 'weightKg' | 'percent' | 'rpe' | 'restS'>(
    key: Key,
    show: (value: number) => string,
  ): void => {
    const [was, is] = [before[key], after[key]];
    if (was === is) return;
    said.push(
      was === null ? `now ${show(is ?? 0)}` : is === null ? `without ${show(was)}` : `${show(was)} → ${show(is)}`,
    );
  };
  part('weightKg', (kg) => load(kg, units));
  part('percent', (percent) => `${percent} % of 1RM`);
  part('rpe', (rpe) => `RPE ${rpe}`);
  part('restS', (restS) => `rest ${duration(restS)}`);
  if (before.superset !== after.superset)
    said.push(after.superset === null ? 'no superset any more' : `in superset ${after.superset}`);
  if (before.notes !== after.notes && after.notes !== null) said.push(`“${quoted(after.notes, 80)}”`);
  if (saysPhase && before.phase !== after.phase && after.phase !== null) said.push(`phase ${quoted(after.phase, 40)}`);
  if (before.weekday !== after.weekday && after.weekday !== null) said.push(`on ${weekdayName(after.weekday)}`);
  return said.length > 0 ? said.join(', ') : unchanged;
}
