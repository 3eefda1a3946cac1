import { findRoutine, type RoutineWithLines } from '../../domain/routines/find-routines.ts';
import { keepRoutine, putLine, removeLine, removeRoutine, renameRoutine } from '../../domain/routines/keep-routine.ts';
import type { Answer, CommandContext } from '../command.ts';
import { lines, quoted } from '../text.ts';
import { undoButton } from '../undo-button.ts';
import { toLine } from './read-plan.ts';
import { lineCard, routineAction, routineCard } from './routine-card.ts';
import { gone, type Of } from './which-routine.ts';

/** Keeps a routine as it was written, and shows it. */
export async function make(ctx: CommandContext, { name, plan }: Of<'new'>): Promise<Answer> {
  const { actionId, routineId, isReplaced } = await keepRoutine(ctx, { name, lines: plan.map(toLine) });
  const found = await findRoutine(ctx, routineId);
  if (!found) return gone;
  const unknown = plan.filter(({ isKnown }) => !isKnown).map(({ exerciseName }) => `“${quoted(exerciseName, 40)}”`);
  const card = await routineCard(ctx, found, isReplaced ? 'Changed.' : 'Saved.');
  return {
    text: lines(
      card.text,
      unknown.length > 0
        ? `I do not know ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(unknown)} yet, so I kept your words.`
        : null,
    ),
    buttons: [...(card.buttons ?? []), [undoButton(actionId)]],
  };
}

/** A routine after a change, which can be undone. */
export async function changed(ctx: CommandContext, { routine }: RoutineWithLines, actionId: number): Promise<Answer> {
  const found = await findRoutine(ctx, routine.id);
  if (!found) return gone;
  const card = await routineCard(ctx, found, 'Changed.');
  return { ...card, buttons: [...(card.buttons ?? []), [undoButton(actionId)]] };
}

/** Gives a routine another name. */
export const rename = async (ctx: CommandContext, one: RoutineWithLines, to: string): Promise<Answer> =>
  changed(ctx, one, await renameRoutine(ctx, one, to));

/** The line of a routine that words mean: its name, or a part of it. */
function lineNamed(ctx: CommandContext, { lines: rows }: RoutineWithLines, exercise: string) {
  const match = ctx.given.exercises.lookup(exercise);
  const same = rows.filter(({ exerciseId, exerciseName }) =>
    match?.id ? exerciseId === match.id : exerciseName.toLowerCase() === exercise.toLowerCase(),
  );
  const part = rows.filter(({ exerciseName }) => exerciseName.toLowerCase().includes(exercise.toLowerCase()));
  const fits = same.length > 0 ? same : part;
  return fits.length === 1 ? fits[0] : undefined;
}

/** Changes one exercise of a routine, or adds some. */
export async function put(ctx: CommandContext, one: RoutineWithLines, { exercise, plan }: Of<'put'>): Promise<Answer> {
  const [line] = plan;
  if (!line) return gone;
  if (exercise === '') {
    let actionId: number | null = null;
    for (const added of plan) {
      const now: RoutineWithLines = (await findRoutine(ctx, one.routine.id)) ?? one;
      actionId = await putLine({ ...ctx, actionId }, now, null, toLine(added));
    }
    return changed(ctx, one, actionId ?? 0);
  }
  const old = lineNamed(ctx, one, exercise);
  if (!old) return notIn(one, exercise);
  // What was not said stays as it was.
  const { weekday, notes, superset, restS, rpe, ...figures } = toLine(line);
  const said = { weekday, notes, superset, restS, rpe };
  const kept = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
  const weightKg = figures.weightKg ?? (figures.percent === null ? old.weightKg : null);
  return changed(
    ctx,
    one,
    await putLine(ctx, one, old.id, { ...figures, ...kept, weightKg, weekNumber: old.weekNumber }),
  );
}

const notIn = ({ routine, lines: rows }: RoutineWithLines, exercise: string): Answer => ({
  text: `I find no single “${quoted(exercise)}” in ${quoted(routine.name)}. It has these:`,
  buttons: rows
    .slice(0, 5)
    .map((row) => [
      { label: quoted(row.exerciseName, 60), action: routineAction({ kind: 'line', id: routine.id, lineId: row.id }) },
    ]),
});

/** Takes an exercise out by its words. */
export async function take(ctx: CommandContext, one: RoutineWithLines, exercise: string): Promise<Answer> {
  const line = lineNamed(ctx, one, exercise);
  return line ? changed(ctx, one, await removeLine(ctx, one, line.id)) : notIn(one, exercise);
}

/** Changes a figure of one exercise by a step. */
export async function nudge(ctx: CommandContext, one: RoutineWithLines, { lineId, by }: Of<'nudge'>): Promise<Answer> {
  const line = one.lines.find(({ id }) => id === lineId);
  if (!line) return { text: 'That exercise is no longer in it.' };
  const reps = line.reps === null ? null : Math.max(1, line.reps + (by.reps ?? 0));
  const actionId = await putLine(ctx, one, lineId, {
    exerciseName: line.exerciseName,
    sets: Math.min(100, Math.max(1, line.sets + (by.sets ?? 0))),
    reps,
    repsMax: line.repsMax === null ? null : Math.max((reps ?? 0) + 1, line.repsMax + (by.reps ?? 0)),
    weightKg: line.weightKg === null ? null : Math.max(0, line.weightKg + (by.weightKg ?? 0)),
  });
  const found = await findRoutine(ctx, one.routine.id);
  return found ? lineCard(ctx, found, lineId, actionId) : gone;
}

/** Removes a routine with what is planned of it. */
export async function remove(ctx: CommandContext, one: RoutineWithLines): Promise<Answer> {
  const actionId = await removeRoutine(ctx, one);
  return {
    text: `Removed: ${quoted(one.routine.name)}, with what was planned of it. What you have done of it stays.`,
    buttons: [[undoButton(actionId)]],
  };
}
