import type { Temporal } from 'temporal-polyfill';
import type { TrainingRecord } from '../domain/training/records.ts';
import type { ExerciseOverview, WorkoutOverview } from '../domain/training/workout-overview.ts';
import { localDay } from '../domain/users/local-day.ts';
import { zoneOf } from '../domain/users/user.ts';
import type { Answer, CommandContext } from './command.ts';
import { capital, dayName, kcal } from './format.ts';
import type { Reader } from './gentle.ts';
import { bold, lines, quoted, type Text } from './text.ts';
import { distance, duration, load, loadOf, pace, type SetsStyle, setsText, tonnage } from './training-notation.ts';
import { undoButton } from './undo-button.ts';

/** Up to so many exercises, each has lines of its own for the last time and its records; with more it has one line. */
const mostInFull = 3;
/** With more exercises than this the last times are left out. */
const mostWithLastTime = 8;
/** Records are told as far as they are news; one more weight makes several at once. */
const mostRecords = 2;

/**
 * The card of what one message recorded: what was done, how it compares with before, and how to take it back. In gentle
 * mode nothing of it is added up or held up as a record.
 */
export function workoutCard(
  ctx: Pick<CommandContext, 'now' | 'user'>,
  actionId: number,
  workouts: readonly WorkoutOverview[],
): Answer {
  const today = localDay(ctx.now, zoneOf(ctx.user), ctx.user.dayStartHour);
  const count = workouts.reduce((sum, { exercises }) => sum + exercises.length, 0);
  const units = ctx.user.unitSystem;
  return {
    text: lines(
      ...workouts.flatMap((workout) => [
        bold(heading(workout, today)),
        ...workout.exercises.flatMap((one) => exerciseLines(one, ctx.user, today, count)),
        ctx.user.isGentle ? null : summary(workout, units),
        workout.routine ? `That was your planned ${quoted(workout.routine)}.` : null,
      ]),
      unknown(workouts),
    ),
    buttons: [[undoButton(actionId)]],
  };
}

function heading({ title, day, durationMin, exercises }: WorkoutOverview, today: Temporal.PlainDate): string {
  const name = dayName(day, today);
  const when = name === 'today' ? '' : name === 'yesterday' ? ' yesterday' : ` on ${name}`;
  const isTimed = exercises.length > 0 && exercises.every(({ sets }) => sets.every((set) => set.durationS !== null));
  const long = durationMin === null || isTimed ? '' : `, ${duration(durationMin * 60)}`;
  return `${title === null ? 'Logged' : capital(quoted(title))}${when}${long}${exercises.length > 0 ? ':' : '.'}`;
}

const styleOf = ({ equipment, bodyweightShare }: ExerciseOverview, units: SetsStyle['units']): SetsStyle => ({
  units,
  equipment,
  isAdded: bodyweightShare !== null,
});

function exerciseLines(
  one: ExerciseOverview,
  { unitSystem, isGentle }: Reader,
  today: Temporal.PlainDate,
  count: number,
): Text[] {
  const style = styleOf(one, unitSystem);
  const done = setsText(one.sets, style);
  const line = `${capital(quoted(one.name))}: ${done}${one.superset === null ? '' : `, in superset ${one.superset}`}`;
  const last = count > mostWithLastTime ? null : lastTime(one, style, done, today);
  const records = isGentle ? [] : one.records;
  const news = records.flatMap((record) => recordText(record, one, style) ?? []).slice(0, mostRecords);
  if (count > mostInFull) {
    const [best] = news;
    return [[line, last === null ? '' : ` · ${last}`, best === undefined ? '' : [' · ', bold(best)]]];
  }
  return [
    line,
    ...(last === null ? [] : [`${capital(last)}.`]),
    ...(news.length === 0 ? [] : [bold(`${capital(news.join('; '))}.`)]),
  ];
}

