import { answerQuestion } from '../domain/conversation/questions.ts';
import { DomainError } from '../domain/domain-error.ts';
import type { Answer, Choice, Command, CommandContext } from './command.ts';
import { earlier } from './earlier.ts';
import type { Message } from './message.ts';
import type { Action } from './reply.ts';

/** What a button that answers a question carries. */
export interface AnswerInput {
  questionId: number;
  /** Which of the question's choices. */
  index: number;
}

/** The name under which such buttons come back; no command may have it. */
export const answerAction = 'answer';

/** Does what a button, an answer or a form holds. Throws DomainError where no command is called so. */
export function runAction(commands: readonly Command[], ctx: CommandContext, action: Action): Promise<Answer> {
  const command = commands.find(({ name }) => name === action.command);
  if (!command) throw new DomainError('not-found', 'That button is from an older time; please write what you want.');
  return command.run(ctx, action.input);
}

/** Does what the choice of a question holds, and closes the question. Throws DomainError where it is closed. */
export async function runAnswer(
  commands: readonly Command[],
  ctx: CommandContext,
  input: AnswerInput,
): Promise<Answer> {
  const question = await answerQuestion(ctx, input.questionId);
  if (!question) throw new DomainError('too-late', 'That question is answered already, or too old.');
  const choice = (question.choices as Choice[])[input.index];
  if (!choice) throw new DomainError('not-found', 'That answer is not one of the choices.');
  // What is recorded belongs to the message that was asked about, and to the moment of that one.
  const asked = question.askedAbout as Message | null;
  const saidAt = asked?.sentAt ? earlier(asked.sentAt, ctx.now) : ctx.saidAt;
  const { inboundMessageId: sourceMessageId } = question;
  const answer = await runAction(commands, { ...ctx, saidAt, sourceMessageId }, choice.action);
  const isRecord = commands.some(({ name, effect }) => name === choice.action.command && effect === 'record');
  return isRecord ? { sourceMessageId, ...answer } : answer;
}
