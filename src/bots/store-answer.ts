import { askQuestion } from '../domain/conversation/questions.ts';
import { type DeliveryInput, storeDelivery } from '../domain/notifications/deliveries.ts';
import { noteAsked } from '../domain/users/teach-word.ts';
import type { Adapter } from './adapter.ts';
import type { Answer, CommandContext, Question } from './command.ts';
import type { Message } from './message.ts';
import type { Button, Reply } from './reply.ts';
import { type AnswerInput, answerAction } from './run-action.ts';
import { lines, type Text } from './text.ts';

/**
 * Stores what we say, in the transaction it belongs to: one delivery for each message the platform needs, in order.
 * Returns the deliveries' ids.
 */
export async function storeAnswer(asked: CommandContext, answer: Answer, split: Adapter['split']): Promise<number[]> {
  const ctx = answer.to ? { ...asked, user: answer.to } : asked;
  const { message } = ctx;
  const ids: number[] = [];
  const sourceMessageId = answer.sourceMessageId === undefined ? ctx.sourceMessageId : answer.sourceMessageId;
  const about = { ...ctx, sourceMessageId };
  const reply = answer.question ? await withChoices(about, answer, answer.question) : plain(answer);
  const parts = isNothing(reply) ? [] : split(reply);
  for (const part of parts) {
    const isLast = part === parts.at(-1);
    ids.push(
      await storeDelivery(ctx.db, {
        userId: answer.isFarewell ? null : ctx.user.id,
        inboundMessageId: ctx.eventId,
        sourceMessageId,
        aboutUserId: answer.aboutUserId ?? null,
        platform: message.platform,
        accountId: ctx.accountId,
        // A farewell can no longer tell where it was asked for, so what was asked on a server it says in private.
        chatId: message.isPrivate || (answersInPlace(message) && !answer.isFarewell) ? message.chatId : null,
        // A farewell has no earlier card left to replace.
        editsId: ids.length === 0 && !answer.isFarewell ? (answer.replaces ?? null) : null,
        reply: isLast && answer.tells ? { ...part, tells: answer.tells } : part,
        now: ctx.now,
      }),
    );
  }
  if (answer.changes) ids.push(await storeDelivery(ctx.db, changing(ctx, answer.changes)));
  return ids;
}

/** Some things are done without a word. */
const isNothing = ({ text, buttons, image }: Reply): boolean =>
  text === '' && !image && !buttons?.some((row) => row.length > 0);

/** The other card, as it is from now on. */
function changing(
  ctx: CommandContext,
  { deliveryId, sourceMessageId, ...reply }: NonNullable<Answer['changes']>,
): DeliveryInput {
  const { message, user, eventId, accountId, now } = ctx;
  const about = { userId: user.id, inboundMessageId: eventId, sourceMessageId, accountId, now };
  const chatId = answersInPlace(message) ? message.chatId : null;
  return { ...about, platform: message.platform, chatId, editsId: deliveryId, reply: plain(reply) };
}

/** Outside private chats nothing personal is shown: unless only the asker sees the answer, it comes in private. */
const answersInPlace = (message: Message): boolean => message.isPrivate || message.canAnswerAlone === true;

function plain({ text, buttons, image, form, isFarewell, isSecret }: Answer): Reply {
  const marks = { ...(form ? { form } : {}), ...(isFarewell ? { isFarewell } : {}), ...(isSecret ? { isSecret } : {}) };
  return { text, ...(buttons ? { buttons } : {}), ...(image ? { image } : {}), ...marks };
}

async function withChoices(ctx: CommandContext, answer: Answer, question: Question): Promise<Reply> {
  const { platform, chatId } = ctx.message;
  const { isStrict = false, isRow = false } = question;
  const questionId = await askQuestion(ctx, {
    platform,
    // Where the card goes, there it is answered.
    chatId: answersInPlace(ctx.message) ? chatId : null,
    isStrict,
    about: question.about,
    choices: question.choices,
    template: question.template ?? null,
    words: question.words ?? null,
  });
  if (question.isOnce && question.words !== undefined) await noteAsked(ctx, question.words);
  const { text, buttons = [], image, form } = plain(answer);
  const choices = question.choices.map(({ label }, index): Button => {
    const input: AnswerInput = { questionId, index };
    return { label, action: { command: answerAction, input } };
  });
  const numbered = question.choices.map(({ label }, index): Text => `${index + 1}. ${label}`);
  return {
    text: isStrict || isRow ? text : lines(text, ...numbered),
    buttons: [...(isRow ? rowsOf(choices) : choices.map((choice) => [choice])), ...buttons].slice(0, 5),
    ...(image ? { image } : {}),
    ...(form ? { form } : {}),
  };
}

/** More than four side by side can no longer be read on a phone. */
const rowsOf = (choices: readonly Button[]): Button[][] =>
  choices.length > 4 ? [choices.slice(0, 3), choices.slice(3)] : [[...choices]];
