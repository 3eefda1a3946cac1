import {
  findPlanned,
  listRoutines,
  named,
  type PlannedTraining,
  type RoutineWithLines,
} from '../../domain/routines/find-routines.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { RoutineInput } from '../commands/routine.ts';
import { lines, quoted } from '../text.ts';
import { howToWrite, routineAction } from './routine-card.ts';

/** What the command takes, of one kind. */
export type Of<Kind extends RoutineInput['kind']> = Extract<RoutineInput, { kind: Kind }>;

/** For a button whose routine has been removed. */
export const gone: Answer = { text: 'That routine is no longer there.' };

/** What is called so; of several the person chooses, by a button that does `then`. */
export async function withNamed(
  ctx: CommandContext,
  name: string | null,
  act: (one: RoutineWithLines) => Promise<Answer>,
  then: string,
): Promise<Answer> {
  const all = await listRoutines(ctx);
  const fits = named(all, name, ({ routine }) => routine.name);
  const [only, another] = fits;
  if (only && !another) return act(only);
  if (all.length === 0) return { text: lines('You have no routine yet.', howToWrite) };
  const shown = only ? fits : all;
  return {
    text: only ? 'Which one?' : `I find no routine called “${quoted(name ?? '')}”. You have these:`,
    buttons: shown
      .slice(0, 5)
      .map(({ routine }) => [
        { label: quoted(routine.name, 60), action: routineAction({ kind: then, id: routine.id }) },
      ]),
  };
}

/** Does something with one planned training of theirs. */
export async function withPlanned(
  ctx: CommandContext,
  id: number,
  act: (one: PlannedTraining) => Promise<Answer>,
): Promise<Answer> {
  const planned = await findPlanned(ctx, id);
  return planned ? act(planned) : { text: 'That training is no longer planned.' };
}
