import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { logWorkouts, type WorkoutInput } from '../../domain/training/log-workout.ts';
import { workoutOverview } from '../../domain/training/workout-overview.ts';
import type { WorkoutReading } from '../language/read-workout.ts';
import { quoted } from '../text.ts';
import { workoutCard } from '../workout-card.ts';
import type { EntryKind, Recorded } from './entry-kind.ts';

const figure = z.number().nullable();

const set = z.object({
  kind: z.enum(['working', 'warmup', 'drop', 'failure']),
  reps: figure,
  loadValue: figure,
  loadUnit: z.string().nullable(),
  weightKg: figure,
  durationS: figure,
  distanceM: figure,
  rpe: figure,
  rir: figure,
  restS: figure,
});

const exercise = z.object({
  /** Null for one nobody knows: it is kept by the person's words. */
  id: figure,
  name: z.string().nullable(),
  words: z.string(),
  superset: figure,
  sets: z.array(set),
});

const workoutEntry = z.object({
  kind: z.literal('workout'),
  title: z.string().nullable(),
  day: z.iso.date(),
  isDaySaid: z.boolean(),
  time: z.iso.time().nullable(),
  durationMin: figure,
  exercises: z.array(exercise),
});

export type WorkoutEntry = z.infer<typeof workoutEntry>;

/** What was trained at one time. */
export const workoutEntries: EntryKind<WorkoutEntry> = {
  schema: workoutEntry,
  name: ({ title, exercises }) =>
    exercises.length > 0 ? exercises.map(({ name, words }) => name ?? words).join(', ') : (title ?? 'training'),
  async record(ctx, entries): Promise<Recorded> {
    const logged = await logWorkouts(ctx, entries.map(toVerb));
    const overviews = [];
    for (const { sessionId } of logged.workouts) {
      const overview = await workoutOverview(ctx, sessionId);
      if (overview) overviews.push(overview);
    }
    return { actionId: logged.actionId, text: workoutCard(ctx, logged.actionId, overviews).text };
  },
  toContract: ({ day, title, durationMin, exercises }) => [
    {
      do: 'log-workout',
      day,
      title,
      durationMin,
      exercises: exercises.map(({ words, name, sets }) => ({
        exercise: words,
        exerciseName: name,
        sets: sets.map(({ reps, weightKg, durationS, distanceM, rpe, kind }) => ({
          reps,
          weightKg,
          durationS,
          distanceM,
          rpe,
          kind,
        })),
      })),
    },
  ],
};

/** What the language read, as it is kept. */
export function toWorkoutEntry(read: WorkoutReading): WorkoutEntry {
  return {
    kind: 'workout',
    title: read.title === null ? null : quoted(read.title),
    day: read.day.toString(),
    isDaySaid: read.isDaySaid,
    time: read.time?.toString() ?? null,
    durationMin: read.durationMin,
    exercises: read.exercises.map(({ words, match, superset, sets }) => ({
      id: match?.id ?? null,
      name: match?.name ?? null,
      words: quoted(words),
      superset,
      sets: [...sets],
    })),
  };
}

function toVerb({ title, day, isDaySaid, time, durationMin, exercises }: WorkoutEntry): WorkoutInput {
  return {
    title,
    isDaySaid,
    durationMin,
    day: Temporal.PlainDate.from(day),
    time: time === null ? null : Temporal.PlainTime.from(time),
    exercises: exercises.map(({ id, words, superset, sets }) => ({ exerciseId: id, words, superset, sets })),
  };
}
