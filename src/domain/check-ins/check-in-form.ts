import { and, asc, desc, eq, ne } from 'drizzle-orm';
import { type CheckInQuestion, checkInForms } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { recordAction } from '../conversation/record-action.ts';
import { DomainError } from '../domain-error.ts';

export type CheckInForm = typeof checkInForms.$inferSelect;

/** A question as a coach worded it. */
export type QuestionInput = Omit<CheckInQuestion, 'key'>;

const usualName = 'Weekly';
const mostQuestions = 12;
const longestLabel = 200;
const mostChoices = 10;

/** The forms of the asking coach, the one that is asked first. */
export function listForms(ctx: Context): Promise<CheckInForm[]> {
  const f = checkInForms;
  return ctx.db.select().from(f).where(eq(f.coachId, ctx.user.id)).orderBy(desc(f.isActive), asc(f.name));
}

async function activeForm(ctx: Context): Promise<CheckInForm | null> {
  const [first] = await listForms(ctx);
  return first?.isActive ? first : null;
}

/** A form after a change of it, which can be undone. */
export interface ChangedForm {
  readonly form: CheckInForm;
  readonly actionId: number;
}

const changing = (ctx: Context): Promise<number> => recordAction(ctx, 'the check-in form');

/** Asks more questions from now on, in the form that is asked; in a new one where none is. */
export async function addQuestions(ctx: Context, added: readonly QuestionInput[]): Promise<ChangedForm> {
  const actionId = await changing(ctx);
  const about = { ...ctx, actionId };
  const form = (await activeForm(ctx)) ?? (await useForm(about, usualName)).form;
  const questions = [...form.questions];
  for (const question of added) questions.push({ key: newKey(questions, question), ...checked(question) });
  return write(about, form, questions);
}

/**
 * Puts another wording in the place of a question, counted from 1. Reworded it stays the same question; asked in
 * another way it is a new one, since its answers cannot be compared with those there are.
 */
export async function rewordQuestion(ctx: Context, place: number, to: QuestionInput): Promise<ChangedForm> {
  const { form, question } = await questionAt(ctx, place);
  const isSame = question.kind === to.kind && (question.choices ?? []).join('\n') === (to.choices ?? []).join('\n');
  const others = form.questions.filter(({ key }) => key !== question.key);
  const key = isSame ? question.key : nextVersion(question.key, others);
  return write(
    ctx,
    form,
    form.questions.map((one) => (one.key === question.key ? { key, ...checked(to) } : one)),
  );
}

/** Asks a question no longer. What was answered stays. */
export async function removeQuestion(ctx: Context, place: number): Promise<ChangedForm> {
  const { form, question } = await questionAt(ctx, place);
  return write(
    ctx,
    form,
    form.questions.filter(({ key }) => key !== question.key),
  );
}

/** Makes the form of that name the one that is asked, and a new one where there is none of that name. */
export async function useForm(ctx: Context, name: string): Promise<ChangedForm> {
  const actionId = await changing(ctx);
  const f = checkInForms;
  const { now } = ctx;
  const called = name.trim().slice(0, 60);
  const known = (await listForms(ctx)).find((form) => form.name.toLowerCase() === called.toLowerCase());
  const times = { createdAt: now, updatedAt: now };
  const [form] = known
    ? await ctx.db.update(f).set({ isActive: true, updatedAt: now }).where(eq(f.id, known.id)).returning()
    : await ctx.db
        .insert(f)
        .values({ coachId: ctx.user.id, name: called, questions: [], ...times })
        .returning();
  if (!form) throw new Error('The form was not returned');
  await ctx.db
    .update(f)
    .set({ isActive: false, updatedAt: now })
    .where(and(eq(f.coachId, ctx.user.id), eq(f.isActive, true), ne(f.id, form.id)));
  return { form, actionId };
}

/** Asks none of the coach's own questions from now on. Null where none were asked. */
export async function stopAsking(ctx: Context): Promise<number | null> {
  const f = checkInForms;
  const actionId = await changing(ctx);
  const rows = await ctx.db
    .update(f)
    .set({ isActive: false, updatedAt: ctx.now })
    .where(and(eq(f.coachId, ctx.user.id), eq(f.isActive, true)))
    .returning({ id: f.id });
  return rows.length > 0 ? actionId : null;
}

async function write(ctx: Context, form: CheckInForm, questions: CheckInQuestion[]): Promise<ChangedForm> {
  if (questions.length > mostQuestions)
    throw new DomainError(
      'invalid',
      `${mostQuestions} questions are all I ask: a long form stays empty. Remove one first.`,
    );
  const actionId = await changing(ctx);
  const [row] = await ctx.db
    .update(checkInForms)
    .set({ questions, updatedAt: ctx.now })
    .where(and(eq(checkInForms.id, form.id), eq(checkInForms.coachId, ctx.user.id)))
    .returning();
  if (!row) throw new Error('The form was not returned');
  return { form: row, actionId };
}

async function questionAt(ctx: Context, place: number): Promise<{ form: CheckInForm; question: CheckInQuestion }> {
  const form = await activeForm(ctx);
  const question = form?.questions[place - 1];
  if (!form || !question) throw new DomainError('not-found', 'There is no question with that number.');
  return { form, question };
}

function checked(question: QuestionInput): QuestionInput {
  const label = question.label.trim();
  if (label === '' || label.length > longestLabel)
    throw new DomainError('invalid', `A question has at most ${longestLabel} characters.`);
  const choices = question.choices ?? [];
  if (question.kind === 'choice' && (choices.length < 2 || choices.length > mostChoices))
    throw new DomainError('invalid', `A choice has two to ${mostChoices} answers, like: low / medium / high.`);
  return { ...question, label };
}

/** `q-how-was-sleep`, and with a number behind it where that is taken. */
function newKey(taken: readonly CheckInQuestion[], { label }: QuestionInput): string {
  const words = label
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  const key = `q-${words || 'question'}`;
  return taken.some((one) => one.key === key) ? nextVersion(key, taken) : key;
}

/** `q-how-was-sleep`, then `q-how-was-sleep.2`. */
function nextVersion(key: string, taken: readonly CheckInQuestion[]): string {
  const [base = key, version = '1'] = key.split('.');
  for (let next = Number(version) + 1; ; next++) {
    const versioned = `${base}.${next}`;
    if (!taken.some((one) => one.key === versioned)) return versioned;
  }
}
