import type { Answer, CommandContext } from './command.ts';
import { offerGentle } from './gentle.ts';
import { code, lines } from './text.ts';

/**
 * What is said, below whatever else there is to say, to somebody who purges, takes laxatives or hates their body: that
 * there is help, and that they need not see any numbers.
 */
export function withCare(ctx: CommandContext, answer: Answer | null): Answer {
  const isAsking = !ctx.user.isGentle && !answer?.question;
  return {
    ...answer,
    text: lines(
      ...(answer ? [answer.text, ''] : []),
      'That sounds hard, and I am glad you said it. You are not alone with it: a doctor, or somebody you trust, is a good first person to tell.',
      ctx.given.hasCoach
        ? ['Your coach hears of it only from you: ', code('tell my coach …'), ' begins a message.']
        : null,
      isAsking ? 'Shall I hide numbers of food and weight from you for a while? Your log goes on as before.' : null,
    ),
    ...(isAsking ? { question: offerGentle } : {}),
  };
}
