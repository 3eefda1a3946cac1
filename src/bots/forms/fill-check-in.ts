import type { Temporal } from 'temporal-polyfill';
import { answerCheckIn, changeable, type GivenAnswer } from '../../domain/check-ins/answer-check-in.ts';
import { type CheckInField, isAnswered } from '../../domain/check-ins/check-in-fields.ts';
import { beginCheckIn, currentCheckIn } from '../../domain/check-ins/current-check-in.ts';
import { dropSteps } from '../../domain/check-ins/drop-steps.ts';
import type { Answer, CommandContext } from '../command.ts';
import type { Media } from '../message.ts';
import { photosIn } from '../photos/photos-in.ts';
import type { Button } from '../reply.ts';
import { bold, code, lines, quoted, type Text } from '../text.ts';
import { checkInAction, checkInCard, type Filling, filling, weekName } from './check-in-card.ts';
import { checkInForm, nextForm, writable } from './check-in-form.ts';
import { askStep, fieldAfter, type Step, stepAbout } from './check-in-step.ts';
import { leadOf, nameOf } from './field-words.ts';
import { summary } from './hand-in-card.ts';
import { readAnswer, wantedWords } from './read-answer.ts';

/** Begins a week's check-in or takes it up again: by a form where there are such, otherwise question by question. */
export async function fill(ctx: CommandContext, week: Temporal.PlainDate): Promise<Answer> {
  const checkIn = await beginCheckIn(ctx, week);
  const about = await filling(ctx, await changeable(ctx, checkIn.row.id));
  const isAll = about.checkIn.row.state === 'submitted' || about.fields.every(isAnswered);
  if (ctx.message.platform === 'discord' && ctx.message.kind === 'press') {
    // What is left may be pictures only.
    const first = writable(about.fields).find((field) => isAll || !isAnswered(field));
    if (first) return formPage(ctx, about, first.key);
  }
  const field = fieldAfter(about.fields, null, isAll);
  return field ? askStep(ctx, about.checkIn, about.fields, field, isAll) : summary(ctx, about);
}

/** The card stays as it is below the form, and opens it again. */
async function formPage(ctx: CommandContext, about: Filling, from: string): Promise<Answer> {
  const { checkIn, fields } = about;
  const card = await checkInCard(ctx, await currentCheckIn(ctx, checkIn.row.weekOf));
  return { ...card, form: checkInForm(checkIn, fields, from, ctx.user.unitSystem) };
}

/** A form by its own button. */
export async function openForm(ctx: CommandContext, id: number, from: string): Promise<Answer> {
  return formPage(ctx, await filling(ctx, await changeable(ctx, id)), from);
}

/** What a form brought, which asked from one field to another: what could be read is kept, and what comes next is shown. */
export async function takeForm(
  ctx: CommandContext,
  { id, from, last }: { readonly id: number; readonly from: string; readonly last: string },
  fields: Readonly<Record<string, string>>,
): Promise<Answer> {
  const before = await filling(ctx, await changeable(ctx, id));
  const { given, problems } = readFields(ctx, before.fields, fields);
  // A weight that is known is asked no more, so the next is found by what was asked.
  const next = nextForm(before.fields, last);
  await answerCheckIn(ctx, id, given);
  const open = (label: string, key: string): Button => ({
    label,
    action: checkInAction({ do: 'form', id, from: key }),
  });
  if (problems.length > 0)
    return {
      text: lines('I kept what I could read, but not this:', ...problems),
      buttons: [[open('Open it again', from)]],
    };
  const about = await filling(ctx, await changeable(ctx, id));
  const isOpen = about.checkIn.row.state === 'open';
  if (next && isOpen)
    return {
      text: lines(bold(`Check-in, week of ${weekName(about.checkIn.row.weekOf)}`), 'Kept. There is a little more.'),
      buttons: [[open('Next page', next)]],
    };
  const photo = isOpen ? fieldAfter(about.fields, writable(about.fields).at(-1)?.key ?? null, false) : null;
  return photo ? askStep(ctx, about.checkIn, about.fields, photo, false, 'Kept.') : summary(ctx, about);
}

function readFields(ctx: CommandContext, asked: readonly CheckInField[], fields: Readonly<Record<string, string>>) {
  const given: GivenAnswer[] = [];
  const problems: Text[] = [];
  for (const field of asked) {
    const text = fields[field.key];
    if (text === undefined || field.kind === 'photo' || text.trim() === '') continue;
    const read = readAnswer(field, text, ctx.user.unitSystem);
    if (read) given.push({ field, ...read });
    else problems.push([bold(leadOf(field)), `“${quoted(text, 60)}” is not ${wantedWords(field)}.`]);
  }
  return { given, problems };
}

