import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { pendingQuestions } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

/** How long an unanswered question may still be answered. */
const openForHours = 24;

export interface QuestionInput {
  platform: (typeof pendingQuestions.$inferSelect)['platform'];
  chatId: string;
  about: string;
  /** What each answer would do, as JSON. */
  choices: unknown;
  template: string | null;
}

/** Notes that we asked something in a chat and wait for an answer. Returns the question's id. */
export async function askQuestion(ctx: Context, question: QuestionInput): Promise<number> {
  const [row] = await ctx.db
    .insert(pendingQuestions)
    .values({
      ...question,
      userId: ctx.user.id,
      inboundMessageId: ctx.sourceMessageId,
      askedAt: ctx.now,
      expiresAt: ctx.now.add({ hours: openForHours }),
    })
    .returning({ id: pendingQuestions.id });
  if (!row) throw new Error('The question was not returned');
  return row.id;
}

export type OpenQuestion = Pick<
  typeof pendingQuestions.$inferSelect,
  'id' | 'inboundMessageId' | 'about' | 'choices' | 'template'
>;

/** The newest question still open in a chat, or null. */
export async function openQuestion(
  ctx: Context,
  chat: Pick<QuestionInput, 'platform' | 'chatId'>,
): Promise<OpenQuestion | null> {
  const q = pendingQuestions;
  const [row] = await ctx.db
    .select({
      id: q.id,
      inboundMessageId: q.inboundMessageId,
      about: q.about,
      choices: q.choices,
      template: q.template,
    })
    .from(q)
    .where(
      and(eq(q.platform, chat.platform), eq(q.chatId, chat.chatId), isNull(q.answeredAt), gt(q.expiresAt, ctx.now)),
    )
    .orderBy(desc(q.id))
    .limit(1);
  return row ?? null;
}

/** Closes a question of this person's and returns it; null when it is answered already. */
export async function answerQuestion(ctx: Context, id: number): Promise<OpenQuestion | null> {
  const q = pendingQuestions;
  const rows = await ctx.db
    .update(q)
    .set({ answeredAt: ctx.now })
    .where(and(eq(q.id, id), eq(q.userId, ctx.user.id), isNull(q.answeredAt)))
    .returning({
      id: q.id,
      inboundMessageId: q.inboundMessageId,
      about: q.about,
      choices: q.choices,
      template: q.template,
    });
  return rows[0] ?? null;
}
