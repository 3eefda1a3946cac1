import type { Temporal } from 'temporal-polyfill';
import { volumeOf } from '../../domain/training/records.ts';
import { countingSets, type DoneExercise, type Training, trainingsOver } from '../../domain/training/trainings-over.ts';
import { count, inDays, onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { capital, kcal } from '../format.ts';
import { bold, lines, quoted, type Text } from '../text.ts';
import { distance, duration, setsText, tonnage } from '../training-notation.ts';
import type { Asked } from './asked.ts';

const mostShown = 5;

/** Trainings of a time: how many, which, how far, how long, and the last time of an exercise or a part of the body. */
export async function answerWorkouts(ctx: CommandContext, asked: Asked): Promise<Answer> {
  const { figure, exercise, muscles } = asked;
  const isLast = figure === 'last' && !asked.isPeriodSaid;
  const limit = isLast ? 1 : figure === 'trend' ? mostShown : undefined;
  const trainings = await trainingsOver(ctx, asked, { exercise, muscles, ...(limit === undefined ? {} : { limit }) });
  const [last] = trainings;
  if (!last) return nothingDone(ctx, asked);
  const today = todayOf(ctx);
  const when = capital(inDays(asked, today));
  const units = ctx.user.unitSystem;
  switch (figure) {
    case 'times': {
      const named = exercise ?? muscles;
      const sessions = named
        ? `${capital(quoted(named.name))} in ${count(trainings.length, 'training')}`
        : count(trainings.length, 'training');
      return { text: `${when}: ${sessions}, the last ${onDay(last.day, today)}.` };
    }
    case 'distance': {
      const sets = countingSets(trainings).flatMap(({ distanceM }) => distanceM ?? []);
      const sum = sets.reduce((total, one) => total + one, 0);
      if (sum === 0) return { text: `${when}: ${count(trainings.length, 'training')}, none with a distance.` };
      return { text: `${when}: ${distance(Math.round(sum), units)} in ${count(sets.length, 'go', 'goes')}.` };
    }
    case 'duration':
      return { text: `${when}: ${timeText(trainings)}.` };
    case 'energy': {
      const known = trainings.flatMap(({ burnedKcal }) => burnedKcal ?? []);
      if (known.length === 0)
        return { text: `${when}: ${count(trainings.length, 'training')}, but nothing to estimate the energy from.` };
      const sum = known.reduce((total, one) => total + one, 0);
      const of = known.length === trainings.length ? '' : ` of ${known.length} of them`;
      return {
        text: `${when}: about ${kcal(Math.round(sum / 10) * 10)} in ${count(trainings.length, 'training')}${of}, an estimate from MET.`,
      };
    }
    case 'volume': {
      const sets = countingSets(trainings);
      const reps = sets.reduce((sum, one) => sum + (one.reps ?? 0), 0);
      const kg = trainings.flatMap(({ exercises }) => exercises.map(volumeText)).reduce((sum, one) => sum + one, 0);
      return {
        text: `${when}: ${tonnage(kg, units)} lifted in ${count(sets.length, 'set')} and ${count(reps, 'repetition')}.`,
      };
    }
    default:
      return {
        text: lines(
          ...trainings
            .slice(0, isLast ? 1 : mostShown)
            .map((one) => trainingLine(one, exercise !== null, units, today)),
          trainings.length > mostShown && !isLast
            ? `${count(trainings.length - mostShown, 'training')} more ${inDays(asked, today)}.`
            : null,
          figure === 'last' && !exercise && isLast ? agoText(last.day, today) : null,
        ),
      };
  }
}

function agoText(day: Temporal.PlainDate, today: Temporal.PlainDate): string | null {
  const days = day.until(today).total('days');
  return days > 1 ? `That was ${count(days, 'day')} ago.` : null;
}

function nothingDone(ctx: CommandContext, asked: Asked): Answer {
  const named = asked.exercise ?? asked.muscles;
  const what = named ? `${quoted(named.name)}${asked.muscles ? ' training' : ''}` : 'training';
  if (asked.from === null) return { text: `There is no ${what} in your log yet.` };
  return { text: `No ${what} is logged ${inDays(asked, todayOf(ctx))}.` };
}

/** Load × repetitions as typed, without the body's share. */
const volumeText = ({ sets }: DoneExercise): number => volumeOf(sets, { bodyweightShare: null, bodyKg: null }) ?? 0;

function timeText(trainings: readonly Training[]): string {
  const minutes = trainings.flatMap((one) => {
    const sets = one.exercises.flatMap(({ sets: done }) => done);
    const timed = sets.reduce((sum, { durationS }) => sum + (durationS ?? 0), 0) / 60;
    return one.durationMin ?? (timed > 0 ? timed : []);
  });
  const sum = minutes.reduce((total, one) => total + one, 0);
  const all = count(trainings.length, 'training');
  if (minutes.length === 0) return `${all}, none with its length`;
  const of = minutes.length === trainings.length ? all : `${minutes.length} of ${all}; the others have no length`;
  return `${duration(Math.round(sum) * 60)} in ${of}`;
}

/** "Monday: Squat 100 kg × 5, 5, 5 · Bench Press 80 kg × 8". */
function trainingLine(
  { day, title, durationMin, exercises }: Training,
  isOne: boolean,
  units: 'metric' | 'us',
  today: Temporal.PlainDate,
): Text {
  const done = exercises.map(({ name, sets, equipment, bodyweightShare }) => {
    const style = { units, equipment, isAdded: bodyweightShare !== null };
    const figures = setsText(sets, style);
    return `${quoted(name)} ${figures}`;
  });
  const long = durationMin === null ? '' : ` (${duration(durationMin * 60)})`;
  const head = capital(onDay(day, today).replace(/^on /, ''));
  return [
    bold(`${head}${title === null || isOne ? '' : `, ${quoted(title)}`}${isOne ? '' : long}: `),
    done.length === 0 ? 'logged' : done.join(' · '),
  ];
}
