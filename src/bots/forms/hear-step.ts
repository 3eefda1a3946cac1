import { findCheckIn } from '../../domain/check-ins/check-in.ts';
import { openQuestion } from '../../domain/conversation/questions.ts';
import type { Answer, Command, CommandContext } from '../command.ts';
import { interpret } from '../interpret.ts';
import { lines, quoted } from '../text.ts';
import { filling } from './check-in-card.ts';
import { readStep, type Step, stepAbout } from './check-in-step.ts';
import { answerStep, backStep, later, showStep, skipStep, takePhotos } from './fill-check-in.ts';
import { readAnswer } from './read-answer.ts';
import { readReplyTo, replyAbout } from './review-check-in.ts';

/** The newest question of ours that is open in the chat. */
interface Asked {
  readonly about: string;
  readonly template: string | null;
}

/**
 * What words answer where a check-in is filled in step by step, or a coach answers one. Null where they are about
 * something else: then they are heard as ever. Words that may be either are asked about.
 */
export async function hearStep(
  commands: readonly Command[],
  ctx: CommandContext,
  { about, template }: Asked,
  text: string,
): Promise<Answer | null> {
  const replyTo = about === replyAbout ? readReplyTo(template) : null;
  const step = about === stepAbout ? readStep(template) : null;
  if ((!step && replyTo === null) || text.trim().startsWith('/')) return null;
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '');
  if (replyTo !== null) {
    if (leaving.test(plain)) return run(commands, ctx, 'checkins', { do: 'later' });
    const meant = whichMeant(
      commands,
      ctx,
      text,
      { command: 'checkins', input: { do: 'reply', id: replyTo, text } },
      'Send it',
    );
    return meant === 'answer' ? run(commands, ctx, 'checkins', { do: 'reply', id: replyTo, text }) : meant;
  }
  if (!step) return null;
  if (/^(?:skip|pass|next|keep|none|nothing)(?: it)?$/.test(plain)) return skipStep(ctx, step);
  if (leaving.test(plain)) return later(ctx);
  if (/^(?:back|go back|previous)$/.test(plain)) return backStep(ctx, step);
  return hearAnswer(commands, ctx, step, text);
}

const leaving = /^(?:later|stop|not now|cancel|quit)$/;

async function hearAnswer(
  commands: readonly Command[],
  ctx: CommandContext,
  step: Step,
  text: string,
): Promise<Answer | null> {
  const checkIn = await findCheckIn(ctx, step.id);
  const field = checkIn && (await filling(ctx, checkIn)).fields.find(({ key }) => key === step.key);
  if (!field) return null;
  if (field.kind === 'text') {
    const action = { command: 'checkin', input: { do: 'answer', ...step, text } };
    const meant = whichMeant(commands, ctx, text, action, 'It is my answer');
    return meant === 'answer' ? answerStep(ctx, step, text) : meant;
  }
  if (readAnswer(field, text, ctx.user.unitSystem)) return answerStep(ctx, step, text);
  // What is no answer may well be a meal.
  if (interpret(commands, text, ctx.given)) return null;
  return field.kind === 'photo' ? showStep(ctx, step) : answerStep(ctx, step, text);
}

/** What is said in so few words and means something else, such as "today" or "undo", is that. */
const fewWords = 3;

/** Amounts and sets as they are logged: "200g", "3x5", "5 km". */
const amounts = /\d\s*(?:k?g|ml|l|oz|lbs?|kcal|km|mi|min)\b|\d\s*[x×]\s*\d/i;

/** Several sentences of some length tell how things were, whatever foods they name, unless they say how much of them. */
const isProse = (text: string): boolean =>
  text.trim().split(/\s+/).length >= 8 && (text.match(/[.!?…]+(?=\s|$)/g) ?? []).length >= 2 && !amounts.test(text);

/** Whether words are the answer they were asked for, something else (null), or could be both: then which is asked. */
function whichMeant(
  commands: readonly Command[],
  ctx: CommandContext,
  text: string,
  answering: { readonly command: string; readonly input: unknown },
  label: string,
): 'answer' | Answer | null {
  const understood = isProse(text) ? null : interpret(commands, text, ctx.given);
  if (!understood || 'problem' in understood.reading) return 'answer';
  const { command, reading } = understood;
  if (command.effect !== 'record' || 'question' in reading)
    return text.trim().split(/\s+/).length <= fewWords && command.effect !== 'record' ? null : 'answer';
  return {
    text: lines(`“${quoted(text, 120)}”: is that your answer, or something to log?`),
    question: {
      about: 'meaning',
      isRow: true,
      choices: [
        { label, action: answering },
        { label: 'Log it', action: { command: command.name, input: reading.input } },
      ],
    },
  };
}

function run(commands: readonly Command[], ctx: CommandContext, name: string, input: unknown): Promise<Answer> {
  const command = commands.find((one) => one.name === name);
  if (!command) throw new Error(`There is no command ${name}`);
  return command.run(ctx, input);
}

/** A caption that says no more than which side it is. */
const sideOnly =
  /^\s*(?:(?:my |from the )?(?:front|side|back)(?: view| pose| photo)?|check[- ]?in(?: photos?)?)?\s*[.!]?\s*$/i;

/** Pictures for a check-in that asks for one now; null where none does, or where their words are about something else. */
export async function hearStepPhotos(ctx: CommandContext): Promise<Answer | null> {
  const { message } = ctx;
  if (message.kind !== 'text' || !ctx.given.photos || !sideOnly.test(message.text)) return null;
  const question = await openQuestion(ctx, message, null);
  const step = question?.about === stepAbout ? readStep(question.template) : null;
  const checkIn = step && (await findCheckIn(ctx, step.id));
  if (!step || !checkIn) return null;
  const { fields } = await filling(ctx, checkIn);
  const asked = fields.find(({ key }) => key === step.key);
  if (asked?.kind !== 'photo') return null;
  const side = /front|side|back/i.exec(message.text)?.[0].toLowerCase();
  return takePhotos(ctx, side && step.key.startsWith('photo-') ? { ...step, key: `photo-${side}` } : step);
}
