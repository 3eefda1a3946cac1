import { DomainError } from '../../domain/domain-error.ts';
import type { Entry } from '../../domain/entries/entry-of-message.ts';
import { changeExercise } from '../../domain/training/change-exercise.ts';
import { changeSets, type SetsChange } from '../../domain/training/change-sets.ts';
import { moveWorkout } from '../../domain/training/move-workout.ts';
import { removeExercises } from '../../domain/training/remove-exercises.ts';
import type { CommandContext } from '../command.ts';
import { kgPerLb } from '../language/recognise-body-mass.ts';
import { quoted } from '../text.ts';
import type { Correction, Part, StoredChange } from './correction.ts';
import { exerciseOf } from './find-parts.ts';
import { type Heard, heardOfExercise } from './lesson.ts';
import { isMoved, placeOf } from './place-of.ts';
import { setsMeant } from './sets-meant.ts';

/** Does to an exercise of a training what a correction says. Returns what it tells of the person's words. */
export async function correctTraining(
  ctx: CommandContext,
  entry: Entry,
  part: Part,
  correction: Correction,
): Promise<Heard[]> {
  const exercise = exerciseOf(entry, part);
  const heard: Heard[] = [];
  if (!exercise) return heard;
  const { change } = correction;
  const sets = setsMeant(exercise, correction);
  if (change.remove) {
    const setIds = correction.set === null ? [] : (sets ?? []).map(({ id }) => id);
    const exerciseLogIds = correction.set === null ? [exercise.id] : [];
    await removeExercises(ctx, { workoutIds: [], exerciseLogIds, setIds }, '');
    return heard;
  }
  if (isMoved(change)) await moveWorkout(ctx, exercise.workoutId, placeOf(change), '');
  if (change.food !== undefined) {
    const meant = ctx.given.exercises.lookup(change.food);
    if (!meant?.id) throw new DomainError('not-found', `I do not know the exercise “${quoted(change.food)}” yet.`);
    await changeExercise(ctx, exercise.id, { exerciseId: meant.id, words: change.food }, '');
    heard.push(...heardOfExercise(exercise, meant));
  }
  const figures = setsChange(
    change,
    exercise.sets.some(({ weightKg }) => weightKg !== null),
    ctx.user.unitSystem,
  );
  const count = change.sets ?? null;
  if (Object.keys(figures).length === 0 && count === null) return heard;
  if (sets?.length === 0) throw new DomainError('not-found', `There are only ${exercise.sets.length} sets of that.`);
  const setIds = correction.set === 0 || count !== null || sets === null ? null : sets.map(({ id }) => id);
  await changeSets(ctx, { exerciseLogId: exercise.id, setIds, change: figures, count }, '');
  return heard;
}

/** A bare figure is the weight where there was one, else how often. */
function setsChange(change: StoredChange, isLoaded: boolean, units: 'metric' | 'us'): SetsChange {
  const { reps, weightKg, typed, durationS, distanceM } = change;
  const figure = change.value ?? change.quantity;
  const bare = figure === undefined || weightKg !== undefined ? null : figure;
  const unit = typed?.unit ?? change.unit ?? null;
  const isPounds = (unit ?? (units === 'us' ? 'lb' : 'kg')) === 'lb';
  const load =
    weightKg !== undefined
      ? { weightKg, loadValue: typed?.value ?? weightKg, loadUnit: typed?.unit ?? (units === 'us' ? 'lb' : 'kg') }
      : bare !== null && isLoaded
        ? { weightKg: isPounds ? bare * kgPerLb : bare, loadValue: bare, loadUnit: isPounds ? 'lb' : 'kg' }
        : null;
  return {
    ...(load ? { load } : {}),
    ...(reps === undefined ? (bare !== null && !isLoaded ? { reps: bare } : {}) : { reps }),
    ...(durationS === undefined ? {} : { durationS }),
    ...(distanceM === undefined ? {} : { distanceM }),
  };
}
