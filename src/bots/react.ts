import { findCard, findCardOf, findWrittenMessage } from '../domain/conversation/find-source.ts';
import { answerQuestion, openQuestion } from '../domain/conversation/questions.ts';
import { DomainError } from '../domain/domain-error.ts';
import { type RemovedMeals, removeMealsOf } from '../domain/meals/remove-meals-of.ts';
import type { Answer, Choice, Command, CommandContext } from './command.ts';
import { earlier } from './earlier.ts';
import { type Interpretation, interpret } from './interpret.ts';
import { readChoice } from './language/read-choice.ts';
import type { Message } from './message.ts';
import type { Action, Reply } from './reply.ts';
import { code, lines } from './text.ts';

/** What a button that answers a question carries. */
export interface AnswerInput {
  questionId: number;
  /** Which of the question's choices. */
  index: number;
}

/** The name under which such buttons come back; no command may have it. */
export const answerAction = 'answer';

/**
 * What we do and say about one event, within its transaction. Null: nothing to say. Throws DomainError with a sentence
 * for the person.
 */
export async function react(commands: readonly Command[], ctx: CommandContext): Promise<Answer | null> {
  const { message } = ctx;
  switch (message.kind) {
    case 'text':
      if (message.text.trim() === '' && message.media.length > 0) return wordsPlease;
      return (await answerOpenQuestion(commands, ctx, message.text)) ?? say(commands, ctx, message.text);
    case 'command':
      return say(commands, ctx, commandText(commands, message));
    case 'press':
      return press(commands, ctx, message.buttonId);
    case 'edit':
      return edit(commands, ctx, message.messageId, message.text);
    case 'delete':
      return remove(ctx, message.messageId);
    case 'submit':
      throw new DomainError('not-found', 'That form is no longer open.');
  }
}

/** A slash command as the words it stands for: its name and its options' values, in the order of its schema. */
function commandText(commands: readonly Command[], message: Extract<Message, { kind: 'command' }>): string {
  const command = commands.find(({ name }) => name === message.name);
  const order = command ? Object.keys(command.options.shape) : [];
  const known = order.filter((name) => name in message.options);
  const rest = Object.keys(message.options).filter((name) => !order.includes(name));
  return [`/${message.name}`, ...[...known, ...rest].map((name) => String(message.options[name]))].join(' ');
}

async function say(commands: readonly Command[], ctx: CommandContext, text: string): Promise<Answer> {
  const understood = interpret(commands, text, ctx.given);
  return understood ? act(ctx, understood) : notUnderstood;
}

async function act(ctx: CommandContext, { command, reading }: Interpretation): Promise<Answer> {
  if ('problem' in reading) return { text: reading.problem };
  if ('question' in reading) return reading;
  return command.run(ctx, reading.input);
}

/** Looks whether words answer what we asked last in this chat; null when they do not. */
async function answerOpenQuestion(
  commands: readonly Command[],
  ctx: CommandContext,
  text: string,
): Promise<Answer | null> {
  const question = await openQuestion(ctx, ctx.message);
  if (!question) return null;
  // The row was written by us from a Question.
  const choices = question.choices as Choice[];
  const index = readChoice(
    text,
    choices.map(({ label }) => label),
  );
  if (index !== null) return runAnswer(commands, ctx, { questionId: question.id, index });
  if (!question.template) return null;
  const understood = interpret(
    commands,
    question.template.replace('%', () => text),
    ctx.given,
  );
  if (!understood || 'problem' in understood.reading) return null;
  await answerQuestion(ctx, question.id);
  return act(ctx, understood);
}

async function runAnswer(commands: readonly Command[], ctx: CommandContext, input: AnswerInput): Promise<Answer> {
  const question = await answerQuestion(ctx, input.questionId);
  if (!question) throw new DomainError('too-late', 'That question is answered already.');
  const choice = (question.choices as Choice[])[input.index];
  if (!choice) throw new DomainError('not-found', 'That answer is not one of the choices.');
  return runAction(commands, { ...ctx, sourceMessageId: question.inboundMessageId }, choice.action);
}

function runAction(commands: readonly Command[], ctx: CommandContext, action: Action): Promise<Answer> {
  const command = commands.find(({ name }) => name === action.command);
  if (!command) throw new DomainError('not-found', 'That button is from an older time; please write what you want.');
  return command.run(ctx, action.input);
}

async function press(commands: readonly Command[], ctx: CommandContext, buttonId: string): Promise<Answer> {
  const [, deliveryId, index] = /^(\d{1,15})\.(\d{1,2})$/.exec(buttonId) ?? [];
  const row = deliveryId ? await findCard(ctx, Number(deliveryId)) : null;
  // The row's reply was written by us.
  const card = row && { ...row, reply: row.reply as Reply };
  const action = card?.reply.buttons?.flat()[Number(index)]?.action;
  if (!card || !action) throw new DomainError('not-found', 'I no longer know that button; please write what you want.');
  const about = { ...ctx, sourceMessageId: card.sourceMessageId };
  const replaces = card.editsId ?? card.id;
  if (action.command !== answerAction) return { replaces, ...(await runAction(commands, about, action)) };
  const answer = await runAnswer(commands, about, action.input as AnswerInput);
  // A card that says more than its question stays as it is.
  const isQuestionOnly = card.reply.buttons?.flat().every((button) => button.action.command === answerAction);
  return isQuestionOnly ? { replaces, ...answer } : answer;
}

async function edit(
  commands: readonly Command[],
  ctx: CommandContext,
  messageId: string,
  text: string,
): Promise<Answer | null> {
  const original = await findWrittenMessage(ctx.db, ctx.message.platform, ctx.message.chatId, messageId);
  if (!original || original.id === ctx.sourceMessageId) return say(commands, ctx, text);
  // "Yesterday" in a message means the day before it was written, however late it is edited.
  const given = { ...ctx.given, now: earlier((original.payload as Message).sentAt, ctx.now) };
  const understood = interpret(commands, text, given);
  const about = { ...ctx, given, saidAt: given.now, sourceMessageId: original.id };
  const removed = await removeMealsOf(about, original.id, 'your edit');
  const card = await findCardOf(ctx, original.id);
  const replaces = card ? { replaces: card.id } : {};
  if (understood && understood.command.effect !== 'act')
    return { ...replaces, ...(await act({ ...about, actionId: removed?.actionId ?? null }, understood)) };
  return removed ? { ...replaces, ...taken(removed) } : null;
}

async function remove(ctx: CommandContext, messageId: string): Promise<Answer | null> {
  const original = await findWrittenMessage(ctx.db, ctx.message.platform, ctx.message.chatId, messageId);
  const removed =
    original && (await removeMealsOf({ ...ctx, sourceMessageId: original.id }, original.id, 'your deletion'));
  if (!removed) return null;
  const card = await findCardOf(ctx, original.id);
  return { ...(card ? { replaces: card.id } : {}), ...taken(removed) };
}

const taken = ({ actionId, names }: RemovedMeals): Answer => ({
  text: ['Removed with your message: ', names.join(', '), '.'],
  buttons: [[{ label: 'Undo', action: { command: 'undo', input: { actionId } } }]],
});

const notUnderstood: Answer = {
  text: lines('I did not find anything to log in that.', [
    'Try ',
    code('ate 200g rice lunch'),
    ', ',
    code('today'),
    ' or ',
    code('help'),
    '.',
  ]),
};

const wordsPlease: Answer = {
  text: ['I cannot look at pictures or listen yet. Write what it was, like ', code('ate 200g rice lunch'), '.'],
};