/** "last time, 2 March: 77.5 kg × 8, 8, 8", or that it was the same. */
function lastTime(one: ExerciseOverview, style: SetsStyle, done: string, today: Temporal.PlainDate): string | null {
  if (one.lastTime === null) return null;
  const name = dayName(one.lastTime.day, today);
  const working = one.lastTime.sets.filter(({ kind }) => kind !== 'warmup');
  const before = setsText(working.length > 0 ? working : one.lastTime.sets, style);
  if (before === done) return name === 'today' ? 'as earlier today' : `as last time, ${name}`;
  return `${name === 'today' ? 'earlier today' : `last time, ${name}`}: ${before}`;
}

/** A record in a few words; null for one that would puzzle. */
function recordText(
  { kind, value, at }: TrainingRecord,
  one: ExerciseOverview,
  { units, equipment, isAdded }: SetsStyle,
): string | null {
  switch (kind) {
    case 'weight': {
      if (value === 0) return 'new best: without help';
      const set = one.sets.find(({ weightKg }) => weightKg !== null && Math.abs(weightKg - value) < 0.01);
      const weight = set ? loadOf(set, units) : load(Math.abs(value), units);
      return value < 0 ? `least help yet: ${weight}` : `new best: ${isAdded ? '+' : ''}${weight}`;
    }
    case 'reps':
      if (at === null || at === 0) return `most reps yet: ${value}`;
      return `most reps yet ${at < 0 ? `with ${load(-at, units)} of help` : `at ${isAdded ? '+' : ''}${load(at, units)}`}: ${value}`;
    case 'distance':
      return `longest yet: ${distance(value, units)}`;
    case 'pace': {
      const speed = pace(value, at ?? 0, equipment, units);
      return `fastest yet over ${distance(at ?? 0, units)}: ${speed ?? duration(value * (at ?? 0))}`;
    }
    case 'duration':
      return `longest yet: ${duration(value)}`;
    case 'one-rep-max':
      // What the body would lift once beside itself is no number anybody trains by.
      return isAdded ? null : `best estimated 1RM: ${load(Math.round(value * 2) / 2, units)}`;
    case 'volume':
      return isAdded ? null : `most volume yet: ${tonnage(value, units)}`;
  }
}

/** "Volume 5,280 kg, about 210 kcal (an estimate from MET 3.5, 82 kg and the number of sets)." */
function summary(workout: WorkoutOverview, units: SetsStyle['units']): string | null {
  const { volumeKg, exercises } = workout;
  const isLoaded = exercises.some(({ sets }) => sets.some(({ weightKg }) => (weightKg ?? 0) > 0));
  const parts = [
    ...(volumeKg === null || !isLoaded ? [] : [`volume ${tonnage(volumeKg, units)}`]),
    ...(workout.burnedKcal === null ? [] : [energy(workout, workout.burnedKcal, units)]),
  ];
  return parts.length === 0 ? null : `${capital(parts.join(', '))}.`;
}

function energy(
  { exercises, bodyKg, isTimeEstimated }: WorkoutOverview,
  burnedKcal: number,
  units: SetsStyle['units'],
): string {
  const counted = exercises.filter(({ burnedKcal: part }) => part !== null);
  const mets = [...new Set(counted.map(({ met }) => met))];
  // One of somebody's own counts by what its owner says of a minute.
  const isTold = mets.every((met) => met === null);
  const from = [
    isTold ? 'its kcal a minute' : mets.length === 1 ? `MET ${mets[0]}` : 'each exercise’s MET',
    ...(bodyKg === null || isTold ? [] : [load(Math.round(bodyKg), units)]),
    ...(isTimeEstimated ? ['the number of sets'] : []),
  ];
  const step = burnedKcal < 100 ? 5 : 10;
  const about = kcal(Math.max(step, Math.round(burnedKcal / step) * step));
  const of = counted.length === exercises.length ? '' : ` for ${counted.length} of ${exercises.length} exercises`;
  return `about ${about}${of} (an estimate from ${new Intl.ListFormat('en-GB').format(from)})`;
}

function unknown(workouts: readonly WorkoutOverview[]): string | null {
  const names = workouts.flatMap(({ exercises }) =>
    exercises.flatMap(({ exerciseId, name }) => (exerciseId === null ? [`“${quoted(name, 40)}”`] : [])),
  );
  if (names.length === 0) return null;
  return `I do not know ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(new Set(names))} yet, so I kept your words.`;
}
