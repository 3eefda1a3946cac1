import { findCard } from '../domain/conversation/find-source.ts';
import { DomainError } from '../domain/domain-error.ts';
import type { Answer, Command, CommandContext } from './command.ts';
import type { Message } from './message.ts';
import type { Reply } from './reply.ts';
import { type AnswerInput, answerAction, runAction, runAnswer } from './run-action.ts';

/** A pressed button does what its card holds, as long as the card was shown to whoever presses. */
export async function press(commands: readonly Command[], ctx: CommandContext, buttonId: string): Promise<Answer> {
  const [, deliveryId, index] = /^(\d{1,15})\.(\d{1,2})$/.exec(buttonId) ?? [];
  const row = deliveryId ? await findCard(ctx, Number(deliveryId)) : null;
  // The row's reply was written by us.
  const card = row && { ...row, reply: row.reply as Reply };
  const action = card?.reply.buttons?.flat()[Number(index)]?.action;
  if (!card || !action) throw new DomainError('not-found', 'I no longer know that button; please write what you want.');
  const { sourceMessageId } = card;
  const replaces = card.editsId ?? card.id;
  const about = { ...ctx, sourceMessageId, pressed: card.reply, pressedId: replaces };
  if (action.command !== answerAction) {
    const answer = await runAction(commands, about, action);
    return { ...(answer.isBelow ? {} : { replaces }), sourceMessageId, ...answer };
  }
  const answer = await runAnswer(commands, about, action.input as AnswerInput);
  // A card that says more than its question stays as it is.
  const isQuestionOnly = card.reply.buttons?.flat().every((button) => button.action.command === answerAction);
  if (!isQuestionOnly) return answer;
  // The answer may change an earlier card than the one that asked.
  const isElsewhere = answer.replaces !== undefined && answer.replaces !== replaces;
  const said = isElsewhere
    ? { changes: { deliveryId: replaces, sourceMessageId, text: chosen(card.reply, Number(index)) } }
    : { replaces };
  return { ...said, ...answer };
}

const chosen = (reply: Reply, index: number): string => `You chose “${reply.buttons?.flat()[index]?.label ?? ''}”.`;

/** A form handed in does what it was opened for; one that says of no form which is the step that is open. */
export async function handIn(
  commands: readonly Command[],
  ctx: CommandContext,
  { formId, fields }: Extract<Message, { kind: 'submit' }>,
): Promise<Answer> {
  if (formId === undefined) return runAction(commands, ctx, { command: 'checkin', input: { do: 'step-in', fields } });
  const [, deliveryId] = /^(\d{1,15})\.form$/.exec(formId) ?? [];
  const card = deliveryId ? await findCard(ctx, Number(deliveryId)) : null;
  const action = (card?.reply as Reply | undefined)?.form?.action;
  if (!card || !action) throw new DomainError('not-found', 'That form is no longer open.');
  const replaces = card.editsId ?? card.id;
  const input = { ...(action.input as object), fields };
  const { sourceMessageId } = card;
  return {
    replaces,
    sourceMessageId,
    ...(await runAction(commands, { ...ctx, sourceMessageId }, { ...action, input })),
  };
}