/** Fields handed in where there is no form: the step that is open, or several at once. */
export async function takeFields(ctx: CommandContext, fields: Readonly<Record<string, string>>): Promise<Answer> {
  const { weekOf } = await currentCheckIn(ctx, null);
  const { row } = await beginCheckIn(ctx, weekOf);
  const before = await filling(ctx, await changeable(ctx, row.id));
  const { given, problems } = readFields(ctx, before.fields, fields);
  await answerCheckIn(ctx, row.id, given);
  const about = await filling(ctx, await changeable(ctx, row.id));
  const next = fieldAfter(about.fields, null, false);
  const note = problems.length > 0 ? lines('I could not read this:', ...problems) : null;
  return next ? askStep(ctx, about.checkIn, about.fields, next, false, note) : summary(ctx, about);
}

/** Shows a step; a key that is no longer asked leads to what is. */
export async function showStep(ctx: CommandContext, { id, key, isAll }: Step): Promise<Answer> {
  const about = await filling(ctx, await changeable(ctx, id));
  const field = about.fields.find((one) => one.key === key) ?? fieldAfter(about.fields, null, isAll);
  return field ? askStep(ctx, about.checkIn, about.fields, field, isAll) : summary(ctx, about);
}

/** An answer in words, or by the label of a choice. What does not answer is said so, and asked again. */
export async function answerStep(ctx: CommandContext, step: Step, text: string): Promise<Answer> {
  const before = await filling(ctx, await changeable(ctx, step.id));
  const field = before.fields.find(({ key }) => key === step.key);
  if (!field) return showStep(ctx, step);
  const read = readAnswer(field, text, ctx.user.unitSystem);
  if (!read) return askStep(ctx, before.checkIn, before.fields, field, step.isAll, `That takes ${wantedWords(field)}.`);
  await answerCheckIn(ctx, step.id, [{ field, ...read }]);
  return after(ctx, step);
}

export async function skipStep(ctx: CommandContext, step: Step): Promise<Answer> {
  const { fields } = await filling(ctx, await changeable(ctx, step.id));
  const field = fields.find(({ key }) => key === step.key);
  if (field && !isAnswered(field)) await answerCheckIn(ctx, step.id, [{ field, value: null }]);
  return after(ctx, step);
}

/** Pictures for the step that asks for one: the first is its answer, further ones are those of the next. */
export async function takePhotos(ctx: CommandContext, step: Step): Promise<Answer> {
  const pictures: readonly Media[] = photosIn(ctx.message);
  const files = ctx.files.of(pictures);
  const { fields } = await filling(ctx, await changeable(ctx, step.id));
  const from = fields.findIndex(({ key }) => key === step.key);
  const asked = fields.slice(Math.max(from, 0)).filter(({ kind }) => kind === 'photo');
  const given = files.flatMap((picture, i) => {
    const field = asked[i];
    return field ? [{ field, picture }] : [];
  });
  await answerCheckIn(ctx, step.id, given);
  const last = given.at(-1)?.field ?? null;
  const names = given.map(({ field }) => nameOf(field)).join('; ');
  return after(ctx, { ...step, key: last?.key ?? step.key }, `${names}: kept.`);
}

/** Goes one question back. */
export async function backStep(ctx: CommandContext, step: Step): Promise<Answer> {
  const { fields } = await filling(ctx, await changeable(ctx, step.id));
  const place = fields.findIndex(({ key }) => key === step.key);
  return showStep(ctx, { ...step, key: fields[Math.max(place - 1, 0)]?.key ?? step.key });
}

async function after(ctx: CommandContext, { id, key, isAll }: Step, note: Text | null = null): Promise<Answer> {
  const about = await filling(ctx, await changeable(ctx, id));
  const next = fieldAfter(about.fields, key, isAll);
  return next ? askStep(ctx, about.checkIn, about.fields, next, isAll, note) : summary(ctx, about, note);
}

/** Lets it rest: what was answered stays, whenever they come back. */
export async function later(ctx: CommandContext): Promise<Answer> {
  await dropSteps(ctx, stepAbout);
  return { text: ['Kept so far. ', code('check in'), ' goes on where you stopped.'] };
}
