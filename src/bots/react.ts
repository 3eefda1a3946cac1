import {
  findCard,
  findCardOf,
  findRepliedTo,
  findWording,
  findWrittenMessage,
} from '../domain/conversation/find-source.ts';
import { answerQuestion, dropQuestionsAbout, openQuestion } from '../domain/conversation/questions.ts';
import { forgetUndone } from '../domain/conversation/undo-action.ts';
import { DomainError } from '../domain/domain-error.ts';
import { hasEntries, type RemovedEntries, removeEntriesOf } from '../domain/entries/remove-entries-of.ts';
import { saidBy } from '../domain/reminders/last-said.ts';
import { hasWorkouts } from '../domain/training/remove-workouts-of.ts';
import { noteAsked } from '../domain/users/teach-word.ts';
import { wordKey } from '../domain/users/word-meaning.ts';
import type { Answer, Choice, Command, CommandContext } from './command.ts';
import { earlier } from './earlier.ts';
import { hearStep, hearStepPhotos } from './forms/hear-step.ts';
import { type Interpretation, interpret } from './interpret.ts';
import { isCrisis } from './language/is-crisis.ts';
import { isRefusal, isYes, readChoice } from './language/read-choice.ts';
import { readSmallTalk } from './language/read-small-talk.ts';
import { longestTextLength } from './language/scan.ts';
import type { Message } from './message.ts';
import { deleteTalk, editTalk, hearTalk, reactionSeen } from './messages/hear-talk.ts';
import { helpInCrisis } from './messages/help-in-crisis.ts';
import { setUpAbout } from './onboarding.ts';
import { wordlessPhotos } from './photos/message-photos.ts';
import { answersReminder, figureForReminder } from './reminders/answers-reminder.ts';
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
      return hear(commands, ctx, message);
    case 'command':
      return act(ctx, interpret(commands, commandText(commands, message), ctx.given));
    case 'press':
      return press(commands, ctx, message.buttonId);
    case 'edit':
      return edit(commands, ctx, message);
    case 'delete':
      return remove(ctx, message.messageId);
    case 'reaction':
      return reactionSeen(ctx, message.messageId);
    case 'submit':
      return handIn(commands, ctx, message);
  }
}

type Written = Extract<Message, { kind: 'text' | 'edit' }>;

/** A form handed in does what it was opened for; one that says of no form which is the step that is open. */
async function handIn(
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

/** A slash command as the words it stands for: its name and its options' values, in the order of its schema. */
function commandText(commands: readonly Command[], message: Extract<Message, { kind: 'command' }>): string {
  const command = commands.find(({ name }) => name === message.name);
  const order = command ? Object.keys(command.options.shape) : [];
  const known = order.filter((name) => name in message.options);
  const rest = Object.keys(message.options).filter((name) => !order.includes(name));
  const said = [...known, ...rest].map((name) => {
    const value = String(message.options[name]);
    return command?.sayOption ? command.sayOption(name, value) : value;
  });
  return [`/${message.name}`, ...said].join(' ');
}

async function hear(commands: readonly Command[], ctx: CommandContext, message: Written): Promise<Answer | null> {
  const { text, media, replyToId, platform, chatId } = message;
  if (isCrisis(text)) return helpInCrisis(ctx, text);
  const talk = await hearTalk(ctx, message);
  if (talk) return talk;
  if (text.length > longestTextLength) return tooLong;
  if (text.trim() === '' && media.length > 0) return hearPictures(commands, ctx);
  const repliesToId = replyToId === null ? null : await findRepliedTo(ctx, platform, chatId, replyToId);
  const given =
    repliesToId === null
      ? ctx.given
      : { ...ctx.given, isReply: true, repliesToWorkout: await hasWorkouts({ ...ctx, sourceMessageId: repliesToId }) };
  // What says a reminder shows no message's record.
  const said = replyToId === null ? null : { platform, chatId, messageId: replyToId };
  const remindedOf = said && repliesToId === null ? await saidBy(ctx, said) : null;
  const about = { ...ctx, given, repliesToId, remindedOf };
  // A reply can only answer what it replies to; anything else answers the newest question there is.
  // Words under a picture are about the picture.
  const question = ctx.given.photos ? null : await openQuestion(ctx, message, repliesToId);
  if (await answersReminder(about, text, question?.askedAt ?? null))
    return act(about, interpret(commands, text, { ...given, isReminded: true }));
  const weighed = await figureForReminder(about, text);
  if (weighed !== null) return act(about, interpret(commands, weighed, given));
  const step = question ? await hearStep(commands, about, question, text) : await hearStepPhotos(about);
  if (step) return step;
  if (question) {
    // The set-up's questions have words of their own for no and later, and take figures for what they are.
    const own = question.about === setUpAbout ? inWords(commands, question.template, text, given) : null;
    if (own) {
      if (!('problem' in own.reading)) await answerQuestion(ctx, question.id);
      return act(about, own);
    }
    // The row was written by us from a Question.
    const labels = (question.choices as Choice[]).map(({ label }) => label);
    const index =
      question.isStrict || isAsked(text, question.words) ? sameLabel(text, labels) : readChoice(text, labels);
    if (index !== null) return runAnswer(commands, about, { questionId: question.id, index });
    if (!question.isStrict && labels.length > 0 && isRefusal(text)) {
      await answerQuestion(ctx, question.id);
      if (question.words !== null) await noteAsked(ctx, question.words);
      return { text: 'All right, none of these. Write it again in other words and I will look once more.' };
    }
    if (labels.length > 1 && isYes(text)) return whichOne(question.id, labels, question.isStrict);
    // What cannot be taken back is asked anew when anything else was said meanwhile.
    if (question.isStrict) await answerQuestion(ctx, question.id);
  }
  const template = question?.template && fewWords.test(text) ? question.template : null;
  const answer = template === null ? null : inWords(commands, template, text, ctx.given);
  // "Madrid" answers where somebody is, however near it comes to the name of a beer; "turkey" is a food first.
  if (question && answer && 'input' in answer.reading && ctx.given.foods.lookup(text) === null) {
    await answerQuestion(ctx, question.id);
    return act(about, answer);
  }
  const understood = interpret(commands, text, given);
  const smallTalk = understood ? null : readSmallTalk(text);
  if (smallTalk) return smallTalk === 'thanks' ? { text: 'You are welcome.' } : null;
  if (!understood && ctx.given.photos) return hearPictures(commands, about);
  if (understood || !question || !answer) return act(about, understood);
  if (!('problem' in answer.reading)) await answerQuestion(ctx, question.id);
  return act(about, answer);
}

/** A "yes" to several choices says none of them: they are said once more, and the question stays open. */
function whichOne(questionId: number, labels: readonly string[], isStrict: boolean): Answer {
  const buttons = labels.map((label, index) => [
    { label, action: { command: answerAction, input: { questionId, index } satisfies AnswerInput } },
  ]);
  return isStrict
    ? { text: 'To be sure, press a button or write its words in full.', buttons }
    : {
        text: lines('Gladly, but which one? Say its number.', ...labels.map((label, i) => `${i + 1}. ${label}`)),
        buttons,
      };
}

/** Pictures without words, or with words that say nothing to us. */
async function hearPictures(commands: readonly Command[], ctx: CommandContext): Promise<Answer | null> {
  if (!ctx.given.photos) return wordsPlease;
  const step = await hearStepPhotos(ctx);
  if (step) return step;
  const what = await wordlessPhotos(ctx);
  return what && runAction(commands, ctx, { command: 'photos', input: { do: what } });
}

/** Whether the words that are asked about are only said again: that chooses nothing. */
const isAsked = (text: string, words: string | null): boolean => words !== null && wordKey(text) === wordKey(words);

/** What words make of a question's template, by the template's own command alone. */
function inWords(
  commands: readonly Command[],
  template: string | null,
  text: string,
  given: CommandContext['given'],
): Interpretation | null {
  const said = template?.replace('%', () => text) ?? '';
  return interpret(
    commands.filter(({ name }) => said.startsWith(`/${name} `)),
    said,
    given,
  );
}

/** What may be a name: whole sentences are no answer to a question that has no choices. */
const fewWords = /^\s*[\p{L}\p{M}'’.-]+(?:[\s,]+[\p{L}\p{M}'’.-]+){0,3}[\s!.]*$/u;

