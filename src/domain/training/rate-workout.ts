import { and, asc, desc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { exerciseLogs, workoutSessions } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';
import { justRecorded } from '../entries/just-recorded.ts';

/** How a training was, from 1 to 10 each; `restS` is the pause between sets in seconds. */
export interface WorkoutRatings {
  readonly intensity: number | null;
  readonly fatigue: number | null;
  readonly soreness: number | null;
  readonly formQuality: number | null;
  /** In halves. */
  readonly rpe: number | null;
  readonly restS: number | null;
}

export interface RatedWorkout {
  readonly actionId: number;
  readonly day: Temporal.PlainDate;
  readonly title: string | null;
  /** Its exercises. */
  readonly names: readonly string[];
}

const longestRestS = 7200;

const names: Readonly<Record<keyof WorkoutRatings, (value: number) => string>> = {
  intensity: (value) => `intensity ${value}`,
  fatigue: (value) => `fatigue ${value}`,
  soreness: (value) => `soreness ${value}`,
  formQuality: (value) => `form ${value}`,
  rpe: (value) => `RPE ${value}`,
  restS: (value) => `rest ${value} s`,
};

/**
 * Keeps how a training was as an action of its own: the newest training of a written message, or of the five
 * minutes before it was said. Form, effort and rest go to each of its exercises. Throws DomainError `not-found` without such a training, `invalid`
 * for other figures.
 */
export async function rateWorkout(
  ctx: Context,
  messageId: number | null,
  ratings: Partial<WorkoutRatings>,
): Promise<RatedWorkout> {
  const said = check(ratings);
  const session = await findWorkout(ctx, messageId);
  if (!session)
    throw new DomainError(
      'not-found',
      'Which training was that? Reply with it to the training, or say it right after.',
    );
  const logs = await ctx.db
    .select({ name: exerciseLogs.exerciseName })
    .from(exerciseLogs)
    .where(eq(exerciseLogs.workoutSessionId, session.id))
    .orderBy(asc(exerciseLogs.orderIndex));
  const isOfExercise = ([of]: (typeof said)[number]) => of === 'formQuality' || of === 'rpe' || of === 'restS';
  const ofExercises = Object.fromEntries(said.filter(isOfExercise));
  const ofSession = Object.fromEntries(said.filter((one) => !isOfExercise(one)));
  if (logs.length === 0 && Object.keys(ofSession).length === 0)
    throw new DomainError('not-found', 'That training names no exercise that this could be said of.');
  const actionId = await recordAction(ctx, said.map(([of, value]) => names[of](value)).join(', '));
  if (Object.keys(ofSession).length > 0)
    await ctx.db
      .update(workoutSessions)
      .set({ ...ofSession, updatedAt: ctx.now })
      .where(eq(workoutSessions.id, session.id));
  if (Object.keys(ofExercises).length > 0)
    await ctx.db.update(exerciseLogs).set(ofExercises).where(eq(exerciseLogs.workoutSessionId, session.id));
  return { actionId, day: session.day, title: session.title, names: logs.map(({ name }) => name) };
}

function check(ratings: Partial<WorkoutRatings>): [keyof WorkoutRatings, number][] {
  const said = Object.entries(ratings).filter((entry): entry is [keyof WorkoutRatings, number] => entry[1] !== null);
  const isWrong = ([of, value]: [keyof WorkoutRatings, number]) =>
    of === 'restS'
      ? !(value >= 0 && value <= longestRestS)
      : !Number.isInteger(of === 'rpe' ? value * 2 : value) || value < 1 || value > 10;
  const wrong = said.find(isWrong);
  if (wrong?.[0] === 'restS') throw new DomainError('invalid', 'A rest between sets takes up to two hours.');
  if (wrong || said.length === 0) throw new DomainError('invalid', 'Say that with a whole number from 1 to 10.');
  return said;
}

async function findWorkout(ctx: Context, messageId: number | null) {
  const s = workoutSessions;
  const which = messageId === null ? justRecorded(ctx) : eq(s.inboundMessageId, messageId);
  const [session] = await ctx.db
    .select({ id: s.id, day: s.day, title: s.title })
    .from(s)
    .where(and(eq(s.userId, ctx.user.id), which))
    .orderBy(desc(s.id))
    .limit(1);
  return session ?? null;
}
