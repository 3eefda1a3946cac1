import { findCardOf, findRepliedTo, findWording, findWrittenMessage } from '../domain/conversation/find-source.ts';
import { dropQuestionsAbout } from '../domain/conversation/questions.ts';
import { forgetUndone } from '../domain/conversation/undo-action.ts';
import { hasEntries, type RemovedEntries, removeEntriesOf } from '../domain/entries/remove-entries-of.ts';
import { act } from './act.ts';
import type { Answer, Command, CommandContext } from './command.ts';
import { earlier } from './earlier.ts';
import { givenOfReply } from './given-of-reply.ts';
import { interpret } from './interpret.ts';
import { isCrisis } from './language/is-crisis.ts';
import type { Message } from './message.ts';
import { deleteTalk, editTalk, hearTalk } from './messages/hear-talk.ts';
import { helpInCrisis } from './messages/help-in-crisis.ts';
import { lines } from './text.ts';
import { undoButton } from './undo-button.ts';

type Written = Extract<Message, { kind: 'text' | 'edit' }>;

/** The message is the record: what it recorded goes, and what it says now is recorded in its place. */
export async function edit(
  commands: readonly Command[],
  ctx: CommandContext,
  message: Written,
): Promise<Answer | null> {
  const { platform, chatId, messageId, text } = message;
  const original = await findWrittenMessage(ctx.db, platform, chatId, messageId);
  if (!original || original.id === ctx.eventId) {
    if (isCrisis(text)) return helpInCrisis(ctx, text);
    return (await hearTalk(ctx, message)) ?? act(ctx, interpret(commands, text, ctx.given));
  }
  const wording = (await findWording(ctx, platform, chatId, messageId)) as Written | null;
  if (wording?.text === text) return null;
  if (isCrisis(text)) return helpInCrisis(ctx, text);
  const talk = await editTalk(ctx, text, wording?.text ?? null, original.id);
  if (talk) return talk;
  // "Yesterday" in a message means the day before it was written, however late it is edited.
  const first = original.payload as Message;
  // What it replies to is as it was, whether its platform says so again or not.
  const replied = 'replyToId' in first && first.replyToId !== null ? first.replyToId : null;
  const repliesToId = replied === null ? null : await findRepliedTo(ctx, platform, chatId, replied);
  const given = {
    ...ctx.given,
    now: earlier(first.sentAt, ctx.now),
    ...(repliesToId === null ? {} : await givenOfReply(ctx, repliesToId)),
  };
  const understood = interpret(commands, text, given);
  const about = { ...ctx, given, repliesToId, saidAt: given.now, sourceMessageId: original.id };
  const removed = await forget(about, 'your edit');
  const card = await findCardOf(ctx, original.id);
  const place = { sourceMessageId: original.id, ...(card ? { replaces: card.id } : {}) };
  if (!understood || understood.command.effect === 'act') return removed && { ...place, ...taken(removed) };
  const answer = await act({ ...about, actionId: removed?.actionId ?? null }, understood);
  if (!removed || (await hasEntries(about))) return { ...place, ...answer };
  // Nothing took the entry's place: say that it has gone, beside whatever else there is to say.
  const gone = taken(removed);
  // Where it corrects another entry now, that one's card is another one.
  if (card && answer.sourceMessageId !== undefined && answer.sourceMessageId !== original.id)
    return { ...answer, changes: { deliveryId: card.id, sourceMessageId: original.id, text: gone.text } };
  return {
    ...place,
    ...answer,
    text: lines(gone.text, '', answer.text),
    buttons: [...(answer.buttons ?? []), ...(gone.buttons ?? [])],
  };
}

/** What a deleted message recorded goes with it. */
export async function remove(ctx: CommandContext, messageId: string): Promise<Answer | null> {
  const { platform, chatId } = ctx.message;
  const original = await findWrittenMessage(ctx.db, platform, chatId, messageId);
  if (!original) return null;
  const talk = await deleteTalk(ctx, original.id);
  if (talk) return talk;
  const about = { ...ctx, sourceMessageId: original.id };
  const hadQuestion = await dropQuestionsAbout(about, original.id);
  const removed = await forget(about, 'your deletion');
  const card = await findCardOf(ctx, original.id);
  const place = { sourceMessageId: original.id, ...(card ? { replaces: card.id } : {}) };
  if (removed) return { ...place, ...taken(removed) };
  return hadQuestion && card ? { ...place, text: 'You deleted that message, so nothing was recorded.' } : null;
}

/** Takes back all that a message led to: what it recorded, what it made us ask, what of it could have been redone. */
async function forget(ctx: CommandContext, summary: string): Promise<RemovedEntries | null> {
  if (ctx.sourceMessageId === null) return null;
  await dropQuestionsAbout(ctx, ctx.sourceMessageId);
  await forgetUndone(ctx, ctx.sourceMessageId);
  return removeEntriesOf(ctx, ctx.sourceMessageId, summary);
}

const taken = ({ actionId, names }: RemovedEntries): Answer => ({
  text: ['Removed with your message: ', names.join(', '), '.'],
  buttons: [[undoButton(actionId)]],
});