const sameLabel = (text: string, labels: readonly string[]): number | null => {
  const index = labels.findIndex((label) => label.toLowerCase() === text.trim().toLowerCase());
  return index === -1 ? null : index;
};

async function act(ctx: CommandContext, understood: Interpretation | null): Promise<Answer> {
  if (!understood) return notUnderstood;
  const { command, reading } = understood;
  if ('problem' in reading) return { text: reading.problem };
  if ('question' in reading) return reading;
  return command.run(ctx, reading.input);
}

async function runAnswer(commands: readonly Command[], ctx: CommandContext, input: AnswerInput): Promise<Answer> {
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

/** The message is the record: what it recorded goes, and what it says now is recorded in its place. */
async function edit(commands: readonly Command[], ctx: CommandContext, message: Written): Promise<Answer | null> {
  const { platform, chatId, messageId, text } = message;
  const original = await findWrittenMessage(ctx.db, platform, chatId, messageId);
  if (!original || original.id === ctx.eventId) return act(ctx, interpret(commands, text, ctx.given));
  const wording = (await findWording(ctx, platform, chatId, messageId)) as Written | null;
  if (wording?.text === text) return null;
  if (isCrisis(text)) return helpInCrisis(ctx, text);
  const talk = await editTalk(ctx, text, wording?.text ?? null, original.id);
  if (talk) return talk;
  // "Yesterday" in a message means the day before it was written, however late it is edited.
  const given = { ...ctx.given, now: earlier((original.payload as Message).sentAt, ctx.now) };
  const understood = interpret(commands, text, given);
  const about = { ...ctx, given, saidAt: given.now, sourceMessageId: original.id };
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

async function remove(ctx: CommandContext, messageId: string): Promise<Answer | null> {
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
  buttons: [[{ label: 'Undo', action: { command: 'undo', input: { actionId } } }]],
});

const notUnderstood: Answer = {
  text: lines('I did not find anything to record in that, so I kept nothing.', [
    'Write it like ',
    code('ate 200g rice lunch'),
    ', ',
    code('bench 3x8 80'),
    ' or ',
    code('weight 82.4'),
    ', or ask for ',
    code('help'),
    '.',
  ]),
};

const tooLong: Answer = {
  text: 'That is longer than I can read at once, so I kept nothing. Send it in parts, please.',
};

const wordsPlease: Answer = {
  text: ['I cannot listen, or open files, yet. Write what it was, like ', code('ate 200g rice lunch'), '.'],
};
