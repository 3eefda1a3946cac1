import type { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';
import type { Days } from '../meals/period-overview.ts';
import { groupBy } from '../search/group-by.ts';
import { type BestSet, bestSet } from './best-set.ts';
import { historyOf, newRecords, type TrainingRecord } from './records.ts';
import { type DoneExercise, type Training, trainingsOver } from './trainings-over.ts';

export interface ExerciseBests {
  readonly exercise: DoneExercise;
  readonly trainings: number;
  /** The heaviest, the fastest or the longest set, or the one with the most repetitions: whichever the exercise has. */
  readonly best: BestSet;
  /** What was a record when it was set, within the time asked about, the newest first. */
  readonly records: readonly { readonly day: Temporal.PlainDate; readonly record: TrainingRecord }[];
}

/** The bests of each exercise of a time, those trained most often first, with what became a record in it. */
export async function recordsOver(ctx: Context, period: Days): Promise<ExerciseBests[]> {
  const all = await trainingsOver(ctx, { from: null, to: period.to });
  const byExercise = groupBy(
    all.flatMap((training) => training.exercises.map((exercise) => ({ training, exercise }))),
    ({ exercise }) => (exercise.exerciseId === null ? exercise.name.toLowerCase() : `#${exercise.exerciseId}`),
  );
  const isWithin = ({ day }: Training) => period.from === null || day.since(period.from).total('days') >= 0;
  return [...byExercise.values()]
    .flatMap((done) => {
      const trainings = done.map(({ training, exercise }) => ({ ...training, exercises: [exercise] }));
      const asked = trainings.filter(isWithin);
      const best = bestOf(asked);
      const exercise = done[0]?.exercise;
      if (!best || !exercise) return [];
      return [{ exercise, trainings: asked.length, best, records: recordsOf(trainings, isWithin) }];
    })
    .sort((a, b) => b.trainings - a.trainings);
}

const bestOf = (trainings: readonly Training[]): BestSet | null =>
  bestSet(trainings, 'heaviest') ?? bestSet(trainings, 'longest') ?? bestSet(trainings, 'most-reps');

function recordsOf(
  newestFirst: readonly Training[],
  isWithin: (training: Training) => boolean,
): ExerciseBests['records'] {
  const setsOf = ({ exercises }: Training) => exercises.flatMap(({ sets }) => sets);
  return newestFirst.flatMap((training, index) => {
    if (!isWithin(training)) return [];
    const past = historyOf(newestFirst.slice(index + 1).map(setsOf));
    const body = { bodyweightShare: training.exercises[0]?.bodyweightShare ?? null, bodyKg: null };
    const [record] = newRecords(past, setsOf(training), body);
    return record ? [{ day: training.day, record }] : [];
  });
}
