import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { inboundMessages, pendingQuestions } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

type Platform = (typeof pendingQuestions.$inferSelect)['platform'];

export interface QuestionInput {
  platform: Platform;
  /** Null: in their private chat there. */
  chatId: string | null;
  about: string;
  /** What each answer would do, as JSON. */
  choices: unknown;
  template: string | null;
  /** The words for food whose meaning it asks. */
  words: string | null;
  /** Whether nothing but a button or a label word for word answers it. */
  isStrict: boolean;
}

/** How long an unanswered question may still be answered; one whose answer cannot be taken back, not for long. */
const openForMinutes = { ordinary: 24 * 60, strict: 10 };

/** Notes that we asked something in a chat and wait for an answer. Returns the question's id. */
export async function askQuestion(ctx: Context, question: QuestionInput): Promise<number> {
  const minutes = question.isStrict ? openForMinutes.strict : openForMinutes.ordinary;
  const [row] = await ctx.db
    .insert(pendingQuestions)
    .values({
      ...question,
      userId: ctx.user.id,
      inboundMessageId: ctx.sourceMessageId,
      askedAt: ctx.now,
      expiresAt: ctx.now.add({ minutes }),
    })
    .returning({ id: pendingQuestions.id });
  if (!row) throw new Error('The question was not returned');
  return row.id;
}

export type OpenQuestion = Pick<
  typeof pendingQuestions.$inferSelect,
  'id' | 'inboundMessageId' | 'about' | 'choices' | 'template' | 'words' | 'isStrict' | 'askedAt'
>;

const columns = {
  id: pendingQuestions.id,
  inboundMessageId: pendingQuestions.inboundMessageId,
  about: pendingQuestions.about,
  choices: pendingQuestions.choices,
  template: pendingQuestions.template,
  words: pendingQuestions.words,
  isStrict: pendingQuestions.isStrict,
  askedAt: pendingQuestions.askedAt,
};

/**
 * The newest question still open in a chat, or null. Those asked in private are found from any private chat of the
 * person's. `aboutMessageId` looks only for one about that written message.
 */
export async function openQuestion(
  ctx: Context,
  chat: { platform: Platform; chatId: string; isPrivate: boolean },
  aboutMessageId: number | null,
): Promise<OpenQuestion | null> {
  const q = pendingQuestions;
  const [row] = await ctx.db
    .select(columns)
    .from(q)
    .where(
      and(
        eq(q.userId, ctx.user.id),
        eq(q.platform, chat.platform),
        chat.isPrivate ? or(eq(q.chatId, chat.chatId), isNull(q.chatId)) : eq(q.chatId, chat.chatId),
        isNull(q.answeredAt),
        gt(q.expiresAt, ctx.now),
        aboutMessageId === null ? undefined : eq(q.inboundMessageId, aboutMessageId),
      ),
    )
    .orderBy(desc(q.id))
    .limit(1);
  return row ?? null;
}

/** Closes a question of this person's and returns it; null when it is answered already, or too old. */
export async function answerQuestion(
  ctx: Context,
  id: number,
): Promise<(OpenQuestion & { askedAbout: unknown }) | null> {
  const q = pendingQuestions;
  const [row] = await ctx.db
    .update(q)
    .set({ answeredAt: ctx.now })
    .where(and(eq(q.id, id), eq(q.userId, ctx.user.id), isNull(q.answeredAt), gt(q.expiresAt, ctx.now)))
    .returning({
      ...columns,
      askedAbout: sql<unknown>`(select m.payload from ${inboundMessages} m where m.id = pending_questions.inbound_message_id)`,
    });
  return row ?? null;
}

/** Lets the questions that a written message made us ask lapse. Returns whether there were any. */
export async function dropQuestionsAbout(ctx: Context, inboundMessageId: number): Promise<boolean> {
  const q = pendingQuestions;
  const rows = await ctx.db
    .update(q)
    .set({ answeredAt: ctx.now })
    .where(and(eq(q.userId, ctx.user.id), eq(q.inboundMessageId, inboundMessageId), isNull(q.answeredAt)))
    .returning({ id: q.id });
  return rows.length > 0;
}
