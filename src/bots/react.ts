import { findRepliedTo } from '../domain/conversation/find-source.ts';
import { answerQuestion, openQuestion } from '../domain/conversation/questions.ts';
import { saidBy } from '../domain/reminders/last-said.ts';
import { noteAsked } from '../domain/users/teach-word.ts';
import { wordKey } from '../domain/users/word-meaning.ts';
import { act } from './act.ts';
import { edit, remove } from './change-of-message.ts';
import type { Answer, Choice, Command, CommandContext } from './command.ts';
import { hearStep, hearStepPhotos } from './forms/hear-step.ts';
import { givenOfReply } from './given-of-reply.ts';
import { type Interpretation, interpret } from './interpret.ts';
import { isStillToCome } from './is-still-to-come.ts';
import { isCrisis } from './language/is-crisis.ts';
import { isRefusal, isYes, readChoice } from './language/read-choice.ts';
import { readSmallTalk } from './language/read-small-talk.ts';
import { longestTextLength } from './language/scan.ts';
import type { SmallTalk } from './language/vocabulary/en/small-talk.ts';
import type { Message } from './message.ts';
import { hearTalk, reactionSeen } from './messages/hear-talk.ts';
import { helpInCrisis } from './messages/help-in-crisis.ts';
import { setUpAbout } from './onboarding.ts';
import { wordlessPhotos } from './photos/message-photos.ts';
import { handIn, press } from './press.ts';
import { answersReminder, figureForReminder } from './reminders/answers-reminder.ts';
import { type AnswerInput, answerAction, runAction, runAnswer } from './run-action.ts';
import { code, lines, type Text } from './text.ts';

/**
 * What we do and say about one event, within its transaction. Null: nothing to say. Throws DomainError with a sentence
 * for the person.
 */
export async function react(commands: readonly Command[], ctx: CommandContext): Promise<Answer | null> {
  const { message } = ctx;
  if (!ctx.user.isActive) return shutOut(message, ctx);
  switch (message.kind) {
    case 'text':
      return hear(commands, ctx, message);
    case 'command': {
      const cry = cryIn(message);
      if (cry !== undefined) return helpInCrisis(ctx, cry);
      return act(ctx, interpret(commands, commandText(commands, message), ctx.given));
    }
    case 'press':
      return press(commands, ctx, message.buttonId);
    case 'edit':
      return edit(commands, ctx, message);
    case 'delete':
      return remove(ctx, message.messageId);
    case 'reaction':
      return reactionSeen(ctx, message.messageId);
    case 'submit':
      return withHelp(ctx, await handIn(commands, ctx, message));
  }
}

/** Nobody is left alone with thoughts of ending their life; anything else is told that they are switched off. */
async function shutOut(message: Message, ctx: CommandContext): Promise<Answer | null> {
  if (message.kind === 'delete' || message.kind === 'reaction') return null;
  const cry = cryIn(message);
  if (cry !== undefined) return helpInCrisis(ctx, cry);
  return { text: 'Whoever looks after me has switched your account off, so I keep nothing of that. Please ask them.' };
}

/** What in an event speaks of ending their life, wherever it was written; undefined where nothing does. */
function cryIn(message: Message): string | undefined {
  switch (message.kind) {
    case 'text':
    case 'edit':
      return [message.text].find(isCrisis);
    case 'command':
      return Object.values(message.options).map(String).find(isCrisis);
    case 'submit':
      return Object.values(message.fields).find(isCrisis);
    default:
      return undefined;
  }
}

type Written = Extract<Message, { kind: 'text' | 'edit' }>;

/** What is said of an event, below the help for whoever cries for it there: whatever became of the rest, they are heard. */
export async function withHelp(ctx: CommandContext, answer: Answer): Promise<Answer> {
  const cry = cryIn(ctx.message);
  if (cry === undefined) return answer;
  const help = await helpInCrisis(ctx, cry);
  return {
    ...answer,
    text: lines(help.text, '', answer.text),
    notifies: [...(help.notifies ?? []), ...(answer.notifies ?? [])],
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
  const given = repliesToId === null ? ctx.given : { ...ctx.given, ...(await givenOfReply(ctx, repliesToId)) };
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
    if (question.isStrict && isRefusal(text)) {
      await answerQuestion(ctx, question.id);
      return { text: 'All right, I leave everything as it is.' };
    }
    if (labels.length > 0 && isRefusal(text)) {
      await answerQuestion(ctx, question.id);
      if (question.words !== null) await noteAsked(ctx, question.words);
      return { text: 'All right, none of these. Write it again in other words and I will look once more.' };
    }
    if (labels.length > 1 && isYes(text)) return whichOne(question.id, labels, question.isStrict);
    // What cannot be taken back is asked anew when anything else was said meanwhile.
    if (question.isStrict) await answerQuestion(ctx, question.id);
  }
  const isAmount = question?.about === 'amount' && anAmount.test(text);
  const template = question?.template && (isAmount || fewWords.test(text)) ? question.template : null;
  const answer = template === null ? null : inWords(commands, template, text, ctx.given);
  // "Madrid" answers where somebody is, however near it comes to the name of a beer; "turkey" is a food first.
  if (question && answer && 'input' in answer.reading && ctx.given.foods.lookup(text) === null) {
    await answerQuestion(ctx, question.id);
    return act(about, answer);
  }
  const understood = interpret(commands, text, given);
  const smallTalk = understood ? null : readSmallTalk(text);
  if (smallTalk) return smallTalk === 'nod' ? null : { text: smallTalkAnswers[smallTalk] };
  if (!understood && ctx.given.photos) return hearPictures(commands, about);
  if (!understood && !answer && isStillToCome(commands, text, given)) return notYet;
  if (understood || !question || !answer) return act(about, understood);
  if (!('problem' in answer.reading)) await answerQuestion(ctx, question.id);
  return act(about, answer);
}

const notYet: Answer = {
  text: lines('That is still to come, so I keep nothing of it yet.', 'Tell me when you have had it or done it.'),
};

/** What is said to what asks for nothing. */
const smallTalkAnswers: Readonly<Record<Exclude<SmallTalk, 'nod'>, Text>> = {
  thanks: 'You are welcome.',
  bye: 'See you.',
  'how are you': ['Ready to count, thank you. And you? ', code('mood 7'), ' keeps it with your day.'],
  low: ['I am sorry to hear that. If you like, ', code('mood 3'), ' keeps it with your day.'],
  well: ['Good to hear. If you like, ', code('mood 8'), ' keeps it with your day.'],
};

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

/** "5 kg by june" */
const anAmount = /^\s*(?:about |around |maybe |like |to )?\d{1,3}(?:[.,]\d)?(?:[\s,]+[\p{L}\d.]+){0,6}[\s!.]*$/iu;

const sameLabel = (text: string, labels: readonly string[]): number | null => {
  const index = labels.findIndex((label) => label.toLowerCase() === text.trim().toLowerCase());
  return index === -1 ? null : index;
};

const tooLong: Answer = {
  text: 'That is longer than I can read at once, so I kept nothing. Send it in parts, please.',
};

const wordsPlease: Answer = {
  text: ['I cannot listen, or open files, yet. Write what it was, like ', code('ate 200g rice lunch'), '.'],
};
