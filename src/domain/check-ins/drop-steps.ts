import { and, eq, isNull } from 'drizzle-orm';
import { pendingQuestions } from '../../../db/schema/index.ts';
import type { Context } from '../context.ts';

/** Lets what was asked step by step lapse: only the step that is shown takes words. */
export async function dropSteps(ctx: Context, about: string): Promise<void> {
  const q = pendingQuestions;
  await ctx.db
    .update(q)
    .set({ answeredAt: ctx.now })
    .where(and(eq(q.userId, ctx.user.id), eq(q.about, about), isNull(q.answeredAt)));
}
