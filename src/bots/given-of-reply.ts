import { hasWorkouts } from '../domain/training/remove-workouts-of.ts';
import type { CommandContext, Given } from './command.ts';

/** What is known of words that reply to a message of theirs, or to its card. */
export const givenOfReply = async (
  ctx: CommandContext,
  repliesToId: number,
): Promise<Pick<Given, 'isReply' | 'repliesToWorkout'>> => ({
  isReply: true,
  repliesToWorkout: await hasWorkouts({ ...ctx, sourceMessageId: repliesToId }),
});
