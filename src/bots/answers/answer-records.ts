import type { Temporal } from 'temporal-polyfill';
import { type BestOf, bestSet } from '../../domain/training/best-set.ts';
import { type ExerciseBests, recordsOver } from '../../domain/training/records-over.ts';
import { type Training, trainingsOver } from '../../domain/training/trainings-over.ts';
import { count, inDays, onDay, todayOf } from '../ask-card.ts';
import type { Answer, CommandContext } from '../command.ts';
import { capital } from '../format.ts';
import { bold, lines, quoted } from '../text.ts';
import { distance, duration, load, pace, setsText } from '../training-notation.ts';
import type { Asked } from './asked.ts';

const mostShown = 5;

/** Bests of an exercise, or of all of them. */
export async function answerRecords(ctx: CommandContext, asked: Asked): Promise<Answer> {
  return asked.exercise ? bestOfOne(ctx, asked, asked.exercise) : bestOfAll(ctx, asked);
}

async function bestOfOne(ctx: CommandContext, asked: Asked, exercise: NonNullable<Asked['exercise']>): Promise<Answer> {
  const trainings = await trainingsOver(ctx, asked, { exercise });
  const today = todayOf(ctx);
  const when = inDays(asked, today);
  if (trainings.length === 0)
    return {
      text:
        asked.from === null
          ? `There is no ${quoted(exercise.name)} in your log yet.`
          : `No ${quoted(exercise.name)} is logged ${when}.`,
    };
  const { distanceM } = asked;
  const units = ctx.user.unitSystem;
  if (distanceM !== null) {
    const fastest = bestSet(trainings, 'fastest', distanceM);
    if (!fastest)
      return {
        text: `No ${quoted(exercise.name)} over ${distance(distanceM, units)} with its time is logged${asked.from === null ? '' : ` ${when}`}.`,
      };
    const took = duration(fastest.set.durationS ?? 0);
    const speed = pace(fastest.value, fastest.set.distanceM ?? distanceM, equipmentOf(trainings), units);
    return {
      text: [
        bold(`${distance(fastest.set.distanceM ?? distanceM, units)} in ${took}`),
        `${speed ? `, ${speed}` : ''}, ${onDay(fastest.day, today)}.`,
      ],
    };
  }
  const wanted = wantedBests(asked.figure, trainings);
  const found = wanted.flatMap((of) => bestLine(trainings, of, units, today) ?? []);
  const title = `${capital(quoted(exercise.name))}${asked.from === null ? '' : ` ${when}`}: `;
  if (found.length === 0)
    return { text: `${title}${count(trainings.length, 'training')}, but no figure that tells a best.` };
  return { text: lines(...found.map((line, index) => (index === 0 ? [bold(title), line] : line))) };
}

const equipmentOf = (trainings: readonly Training[]): readonly string[] => trainings[0]?.exercises[0]?.equipment ?? [];

/** What to show: what was asked for; or else the first that the exercise has, with the estimate beside a weight. */
function wantedBests(figure: string, trainings: readonly Training[]): BestOf[] {
  const asked: Readonly<Record<string, BestOf[]>> = {
    heaviest: ['heaviest'],
    'one-rep-max': ['one-rep-max', 'heaviest'],
    longest: ['longest'],
    fastest: ['fastest'],
    'most-reps': ['most-reps'],
  };
  const [first] = asked[figure] ?? [];
  if (first && bestSet(trainings, first)) return asked[figure] ?? [];
  if (bestSet(trainings, 'heaviest')) return ['heaviest', 'one-rep-max'];
  if (bestSet(trainings, 'fastest')) return ['longest', 'fastest'];
  return bestSet(trainings, 'longest') ? ['longest'] : ['most-reps'];
}

function bestLine(
  trainings: readonly Training[],
  of: BestOf,
  units: 'metric' | 'us',
  today: Temporal.PlainDate,
): string | null {
  const best = bestSet(trainings, of);
  if (!best) return null;
  const { set, value, day } = best;
  const style = {
    units,
    equipment: equipmentOf(trainings),
    isAdded: trainings[0]?.exercises[0]?.bodyweightShare !== null,
  };
  const done = setsText([set], style);
  switch (of) {
    case 'one-rep-max':
      return `Estimated 1RM ${load(Math.round(value * 2) / 2, units)}, from ${done} ${onDay(day, today)}.`;
    case 'fastest':
      return `Fastest ${pace(value, set.distanceM ?? 0, style.equipment, units) ?? done} over ${distance(set.distanceM ?? 0, units)}, ${onDay(day, today)}.`;
    case 'longest':
      return `${done}, ${onDay(day, today)}.`;
    case 'most-reps':
      return `${count(value, 'repetition')} in a set, ${onDay(day, today)}.`;
    case 'heaviest':
      return `${done}, ${onDay(day, today)}.`;
  }
}

async function bestOfAll(ctx: CommandContext, asked: Asked): Promise<Answer> {
  const bests = await recordsOver(ctx, asked);
  const today = todayOf(ctx);
  const when = inDays(asked, today);
  if (bests.length === 0)
    return {
      text:
        asked.from === null ? 'No training is logged yet, so there are no records.' : `No training is logged ${when}.`,
    };
  const units = ctx.user.unitSystem;
  const isNew = (one: ExerciseBests) => one.records.length > 0;
  if (asked.isPeriodSaid && asked.from !== null) {
    const fresh = bests.filter(isNew);
    if (fresh.length === 0)
      return {
        text: `No new records ${when}. Your trainings ${when}: ${bests
          .map(({ exercise }) => quoted(exercise.name))
          .slice(0, mostShown)
          .join(', ')}.`,
      };
    return {
      text: lines(
        bold(`New records ${when}:`),
        ...fresh.slice(0, mostShown).map((one) => bestOfText(one, units, today)),
      ),
    };
  }
  return { text: lines(bold('Your bests:'), ...bests.slice(0, mostShown).map((one) => bestOfText(one, units, today))) };
}

function bestOfText({ exercise, best }: ExerciseBests, units: 'metric' | 'us', today: Temporal.PlainDate): string {
  const { equipment, bodyweightShare, name } = exercise;
  return `${quoted(name)}: ${setsText([best.set], { units, equipment, isAdded: bodyweightShare !== null })}, ${onDay(best.day, today)}`;
}
