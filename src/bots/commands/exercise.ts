import { z } from 'zod';
import { exerciseCategories, keepOwnExercise } from '../../domain/training/keep-own-exercise.ts';
import { exerciseDetails, forgetOwnExercise, ownExercisesOf } from '../../domain/training/own-exercises.ts';
import type { Answer, CommandContext } from '../command.ts';
import { defineCommand } from '../define-command.ts';
import { exerciseCard, exerciseList } from '../exercise-card.ts';
import { capital } from '../format.ts';
import { readExercise } from '../language/read-exercise.ts';
import { bold, code, lines, quoted } from '../text.ts';
import { undoButton } from '../undo-button.ts';

/** Exercises that are offered for a name nobody knows. */
const mostNear = 3;

const list = z.array(z.string()).optional();
const words = z.string().optional();
const input = z.discriminatedUnion('do', [
  z.object({ do: z.literal('list') }),
  z.object({ do: z.enum(['show', 'forget']), name: z.string() }),
  z.object({
    do: z.literal('keep'),
    exercise: z.object({
      name: z.string(),
      aliases: list,
      category: z.enum(exerciseCategories).optional(),
      ...{ primaryMuscles: list, secondaryMuscles: list, equipment: list },
      difficulty: z.enum(['beginner', 'intermediate', 'advanced']).optional(),
      ...{ description: words, instructions: words, tips: words, videoUrl: words, imageUrl: words, gifUrl: words },
      wgerId: z.number().int().optional(),
      defaultKcalPerMin: z.number().optional(),
    }),
  }),
]);

type Input = z.infer<typeof input>;

export const exercise = defineCommand<Input>({
  name: 'exercise',
  summary: 'How an exercise is done; exercises of your own',
  examples: ['how do i do a deadlift', 'new exercise: Keg carry; category: cardio; burns: 9 kcal/min', 'my exercises'],
  effect: 'record',
  options: z.object({
    name: z.string().max(1500).optional().describe('bench press; Keg carry; muscles: traps; empty: your own'),
  }),
  input,
  cues: /exercise|how/,
  parse(text, given) {
    const read = readExercise(text, given);
    return read && ('problem' in read ? read : { input: toInput(read) });
  },
  async run(ctx, said): Promise<Answer> {
    switch (said.do) {
      case 'list':
        return { text: exerciseList(await ownExercisesOf(ctx)) };
      case 'show':
        return show(ctx, said.name);
      case 'forget': {
        const { actionId, name } = await forgetOwnExercise(ctx, said.name);
        return {
          text: `${capital(quoted(name, 80))} is no exercise of yours any more. What you have logged of it stays.`,
          buttons: [[undoButton(actionId)]],
        };
      }
      case 'keep':
        return keep(ctx, said.exercise);
    }
  },
  toContract: (value) => [{ do: 'command', name: 'exercise', input: value }],
});

const toInput = (read: Exclude<ReturnType<typeof readExercise>, null | { problem: string }>): Input =>
  read.do === 'keep'
    ? {
        do: 'keep',
        exercise: Object.fromEntries(
          Object.entries(read.exercise).map(([part, value]) => [part, Array.isArray(value) ? [...value] : value]),
        ) as Extract<Input, { do: 'keep' }>['exercise'],
      }
    : read;

async function show(ctx: CommandContext, name: string): Promise<Answer> {
  const { exercises } = ctx.given;
  const id = exercises.lookup(name)?.id ?? null;
  const found = id === null ? null : await exerciseDetails(ctx, id);
  if (found) return { text: exerciseCard(found) };
  const near = exercises.search(name, mostNear).map(({ exercise: { name: other } }) => ({
    label: quoted(other, 60),
    action: { command: 'exercise', input: { do: 'show', name: other } },
  }));
  return {
    text: lines(
      `I know no exercise called “${quoted(name, 60)}”.`,
      near.length > 0
        ? 'Did you mean one of these?'
        : ['Keep it as one of your own: ', code(`new exercise: ${quoted(name, 60)}; category: strength`)],
    ),
    buttons: near.map((button) => [button]),
  };
}

async function keep(ctx: CommandContext, told: Extract<Input, { do: 'keep' }>['exercise']): Promise<Answer> {
  const known = ctx.given.exercises.lookup(told.name);
  if (known?.source === 'catalogue' && known.name.toLowerCase() === told.name.toLowerCase())
    return { text: `Everybody has ${quoted(known.name, 80)} already. Give yours a name of its own, and I keep it.` };
  const { actionId, exerciseId } = await keepOwnExercise(ctx, told);
  const kept = await exerciseDetails(ctx, exerciseId);
  if (!kept) throw new Error('The kept exercise was not found');
  return {
    text: lines(bold(ctx.user.role === 'client' ? 'Kept:' : 'Kept, for you and those you coach:'), exerciseCard(kept)),
    buttons: [[undoButton(actionId)]],
  };
}
